"""A found paper into the file of the known one: what it lacks is added, what differs is left and said."""

from collections.abc import Container, Iterator
from typing import Final

from profilegen.content.edit import Document
from profilegen.content.nodes import Plain
from profilegen.content.read import MARKDOWN
from profilegen.content.schema.check import file_of
from profilegen.content.schema.paper import PaperFile
from profilegen.importing.candidate import Fields
from profilegen.importing.comparing import says_the_same, shown
from profilegen.importing.fitting import ORDER
from profilegen.importing.known import Known, understood
from profilegen.problems import Failure
from profilegen.values import Struct

MAPS: Final = ("links", "dates", "extra", "ratings")
"""Keys whose own keys are filled one by one."""

_QUIET: Final = frozenset({"citations", "citekey", "added", "updated", "extra", "old_urls", "weight", "draft"})
"""Keys of which another value is no news: counts are refreshed, the rest is the site's own."""

_IMPLIED: Final = {"category": "categories", "tags": "keywords", "date": "dates", "citations": "citations_by_year"}
"""Keys that say what another key may say as well."""


class Difference(Struct, frozen=True):
    """A value that the site has and the source has otherwise."""

    key: str
    mine: str
    theirs: str


class Merged(Struct, frozen=True):
    """A known paper with what it lacked: the keys that were added, those that were overwritten, what differs."""

    known: Known[PaperFile]
    added: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


def merge(known: Known[PaperFile], fields: Fields, overwrite: Container[str] = ()) -> Merged:
    """The known paper with the keys of `fields` that it lacks, and with those in `overwrite` as they are there."""
    offered = file_of(PaperFile, fields)
    document = known.document
    added, overwritten, differences = [], [], []
    for path, value in _parts(fields):
        key = path[0]
        mine = _mine(known, path)
        if mine is None and not _implied(known, key):
            document = _put(known, document, path, value)
            added.append(".".join(path))
        elif _same(known, offered, path, mine, value):
            continue
        elif key in overwrite:
            document = _put(known, document, path, value)
            overwritten.append(".".join(path))
        elif key not in _QUIET:
            differences.append(Difference(".".join(path), shown(mine), shown(value)))
    if document is known.document:
        return Merged(known, differences=tuple(differences))
    return Merged(_again(known, document), tuple(added), tuple(overwritten), tuple(differences))


def _parts(fields: Fields) -> Iterator[tuple[tuple[str, ...], Plain]]:
    for key, value in fields.items():
        if key in MAPS and isinstance(value, dict):
            yield from (((key, name), item) for name, item in value.items())
        else:
            yield (key,), value


def _mine(known: Known[PaperFile], path: tuple[str, ...]) -> Plain:
    """What the file has at `path`; None where it has nothing there."""
    if path == ("abstract",):
        return known.body or known.written.get("abstract") or None
    held: Plain = known.written
    for step in path:
        held = held.get(step) if isinstance(held, dict) else None
    return held if held not in ("", [], {}) else None


def _implied(known: Known[PaperFile], key: str) -> bool:
    return bool(known.written.get(_IMPLIED.get(key, "")))


def _same(known: Known[PaperFile], offered: PaperFile, path: tuple[str, ...], mine: Plain, value: Plain) -> bool:
    key = path[0]
    if mine is None or (key == "category" and offered.category in known.file.categories):
        return True
    if key == "abstract":
        return " ".join(shown(mine).split()) == " ".join(shown(value).split())
    return mine == value if len(path) > 1 else says_the_same(key, known.file, offered)


def _put(known: Known[PaperFile], document: Document, path: tuple[str, ...], value: Plain) -> Document:
    if path == ("abstract",) and known.path.endswith(MARKDOWN) and "abstract" not in known.written:
        return document.with_body(shown(value))
    return document.with_value(path, value, ORDER)


def _again(known: Known[PaperFile], document: Document) -> Known[PaperFile]:
    read = understood(known.id, document, PaperFile)
    if not isinstance(read, Known):
        raise Failure(f"{read[0]}", "the file is as it was: change it by hand")
    return read
