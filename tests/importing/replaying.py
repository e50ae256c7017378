"""A server on loopback that replays answers in the shapes that the services document."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from profilegen.importing.client import Client, Manners

Query = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `cut` is where the body breaks off though more was promised."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None


class Route(Protocol):
    def __call__(self, query: Query) -> Reply: ...


@dataclass
class Service:
    """A running server: its address, what it was asked, and the waits that its clients made."""

    address: str
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def client(self, contact: str = "") -> Client:
        local = frozenset({urlsplit(self.address).netloc})
        return Client(Manners(contact, local=local, timeout=1.0, deadline=2.0, sleep=self.waits.append))


def as_json(value: Any) -> Reply:  # noqa: ANN401 - JSON is anything
    return Reply(json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def one_after_another(*replies: Reply) -> Route:
    """The replies in turn, the last one again and again."""
    left = list(replies)
    return lambda _query: left.pop(0) if len(left) > 1 else left[0]


@contextmanager
def replaying(routes: Mapping[str, Reply | Callable[[Query], Reply]]) -> Iterator[Service]:
    """A server that answers the paths in `routes`, and 404 to all others."""
    service = Service("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            service.asked.append(self.path)
            service.headers.append(dict(self.headers))
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            route = routes.get(parts.path, Reply(b"none", 404))
            self._send(route if isinstance(route, Reply) else route(query))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body[: reply.cut])
            if reply.cut is not None:
                self.close_connection = True

        def log_message(self, *_args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        service.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
