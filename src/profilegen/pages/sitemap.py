"""The addresses of a site for search engines: one map, or several and a list of them; and robots.txt."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from profilegen.pages.listing import html_pages
from profilegen.pages.page import Page
from profilegen.pages.site import Site
from profilegen.pages.views import PlaceView, SitemapView

MOST: Final = 50_000
"""So many addresses a sitemap may hold."""

FIRST: Final = "sitemap.xml"

_NOT_FOUND: Final = frozenset({"redirect", "404", "search"})


def sitemap_pages(places: int, most: int = MOST) -> Iterator[Page]:
    """The maps of so many addresses, and robots.txt, which names the first."""
    if places <= most:
        yield Page(FIRST, "sitemap", f"0 {most}")
    else:
        starts = range(0, places, most)
        yield Page(FIRST, "sitemaps", str(len(starts)))
        for number, start in enumerate(starts, start=1):
            yield Page(_numbered(number), "sitemap", f"{start} {start + most}")
    yield Page("robots.txt", "robots")


def sitemap_view(site: Site, _at: str, subject: str) -> SitemapView:
    """The addresses from the first to before the second of the subject's numbers."""
    start, end = map(int, subject.split())
    url = site.settings.url
    days = site.shared.get("days of change", lambda: _days(site))
    return SitemapView(
        tuple(PlaceView(f"{url}{page.address}", _changed(site, page, days)) for page in places(site)[start:end])
    )


def sitemaps_view(site: Site, _at: str, subject: str) -> SitemapView:
    """The sitemaps, numbered from 1 up to the subject."""
    numbers = range(1, int(subject) + 1)
    return SitemapView(tuple(PlaceView(f"{site.settings.url}{_numbered(number)}", "") for number in numbers))


def robots(site: Site) -> str:
    """Everybody may read everything, and where the map is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.settings.url}{FIRST}\n"


def places(site: Site) -> list[Page]:
    """The pages that a search should find, sorted by their addresses."""
    return sorted(found_by_search(html_pages(site)), key=lambda page: page.address)


def found_by_search(pages: Iterable[Page]) -> list[Page]:
    """Those of these pages that a search should find."""
    return [page for page in pages if page.kind not in _NOT_FOUND]


def _days(site: Site) -> dict[str, str]:
    """The day on which each paper was last changed, "" where its file does not say: in one pass over all papers."""
    dates = ((paper.id, paper.updated) for paper in site.corpus.papers.values())
    return {paper_id: date.iso if date and date.day else "" for paper_id, date in dates}


def _changed(site: Site, page: Page, days: Mapping[str, str]) -> str:
    """The day of the last change of a page, "" where that is not known."""
    if page.kind == "author":
        return max((days[paper_id] for paper_id in site.corpus.papers_of[page.subject]), default="")
    return days[page.subject] if page.kind == "paper" else ""


def _numbered(number: int) -> str:
    return f"sitemap-{number}.xml"
