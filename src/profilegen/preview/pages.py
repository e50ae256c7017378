"""The pages and files of a site by their addresses: a page is rendered when it is asked for, and kept."""

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

from profilegen.pages import address
from profilegen.pages.page import Page
from profilegen.pages.site import Site
from profilegen.preview.site import Good
from profilegen.problems import Failure, escaped
from profilegen.values import Struct, field, replace

STYLESHEET: Final = ".css"

PICTURES: Final = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")

MARK_BYTES: Final = 16

File: TypeAlias = Path | bytes
"""What an address outside the pages is answered with."""


class Printed(Struct, frozen=True):
    """A rendered page; `mark` is the same for two that differ in nothing but the addresses of their stylesheets.

    It is another one when a picture on the page was changed.
    """

    page: Page
    body: bytes
    mark: str


class Pages(Struct, frozen=True):
    """The pages and files of one state of a site."""

    root: Path
    good: Good
    by_address: Mapping[str, Page]
    files: Mapping[str, File]
    printed: dict[str, Printed] = field(default_factory=dict)

    def at(self, path: str) -> Page | None:
        """The page that a static host answers `path` with; None where there is none."""
        return self.by_address.get(path) or self.by_address.get(path.removesuffix(address.INDEX))

    def print(self, page: Page) -> Printed:
        """The page as it looks now; Failure where a template is wrong."""
        known = self.printed.get(page.address)
        if known is None:
            # Two requests at once render it twice, to the same bytes.
            known = self.printed[page.address] = self._rendered(page)
        return known

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The addresses of all stylesheets."""
        return tuple(at for at in self.files if at.endswith(STYLESHEET))

    def _rendered(self, page: Page) -> Printed:
        try:
            body = self.good.theme.print(_previewed(self.good, page), page)
        except Failure:
            raise
        except Exception as error:
            bug = escaped(f"page /{page.address} cannot be made: {type(error).__name__}: {error}")
            raise Failure(bug, "this is a bug of profilegen's: please report it") from error
        return Printed(page, body, self._mark(body))

    def _mark(self, body: bytes) -> str:
        for at in self.stylesheets:
            body = body.replace(at.encode(), _unmarked(at).encode())
        mark = blake2b(body, digest_size=MARK_BYTES)
        for picture in self._pictures(body):
            with suppress(OSError):
                found = picture.stat()
                mark.update(f"{found.st_size} {found.st_mtime_ns}".encode())
        return mark.hexdigest()

    def _pictures(self, body: bytes) -> Iterator[Path]:
        """The files beside records that the page may show."""
        for attached in self.good.composed.attachments:
            if attached.file.lower().endswith(PICTURES) and posixpath.basename(attached.file).encode() in body:
                yield self.root / attached.source


def pages_of(root: Path, good: Good, before: Pages | None = None) -> Pages:
    """The pages of this state of the site in the folder `root`, none of them rendered yet."""
    made, theme = good.composed, good.theme
    if before is not None and before.good.theme is theme and before.good.composed.pages is made.pages:
        return replace(before, good=good, printed={})
    files: dict[str, File] = {attached.file: root / attached.source for attached in made.attachments}
    files |= {asset.address: asset.path for asset in theme.assets}
    files |= dict(theme.made)
    return Pages(root, good, {page.address: page for page in made.pages}, files)


def _previewed(good: Good, page: Page) -> Site:
    """The site that the page shows; the page for what is not there stands at any address, and links from the root."""
    site = good.composed.site
    if site is None:
        raise Failure("there is no site to show")
    if page.kind != "404":
        return site
    corpus = replace(site.corpus, settings=replace(site.corpus.settings, url="/"))
    return replace(site, corpus=corpus)


def _unmarked(stylesheet: str) -> str:
    """`assets/style.css` of `assets/style.1a2b3c4d.css`."""
    stem, _, _ = stylesheet.removesuffix(STYLESHEET).rpartition(".")
    return f"{stem}{STYLESHEET}"
