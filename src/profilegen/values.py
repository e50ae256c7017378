"""What values are made of: fields that are set once, made, compared and read in C."""

from typing import ClassVar, Final

import msgspec
from msgspec import field, json
from msgspec.structs import asdict, astuple, fields, replace

__all__ = ["Apart", "Said", "Struct", "asdict", "astuple", "field", "fields", "json_line", "replace"]

_JSON: Final = json.Encoder()


def json_line(value: object) -> str:
    """A value of mappings, lists, texts, numbers and what is `Said` as JSON on one line, letters as they are."""
    return _JSON.encode(value).decode("utf-8")


class Struct(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A value; as bytes its fields stand in their order, without their names.

    Values hold values, never one another in a circle, so that nobody need look for circles among them.
    """


class Said(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What JSON says of something: an object of its fields, in their order, without those that have their defaults."""


class Apart(Struct, frozen=True, eq=False):
    """A value with fields that do not count where two are compared: those say where it stands, not what it is."""

    APART: ClassVar[frozenset[str]] = frozenset()

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def _compared(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__struct_fields__ if name not in self.APART)
