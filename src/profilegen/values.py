"""What values are made of: fields that are set once, made, compared and read in C."""

from typing import ClassVar

from msgspec import Struct, field
from msgspec.structs import asdict, fields, replace

__all__ = ["Apart", "Struct", "asdict", "field", "fields", "replace"]


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
