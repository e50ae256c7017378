"""The lists of a site cut into pages, so that none grows without end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Final, TypeAlias

from profilegen.model.settings import HomeKind
from profilegen.pages import address
from profilegen.pages.card import address_of_category
from profilegen.pages.list_page import ListPage, PageLink, Section
from profilegen.pages.lists import papers_by_year, year_of
from profilegen.pages.people import people_by_group
from profilegen.pages.scope import papers_in
from profilegen.pages.site import Site

NEAR: Final = 2
"""So many pages before and after a page it always links to."""

STEPS: Final = 24
"""Of the others, about so many: any page is a few clicks away, and a page does not grow with their number."""

Span: TypeAlias = Callable[[str, str], str]
"""What is on a page, from its first and its last entry."""


def list_pages(site: Site) -> dict[str, ListPage]:
    """Every page of every list, by its address."""
    pages = (_pages(site, *one) for one in _lists(site))
    return {link.address: page for link, page in chain.from_iterable(pages)}


def _lists(site: Site) -> Iterator[tuple[str, str, Sequence[Section], Span]]:
    """Each list: where its first page is, the folder of the others, what is in it, and what to call a page."""
    corpus, home = site.corpus, site.home.kind
    people, papers = tuple(people_by_group(site)), tuple(papers_by_year(site))
    yield (address.HOME if home is HomeKind.PEOPLE else address.PEOPLE), address.PEOPLE, people, _families(site)
    yield (address.HOME if home is HomeKind.PAPERS else address.PAPERS), address.PAPERS, papers, _years(site, papers)
    chosen = ((f"{address.LISTS}{one.name}/", papers_in(site, one)) for one in site.settings.lists)
    plain = chain(
        ((address_of_category(name), ids) for name, ids in corpus.by_category.items()),
        ((at, tuple(paper.id for paper in listed)) for at, listed in chosen),
    )
    for at, ids in plain:
        sections = (Section("", ids),)
        yield at, at, sections, _years(site, sections)


def _pages(
    site: Site, first: str, folder: str, sections: Sequence[Section], span: Span
) -> list[tuple[PageLink, ListPage]]:
    entries = [(index, id_) for index, section in enumerate(sections) for id_ in section.ids]
    length = site.settings.page_length or len(entries) or 1
    parts = [entries[start : start + length] for start in range(0, len(entries), length)] or [[]]
    links = [
        PageLink(
            number,
            address.further(folder, number) if number > 1 else first,
            span(part[0][1], part[-1][1]) if len(parts) > 1 else "",
        )
        for number, part in enumerate(parts, start=1)
    ]
    return [
        (link, ListPage(link.number, len(parts), len(entries), tuple(_cut(sections, part)), _shown(links, link.number)))
        for link, part in zip(links, parts, strict=True)
    ]


def _cut(sections: Sequence[Section], part: Iterable[tuple[int, str]]) -> Iterator[Section]:
    """A part of the entries, each with the index of its section, as sections again."""
    for index, entries in groupby(part, key=lambda entry: entry[0]):
        yield Section(sections[index].heading, tuple(id_ for _, id_ in entries))


def _shown(links: Sequence[PageLink], number: int) -> tuple[PageLink, ...]:
    """The pages that a page links to: those near it, the first, the last, and some between."""
    count = len(links)
    step = -(-count // STEPS)
    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    return tuple(links[one - 1] for one in sorted({*near, *range(1, count + 1, step), count})) if count > 1 else ()


def _families(site: Site) -> Span:
    """From which family name to which."""
    people = site.corpus.people
    return lambda first, last: _from_to(site, people[first].name.family, people[last].name.family)


def _years(site: Site, sections: Sequence[Section]) -> Span:
    """From which year to which, "" where the list is in another order."""
    papers, length = site.corpus.papers, site.settings.page_length
    if not length or sum(len(section.ids) for section in sections) <= length:
        return lambda _first, _last: ""  # it is one page, which nothing leads to
    listed = [year_of(papers[id_]) for section in sections for id_ in section.ids]
    if any(before < after for before, after in pairwise(listed)):
        return lambda _first, _last: ""
    return lambda first, last: _from_to(site, *(str(year_of(papers[one]) or "?") for one in (first, last)))


def _from_to(site: Site, first: str, last: str) -> str:
    return first if first == last else site.words.say("paging.span", first=first, last=last)
