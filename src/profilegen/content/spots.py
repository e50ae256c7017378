"""Where each value of a YAML text begins and ends, from the marks of libyaml's events: what an edit goes by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

from yaml import events
from yaml._yaml import CParser

from profilegen.content.yaml_events import for_libyaml
from profilegen.values import Struct

BLOCK_STYLES: Final = ("|", ">")

_SCALAR: Final[type] = events.ScalarEvent
_MAPPING: Final[type] = events.MappingStartEvent
_MAPPING_END: Final[type] = events.MappingEndEvent
_SEQUENCE_END: Final[type] = events.SequenceEndEvent


class Spot(Struct, frozen=True):
    """One value: `text[start:end]`, its keys where it is a map, and whether it is a list or a map in lines.

    `column` is that of its first character, from 0; the indent of its keys or items where it is in lines.
    """

    start: int
    end: int
    column: int
    in_lines: bool = False
    entries: Mapping[str, "KeySpot"] | None = None


class KeySpot(Struct, frozen=True):
    """A key of a map and its value; `colon` is the place after the colon."""

    start: int
    colon: int
    value: Spot


@dataclass(slots=True)
class _Reader:
    """The events of one text, read in order."""

    text: str
    following: Callable[[], Any] = field(init=False)

    def __post_init__(self) -> None:
        self.following = cast(Callable[[], Any], CParser(self.text).get_event)

    def root(self) -> Spot:
        """The whole document."""
        self.following()
        self.following()
        return self.spot(self.following())

    def spot(self, event: Any) -> Spot:  # noqa: ANN401 - libyaml's events have no types
        """The value that begins with `event`, read to its end."""
        start = event.start_mark
        if _is(event, _SCALAR):
            end = self._trimmed(start.index, event.end_mark.index) if event.style in BLOCK_STYLES else None
            return Spot(start.index, event.end_mark.index if end is None else end, start.column)
        in_lines = not event.flow_style
        if _is(event, _MAPPING):
            entries, end, closing = self._entries(start.index)
            return Spot(start.index, end if in_lines else closing, start.column, in_lines, entries)
        end = start.index
        while not _is(item := self.following(), _SEQUENCE_END):
            end = self.spot(item).end
        return Spot(start.index, end if in_lines else item.end_mark.index, start.column, in_lines)

    def _entries(self, begin: int) -> tuple[dict[str, KeySpot], int, int]:
        """The keys of a map that begins at `begin`, where the last value ends, and where a `}` does."""
        entries: dict[str, KeySpot] = {}
        end = begin
        while not _is(event := self.following(), _MAPPING_END):
            key = self.spot(event)
            value = self.spot(self.following())
            entries[event.value] = KeySpot(key.start, self.text.index(":", key.end) + 1, value)
            end = max(value.end, entries[event.value].colon)
        return entries, end, event.end_mark.index

    def _trimmed(self, start: int, end: int) -> int:
        """A block's end is where the next token begins: the blank lines before it are not its own."""
        return start + len(self.text[start:end].rstrip(" \n"))


def _is(event: object, kind: type) -> bool:
    return event.__class__ is kind


def spots(text: str) -> Spot:
    """The places in `text`, the YAML of a map that was read without errors, by code points."""
    return _Reader(for_libyaml(text)).root()
