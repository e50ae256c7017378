"""The YAML of most files, `key: value` on a line and lists of such, to the tree that libyaml's events make of it.

It takes an eighth of the time. What it does not know for sure is left to the parser: a file is read by one of the two.
"""

import re
from typing import Final

from profilegen.content.nodes import NULLS, PLAIN, Entry, Mapping, Node, Scalar, Sequence
from profilegen.content.yaml_flow import QUOTED, in_brackets
from profilegen.model.text import is_printable

_KEY: Final = r"([A-Za-z_][A-Za-z0-9_.-]{0,99}):"
# `: ` and ` #` end a value, and what follows is for the parser, as is what begins with a sign of YAML's.
_UNQUOTED: Final = r"(?:[\w(/$.+=]|-[0-9])(?:[^\n:#]++|:(?![ \n])|(?<! )#)*+"
_VALUE: Final = rf"({QUOTED}|\[[^\n]*\]|\{{[^\n]*\}}|{_UNQUOTED}) *\n"

# What is found begins and ends with a line: where there are as many as the text has, nothing was passed over.
_ENTRY: Final = re.compile(
    rf"^(?:{_KEY}(?:( +){_VALUE}| *\n(( *)- [^\n]*\n(?:\5(?:- |  )[^\n]*\n)*+)"
    r"| *\n(( +)\w[^\n]*\n(?:\7 *\w[^\n]*\n)*+))"
    r"|(?:#[^\n]*)?\n)",
    re.MULTILINE,
)
_ITEM: Final = re.compile(rf"^( *- +){_VALUE}", re.MULTILINE)
_BELOW: Final = re.compile(rf"^( +){_KEY}(?:( +){_VALUE}| *\n((?:\1 +\w[^\n]*\n)++))", re.MULTILINE)
_PART: Final = re.compile(r"^( *- +)([^\n]*\n(?: +\w[^\n]*\n)*+)", re.MULTILINE)

_DEEPEST: Final = 16
"""Blanks before a key, and so maps around it, at most: what is set in further is for the parser."""


def plain_tree(text: str, path: str, first_line: int) -> Mapping | None:
    """The tree of `text`, which begins on line `first_line` of the file `path`; None where it is for the parser.

    Where there is one, nothing is wrong with the text, and it is the very tree that the parser's events make.
    """
    if not text.endswith("\n") or not is_printable(text.replace("\n", "")):
        return None
    entries: dict[str, Entry] = {}
    node: Node | None
    line = first_line
    for key, gap, value, items, _, below, _ in _ENTRY.findall(text):
        if key:
            if value:
                node = _value(value, path, line, len(key) + len(gap) + 2)
            else:
                node = _items(items, path, line + 1) if items else _below(below, path, line + 1)
            if node is None or key in entries or key in NULLS:
                return None
            entries[key] = Entry(Scalar(key, PLAIN, False, path, line, 1, 0), node)
        line += 1 if value else 1 + (items or below).count("\n")
    if not entries or line - first_line != text.count("\n"):
        return None
    begin = next(iter(entries.values())).key
    return Mapping(entries, path, begin.line, 1)


def _value(value: str, path: str, line: int, column: int) -> Node | None:
    mark = value[0]
    if mark in "[{":
        return in_brackets(value, path, line, column)
    if mark in "\"'":
        return Scalar(value[1:-1], mark, False, path, line, column, 0)
    text = value.rstrip(" ")
    return Scalar(text, PLAIN, text in NULLS, path, line, column, 0)


def _items(text: str, path: str, line: int) -> Sequence | None:
    found = _ITEM.findall(text)
    if len(found) != text.count("\n"):
        return _parts(text, path, line)
    dash = text.index("-")
    items: list[Node] = []
    for at, (lead, value) in enumerate(found, line):
        node = _value(value, path, at, len(lead) + 1)
        if node is None or lead[dash] != "-":
            return None
        items.append(node)
    return Sequence(tuple(items), path, line, dash + 1)


def _parts(text: str, path: str, line: int) -> Sequence | None:
    """A list with maps among its items: without its dash, each of these is as the keys below a key are."""
    dash = text.index("-")
    items: list[Node] = []
    at = line
    for lead, item in _PART.findall(text):
        single = _ITEM.fullmatch(lead + item)
        node = _value(single[2], path, at, len(lead) + 1) if single else _below(" " * len(lead) + item, path, at)
        if node is None or lead[dash] != "-":
            return None
        items.append(node)
        at += item.count("\n")
    return Sequence(tuple(items), path, line, dash + 1) if at - line == text.count("\n") else None


def _below(text: str, path: str, line: int) -> Mapping | None:
    entries: dict[str, Entry] = {}
    node: Node | None
    found, at = _BELOW.findall(text), line
    for lead, key, gap, value, below in found:
        column = len(lead) + len(key) + len(gap) + 2
        node = _value(value, path, at, column) if value else _below(below, path, at + 1)
        if node is None or key in entries or key in NULLS or lead != found[0][0] or len(lead) > _DEEPEST:
            return None
        entries[key] = Entry(Scalar(key, PLAIN, False, path, at, len(lead) + 1, 0), node)
        at += 1 if value else 1 + below.count("\n")
    if not found or at - line != text.count("\n"):
        return None
    return Mapping(entries, path, line, len(found[0][0]) + 1)
