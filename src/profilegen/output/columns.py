"""Many small values kept as a few long ones: read and compared at once, and taken apart only where one is asked for."""

from collections.abc import Iterable
from struct import Struct as Format
from struct import error as StructError  # noqa: N812 - it is a class
from struct import iter_unpack
from typing import TYPE_CHECKING, Final, TypeAlias

from profilegen.output.marks import NO_MARK, Mark

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

Joined: TypeAlias = str | tuple[str, ...]
"""Texts one after the other, with a NUL between them; as they are where one of them holds a NUL itself."""

MARK: Final = Format("4q")
"""How a mark is kept."""

_NUL: Final = "\0"
_BLOCK: Final = 1024
_UNMARKED: Final = MARK.pack(*NO_MARK)


def joined(texts: Iterable[str]) -> Joined:
    """The texts as they are kept."""
    several = tuple(texts)
    text = _NUL.join(several)
    return text if several and text.count(_NUL) == len(several) - 1 else several


def parted(texts: Joined) -> list[str]:
    """The texts again."""
    return texts.split(_NUL) if isinstance(texts, str) else list(texts)


def marked(mark: Mark) -> bytes:
    """The mark as it is kept: none where its numbers are beyond what any clock or disk shows."""
    try:
        return MARK.pack(*mark)
    except StructError:
        return _UNMARKED


def unmarked(kept: bytes) -> list[int]:
    """The numbers of those marks that are none."""
    found: list[int] = []
    at = kept.find(_UNMARKED)
    while at >= 0:
        if at % MARK.size == 0:
            found.append(at // MARK.size)
        at = kept.find(_UNMARKED, at + 1)
    return found


def marks_in(kept: bytes) -> "Iterator[Mark]":
    """The marks again."""
    return iter_unpack(MARK.format, kept)


def differing(before: bytes, now: bytes, width: int) -> list[int]:
    """The numbers of the values of `width` bytes that are not the same in both, or are in one alone; sorted."""
    if before == now:
        return []
    common, longest = min(len(before), len(now)), max(len(before), len(now))
    found: list[int] = []
    for start in range(0, common, width * _BLOCK):
        end = min(start + width * _BLOCK, common)
        if before[start:end] != now[start:end]:
            found += [at // width for at in range(start, end, width) if before[at : at + width] != now[at : at + width]]
    return [*found, *range(common // width, longest // width)]


def spliced(before: bytes, width: int, new: "dict[int, bytes]") -> bytes:
    """The values of `width` bytes each, those in `new` in place of the ones of their numbers."""
    kept = bytearray(before)
    for number, value in new.items():
        kept[number * width : (number + 1) * width] = value
    return bytes(kept)


def taken(numbers: "array[int]") -> int:
    """The sum of those that are not negative, of which there is no other than -1."""
    return sum(numbers) + numbers.count(-1)
