"""What a build remembers of the content files: how each was, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, Self, overload

from profilegen.output.catalogue import HASH
from profilegen.output.columns import MARK, Joined, joined, marked, parted, spliced
from profilegen.output.marks import Mark
from profilegen.problems import Problem
from profilegen.values import Struct, field

_NO_HASH: Final = bytes(HASH)


class Held(Struct, frozen=True):
    """What is remembered of a content file: how it was, and what is wrong with it; `good` if it gave a record.

    `hash` is that of its bytes, `head` that of what stands above its text, empty where that is not known. `beside`
    names the files beside it, `accept` are the codes that its record silences.
    """

    kind: str
    path: str
    mark: Mark
    hash: bytes
    head: bytes = b""
    beside: tuple[str, ...] = ()
    good: bool = True
    accept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Oddity(Struct, frozen=True):
    """What is remembered of few files only; see `Held`."""

    beside: tuple[str, ...] = ()
    good: bool = True
    accept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


PLAIN: Final = Oddity()


class HeldColumns(Struct, frozen=True):
    """What is remembered of all files, as it is kept: see `Held`; `odd` by the number of the file."""

    kinds: Joined = ()
    paths: Joined = ()
    marks: bytes = b""
    hashes: bytes = b""
    heads: bytes = b""
    odd: Mapping[int, Oddity] = field(default_factory=dict)


class Ledger(Sequence[Held]):
    """What is remembered of all content files, in the order of the scan; taken apart where one is asked for."""

    def __init__(self, columns: HeldColumns) -> None:
        self.columns = columns

    @classmethod
    def of(cls, files: Sequence[Held]) -> Self:
        """The ledger of these files."""
        odd = {number: _oddity(held) for number, held in enumerate(files) if not _is_plain(held)}
        return cls(
            HeldColumns(
                joined(held.kind for held in files),
                joined(held.path for held in files),
                b"".join(marked(held.mark) for held in files),
                b"".join(held.hash or _NO_HASH for held in files),
                b"".join(held.head or _NO_HASH for held in files),
                odd,
            )
        )

    @cached_property
    def paths(self) -> list[str]:
        """The paths of the files."""
        return parted(self.columns.paths)

    @cached_property
    def kinds(self) -> list[str]:
        """Their kinds."""
        return parted(self.columns.kinds)

    @property
    def odd(self) -> Mapping[int, Oddity]:
        """What is not the same for nearly all files, by their numbers."""
        return self.columns.odd

    def revised(self, new: Mapping[int, Held]) -> "Ledger":
        """The same files, with what is new of those of these numbers."""
        odd = {number: oddity for number, oddity in self.odd.items() if number not in new}
        odd |= {number: _oddity(held) for number, held in new.items() if not _is_plain(held)}
        return Ledger(
            HeldColumns(
                self.columns.kinds,
                self.columns.paths,
                spliced(self.columns.marks, MARK.size, {number: marked(held.mark) for number, held in new.items()}),
                spliced(self.columns.hashes, HASH, {number: held.hash or _NO_HASH for number, held in new.items()}),
                spliced(self.columns.heads, HASH, {number: held.head or _NO_HASH for number, held in new.items()}),
                dict(sorted(odd.items())),
            )
        )

    @overload
    def __getitem__(self, number: int) -> Held: ...
    @overload
    def __getitem__(self, number: slice) -> "list[Held]": ...
    def __getitem__(self, number: int | slice) -> "Held | list[Held]":
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        odd = self.odd.get(number, PLAIN)
        return Held(
            self.kinds[number],
            self.paths[number],
            MARK.unpack_from(self.columns.marks, number * MARK.size),
            self.columns.hashes[number * HASH : (number + 1) * HASH],
            self.columns.heads[number * HASH : (number + 1) * HASH],
            odd.beside,
            odd.good,
            odd.accept,
            odd.problems,
        )

    def __len__(self) -> int:
        return len(self.columns.marks) // MARK.size


def _is_plain(held: Held) -> bool:
    return held.good and not (held.beside or held.accept or held.problems)


def _oddity(held: Held) -> Oddity:
    return Oddity(held.beside, held.good, held.accept, held.problems)
