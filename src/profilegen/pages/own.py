"""The views of pages of one's own, of the search, of addresses that moved, and of those that do not exist."""

from collections.abc import Iterator
from typing import Final

from profilegen.model.text import Html
from profilegen.pages import address
from profilegen.pages.frame import frame
from profilegen.pages.site import Site
from profilegen.pages.views import LinkView, NotFoundView, OwnPageView, RedirectView, SearchView
from profilegen.values import replace

ENGINE: Final = "pagefind/pagefind.js"
"""The script that knows the index of the search."""


def own_page_view(site: Site, at: str, page_id: str) -> OwnPageView:
    """A page that a person wrote."""
    page = site.corpus.pages[page_id]
    texts = site.texts.pages[page_id]
    root = address.root_from(at)
    return OwnPageView(
        frame=frame(site, at, texts.title.plain, source=page.file),
        title=Html(address.placed(texts.title.html, root)),
        body=Html(address.placed(texts.body.html, root)),
    )


def search_view(site: Site, at: str, _subject: str) -> SearchView:
    """The page that searches the site."""
    own = frame(site, at, site.words["search.heading"])
    return SearchView(own, address.link(own.root, ENGINE))


def redirect_view(site: Site, at: str, target: str) -> RedirectView:
    """A page that leads on to the address `target`."""
    root = address.root_from(at)
    own = frame(site, at, site.words["moved.title"])
    canonical = f"{site.settings.url}{target}" if site.settings.url else ""
    return RedirectView(replace(own, canonical=canonical), address.link(root, target))


def not_found_view(site: Site, at: str, _subject: str) -> NotFoundView:
    """The page for any address that does not exist: at any depth, so nothing on it is relative."""
    own = frame(site, at, site.words["not_found.title"])
    return NotFoundView(replace(own, menu=(), root=site.settings.url, canonical=""), tuple(_ways_on(site)))


def _ways_on(site: Site) -> Iterator[LinkView]:
    if site.settings.url:
        yield LinkView(site.title, site.settings.url)
        yield LinkView(site.words["nav.papers"], f"{site.settings.url}{address.PAPERS}")
