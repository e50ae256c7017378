"""What an import does to a site, worked out before a byte is written."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from profilegen.content.edit import Document
from profilegen.content.notation import record
from profilegen.content.schema.check import file_of
from profilegen.content.schema.paper import PaperFile
from profilegen.importing.candidate import Candidate, Fields
from profilegen.importing.fitting import fitted
from profilegen.importing.ids import paper_id
from profilegen.importing.known import Known, understood
from profilegen.importing.matching import Shelf
from profilegen.importing.merging import Difference, merge
from profilegen.problems import Place, Problem, Severity, problem, quoted
from profilegen.values import Struct

FOLDER = "content/papers"


class Kind(StrEnum):
    """What became of an entry."""

    NEW = "new"
    FILLED = "filled"
    SAME = "same"
    REFUSED = "refused"


class Outcome(Struct, frozen=True):
    """An entry of the source: where it stands, what became of it, in which file, and which values differ there."""

    place: Place
    kind: Kind
    path: str = ""
    keys: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


class Change(Struct, frozen=True):
    """A file of the site: its bytes before and after, None where there is none."""

    path: str
    before: bytes | None
    after: bytes | None


class Plan(Struct, frozen=True):
    """All that is to be done: files that change, what became of each entry, what is wrong in the source.

    `ids` are those of the papers that the entries became or were, in their order.
    """

    changes: tuple[Change, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    papers: tuple[Known[PaperFile], ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(slots=True)
class _Planning:
    """A plan as it grows."""

    overwrite: Container[str]
    taken: set[str]
    shelf: Shelf = field(default_factory=Shelf)
    papers: dict[str, Known[PaperFile]] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def hold(self, known: Known[PaperFile]) -> None:
        self.papers[known.id] = known
        self.taken.add(known.id.casefold())
        self.shelf.put(known.id, known.file)

    def take(self, found: Candidate) -> None:
        """Find the entry's paper, or make one of it."""
        candidate, problems = fitted(found)
        self.problems += problems
        if candidate is None:
            self.outcomes.append(Outcome(found.place, Kind.REFUSED))
            return
        file = file_of(PaperFile, candidate.fields)
        identity = self.shelf.find(file)
        if identity is None:
            self._add(candidate, file)
        else:
            self._merge(candidate, self.papers[identity])

    def _merge(self, candidate: Candidate, known: Known[PaperFile]) -> None:
        merged = merge(known, candidate.fields, self.overwrite)
        self.hold(merged.known)
        keys = merged.added + merged.overwritten
        kind = Kind.FILLED if keys else Kind.SAME
        self.outcomes.append(Outcome(candidate.place, kind, known.path, keys, merged.differences))
        self.ids.append(known.id)

    def _add(self, candidate: Candidate, file: PaperFile) -> None:
        identity = paper_id(file, self.taken)
        document = Document(f"{FOLDER}/{identity}.md", _text(candidate.fields))
        known = understood(identity, document, PaperFile)
        if not isinstance(known, Known):
            reason = f"{quoted(candidate.key)} cannot be written as a file: {known[0].message}"
            self.problems.append(problem("bad-entry", candidate.place, reason))
            self.outcomes.append(Outcome(candidate.place, Kind.REFUSED))
            return
        self.hold(known)
        self.outcomes.append(Outcome(candidate.place, Kind.NEW, known.path))
        self.ids.append(identity)


def plan(
    candidates: Iterable[Candidate],
    papers: Iterable[Known[PaperFile]],
    overwrite: Container[str] = (),
    taken: Iterable[str] = (),
) -> Plan:
    """What becomes of the candidates in a site that has these papers; `taken` are further ids that no file may have."""
    planning = _Planning(overwrite, {identity.casefold() for identity in taken})
    before = {}
    for known in papers:
        planning.hold(known)
        before[known.id] = known.document.raw
    for candidate in candidates:
        planning.take(candidate)
    changes = tuple(
        Change(known.path, before.get(identity), known.document.raw)
        for identity, known in planning.papers.items()
        if before.get(identity) != known.document.raw
    )
    return Plan(
        changes,
        tuple(planning.outcomes),
        tuple(planning.problems),
        tuple(planning.papers.values()),
        tuple(planning.ids),
    )


def refused(problems: Iterable[Problem]) -> tuple[Outcome, ...]:
    """The entries that a source has and that could not be read at all."""
    return tuple(Outcome(found.place, Kind.REFUSED) for found in problems if found.severity is Severity.ERROR)


def _text(fields: Fields) -> bytes:
    head = dict(fields)
    body = head.pop("abstract", "")
    return record(head, body if isinstance(body, str) else "").encode()
