"""Records that would share a page, or take one that the site makes itself."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage, Records
from profilegen.model.slugs import RESERVED, slug
from profilegen.problems import Place, Problem, problem, quoted, quoted_path

Record: TypeAlias = Paper | Author | OwnPage

_BELOW_A_FOLDER: Final = frozenset({"index", "index.html"})
"""Segments below `papers/` and `authors/` that are the folder's own page."""


def address_problems(records: Records) -> Iterator[Problem]:
    """An error for each record whose page is another's or the site's own; records in the order of id, then file."""
    yield from _checked(records.papers, "papers/", _BELOW_A_FOLDER)
    yield from _checked(records.authors, "authors/", _BELOW_A_FOLDER)
    yield from _checked(records.pages, "", RESERVED)


def _checked(records: Iterable[Record], folder: str, reserved: frozenset[str]) -> Iterator[Problem]:
    owners: dict[str, Record] = {}
    for record in sorted(records, key=lambda record: (record.id, record.file)):
        segment = slug(record.id)
        owner = owners.setdefault(segment, record)
        if segment in reserved:
            yield _reserved(record, f"{folder}{segment}/")
        elif owner is not record:
            yield _shared(record, owner, f"{folder}{segment}/")


def _reserved(record: Record, page: str) -> Problem:
    message = f"the page {quoted(page)} is one that the site makes itself"
    return problem("reserved-name", Place(record.file), message, "give the file another name")


def _shared(record: Record, owner: Record, page: str) -> Problem:
    if record.id == owner.id:
        message = f"{quoted_path(owner.file)} has the same id, {quoted(record.id)}"
        return problem("duplicate-id", Place(record.file), message, "the id is the file's name: rename one of the two")
    message = f"the page {quoted(page)} is also that of {quoted_path(owner.file)}"
    return problem("shared-page", Place(record.file), message, "rename one of the two files")
