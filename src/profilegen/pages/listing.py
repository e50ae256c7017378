"""Which pages people read: the home, records, lists, and the old addresses that lead on."""

from collections.abc import Iterable, Iterator
from typing import Final

from profilegen.corpus.corpus import Corpus
from profilegen.model.settings import HomeKind
from profilegen.model.slugs import slug
from profilegen.pages import address
from profilegen.pages.card import address_of_category, address_of_paper
from profilegen.pages.page import Page
from profilegen.pages.site import Site
from profilegen.values import replace

LISTS: Final = ("people", "papers", "category", "list")
"""The kinds of page that may have further ones."""


def html_pages(site: Site) -> Iterator[Page]:
    """Every page that people read, the old addresses of records among them."""
    home = _home(site)
    yield home
    for page in _listed(site.corpus, site):
        here = home if _same(page, home) else page
        yield page if here is page else Page(page.address, "redirect", home.address)
        if page.kind in LISTS:
            yield from _further(site, page, here.address)
    yield from _moved(site)


def paged(pages: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The kinds of list of which one has further pages; `pages` are the kinds and files of a site's pages."""
    second = address.file_of(address.further("", 2))
    found = {kind for kind, file in pages if file.endswith(second) and kind in LISTS}
    return tuple(kind for kind in LISTS if kind in found)


def _listed(corpus: Corpus, site: Site) -> Iterator[Page]:
    """Every page at the address it has where it is not the home."""
    yield Page(address.NOT_FOUND, "404")
    yield Page(address.PEOPLE, "people")
    yield Page(address.PAPERS, "papers")
    for person in corpus.people.values():
        if person.has_page:
            source = person.author.file if person.author else ""
            yield Page(f"{address.PEOPLE}{person.id}/", "author", person.id, source)
    for paper in corpus.papers.values():
        yield Page(address_of_paper(paper), "paper", paper.id, paper.file)
    for category_id in corpus.by_category:
        yield Page(address_of_category(category_id), "category", category_id, _first_file(site, category_id))
    for page in corpus.pages.values():
        yield Page(f"{slug(page.id)}/", "page", page.id, page.file)
    for one in site.settings.lists:
        yield Page(f"{address.LISTS}{one.name}/", "list", one.name)
    if site.searched:
        yield Page(address.SEARCH, "search")


def _home(site: Site) -> Page:
    match site.home.kind:
        case HomeKind.PROFILE:
            author = site.corpus.people[site.home.id].author
            return Page(address.HOME, "author", site.home.id, author.file if author else "")
        case HomeKind.PAGE:
            page = next(page for page in site.corpus.pages.values() if slug(page.id) == site.home.id)
            return Page(address.HOME, "page", page.id, page.file)
        case kind:
            return Page(address.HOME, kind.value)


def _further(site: Site, page: Page, first: str) -> Iterator[Page]:
    """The other pages of a list that begins at the address `first`."""
    numbers = range(2, site.list_pages[first].count + 1)
    return (replace(page, address=address.further(page.address, number)) for number in numbers)


def _same(page: Page, home: Page) -> bool:
    return (page.kind, page.subject) == (home.kind, home.subject)


def _moved(site: Site) -> Iterator[Page]:
    """The old addresses of records: each leads on to the record's page."""
    corpus = site.corpus
    for person in corpus.people.values():
        author = person.author
        for old in author.old_urls if author else ():
            yield Page(_folder(old), "redirect", site.address_of_person(person), author.file if author else "")
    for paper in corpus.papers.values():
        for old in paper.old_urls:
            yield Page(_folder(old), "redirect", address_of_paper(paper), paper.file)


def _folder(old: str) -> str:
    """An old address as a page's: below the site's root; `x` and `x/` are the folder, `x.html` stays a file."""
    plain = old.strip("/").removesuffix(address.INDEX).rstrip("/")
    return plain if plain.endswith((".html", ".htm")) else f"{plain}/"


def _first_file(site: Site, category_id: str) -> str:
    return site.corpus.papers[site.corpus.by_category[category_id][0]].file
