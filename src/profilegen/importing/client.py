"""A polite HTTP client: says who asks, waits when told to, and goes nowhere it should not.

urllib3 rather than httpx or requests: typed, kept, MIT, without a dependency of its own, and trusting what the machine
trusts. Its own retries are not used: they would wait as long as a Retry-After asks, and follow a redirect unseen.
"""

import email.utils
import ipaddress
import json
import socket
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import getproxies

import urllib3
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import HTTPError

from profilegen import __version__
from profilegen.problems import Failure, OutsideFailure, quoted
from profilegen.values import Struct, field

AGENT: Final = f"profilegen/{__version__}"
ATTEMPTS: Final = 4
LONGEST_WAIT: Final = 60.0
"""Seconds that are waited for a service at most, once."""
SIZE_LIMIT: Final = 50_000_000
"""The longest answer that is read, in bytes, unpacked."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
_NOT_FOUND: Final = frozenset({404, 410})
_DECLINED: Final = frozenset({401, 403, 429})
_MOST_REDIRECTS: Final = 5
_LATER: Final = "nothing was written: try again later"
_CHUNK: Final = 65_536


class Manners(Struct, frozen=True):
    """How services are asked. `local` are hosts with ports that may be asked without TLS and on this machine.

    `timeout` is for each step of the network, `deadline` for a whole answer, `pauses` between two questions to a host,
    all in seconds.
    """

    contact: str = ""
    local: frozenset[str] = frozenset()
    timeout: float = 20.0
    deadline: float = 120.0
    pauses: Mapping[str, float] = field(default_factory=lambda: {"export.arxiv.org": 3.0, "arxiv.org": 3.0})
    pause: float = 0.1
    sleep: Callable[[float], None] = time.sleep


class _Answer(Struct, frozen=True):
    status: int
    headers: Mapping[str, str]
    body: bytes


class NotFound(Failure):
    """The service does not have what was asked for."""


class Declined(OutsideFailure):
    """The service does not answer such a question, or no more of them: for want of a key, it may be."""


class _Connection(HTTPSConnection):
    """A connection to the public network: a name may mean another host by now than when it was looked up before."""

    def _new_conn(self) -> socket.socket:
        opened = super()._new_conn()
        if _is_inside(opened.getpeername()[0]):
            opened.close()
            raise _refused(self.host)
        return opened


class _Connections(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Connection


class Client:
    """Asks services, one question after another."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._asked: dict[str, float] = {}

    @cached_property
    def _pool(self) -> urllib3.PoolManager:
        proxy = getproxies().get("https")
        if proxy and not self._manners.local:
            return urllib3.ProxyManager(proxy)
        pool = urllib3.PoolManager()
        pool.pool_classes_by_scheme = {**pool.pool_classes_by_scheme, "https": _Connections}
        return pool

    def json(self, address: str, query: Mapping[str, str] | None = None, accept: str = "application/json") -> Any:  # noqa: ANN401 - JSON is anything
        """The JSON that is answered; OutsideFailure where there is none."""
        body = self.get(address, query, accept)
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise OutsideFailure(f"{_host(address)} answered something that is no JSON", "try again later") from None

    def get(self, address: str, query: Mapping[str, str] | None = None, accept: str = "*/*") -> bytes:
        """The body of a good answer; NotFound where there is none by that name, OutsideFailure for anything else."""
        whole = f"{address}?{urlencode(query)}" if query else address
        wait = 0.0
        failure = OutsideFailure("")
        for attempt in range(ATTEMPTS):
            self._wait(wait, failure)
            try:
                answer = self._followed(whole, accept)
            except (HTTPError, OSError, UnicodeError) as error:  # the last where a name is too long
                reason = f"{_host(address)} cannot be reached ({_said(error)})"
                wait, failure = 2.0**attempt, OutsideFailure(reason, _LATER)
                continue
            if answer.status not in _AGAIN:
                return _good(answer, address)
            wait = _asked_wait(answer) or 2.0**attempt
            failure = _failure(answer.status, f"{_host(address)} answers {answer.status}", _LATER)
        raise failure

    def _wait(self, seconds: float, failure: OutsideFailure) -> None:
        if seconds > LONGEST_WAIT:
            message = f"{failure.message} and asks to wait {seconds:.0f} s"
            raise type(failure)(message, "nothing was written: try again then")
        if seconds:
            self._manners.sleep(seconds)

    def _followed(self, address: str, accept: str) -> _Answer:
        for _ in range(_MOST_REDIRECTS + 1):
            self._check(address)
            answer = self._once(address, accept)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return answer
            address = _led(address, answer.headers["location"])
        raise OutsideFailure(f"{_host(address)} redirects without end", "try again later")

    def _once(self, address: str, accept: str) -> _Answer:
        self._pace(urlsplit(address).netloc)
        end = time.monotonic() + self._manners.deadline
        timeout = urllib3.Timeout(total=None, connect=self._manners.timeout, read=self._manners.timeout)
        response = self._pool.request(
            "GET",
            address,
            headers=self._headers(accept),
            redirect=False,
            retries=False,
            timeout=timeout,
            preload_content=False,
        )
        try:
            body = bytearray()
            while chunk := response.read(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > SIZE_LIMIT:
                    raise OutsideFailure(f"{_host(address)} answers more than {SIZE_LIMIT:,} bytes", "ask for less")
                if time.monotonic() > end:
                    raise OutsideFailure(f"{_host(address)} takes too long to answer", "try again later")
            return _Answer(
                response.status, {name.lower(): value for name, value in response.headers.items()}, bytes(body)
            )
        finally:
            response.close()

    def _headers(self, accept: str) -> dict[str, str]:
        contact = f" (mailto:{self._manners.contact})" if self._manners.contact else ""
        return {"User-Agent": f"{AGENT}{contact}", "Accept": accept, "Accept-Encoding": "gzip"}

    def _pace(self, host: str) -> None:
        pause = 0.0 if host in self._manners.local else self._manners.pauses.get(host, self._manners.pause)
        now = time.monotonic()
        ready = self._asked.get(host, now - pause) + pause
        if ready > now:
            self._manners.sleep(ready - now)
        self._asked[host] = time.monotonic()

    def _check(self, address: str) -> None:
        """OutsideFailure unless the address is https, without credentials, and of a host on the public network."""
        parts = urlsplit(address)
        if parts.netloc in self._manners.local and parts.scheme == "http":
            return
        if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
            raise OutsideFailure(f"{quoted(_bare(address))} is not asked: only https addresses are", "")
        if any(map(_is_inside, self._looked_up(parts.hostname, parts.port or 443))):
            raise _refused(parts.hostname)

    def _looked_up(self, host: str, port: int) -> list[str]:
        """The numbers of a host."""
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            if isinstance(self._pool, urllib3.ProxyManager):
                return []  # the proxy looks the name up
            return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _is_inside(number: str) -> bool:
    """Whether the address of a host is none of the public network."""
    return not ipaddress.ip_address(number.partition("%")[0]).is_global


def _refused(host: str) -> OutsideFailure:
    return OutsideFailure(f"{quoted(host)} is not asked: it is no host on the public network", "")


def _led(address: str, location: str) -> str:
    """Where a redirect leads; OutsideFailure where that is no address."""
    try:
        target = urljoin(address, location)
        _ = urlsplit(target).port
    except ValueError:
        raise OutsideFailure(f"{_host(address)} redirects to what is no address", "try again later") from None
    return target


def _good(answer: _Answer, address: str) -> bytes:
    if answer.status == 200:  # noqa: PLR2004 - OK
        return answer.body
    if answer.status in _NOT_FOUND:
        raise NotFound(f"{_host(address)} has nothing at {quoted(urlsplit(address).path)}", "look at the id again")
    raise _failure(answer.status, f"{_host(address)} answers {answer.status} for {quoted(urlsplit(address).path)}")


def _failure(status: int, message: str, hint: str = "") -> OutsideFailure:
    return (Declined if status in _DECLINED else OutsideFailure)(message, hint)


def _asked_wait(answer: _Answer) -> float:
    """The seconds that Retry-After asks for, as a number or a date; 0 where it asks for none."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = email.utils.parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError):
        return 0.0
    return max(0.0, then - time.time())


def _host(address: str) -> str:
    return urlsplit(address).netloc.rpartition("@")[2]


def _bare(address: str) -> str:
    """An address without what may be secret in it."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{_host(address)}{parts.path}"


def _said(error: Exception) -> str:
    return type(error).__name__ if isinstance(error, HTTPError) else str(getattr(error, "strerror", "") or error)
