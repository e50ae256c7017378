"""The server of the preview: pages and files by the site's own tables, and the stream that tells of changes."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from profilegen.pages import address
from profilegen.pages.page import MEDIA
from profilegen.pages.plan import is_html
from profilegen.preview.board import Board, Edition
from profilegen.preview.pages import Pages, Printed
from profilegen.preview.policy import with_script
from profilegen.preview.report import Told, told_failure
from profilegen.problems import Failure
from profilegen.values import Struct, field

OWN: Final = "/-/"
"""Where the preview's own files are."""

SCRIPT: Final = "preview.js"

ALIVE_SECONDS: Final = 15.0
"""A stream that has nothing to tell says so every so many seconds, and is seen to be closed."""

HEADERS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
)

BARE: Final = b"<!doctype html>\n<html><head><title>Preview</title></head><body></body></html>\n"
"""What is shown where there is no good page."""


class Guard(Struct, frozen=True):
    """Answers nobody but those who ask for one of `hosts`, and nothing but GET and HEAD."""

    app: ASGIApp
    hosts: frozenset[str]
    bug: Callable[[Exception], None]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in HEADERS}
                others = [header for header in message["headers"] if header[0].lower() not in own]
                message = {**message, "headers": [*others, *HEADERS]}
            await send(message)

        try:
            await self._answer(scope)(scope, receive, send_guarded)
        except Exception as error:  # noqa: BLE001 - no request ends the process
            self.bug(error)

    def _answer(self, scope: Scope) -> ASGIApp:
        asked = [value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"host"]
        if len(asked) != 1 or asked[0] not in self.hosts:
            return Response(status_code=HTTPStatus.MISDIRECTED_REQUEST)
        if scope["method"] not in ("GET", "HEAD"):
            return Response(status_code=HTTPStatus.METHOD_NOT_ALLOWED, headers={"allow": "GET, HEAD"})
        return self.app


class Desk(Struct, frozen=True):
    """Answers requests from what is on the board; `last` holds each page as it was last good."""

    board: Board
    token: str
    origins: frozenset[str]
    last: dict[str, Printed] = field(default_factory=dict)

    async def page(self, request: Request) -> Response:
        """A page, a file, the way to a page, or the page for what is not there."""
        path = request.path_params["path"]
        edition = self.board.edition
        pages = edition.pages
        if pages is None:
            return self._html(BARE, path, "", HTTPStatus.SERVICE_UNAVAILABLE)
        if (page := pages.at(path)) is not None:
            return await run_in_threadpool(self._page, pages, path, page.address, HTTPStatus.OK)
        if pages.at(f"{path}/") is not None:
            return RedirectResponse(quote(f"/{path}/"), status_code=HTTPStatus.TEMPORARY_REDIRECT)
        if (file := await run_in_threadpool(_file, pages, path)) is not None:
            return file
        return await run_in_threadpool(self._page, pages, path, address.NOT_FOUND, HTTPStatus.NOT_FOUND)

    async def events(self, request: Request) -> Response:
        """The stream that tells a page of changes; it wants the token, and no page of another origin."""
        asked = request.query_params
        origin = request.headers.get("origin")
        token = secrets.compare_digest(asked.get("token", "").encode(), self.token.encode())
        if not token or (origin is not None and origin.lower() not in self.origins):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        told = self._told(asked.get("page", ""), asked.get("mark", ""))
        return StreamingResponse(told, media_type="text/event-stream")

    async def script(self, _: Request) -> Response:
        """The script that the preview puts into pages."""
        body = await run_in_threadpool((Path(__file__).with_name("static") / SCRIPT).read_bytes)
        return Response(body, media_type="text/javascript")

    async def _told(self, path: str, mark: str) -> AsyncIterator[str]:
        edition = self.board.edition
        while True:
            news = await run_in_threadpool(self._news, edition, path, mark)
            yield f"data: {json.dumps(news)}\n\n"
            while (later := await self._later(edition)) is None:
                yield ": nothing new\n\n"
            edition = later

    async def _later(self, edition: Edition) -> Edition | None:
        try:
            async with asyncio.timeout(ALIVE_SECONDS):
                return await self.board.another(edition)
        except TimeoutError:
            return None

    def _news(self, edition: Edition, path: str, mark: str) -> Mapping[str, object]:
        """What a page that was answered with `mark` needs to know."""
        errors, now = list(edition.errors), mark
        pages = edition.pages
        page = pages.at(path) if pages else None
        if pages and page:
            try:
                now = pages.print(page).mark
            except Failure as failure:
                errors.insert(0, told_failure(pages.root, failure))
        gone = pages is not None and page is None
        stylesheets = pages.stylesheets if pages else ()
        return _told_of(errors, edition, stylesheets) | {"changed": not gone and now != mark, "gone": gone}

    def _page(self, pages: Pages, path: str, at: str, status: int) -> Response:
        page = pages.by_address[at]
        try:
            printed = self.last[at] = pages.print(page)
        except Failure:
            if at not in self.last:
                return self._html(BARE, path, "", HTTPStatus.INTERNAL_SERVER_ERROR)
            printed = self.last[at]
        if not is_html(page):
            return Response(printed.body, media_type=MEDIA[page.kind])
        if page.kind == "redirect":
            return Response(printed.body, media_type="text/html")
        return self._html(printed.body, path, printed.mark if status == HTTPStatus.OK else "", status)

    def _html(self, body: bytes, path: str, mark: str, status: int) -> Response:
        values = {"page": path, "mark": mark, "token": self.token}
        return Response(with_script(body, f"{OWN}{SCRIPT}", values), status, media_type="text/html")


def app(board: Board, hosts: frozenset[str], token: str, bug: Callable[[Exception], None]) -> ASGIApp:
    """The preview of what is on the board, for those who ask for one of the hosts (`localhost:8000`).

    `bug` is told what goes wrong in answering, which is nobody's mistake but ours.
    """
    desk = Desk(board, token, frozenset(f"http://{host}" for host in hosts))
    routes = [
        Route(f"{OWN}events", desk.events),
        Route(f"{OWN}{SCRIPT}", desk.script),
        Route("/{path:path}", desk.page),
    ]
    return Guard(Starlette(routes=routes), hosts, bug)


def _told_of(errors: list[Told], edition: Edition, stylesheets: tuple[str, ...]) -> dict[str, object]:
    return {"errors": errors, "warnings": list(edition.warnings), "stylesheets": stylesheets}


def _file(pages: Pages, path: str) -> Response | None:
    """A file of the theme or one beside a record, if the site has one at `path`."""
    file = pages.files.get(path)
    if isinstance(file, bytes):
        return Response(file, media_type=guess_type(path)[0])
    return FileResponse(file) if file is not None and file.is_file() else None
