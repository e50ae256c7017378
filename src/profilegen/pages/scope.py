"""What a file of papers is about: the site, an author, a list, a category, one paper."""

from collections.abc import Sequence
from typing import Final

from profilegen.model.paper import Paper
from profilegen.model.settings import Exports, Notation, PaperList
from profilegen.pages import address
from profilegen.pages.card import address_of_category, address_of_paper
from profilegen.pages.site import Site
from profilegen.values import Struct

ENDINGS: Final = {
    Notation.BIBTEX: "bib",
    Notation.RIS: "ris",
    Notation.CSL: "csl.json",
    Notation.JSON: "json",
    Notation.CSV: "csv",
}

SITE: Final = ""
"""The subject of what is about the whole site."""


class Scope(Struct, frozen=True):
    """Some of the site's papers, by id in the order shown: `page` is the address of the page that lists them.

    `folder` is where their files are, `title` what feeds and files call them; `person` is the id of the author whose
    papers they are, else "".
    """

    subject: str
    title: str
    page: str
    folder: str
    papers: Sequence[str]
    notations: tuple[Notation, ...]
    person: str = ""

    def file(self, notation: Notation) -> str:
        """The address of the file in that notation."""
        if notation is Notation.ATOM:
            return f"{self.folder}feed.xml"
        stem = "paper" if self.subject.startswith(address.PAPERS) else "papers"
        return f"{self.folder}{stem}.{ENDINGS[notation]}"


def scope_of(site: Site, subject: str) -> Scope:
    """The scope of `authors/ID`, `lists/NAME`, `fields/ID`, `papers/ID` or, for "", of the site."""
    kind, _, name = subject.partition("/")
    match f"{kind}/":
        case address.PEOPLE:
            return _of_author(site, name)
        case address.LISTS:
            return _of_list(site, name)
        case address.FIELDS:
            page, papers = address_of_category(name), site.corpus.by_category[name]
            return Scope(subject, site.category(name).name, page, page, papers, _feed(site.settings.exports))
        case address.PAPERS:
            page = address_of_paper(site.corpus.papers[name])
            return Scope(subject, site.title, page, page, (name,), site.settings.exports.paper)
        case _:
            return _of_site(site)


def author_scope(person_id: str) -> str:
    """The subject of what is about an author."""
    return f"{address.PEOPLE}{person_id}"


def list_scope(name: str) -> str:
    """The subject of what is about a list of the settings."""
    return f"{address.LISTS}{name}"


def category_scope(category_id: str) -> str:
    """The subject of what is about a category."""
    return f"{address.FIELDS}{category_id}"


def paper_scope(paper_id: str) -> str:
    """The subject of what is about one paper."""
    return f"{address.PAPERS}{paper_id}"


def papers_in(site: Site, wanted: PaperList) -> tuple[Paper, ...]:
    """The papers of a list of the settings, in the site's order."""
    listed = (paper for paper in site.corpus.papers.values() if paper.id not in site.corpus.versions)
    return tuple(paper for paper in listed if _fits(paper, wanted))


def _of_site(site: Site) -> Scope:
    papers = [paper_id for paper_id in site.corpus.papers if paper_id not in site.corpus.versions]
    return Scope(SITE, site.title, address.HOME, "", papers, site.settings.exports.site)


def _of_author(site: Site, person_id: str) -> Scope:
    person = site.corpus.people[person_id]
    return Scope(
        author_scope(person_id),
        person.name.full,
        site.address_of_person(person),
        f"{address.PEOPLE}{person_id}/",
        site.corpus.papers_of[person_id],
        site.settings.exports.author if person.author is not None else (),
        person_id,
    )


def _of_list(site: Site, name: str) -> Scope:
    wanted = next(one for one in site.settings.lists if one.name == name)
    papers = tuple(paper.id for paper in papers_in(site, wanted))
    folder = f"{address.LISTS}{name}/"
    return Scope(list_scope(name), wanted.title, folder, folder, papers, site.settings.exports.site)


def _feed(exports: Exports) -> tuple[Notation, ...]:
    """A category has no file but a feed, where the site has one."""
    return tuple(one for one in exports.site if one is Notation.ATOM)


def _fits(paper: Paper, wanted: PaperList) -> bool:
    year = paper.date.year if paper.date else None
    first, last = wanted.years or (0, 0)
    grants = {word.casefold() for grant in paper.funding for word in (grant.funder, grant.grant) if word}
    return (
        (wanted.years is None or (year is not None and first <= year <= last))
        and (not wanted.types or paper.type in wanted.types)
        and (not wanted.tags or not {tag.casefold() for tag in wanted.tags}.isdisjoint(map(str.casefold, paper.tags)))
        and (not wanted.grants or not grants.isdisjoint(map(str.casefold, wanted.grants)))
    )
