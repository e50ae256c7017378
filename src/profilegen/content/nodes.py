"""A file's values as a tree of text: scalars, sequences and mappings, each with its place."""

from typing import Final, TypeAlias

from profilegen.problems import Place, Span
from profilegen.values import Struct

PLAIN: Final = ""
LITERAL: Final = "|"
FOLDED: Final = ">"

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says where nothing is given."""


class Scalar(Struct, frozen=True, gc=False):
    """One value, as text. `null` means an unquoted empty value, `~` or `null`: nothing was given.

    `style` is YAML's: "" (plain), `'`, `"`, `|` or `>`. `inset` is the indent of a block's lines, 0 for a scalar whose
    characters stand in its one line as they are, and None where text and file differ (escapes, folded lines).
    """

    value: str
    style: str
    null: bool
    path: str
    line: int
    column: int
    inset: int | None

    @property
    def place(self) -> Place:
        """Where the value begins in its file, its quote or `|` included."""
        return Place(self.path, self.line, self.column)

    @property
    def span(self) -> Span:
        """Where the text itself begins, and how its lines map to the file's."""
        if self.style in (LITERAL, FOLDED):
            start = Place(self.path, self.line + 1, 1 + (self.inset or 0))
            return Span(start, self.inset if self.style == LITERAL else None)
        if self.style == PLAIN or self.inset is None:
            return Span(self.place, self.inset)
        return Span(Place(self.path, self.line, self.column + 1), self.inset)


class Sequence(Struct, frozen=True):
    """A list of nodes."""

    items: tuple["Node", ...]
    path: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where the list begins in its file."""
        return Place(self.path, self.line, self.column)


class Entry(Struct, frozen=True):
    """A key of a mapping and its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True):
    """Keys and values in the order of the file, by the key's text."""

    entries: dict[str, Entry]
    path: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where the mapping begins in its file: at its first key, or at its `{`."""
        return Place(self.path, self.line, self.column)


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = tuple[str | int, ...]


def plain(node: Node) -> Plain:
    """The node as nested str, list, dict and None (for a null), without places."""
    if isinstance(node, Scalar):
        return None if node.null else node.value
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def find(node: Node, path: Path) -> Node:
    """The node at `path` (keys and list positions from 0), or the deepest one on the way to it that exists."""
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        node = below
    return node


def under(node: Mapping, key: str) -> Node | None:
    """The value of `key`; None where the mapping does not have it."""
    return _step(node, key)


def find_key(node: Node, path: Path) -> Place | None:
    """The place of the key that `path` ends with; None where that mapping or its key does not exist."""
    for step in path[:-1]:
        below = _step(node, step)
        if below is None:
            return None
        node = below
    entry = _entry(node, path[-1]) if path else None
    return entry.key.place if entry else None


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if 0 <= step < len(node.items) else None
    entry = _entry(node, step)
    return entry.value if entry else None


def _entry(node: Node, key: str | int) -> Entry | None:
    return node.entries.get(key) if isinstance(node, Mapping) and isinstance(key, str) else None
