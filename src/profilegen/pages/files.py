"""The files of papers that stand beside pages: which there are, their links, and what is in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from profilegen.exports.person import Definition, Number, Profile, SiteHead, opening, person_json
from profilegen.exports.table import heading
from profilegen.metrics import Measured
from profilegen.model.author import Author
from profilegen.model.settings import Notation
from profilegen.model.text import Text
from profilegen.pages import address
from profilegen.pages.exported import piece
from profilegen.pages.page import Page
from profilegen.pages.scope import SITE, Scope, author_scope, category_scope, list_scope, paper_scope, scope_of
from profilegen.pages.site import Site
from profilegen.pages.views import LinkView
from profilegen.values import Struct, replace

PERSON: Final = "person"
"""The kind of a piece that is a person."""

Key: TypeAlias = tuple[str, str]
"""A piece: the value of its notation and the paper's id, or PERSON and the person's."""

Strand: TypeAlias = tuple[str, Key | None]
"""A piece behind what stands before it."""


class Row(Struct, frozen=True):
    """Pieces side by side, and what stands before, between and behind them."""

    keys: Sequence[Key]
    start: str = ""
    between: str = ""
    end: str = ""


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


def is_joined(page: Page) -> bool:
    """Whether the page is a file of pieces."""
    return page.kind in ROWS


def written(site: Site, page: Page) -> str:
    """What is in the file that the page is."""
    return "".join(text for before, key in strands(site, page) for text in (before, made(site, key)[0] if key else ""))


def strands(site: Site, page: Page) -> list[Strand]:
    """The pieces in the file that the page is, each behind what stands before it; the last is no piece."""
    found: list[Strand] = []
    waiting = ""
    for row in ROWS[Notation(page.kind)](site, scope_of(site, page.subject)):
        waiting += row.start
        for key in row.keys:
            found.append((waiting, key))
            waiting = row.between
        waiting = row.end if row.keys else waiting + row.end
    return [*found, (waiting, None)]


def made(site: Site, key: Key) -> tuple[str, tuple[int, ...]]:
    """A piece, and what it was made from."""
    kind, subject = key
    if kind == PERSON:
        return site.shared.made(key, lambda: _person(site, subject))
    return piece(site, kind, subject)


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


def _bibtex(_site: Site, scope: Scope) -> Iterator[Row]:
    yield Row(_papers(scope.papers, Notation.BIBTEX), between="\n")


def _ris(_site: Site, scope: Scope) -> Iterator[Row]:
    yield Row(_papers(scope.papers, Notation.RIS), between="\n")


def _csl(_site: Site, scope: Scope) -> Iterator[Row]:
    yield _list("", _papers(scope.papers, Notation.CSL), "\n")


def _csv(_site: Site, scope: Scope) -> Iterator[Row]:
    yield Row(_papers(scope.papers, Notation.CSV), heading())


def _json(site: Site, scope: Scope) -> Iterator[Row]:
    """The site has its people in it, and further versions of papers too; an author's file has that author."""
    papers = site.corpus.papers if scope.subject == SITE else scope.papers
    settings = site.settings
    head = SiteHead(
        site.title,
        settings.url,
        settings.description,
        settings.language,
        settings.license,
        site.corpus.as_of.iso,
    )
    people = [(PERSON, person_id) for person_id in _people(site, scope)]
    yield _list(f'{opening(head, _definitions(site) if people else ())}"people":', people, ",\n")
    yield _list('"papers":', _papers(papers, Notation.JSON), "}\n")


def _papers(papers: Iterable[str], notation: Notation) -> list[Key]:
    kind = notation.value  # a plain text: it is looked up more often than anything else
    return [(kind, paper_id) for paper_id in papers]


def _list(before: str, keys: list[Key], after: str) -> Row:
    """Pieces of JSON as a list, one a line."""
    return Row(keys, f"{before}[\n", ",\n", f"\n]{after}") if keys else Row([], f"{before}[]{after}")


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
            _author(site, person.author),
            site.corpus.papers_of[person_id],
            tuple(_number(one) for one in measured),
        )
    )


def _author(site: Site, author: Author | None) -> Author | None:
    """The author with the biography as typed: what is kept of the record between builds is without it."""
    if author is None or author.biography or author.id not in site.texts.biographies:
        return author
    return replace(author, biography=Text(site.texts.biographies[author.id].source))


def _number(one: Measured) -> Number:
    return Number(one.definition.name, one.value, one.computed, one.text, one.known, one.of, one.core, one.reported)


def _definitions(site: Site) -> Iterator[Definition]:
    for said in site.definitions:
        yield Definition(said.name, said.label, said.meaning, said.source, said.format.value)


ROWS: Final[Mapping[Notation, Callable[[Site, Scope], Iterator[Row]]]] = MappingProxyType(
    {
        Notation.BIBTEX: _bibtex,
        Notation.RIS: _ris,
        Notation.CSL: _csl,
        Notation.JSON: _json,
        Notation.CSV: _csv,
    }
)
"""What stands in the file of a scope in each notation."""
