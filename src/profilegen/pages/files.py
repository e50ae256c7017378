"""The files of papers that stand beside pages: which there are, their links, and what is in them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.exports.person import Definition, Number, Profile, SiteHead, document, person_json
from profilegen.exports.record import listed
from profilegen.exports.table import table
from profilegen.metrics import Measured
from profilegen.model.settings import Notation
from profilegen.pages import address
from profilegen.pages.exported import piece
from profilegen.pages.page import Page
from profilegen.pages.scope import SITE, Scope, author_scope, category_scope, list_scope, paper_scope, scope_of
from profilegen.pages.site import Site
from profilegen.pages.views import LinkView

LABELS: Final[Mapping[Notation, str]] = MappingProxyType(
    {
        Notation.BIBTEX: "BibTeX",
        Notation.RIS: "RIS",
        Notation.CSL: "CSL-JSON",
        Notation.JSON: "JSON",
        Notation.CSV: "CSV",
        Notation.ATOM: "Atom",
    }
)
"""What the notations are called, in every language."""


def file_pages(site: Site) -> Iterator[Page]:
    """Every file of papers; feeds only where the site's address is known, for they hold whole addresses."""
    for subject, source in _subjects(site):
        scope = scope_of(site, subject)
        for notation in notations(site, scope):
            yield Page(scope.file(notation), notation.value, subject, source)


def notations(site: Site, scope: Scope) -> tuple[Notation, ...]:
    """The notations that have a file in this scope."""
    return tuple(one for one in scope.notations if one is not Notation.ATOM or site.settings.url)


def file_links(site: Site, subject: str, root: str) -> tuple[LinkView, ...]:
    """Links to the files of a scope, in the order of print."""
    scope = scope_of(site, subject)
    return tuple(LinkView(LABELS[one], address.link(root, scope.file(one))) for one in notations(site, scope))


def written(site: Site, page: Page) -> str:
    """What is in the file that the page is."""
    scope = scope_of(site, page.subject)
    return WRITERS[Notation(page.kind)](site, scope)


def _subjects(site: Site) -> Iterator[tuple[str, str]]:
    """Each scope that may have files, with the record that it is about."""
    yield SITE, ""
    yield from ((list_scope(one.name), "") for one in site.settings.lists)
    yield from ((category_scope(category_id), "") for category_id in site.corpus.by_category)
    for person in site.corpus.people.values():
        if person.author is not None and person.has_page:
            yield author_scope(person.id), person.author.file
    if site.settings.exports.paper:
        yield from ((paper_scope(paper.id), paper.file) for paper in site.corpus.papers.values())


def _pieces(site: Site, scope: Scope, notation: Notation) -> Iterator[str]:
    return (piece(site, notation, paper_id) for paper_id in scope.papers)


def _bibtex(site: Site, scope: Scope) -> str:
    return "\n".join(_pieces(site, scope, Notation.BIBTEX))


def _ris(site: Site, scope: Scope) -> str:
    return "\n".join(_pieces(site, scope, Notation.RIS))


def _csl(site: Site, scope: Scope) -> str:
    return f"{listed(_pieces(site, scope, Notation.CSL))}\n"


def _csv(site: Site, scope: Scope) -> str:
    return table(_pieces(site, scope, Notation.CSV))


def _json(site: Site, scope: Scope) -> str:
    """The site has its people in it, and further versions of papers too; an author's file has that author."""
    papers = site.corpus.papers if scope.subject == SITE else scope.papers
    pieces = (piece(site, Notation.JSON, paper_id) for paper_id in papers)
    settings = site.settings
    head = SiteHead(
        site.title,
        settings.url,
        settings.description,
        settings.language,
        settings.license,
        site.corpus.as_of.iso,
    )
    people = [_person(site, person_id) for person_id in _people(site, scope)]
    return document(head, _definitions(site) if people else (), people, pieces)


def _people(site: Site, scope: Scope) -> Iterator[str]:
    if scope.subject == SITE:
        yield from (person.id for person in site.corpus.people.values() if person.has_page)
    elif scope.person:
        yield scope.person


def _person(site: Site, person_id: str) -> str:
    person = site.corpus.people[person_id]
    measured = site.measured[person_id] if person.author is not None else ()
    return person_json(
        Profile(
            person.id,
            person.name,
            site.address_of_person(person),
            person.author,
            site.corpus.papers_of[person_id],
            tuple(_number(one) for one in measured),
        )
    )


def _number(one: Measured) -> Number:
    return Number(one.definition.name, one.value, one.computed, one.text, one.known, one.of, one.core, one.reported)


def _definitions(site: Site) -> Iterator[Definition]:
    for one in next(iter(site.measured.values()), ()):
        said = one.definition
        yield Definition(said.name, said.label, said.meaning, said.source, said.format.value)


WRITERS: Final[Mapping[Notation, Callable[[Site, Scope], str]]] = MappingProxyType(
    {
        Notation.BIBTEX: _bibtex,
        Notation.RIS: _ris,
        Notation.CSL: _csl,
        Notation.JSON: _json,
        Notation.CSV: _csv,
    }
)
"""How the papers of a scope are joined in each notation."""
