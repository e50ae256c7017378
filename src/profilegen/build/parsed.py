"""What a content file says: its record without the texts, and these as HTML, both as bytes that can be sent."""

from collections.abc import Callable
from typing import Final, TypeAlias

from profilegen.content.source import Source, hash_of
from profilegen.markup import Markup, Rendered
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.model.text import NO_TEXT
from profilegen.output.catalogue import hash_of as item_hash
from profilegen.pages.texts import PageText, PaperText, biography, page_text, paper_text
from profilegen.problems import Problem
from profilegen.values import Struct, replace

Record: TypeAlias = Paper | Author | OwnPage
Converted: TypeAlias = PaperText | PageText | Rendered

NOTHING: Final = b""


class Parsed(Struct, frozen=True):
    """What a file says: its record without the texts, and these converted, as bytes; none where anything is wrong.

    A paper's title stands by itself as well. `hashes` are those of the record, the title and the text, one after
    the other: whoever reads a file computes them, so that whoever keeps what it says need not.

    `hash` is that of the file's bytes; where they are as they were, `same` is set and nothing else. `head` is the hash
    of the keys above the text, empty where the text does not stand below them.
    """

    hash: bytes
    same: bool = False
    head: bytes = NOTHING
    record: bytes = NOTHING
    title: bytes = NOTHING
    text: bytes = NOTHING
    hashes: bytes = NOTHING
    accept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def converted(markup: Markup, record: Record) -> Converted | None:
    """The texts of a record as HTML."""
    match record:
        case Paper():
            return paper_text(markup, record)
        case Author():
            return biography(markup, record) if record.biography else None
        case OwnPage():
            return page_text(markup, record)


def bare(record: Record) -> Record:
    """The record without its texts, which nothing but pages needs."""
    match record:
        case Paper():
            return replace(record, abstract=NO_TEXT, note=NO_TEXT)
        case Author():
            return replace(record, biography=NO_TEXT)
        case OwnPage():
            return replace(record, body=NO_TEXT)


def head_of(source: Source, record: Record) -> bytes:
    """The hash of what stands above a paper's abstract; empty where that is not what stands below the keys."""
    if not isinstance(record, Paper) or not record.abstract or record.abstract.span.indent != 0:
        return NOTHING
    return hash_above(source, record.abstract.source)


def hash_above(source: Source, body: str) -> bytes:
    """The hash of what stands above the body of a file."""
    above = source.text.rstrip(" \t\n").removesuffix(body)
    return hash_of(above.encode("utf-8", "surrogatepass"))


def with_text(file: Parsed, text: Converted | None, encode: Callable[[object], bytes]) -> Parsed:
    """What a good file says, with its texts and what is wrong with them."""
    of_text = tuple([found for rendered in _rendered(text) for found in rendered.problems])
    if text is not None and of_text:
        text = _silent(text)
    title = encode(text.title) if isinstance(text, PaperText) else NOTHING
    whole = encode(text) if text is not None else NOTHING
    return Parsed(
        file.hash,
        head=file.head,
        record=file.record,
        title=title,
        text=whole,
        hashes=b"".join(map(item_hash, (file.record, title, whole))),
        accept=file.accept,
        problems=file.problems + of_text,
    )


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
