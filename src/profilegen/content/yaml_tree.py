"""The parse events of a YAML document, one at a time, to a tree of text, with what is wrong on the way."""

from collections.abc import Callable
from typing import Final, Protocol, cast

from yaml import events
from yaml._yaml import CParser

from profilegen.content.nodes import FOLDED, LITERAL, NULLS, PLAIN, Entry, Mapping, Node, Scalar, Sequence
from profilegen.content.source import bad_character
from profilegen.content.yaml_losses import COMMENT, comment_loss, escape_loss
from profilegen.problems import Place, Problem, problem, quoted

NESTING_LIMIT: Final = 32
"""Lists and maps may stand this deep in each other."""

PROBLEM_LIMIT: Final = 100
"""After this many problems in its YAML a file is given up."""

# Events are told apart by their very class: none is of a subclass, and half the time of reading a file is spent here.
_ALIAS: Final[type] = events.AliasEvent
_SCALAR: Final[type] = events.ScalarEvent
_SEQUENCE_END: Final[type] = events.SequenceEndEvent
_MAPPING_START: Final[type] = events.MappingStartEvent
_MAPPING_END: Final[type] = events.MappingEndEvent
_STREAM_END: Final[type] = events.StreamEndEvent


class _Mark(Protocol):
    index: int
    line: int
    column: int


class _Event(Protocol):
    """What the parse events have, all in one; which of it an event has goes by its class."""

    anchor: str | None
    tag: str | None
    tags: object
    version: object
    value: str
    style: str
    start_mark: _Mark
    end_mark: _Mark


