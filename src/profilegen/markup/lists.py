"""Lists set in below the text of the item above, as people do, to lists as the parser wants them: by four blanks."""

import re
from collections.abc import Iterator
from typing import Final

from profilegen.values import Struct

_ITEM: Final = re.compile(r"( *)([-+*]|[0-9]+\.)( +)(?=\S)", re.ASCII)
_SOME_ITEM: Final = re.compile(rf"^{_ITEM.pattern}", re.ASCII | re.MULTILINE)
_RULE: Final = re.compile(r" *(?:(?:- *){3,}|(?:\* *){3,})")
_BEGINNING: Final = frozenset({"-", "*", "1."})
"""What begins a list below a line of text: another number may be a year, a plus a sum, that the line begins with."""

_STEP: Final = "    "
_WIDEST: Final = 4
"""The text of an item begins up to so many blanks after its mark; after more it begins after one."""


class _Item(Struct, frozen=True):
    """An open item: the column where its text begins, and whether it is numbered."""

    column: int
    numbered: bool


def relisted(text: str) -> str:
    """The text with each item of a list, and what belongs to it after a blank line, set in by its depth.

    A blank line parts a list from the paragraph above, from one of another kind, and an item from the paragraphs of
    the one before.
    """
    if not _SOME_ITEM.search(text):
        return text
    reader = _Reader()
    return "\n".join([found for line in text.split("\n") for found in reader.read(line)])


class _Reader:
    """Goes through a text line by line, with the items that are open."""

    def __init__(self) -> None:
        self._items: list[_Item] = []
        self._after_blank = True
        # Whether the line above is of a further paragraph of an item.
        self._told = False
        # The depth of the first line after the last blank one: the parser sets what follows in as deep at least.
        self._base = 0

    def read(self, line: str) -> Iterator[str]:
        """What becomes of the next line."""
        bare = line.lstrip(" ")
        found = self._item(line)
        if found or (bare and self._after_blank):
            depth = _depth(self._items, len(line) - len(bare))
            if self._is_apart(found, depth):
                yield ""
                self._base = depth
            elif self._after_blank:
                self._base = depth
            self._items[depth:] = [found] if found else []
            yield _STEP * depth + bare if self._items else line
        else:
            yield line
        self._told = bool(bare and self._items and not found and (self._after_blank or self._told))
        self._after_blank = not bare

    def _item(self, line: str) -> _Item | None:
        """The item that the line begins, None where it is text."""
        found = _ITEM.match(line)
        if found is None or _RULE.fullmatch(line):
            return None
        inset, mark, after = found.groups()
        numbered = mark[0].isdigit()
        beside = self._items[_depth(self._items, len(inset)) :][:1]
        if not (self._after_blank or mark in _BEGINNING or (beside and beside[0].numbered is numbered)):
            return None
        return _Item(len(inset) + len(mark) + (len(after) if len(after) <= _WIDEST else 1), numbered)

    def _is_apart(self, found: _Item | None, depth: int) -> bool:
        """Whether a blank line has to stand before the item."""
        if self._after_blank or found is None:
            return False
        same = self._items and (depth > 0 or self._items[0].numbered is found.numbered)
        return self._told or depth < self._base or not same


def _depth(items: list[_Item], column: int) -> int:
    """How many of the open items the text that begins in the column stands in."""
    depth = len(items)
    while depth and column < items[depth - 1].column:
        depth -= 1
    return depth
