"""Lists and maps in brackets on one line, to the tree that libyaml's events make of them."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from profilegen.content.nodes import NULLS, PLAIN, Entry, Mapping, Node, Scalar, Sequence

QUOTED: Final = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_SIGN: Final = r"[\w()/$.+@%&=;*!<>|'-]|:(?=[\w/])"
_UNQUOTED: Final = rf"(?:[\w(/$.+]|-[0-9])(?: *(?:{_SIGN}))*+"
_WORD: Final = re.compile(
    rf"( *)([\[\]{{}},]|(?:[A-Za-z0-9_][A-Za-z0-9_-]{{0,99}}:(?= ))|(?:{QUOTED}|{_UNQUOTED})(?= *[,\]}}]))"
)
_DEPTH: Final = 8

_Words: TypeAlias = Iterator[tuple[str, int]]
"""What stands one after the other, and its column, from 1."""


class _NotPlainError(Exception):
    """The text is for the parser."""


def in_brackets(text: str, path: str, line: int, column: int) -> Node | None:
    """The list or map that `text` is, from its first bracket to its last; None where it is for the parser."""
    found = _WORD.findall(text)
    if sum(len(gap) + len(word) for gap, word in found) != len(text):
        return None
    words = _placed(found, column)
    try:
        node = _Line(path, line, words).value(*next(words), _DEPTH)
    except (_NotPlainError, StopIteration):
        return None
    return node if next(words, None) is None else None


def scalar(text: str, path: str, line: int, column: int) -> Scalar:
    """A value of one line as it stands in the file."""
    mark = text[0]
    if mark in "\"'":
        return Scalar(text[1:-1], mark, False, path, line, column, 0)
    return Scalar(text, PLAIN, text in NULLS, path, line, column, 0)


def _placed(found: list[tuple[str, str]], column: int) -> _Words:
    for gap, word in found:
        column += len(gap)
        yield word, column
        column += len(word)


class _Line:
    """Where the words of a line are read."""

    def __init__(self, path: str, line: int, words: _Words) -> None:
        self._path = path
        self._line = line
        self._words = words

    def value(self, word: str, column: int, depth: int) -> Node:
        if not depth or word in "]},:" or word[-1] == ":":
            raise _NotPlainError
        if word == "[":
            return self._list(column, depth - 1)
        if word == "{":
            return self._map(column, depth - 1)
        return scalar(word, self._path, self._line, column)

    def _list(self, column: int, depth: int) -> Sequence:
        items: list[Node] = []
        for word, at in self._between("]"):
            items.append(self.value(word, at, depth))
        return Sequence(tuple(items), self._path, self._line, column)

    def _map(self, column: int, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for word, at in self._between("}"):
            key = word[:-1]
            if word[-1] != ":" or key in entries or key in NULLS:
                raise _NotPlainError
            held = self.value(*next(self._words), depth)
            entries[key] = Entry(Scalar(key, PLAIN, False, self._path, self._line, at, 0), held)
        return Mapping(entries, self._path, self._line, column)

    def _between(self, closing: str) -> _Words:
        """The first word of each item up to the bracket that closes; whoever asks for the next has read the item."""
        word, at = next(self._words, ("", 0))
        if word == closing:
            return
        while True:
            yield word, at
            comma, _ = next(self._words, ("", 0))
            if comma == closing:
                return
            if comma != ",":
                raise _NotPlainError
            word, at = next(self._words, ("", 0))