class TooDeepError(Exception):
    """The nesting passes its limit at `place`: not an event more is asked for."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class TooManyError(Exception):
    """The problems have reached their limit: the file is not read further."""


class Tree:
    """One document on its way from events to nodes; `problems` grows while it is read.

    `text` is what the author typed. The parser may have been given a text of equal length with other characters;
    `restore` maps those of the values back.
    """

    def __init__(
        self, text: str, path: str, first_line: int, prose_keys: frozenset[str], restore: dict[int, str]
    ) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self.path = path
        self.first_line = first_line
        self._prose_keys = prose_keys
        self._restore = restore
        self._in_prose = False

    def document(self, parser: CParser) -> Node | None:
        """The parser's one document; None where it is empty. Raises TooDeepError, TooManyError and the parser's."""
        self._next = cast(Callable[[], _Event], parser.get_event)
        self._next()
        start = self._next()
        if start.__class__ is _STREAM_END:
            return None
        if start.version or start.tags:
            self._refuse(start, "a directive (a line with `%`)", "leave it out")
        node = self._node(self._next(), 1)
        self._next()
        after = self._next()
        if after.__class__ is not _STREAM_END:
            self._refuse(after, "a second document (after `---`)", "one file holds one record")
        return None if isinstance(node, Scalar) and node.null else node

    def _node(self, event: _Event, depth: int) -> Node:
        if event.__class__ is _SCALAR:
            return self._scalar(event)
        if event.__class__ is _ALIAS:
            self._refuse(event, f"the alias *{event.anchor}", "write the value out, or put it in quotes")
            return self._absent(event)
        if depth > NESTING_LIMIT:
            raise TooDeepError(self._place(event.start_mark))
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if event.__class__ is _MAPPING_START:
            return self._mapping(event, depth)
        return self._sequence(event, depth)

    def _sequence(self, start: _Event, depth: int) -> Sequence:
        items = []
        following = self._next
        while (event := following()).__class__ is not _SEQUENCE_END:
            items.append(self._node(event, depth + 1))
        mark = start.start_mark
        return Sequence(tuple(items), self.path, mark.line + self.first_line, mark.column + 1)

    def _mapping(self, start: _Event, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        following = self._next
        while (event := following()).__class__ is not _MAPPING_END:
            key = self._scalar(event) if event.__class__ is _SCALAR else self._no_key(event, depth)
            if depth == 1:
                self._in_prose = key.value in self._prose_keys
            if key.null:
                self._refuse_key(event)
            entry = Entry(key, self._node(following(), depth + 1))
            first = entries.setdefault(key.value, entry)
            if first is not entry:
                self._refuse_second(key, first.key)
        mark = start.start_mark
        return Mapping(entries, self.path, mark.line + self.first_line, mark.column + 1)

    def _no_key(self, event: _Event, depth: int) -> Scalar:
        """A list, a map or an alias in the place of a key is read to its end, and stands as an absent one."""
        self._node(event, depth + 1)
        return self._absent(event)

    def _scalar(self, event: _Event) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        start, value, style = event.start_mark, event.value, event.style
        if self._restore:
            value = value.translate(self._restore)
        line = start.line
        null = style == PLAIN and value in NULLS
        inset = (0 if event.end_mark.line == line else None) if style == PLAIN else self._inset(event, value)
        scalar = Scalar(value, style, null, self.path, line + self.first_line, start.column + 1, inset)
        if self._in_prose and style == PLAIN:
            self._check_comment(scalar, event.end_mark)
        return scalar

    def _inset(self, event: _Event, value: str) -> int | None:
        if event.style in (LITERAL, FOLDED):
            return self._block_inset(event.start_mark.index, value)
        start, end = event.start_mark, event.end_mark
        if end.index - start.index == len(value) + 2 and start.line == end.line:
            return 0
        if event.style == '"':
            self._check_escapes(event, value)
        return None

    def _check_comment(self, scalar: Scalar, end: _Mark) -> None:
        # A line may be long and hold many values: it is cut out only for the one that a comment follows.
        if COMMENT.match(self._text, end.index):
            line = self._line(end.index - end.column)
            found = comment_loss(scalar, line, end.column, end.line + self.first_line)
            if found:
                self._report(found)

    def _check_escapes(self, event: _Event, value: str) -> None:
        raw = self._text[event.start_mark.index : event.end_mark.index]
        if "\\" not in raw:
            return
        start = self._place(event.start_mark)
        found = escape_loss(raw, start)
        if found is None and (bad := bad_character(value, self.path)):
            found = problem(bad.code, start, bad.message, bad.hint)
        if found:
            self._report(found)

    def _block_inset(self, header: int, value: str) -> int:
        """The indent of a block's lines: what its first line with text has in the file and not in the value."""
        first = next((line for line in value.split("\n") if line.strip(" ")), None)
        if first is None:
            return 0
        begin = self._text.index("\n", header) + 1
        while not (line := self._line(begin)).strip(" "):
            begin += len(line) + 1
        return len(line) - len(line.lstrip(" ")) - (len(first) - len(first.lstrip(" ")))

    def _line(self, begin: int) -> str:
        end = self._text.find("\n", begin)
        return self._text[begin : end if end >= 0 else None]

    def _place(self, mark: _Mark) -> Place:
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def _absent(self, event: _Event) -> Scalar:
        mark = event.start_mark
        return Scalar("", PLAIN, True, self.path, mark.line + self.first_line, mark.column + 1, None)

    def _report(self, found: Problem) -> None:
        self.problems.append(found)
        if len(self.problems) >= PROBLEM_LIMIT:
            raise TooManyError

    def _refuse(self, event: _Event, what: str, hint: str) -> None:
        message = f"{what} is YAML that is not used here"
        self._report(problem("yaml-feature", self._place(event.start_mark), message, hint))

    def _refuse_properties(self, event: _Event) -> None:
        what = f"the anchor &{event.anchor}" if event.anchor is not None else f"the tag {quoted(event.tag or '')}"
        self._refuse(event, what, "leave it out, or put the whole value in quotes")

    def _refuse_key(self, event: _Event) -> None:
        is_text = event.__class__ in (_SCALAR, _ALIAS)
        message = "a key is empty" if is_text else "a list or a map stands where a key belongs"
        hint = "write `key: value`; a value that begins with `[`, `{` or `?` stands in quotes"
        self._report(problem("wrong-kind", self._place(event.start_mark), message, hint))

    def _refuse_second(self, key: Scalar, first: Scalar) -> None:
        message = f"the key {quoted(key.value)} stands on line {first.line} and again on line {key.line}"
        self._report(problem("duplicate-key", key.place, message, "keep one of them"))
