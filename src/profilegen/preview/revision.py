"""What a change of files comes to: papers that link as before and new texts, or more than that."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from profilegen.build.parsed import bare
from profilegen.corpus.revising import links_alike
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.preview.reading import Read, Reading
from profilegen.problems import Problem
from profilegen.values import Struct

Record: TypeAlias = Paper | Author | OwnPage
Kept = TypeVar("Kept", Paper, Author, OwnPage)


class Revision(Struct, frozen=True):
    """The records to put in the place of earlier ones: papers that link alike, authors and pages with another text.

    `retold` is whether the papers too have no more than other texts.
    """

    papers: tuple[Paper, ...]
    authors: tuple[Author, ...]
    pages: tuple[OwnPage, ...]
    retold: bool

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self.papers) + len(self.authors) + len(self.pages)


def revision(before: Reading, after: Reading) -> Revision | None:
    """The records that changed; None where anything changed that others are linked or ordered by."""
    if (before.settings, before.look) != (after.settings, after.look) or _problems(before) != _problems(after):
        return None
    papers = _changed(before.papers.files, after.papers.files)
    authors = _changed(before.authors.files, after.authors.files)
    pages = _changed(before.pages.files, after.pages.files)
    if papers is None or authors is None or pages is None:
        return None
    linked = all(links_alike(old, new) for old, new in papers)
    told = all(_same_but_for_text(*pair) for pair in authors) and all(_same_but_for_text(*pair) for pair in pages)
    retold = all(_same_but_for_text(*pair) for pair in papers)
    return Revision(_new(papers), _new(authors), _new(pages), retold) if linked and told else None


def _changed(before: Mapping[str, Read[Kept]], after: Mapping[str, Read[Kept]]) -> list[tuple[Kept, Kept]] | None:
    """The record before and the one after of each file that changed; None where a file has none or is another."""
    if before.keys() != after.keys():
        return None
    changed = [(before[path], read) for path, read in after.items() if read is not before[path]]
    if not all(len(old.records) == len(new.records) == 1 and old.found == new.found for old, new in changed):
        return None
    return [(old.records[0], new.records[0]) for old, new in changed]


def _new(pairs: Iterable[tuple[Kept, Kept]]) -> tuple[Kept, ...]:
    return tuple(new for _, new in pairs)


def _same_but_for_text(old: Record, new: Record) -> bool:
    """Places count too, for messages name them: hence the comparison of what is printed."""
    return repr(bare(old)) == repr(bare(new))


def _problems(reading: Reading) -> tuple[tuple[Problem, ...], ...]:
    """What is wrong with the site beside its records."""
    shelves = (reading.papers, reading.authors, reading.pages)
    return (reading.look_problems, *(shelf.problems for shelf in shelves))
