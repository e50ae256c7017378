"""BibTeX files: entries with their values put together, what is wrong with them, and where."""

import logging
import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    MiddlewareErrorBlock,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.from_bibtex import Raw, candidate
from profilegen.problems import Place, Problem, problem, quoted
from profilegen.values import replace

_PIECE: Final = re.compile(r"\s*(?:(?P<macro>[^\s#{}\",=]+)|(?P<open>[{\"]))")
_JOIN: Final = re.compile(r"\s*#")
_NEXT_FIELD: Final = re.compile(r"\s*([A-Za-z][\w:-]*)\s*=\s*")
_BRACE: Final = re.compile(r"\\[\\{}\"]|[{}\"]")
_MOST_PARENTS: Final = 8
_SERVING: Final = frozenset({"xdata", "set"})
_RENAMED: Final = {"title": "booktitle", "subtitle": "booksubtitle"}
_OWN: Final = ("author", "doi", "url", "abstract", "pages")
"""Fields of a volume that are not those of what is in it."""


def read_bibtex(text: str, path: str) -> Reading:
    """The papers of a BibTeX file called `path`."""
    # The parser says in its log what it says in its answer.
    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)
    macros: dict[str, str] = {}
    raws: list[Raw] = []
    problems: list[Problem] = []
    for block in Splitter(text).split().blocks:
        found = _entry(block, path, problems)
        if isinstance(block, String):
            macros[block.key.lower()] = _value(block.value, macros)[0]
        elif found is not None:
            raws.append(_raw(found, path, macros, problems))
    return _papers(raws, problems)


def _entry(block: Block, path: str, problems: list[Problem]) -> Entry | None:
    place = Place(path, (block.start_line or 0) + 1)
    match block:
        case Entry():
            return block
        case DuplicateFieldKeyBlock() | DuplicateBlockKeyBlock():
            inner = block.ignore_error_block
            return inner if isinstance(inner, Entry) else None
        case ParsingFailedBlock() | MiddlewareErrorBlock():
            line = next((line.strip() for line in block.raw.splitlines() if line.strip()), "") if block.raw else ""
            hint = "look for a brace, a quote or a comma that is missing in it or at its end"
            problems.append(problem("bad-entry", place, f"the entry {quoted(line)} does not end as it should", hint))
    return None


def _raw(entry: Entry, path: str, macros: Mapping[str, str], problems: list[Problem]) -> Raw:
    place = Place(path, (entry.start_line or 0) + 1)
    fields: dict[str, str] = {}
    for field in entry.fields:
        value, rest = _value(field.value, macros)
        fields.setdefault(field.key.lower(), value)
        while rest and (following := _NEXT_FIELD.match(rest)):
            # A comma is missing: the next field stands in the value of this one.
            at = Place(path, (field.start_line or 0) + 1)
            message = f"a comma is missing before {quoted(following.group(1))}: it was read as if it stood there"
            problems.append(problem("mended-entry", at, message, "put it in"))
            value, rest = _value(rest[following.end() :], macros)
            fields.setdefault(following.group(1).lower(), value)
    return Raw(entry.entry_type.lower(), entry.key.strip(), fields, place)


def _value(text: str, macros: Mapping[str, str]) -> tuple[str, str]:
    """The value that `text` is: braces, quotes, macros and numbers joined by `#`; and what stands behind it."""
    pieces: list[str] = []
    at = 0
    while found := _PIECE.match(text, at):
        if found["macro"]:
            name = found["macro"]
            pieces.append(macros.get(name.lower(), name))
            at = found.end()
        else:
            end = _closing(text, found.end(), found["open"])
            pieces.append(text[found.end() : end])
            at = end + 1
        joint = _JOIN.match(text, at)
        if joint is None:
            break
        at = joint.end()
    rest = text[at:].strip().strip(",").strip()
    if rest and not _NEXT_FIELD.match(rest):
        return text.strip().strip('{}"'), ""
    return "".join(pieces), rest


def _closing(text: str, begin: int, opened: str) -> int:
    """Where the value that was opened at `begin` ends: at its brace, or at a quote outside of braces."""
    depth = 0
    for found in _BRACE.finditer(text, begin):
        sign = found.group()
        if sign == '"':
            if opened == '"' and depth == 0:
                return found.start()
        elif sign.endswith("{"):
            depth += 1
        elif sign.endswith("}"):
            if depth == 0 and opened == "{":
                return found.start()
            depth = max(0, depth - 1)
    return len(text)


def _papers(raws: list[Raw], problems: list[Problem]) -> Reading:
    by_key = {raw.key.lower(): raw for raw in reversed(raws)}
    parents = {raw.fields["crossref"].strip().lower() for raw in raws if "crossref" in raw.fields}
    candidates: list[Candidate] = []
    for raw in raws:
        if said := _no_paper(raw, parents):
            problems.append(problem("no-paper", raw.place, f"{quoted(raw.key)} is {said}, and no paper of its own"))
            continue
        made = candidate(_inherited(raw, by_key), problems)
        candidates += [made] if made is not None else []
    return Reading(tuple(candidates), tuple(problems))


def _no_paper(raw: Raw, parents: Container[str]) -> str:
    """What an entry is that only serves others; "" for a paper."""
    if raw.kind in _SERVING:
        return "read with the entries that name it" if raw.kind == "xdata" else "a set of other entries"
    volume = raw.kind in ("proceedings", "book", "collection", "mvproceedings")
    return "a volume that other entries refer to" if volume and raw.key.lower() in parents else ""


def _inherited(raw: Raw, by_key: Mapping[str, Raw]) -> Raw:
    """The entry with what it has from those it refers to, as BibTeX and biber pass it on."""
    fields = dict(raw.fields)
    for parent in _ancestors(raw, by_key):
        renamed, own = ({}, ()) if parent.kind == "xdata" else (_RENAMED, _OWN)
        for name, value in parent.fields.items():
            if name not in (*own, "crossref", "xdata"):
                fields.setdefault(renamed.get(name, name), value)
    return replace(raw, fields=fields)


def _ancestors(raw: Raw, by_key: Mapping[str, Raw]) -> Iterator[Raw]:
    """The entries that it refers to, and those that they do, no more than _MOST_PARENTS."""
    seen, waiting = {raw.key.lower()}, [raw]
    while waiting:
        fields = waiting.pop(0).fields
        for key in map(str.strip, f"{fields.get('xdata', '')},{fields.get('crossref', '')}".lower().split(",")):
            if key in by_key and key not in seen and len(seen) <= _MOST_PARENTS:
                seen.add(key)
                waiting.append(by_key[key])
                yield by_key[key]
