"""The links of the built pages: each leads to a file of the site, to a place that is on the page, or out."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from profilegen.problems import Place, Problem, problem, quoted
from profilegen.values import Struct

INDEX: Final = "index.html"

# The value is looked at and not taken, so that what only looks like a link hides none that follows.
_LINK: Final = re.compile(r"""\s(?=(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))""", re.IGNORECASE)
_ID: Final = re.compile(r"""\s(?=(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))""", re.IGNORECASE)
_LOCAL: Final = re.compile(r"(?:localhost|[\w.-]+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])", re.IGNORECASE)


class Found(Struct, frozen=True):
    """A link as it stands in a page, with its line and column."""

    address: str
    line: int
    column: int


class Target(Struct, frozen=True):
    """Where a link leads: a path of the site, "" for its root, and a place on that page, "" for its top."""

    path: str
    fragment: str


def link_problems(files: Mapping[str, Path], url: str, shown: str) -> Iterator[Problem]:
    """A problem for each link of a page that leads nowhere in the site, or to this machine.

    `url` is where the site will be, "" where that is not known; `shown` is how messages call the site's folder.
    """

    @cache
    def places(page: str) -> frozenset[str]:
        return frozenset(_values(_ID, _text(files[page])))

    for name, path in files.items():
        if name.endswith(".html"):
            yield from _of_page(name, path, _Site(files, url, shown, places))


class _Site(Struct, frozen=True):
    files: Mapping[str, Path]
    url: str
    shown: str
    places: Callable[[str], frozenset[str]]

    def wrong(self, page: str, address: str) -> tuple[str, str, str] | None:
        """The code, the message and the hint for a link that is wrong on that page."""
        try:
            target = target_of(page, address, self.url)
        except ValueError:
            return "broken-link", f"the link {quoted(address)} is no address", "mend the link where it is written"
        if _is_local(address):
            return "local-address", f"the link {quoted(address)} leads to this machine", "write where it is on the web"
        if target is None:
            return None
        file = self._file(target.path)
        if file is None:
            return "broken-link", f"the link {quoted(address)} leads nowhere", "mend the link where it is written"
        if target.fragment and file.endswith(".html") and target.fragment not in self.places(file):
            message = f"the link {quoted(address)} leads to a place that is not on the page"
            return "missing-fragment", message, "mend the link where it is written"
        return None

    def _file(self, path: str) -> str | None:
        candidates = (path, f"{path}/{INDEX}" if path else INDEX, f"{path}.html")
        return next((one for one in candidates if one in self.files), None)


def _of_page(name: str, path: Path, site: _Site) -> Iterator[Problem]:
    text = _text(path)
    # A quick look at everything that could be a link; only where one is wrong the page is read as HTML.
    if any(site.wrong(name, address) for address in dict.fromkeys(_values(_LINK, text))):
        for found in links_of(text):
            if wrong := site.wrong(name, found.address):
                code, message, hint = wrong
                yield problem(code, Place(f"{site.shown}/{name}", found.line, found.column), message, hint)


def target_of(page: str, address: str, url: str) -> Target | None:
    """What a link on a page of the site means; None where it leads out of it, ValueError where it is no address."""
    if url and address.startswith(url):
        address = address[len(url) :]
        page = ""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        base = urlsplit(url).path
        if not path.startswith(base or "/"):
            return None
        path, page = path[len(base or "/") :], ""
    if not path and parts.path == "" and page:
        return Target(page, unquote(parts.fragment))
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path or "."))
    return Target("" if joined == "." else joined, unquote(parts.fragment))


def links_of(text: str) -> list[Found]:
    """The links of a page, read as HTML."""
    reader = _Links()
    reader.feed(text)
    reader.close()
    return reader.found


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.found += [Found(value, line, column + 1) for name, value in attrs if name in {"href", "src"} and value]


def _values(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        value = next((group for group in found.groups() if group), "")
        if value:
            yield html.unescape(value)


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace")


def _is_local(address: str) -> bool:
    if "//" not in address:
        return False
    host = urlsplit(address).netloc.rpartition("@")[2]
    return bool(_LOCAL.fullmatch(re.sub(r":\d*$", "", host)))
