"""Which pages a site has, and how each one's view is made."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.pages.feed import feed_view
from profilegen.pages.files import file_pages, written
from profilegen.pages.listing import html_pages
from profilegen.pages.lists import category_view, list_view, papers_view
from profilegen.pages.own import not_found_view, own_page_view, redirect_view, search_view
from profilegen.pages.page import MEDIA, Page
from profilegen.pages.paper import paper_view
from profilegen.pages.people import people_view
from profilegen.pages.picture import picture_pages, picture_view
from profilegen.pages.profile import profile_view
from profilegen.pages.site import Site
from profilegen.pages.sitemap import found_by_search, robots, sitemap_pages, sitemap_view, sitemaps_view
from profilegen.pages.views import View
from profilegen.problems import Place, Problem, problem

__all__ = ["TEMPLATES", "VIEWS", "is_html", "plan", "template_of", "text_of", "view"]

VIEWS: Final[Mapping[str, Callable[[Site, str, str], View]]] = MappingProxyType(
    {
        "author": profile_view,
        "people": people_view,
        "paper": paper_view,
        "papers": papers_view,
        "category": category_view,
        "page": own_page_view,
        "redirect": redirect_view,
        "404": not_found_view,
        "list": list_view,
        "search": search_view,
        "atom": feed_view,
        "sitemap": sitemap_view,
        "sitemaps": sitemaps_view,
        "picture": picture_view,
    }
)
"""How the view of each kind of page is made from the site, the page's address and its subject."""

TEMPLATES: Final[Mapping[str, str]] = MappingProxyType(
    {"atom": "feed.xml", "sitemap": "sitemap.xml", "sitemaps": "sitemaps.xml", "picture": "picture.svg"}
)
"""The templates that are not called by the kind of their page."""


def template_of(kind: str) -> str:
    """The template of a kind of page."""
    return TEMPLATES.get(kind, f"{kind}.html")


def text_of(site: Site, page: Page) -> str | None:
    """What is in a page that has no template; None for those that have a view."""
    if page.kind in VIEWS:
        return None
    return robots(site) if page.kind == "robots" else written(site, page)


def is_html(page: Page) -> bool:
    """Whether the page is one that people read."""
    return page.kind not in MEDIA


def view(site: Site, page: Page) -> View:
    """The finished view of the page."""
    return VIEWS[page.kind](site, page.address, page.subject)


def plan(site: Site) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every page of the site, by address, and a problem for each two records that would share one (N2)."""
    pages: dict[str, Page] = {}
    by_file: dict[str, Page] = {}
    problems: list[Problem] = []
    people = tuple(html_pages(site))
    for page in (*people, *_for_machines(site, len(found_by_search(people)))):
        file = page.file
        taken = pages.setdefault(file.casefold(), page)
        if taken is page:
            by_file[file] = page
        elif taken != page:
            problems.append(_shared(page, taken))
    return tuple([by_file[file] for file in sorted(by_file)]), tuple(problems)


def _for_machines(site: Site, places: int) -> Iterator[Page]:
    """Files of papers, and what needs whole addresses where the site's is known: pictures, sitemaps, robots.txt.

    `places` is how many pages the sitemaps hold.
    """
    yield from file_pages(site)
    if site.settings.url:
        yield from picture_pages(site)
        yield from sitemap_pages(places)


def _shared(page: Page, taken: Page) -> Problem:
    others = f"the page of {taken.source}" if taken.source else "a page that the site makes itself"
    return problem(
        "shared-page", Place(page.source), f"its page /{page.address} is also {others}", "rename one of them"
    )
