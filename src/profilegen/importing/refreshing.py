"""Citation counts and published versions brought up to date in the files of known papers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Final

from profilegen.content.edit import Document
from profilegen.content.load import AUTHORS, PAPERS, load_kind
from profilegen.content.nodes import Plain
from profilegen.content.schema.paper import PaperFile
from profilegen.corpus.bylines import linked_bylines
from profilegen.corpus.wording import did_you_mean
from profilegen.importing.addresses import arxiv_in
from profilegen.importing.client import Client
from profilegen.importing.fitting import ORDER
from profilegen.importing.known import Known, known_papers
from profilegen.importing.openalex_works import citations
from profilegen.importing.plan import Change
from profilegen.importing.source import Asked, Count, Counter, Versions
from profilegen.model.dates import PartialDate
from profilegen.model.identifiers import doi_key
from profilegen.problems import Failure, quoted
from profilegen.values import Struct

DROP: Final = Fraction(9, 10)
"""A count below this share of the one before is shown and not taken: databases lose papers, papers no citations."""


class Fate(StrEnum):
    """What became of a paper's count."""

    UPDATED = "updated"
    SAME = "same"
    DROPPED = "dropped"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


class Refreshed(Struct, frozen=True):
    """The files that change, what became of each paper's count, and the published versions that were found.

    `left` says for each count that was not taken what it is and what it would be.
    """

    changes: tuple[Change, ...]
    fates: Mapping[str, Fate]
    left: tuple[str, ...]
    published: tuple[str, ...]


class Services(Struct, frozen=True):
    """Who is asked: for counts, for published versions, by which client, on which day."""

    counter: Counter
    versions: Versions
    client: Client
    today: PartialDate


def refreshed(root: Path, services: Services, author: str = "", *, accept: bool = False) -> Refreshed:
    """What a refresh changes in the site at `root`, or for the papers of one author; nothing is written.

    With `accept`, counts are taken that drop by more than a tenth, or that another source counted before.
    """
    papers = _papers(root, author)
    asked = [Asked(known.id, known.file.doi, known.file.arxiv or arxiv_in(known.file.doi)) for known in papers]
    counts = services.counter.counts([one for one in asked if one.doi or one.arxiv], services.client)
    found = services.versions.published(_unpublished(papers, asked), services.client)
    fates: dict[str, Fate] = {}
    left: list[str] = []
    changes: list[Change] = []
    for known in papers:
        document = known.document
        fates[known.id] = _fate(known, counts.get(known.id), services.counter.label, accept=accept)
        if fates[known.id] is Fate.UPDATED:
            document = _with_count(known, document, counts[known.id], services)
        elif fates[known.id] in (Fate.DROPPED, Fate.FOREIGN):
            left.append(_left(known, counts[known.id], services.counter.label))
        if known.id in found:
            document = _with_version(known, document, found[known.id])
        if document is not known.document:
            changes.append(Change(known.path, known.document.raw, document.raw))
    return Refreshed(tuple(changes), fates, tuple(left), tuple(sorted(found)))


def _papers(root: Path, author: str) -> Sequence[Known[PaperFile]]:
    papers = [known for known in known_papers(root) if not (known.file.draft or known.file.sample)]
    if not author:
        return papers
    own = _own(root, author)
    return [known for known in papers if known.id in own]


def _own(root: Path, author: str) -> frozenset[str]:
    """The ids of the papers that are linked to the author of this id."""
    authors, _ = load_kind(root, AUTHORS)
    papers, _ = load_kind(root, PAPERS)
    ids = frozenset(one.id for one in authors)
    if author not in ids:
        hint = did_you_mean(author, ids) or "the id is the file's name without its ending"
        raise Failure(f"there is no author {quoted(author)}", hint)
    matches = linked_bylines(papers, authors, ids).matches
    return frozenset(paper for paper, found in matches.items() if any(match.author == author for match in found))


def _unpublished(papers: Iterable[Known[PaperFile]], asked: Iterable[Asked]) -> Iterator[Asked]:
    """The preprints of which no published version is known."""
    for known, one in zip(papers, asked, strict=True):
        file = known.file
        published = (file.doi and not arxiv_in(file.doi)) or any(
            version.kind == "published" for version in file.versions
        )
        if one.arxiv and not published and not file.venue:
            yield one


def _fate(known: Known[PaperFile], count: Count | None, label: str, *, accept: bool) -> Fate:
    if count is None:
        return Fate.UNKNOWN
    held = known.file.citations
    years = (held.by_year if held else None) or known.file.citations_by_year
    if held is not None and held.source and held.source != label and not accept:
        return Fate.SAME if held.count == count.total else Fate.FOREIGN
    if held is not None and held.count is not None:
        if held.count == count.total and (not count.by_year or years == dict(count.by_year)):
            return Fate.SAME
        if count.total < held.count * DROP and not accept:
            return Fate.DROPPED
    return Fate.UPDATED


def _left(known: Known[PaperFile], count: Count, label: str) -> str:
    held = known.file.citations
    mine = held.count if held is not None and held.count is not None else "unknown"
    who = f" ({held.source})" if held is not None and held.source else ""
    return f"{known.path}: citations are {mine}{who}, {label} counts {count.total}"


def _with_count(known: Known[PaperFile], document: Document, count: Count, services: Services) -> Document:
    value = citations(count, services.counter.label, services.today.iso)
    by_year = value.get("by_year")
    if by_year and "citations_by_year" in known.written:
        document = document.with_value(("citations_by_year",), by_year, ORDER)
        del value["by_year"]
    if not isinstance(known.written.get("citations"), dict):
        return document.with_value(("citations",), value, ORDER)
    held = known.written["citations"]
    for key, item in value.items():
        if isinstance(held, dict) and held.get(key) != item:
            document = document.with_value(("citations", key), item)
    return document


def _with_version(known: Known[PaperFile], document: Document, version: Mapping[str, Plain]) -> Document:
    held = known.written.get("versions")
    listed = held if isinstance(held, list) else []
    dois = {doi_key(one.doi) for one in known.file.versions if one.doi}
    if doi_key(str(version.get("doi") or "")) in dois:
        return document
    return document.with_value(("versions",), [*listed, dict(version)], ORDER)
