"""Content files to records and texts, in whatever process: what goes in and comes out can be sent."""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from profilegen.build.parsed import NOTHING, Parsed, Record, bare, converted, head_of, with_text
from profilegen.content.discover import Found
from profilegen.content.load import AUTHORS, PAGES, PAPERS, load_source
from profilegen.content.source import Source, read_source
from profilegen.markup import Markup
from profilegen.output.codec import encoder
from profilegen.problems import Problem

Wanted: TypeAlias = tuple[str, Found, bytes]
"""A file to read: its kind, where it is, and the hash that it had when it was last read."""


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
    head = NOTHING if isinstance(source, Problem) else head_of(source, record)
    file = Parsed(hashed, head=head, record=encode(bare(record)), accept=record.accept, problems=problems)
    return with_text(file, converted(markup, record), encode)


def _load(kind: str, found: Found, source: Source | Problem) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    match kind:
        case "papers":
            return load_source(source, found, PAPERS)
        case "authors":
            return load_source(source, found, AUTHORS)
        case _:
            return load_source(source, found, PAGES)
