"""Content files to records and texts, in whatever process: what goes in and comes out can be sent."""

from collections.abc import Callable
from functools import cache
from typing import Final, TypeAlias

from profilegen.content.discover import Found
from profilegen.content.load import AUTHORS, PAGES, PAPERS, load_source
from profilegen.content.source import Source, read_source
from profilegen.markup import Markup, Rendered
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.model.text import NO_TEXT
from profilegen.output.codec import encoder
from profilegen.pages.texts import PageText, PaperText, biography, page_text, paper_text
from profilegen.problems import Problem
from profilegen.values import Struct, replace

Record: TypeAlias = Paper | Author | OwnPage
Converted: TypeAlias = PaperText | PageText | Rendered

Wanted: TypeAlias = tuple[str, Found, bytes]
"""A file to read: its kind, where it is, and the hash that it had when it was last read."""

NOTHING: Final = b""


class Parsed(Struct, frozen=True):
    """What a file says: its record without the texts, and these converted, as bytes; none where anything is wrong.

    A paper's title stands by itself as well.

    `hash` is that of the file's bytes; where they are as they were, `same` is set and nothing else.
    """

    hash: bytes
    same: bool = False
    record: bytes = NOTHING
    title: bytes = NOTHING
    text: bytes = NOTHING
    accept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_files(wanted: tuple[Wanted, ...]) -> list[Parsed]:
    """Read these files, in their order."""
    markup, encode = _markup(), encoder()
    return [_parsed(markup, encode, *one) for one in wanted]


@cache
def _markup() -> Markup:
    """A worker's one: it takes as long to make as to read three files."""
    return Markup()


def _parsed(markup: Markup, encode: Callable[[object], bytes], kind: str, found: Found, known: bytes) -> Parsed:
    source = read_source(found.on_disk, found.shown)
    hashed = NOTHING if isinstance(source, Problem) else source.hash
    if known and hashed == known:
        return Parsed(hashed, same=True)
    records, problems = _load(kind, found, source)
    if not records:
        return Parsed(hashed, problems=problems)
    (record,) = records
    bare, text = _parts(markup, record)
    of_text = tuple(found for rendered in _rendered(text) for found in rendered.problems)
    if text is not None and of_text:
        text = _silent(text)
    return Parsed(
        hashed,
        record=encode(bare),
        title=encode(text.title) if isinstance(text, PaperText) else NOTHING,
        text=encode(text) if text is not None else NOTHING,
        accept=record.accept,
        problems=problems + of_text,
    )


def _load(kind: str, found: Found, source: Source | Problem) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    match kind:
        case "papers":
            return load_source(source, found, PAPERS)
        case "authors":
            return load_source(source, found, AUTHORS)
        case _:
            return load_source(source, found, PAGES)


def _parts(markup: Markup, record: Record) -> tuple[Record, Converted | None]:
    """The record without its texts, which nothing but pages needs, and these as HTML."""
    match record:
        case Paper():
            bare: Record = replace(record, abstract=NO_TEXT, note=NO_TEXT)
            return bare, paper_text(markup, record)
        case Author():
            return replace(record, biography=NO_TEXT), biography(markup, record) if record.biography else None
        case OwnPage():
            return replace(record, body=NO_TEXT), page_text(markup, record)


def _rendered(text: Converted | None) -> tuple[Rendered, ...]:
    match text:
        case PaperText():
            return (text.title, text.abstract, text.note)
        case PageText():
            return (text.title, text.body)
        case Rendered():
            return (text,)
        case None:
            return ()


def _silent(text: Converted) -> Converted:
    """The text without what is wrong with it."""
    match text:
        case PaperText():
            return PaperText(_quiet(text.title), _quiet(text.abstract), _quiet(text.note))
        case PageText():
            return PageText(_quiet(text.title), _quiet(text.body))
        case Rendered():
            return _quiet(text)


def _quiet(rendered: Rendered) -> Rendered:
    return replace(rendered, problems=()) if rendered.problems else rendered
