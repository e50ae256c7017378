"""Content files to records and texts, in whatever process: what goes in and comes out can be sent."""

import time
from collections.abc import Callable, Iterator
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


def read_files(wanted: tuple[Wanted, ...]) -> list[tuple[Parsed, float]]:
    """Read these files, in their order; what each says, and the seconds that it took."""
    return list(_read(wanted, _markup(), encoder()))


def _read(
    wanted: tuple[Wanted, ...], markup: Markup, encode: Callable[[object], bytes]
) -> Iterator[tuple[Parsed, float]]:
    done = time.perf_counter()
    for one in wanted:
        began, file = done, _parsed(markup, encode, *one)
        done = time.perf_counter()
        yield file, done - began


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
