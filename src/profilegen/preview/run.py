"""A preview from beginning to end: a port, the site read, its files followed by a thread, the server until Ctrl-C."""

import gc
import logging
import secrets
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from profilegen.build.clock import Clock
from profilegen.build.sources import check_site
from profilegen.preview.follow import Change, Follower
from profilegen.preview.revising import Known
from profilegen.preview.server import app
from profilegen.preview.site import State, Studio
from profilegen.preview.watch import Watch
from profilegen.problems import Failure
from profilegen.values import Struct

LOOPBACK: Final = "127.0.0.1"

PORTS_TRIED: Final = 20
"""So many ports are tried, from the one that was asked for."""

TOKEN_BYTES: Final = 16

HTTP: Final = 80
"""The port that browsers leave out."""

_NAMES: Final = (LOOPBACK, "localhost", "[::1]")


class Wanted(Struct, frozen=True):
    """What a user asks for: the site's folder, the address and the port to listen at, drafts or none, the day."""

    root: Path
    host: str
    port: int
    drafts: bool
    clock: Clock


class Reports(Struct, frozen=True):
    """How the preview speaks: a line; that it is ready, at which address; a change; what went wrong in ourselves."""

    line: Callable[[str], None]
    ready: Callable[[str, State], None]
    change: Callable[[Change], None]
    bug: Callable[[Exception], None]


def preview(wanted: Wanted, reports: Reports) -> None:
    """Show the site until the process is interrupted; nothing is written.

    Raises:
        Failure: there is no site, or no port to listen at.
    """
    check_site(wanted.root)
    listening = bound(wanted.host, wanted.port)
    port = listening.getsockname()[1]
    if wanted.port not in (0, port):
        reports.line(f"port {wanted.port} is taken: this is {port}")
    watch = Watch(wanted.root, reports.line)
    follower = Follower(Studio(wanted.root, Known(wanted.clock), wanted.drafts), watch, reports.change)
    # Collecting garbage would go through all records again and again.
    gc.collect()
    gc.freeze()
    threading.Thread(target=_follow, args=(follower, reports), daemon=True).start()
    served = app(follower.board, hosts(wanted.host, port), secrets.token_urlsafe(TOKEN_BYTES), reports.bug)
    reports.ready(f"http://{_named(wanted.host)}:{port}/", follower.state)
    try:
        _server(served).run(sockets=[listening])
    finally:
        watch.stop()


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens at the first free port from `port` on; Failure where there is none."""
    last = min(port + PORTS_TRIED, 65536) if port else 1
    reason = "there is no such port"
    for candidate in range(port, last):
        try:
            return _listening(host, candidate)
        except OSError as error:
            reason = error.strerror or str(error)
    raise Failure(f"cannot listen at {host}, port {port}: {reason}", "choose others with --host and --port")


def hosts(host: str, port: int) -> frozenset[str]:
    """What a browser may call this server."""
    names = {*_NAMES, _named(host).lower()}
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == HTTP else frozenset())


def _listening(host: str, port: int) -> socket.socket:
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    return socket.create_server((host, port), family=family)


def _named(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def _follow(follower: Follower, reports: Reports) -> None:
    while True:
        try:
            follower.step()
        except Exception as error:  # noqa: BLE001 - one save that goes wrong must not be the last that is seen
            reports.bug(error)


def _server(served: ASGIApp) -> uvicorn.Server:
    # Its words are not for those who write papers; what goes wrong in a request is told by the guard.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        served,
        http="h11",
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=0,
    )
    return uvicorn.Server(config)
