"""A content file with one value changed: only the lines of its key are touched, everything else keeps its bytes."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from profilegen.content import nodes, notation
from profilegen.content.front_matter import FrontMatter, split
from profilegen.content.nodes import Plain
from profilegen.content.read import MARKDOWN, Parsed, parse_source
from profilegen.content.source import Source, decoded
from profilegen.content.spots import KeySpot, Spot, spots
from profilegen.problems import Failure, Problem, quoted_path
from profilegen.values import Struct

_BOM: Final = b"\xef\xbb\xbf"


class Document(Struct, frozen=True):
    """The bytes of a content file, and how messages call it."""

    path: str
    raw: bytes

    def read(self) -> Parsed:
        """Its keys and body as the site reads them."""
        return parse_source(self._source())

    def with_value(self, path: Sequence[str], value: Plain, order: Sequence[str] = ()) -> "Document":
        """The document with `value` under the keys `path`; a new key stands where `order` has it, else last.

        Failure where the file would not read back as meant: then nothing is changed.
        """
        source = self._source()
        begin, yaml = self._yaml(source)
        start, end, text = _splice(yaml, tuple(path), value, order)
        changed = self._spliced(source, begin + start, begin + end, text)
        wanted = _with(_plain(self.read()), tuple(path), value)
        return changed._checked(wanted, self.read().body.source)  # noqa: SLF001 - of its own class

    def with_body(self, text: str) -> "Document":
        """The document with `text` as its body; it is a Markdown file."""
        source = self._source()
        parts = split(source)
        if isinstance(parts, Problem):
            raise _unfit(self.path)
        body = text.strip(" \t\n")
        if parts.body:
            begin = source.text.rindex(parts.body)
            changed = self._spliced(source, begin, begin + len(parts.body), body)
        else:
            changed = self._spliced(source, len(source.text.rstrip(" \t\n")), len(source.text), f"\n{body}\n")
        return changed._checked(_plain(self.read()), body)  # noqa: SLF001 - of its own class

    def _source(self) -> Source:
        source = decoded(self.raw, self.path)
        if isinstance(source, Problem):
            raise _unfit(self.path)
        return source

    def _yaml(self, source: Source) -> tuple[int, str]:
        """Where the keys begin in the text, and the keys."""
        if not self.path.endswith(MARKDOWN):
            return 0, source.text
        parts = split(source)
        if not isinstance(parts, FrontMatter):
            raise _unfit(self.path)
        return source.text.index("\n") + 1, parts.yaml

    def _spliced(self, source: Source, start: int, end: int, text: str) -> "Document":
        """The bytes with `text` in place of `source.text[start:end]`, in the line ends that the file has."""
        before = self.raw.removeprefix(_BOM).decode()
        ends = [found.start() - count for count, found in enumerate(re.finditer("\r\n", before))]
        first, last = (at + bisect_left(ends, at) for at in (start, end))
        line_end = "\r\n" if len(ends) * 2 > source.text.count("\n") else "\n"
        after = before[:first] + text.replace("\n", line_end) + before[last:]
        mark = _BOM if self.raw.startswith(_BOM) else b""
        return Document(self.path, mark + after.encode())

    def _checked(self, wanted: Plain, body: str) -> "Document":
        read = self.read()
        if read.node is None or nodes.plain(read.node) != wanted or read.body.source != body:
            raise _unfit(self.path)
        return self


def _unfit(path: str) -> Failure:
    return Failure(f"{quoted_path(path)} cannot be changed safely", "it is as it was: change it by hand")


def _plain(read: Parsed) -> Plain:
    return nodes.plain(read.node) if read.node is not None else {}


def _with(whole: Plain, path: tuple[str, ...], value: Plain) -> Plain:
    if not path:
        return value
    held = whole if isinstance(whole, dict) else {}
    return {**held, path[0]: _with(held.get(path[0]), path[1:], value)}


def _splice(yaml: str, path: tuple[str, ...], value: Plain, order: Sequence[str]) -> tuple[int, int, str]:
    """What stands in place of which part of `yaml` once `value` stands under `path`."""
    here, key = spots(yaml), None
    for depth, step in enumerate(path):
        key = here.entries.get(step) if here.entries is not None else None
        if key is None:
            return _inserted(yaml, here, step, _nested(path[depth + 1 :], value), order if depth == 0 else ())
        if depth + 1 < len(path) and key.value.entries is None:
            return _replaced(yaml, here, key, step, _nested(path[depth + 1 :], value))
        here, above = key.value, here
    if key is None:
        raise ValueError("a path has one key at least")
    return _replaced(yaml, above, key, path[-1], value)


def _nested(path: tuple[str, ...], value: Plain) -> Plain:
    for step in reversed(path):
        value = {step: value}
    return value


def _replaced(yaml: str, above: Spot, key: KeySpot, name: str, value: Plain) -> tuple[int, int, str]:
    held = key.value
    one_line = "\n" not in yaml[key.start : held.end]
    if not above.in_lines or (one_line and _fits(value)):
        flow = notation.in_flow(value) if not (above.in_lines and isinstance(value, str)) else notation.scalar(value)
        return (held.start, held.end, flow) if held.end > held.start else (key.colon, key.colon, f" {flow}")
    if held.in_lines and isinstance(value, list) and value:
        indent = " " * held.column
        return held.start, held.end, "\n".join(notation.below(value, indent)).removeprefix(indent)
    indent = " " * above.column
    after = notation.entry(name, value, indent).removeprefix(f"{indent}{notation.scalar(name)}:")
    return key.colon, max(held.end, key.colon), after


def _fits(value: Plain) -> bool:
    return "\n" not in value if isinstance(value, str) else len(notation.in_flow(value)) <= notation.WIDTH


def _inserted(yaml: str, above: Spot, name: str, value: Plain, order: Sequence[str]) -> tuple[int, int, str]:
    entries = above.entries or {}
    if not above.in_lines:
        last = max((key.value.end for key in entries.values()), default=above.start + 1)
        pair = f"{notation.scalar(name, flow=True)}: {notation.in_flow(value)}"
        return last, last, f", {pair}" if entries else pair
    lines = notation.entry(name, value, " " * above.column)
    earlier = set(takewhile(lambda known: known != name, order)) if name in order else set(entries)
    before = [key for known, key in entries.items() if known in earlier]
    if not before:
        start = yaml.rfind("\n", 0, above.start) + 1
        return start, start, f"{lines}\n"
    end = yaml.find("\n", max(before[-1].value.end, before[-1].colon))
    return (end, end, f"\n{lines}") if end >= 0 else (len(yaml), len(yaml), f"\n{lines}\n")
