"""All pages of a site, side by side, and the files that they became."""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, Self, overload

from profilegen.output.catalogue import HASH
from profilegen.output.columns import MARK, Joined, joined, marked, marks_in, parted, spliced
from profilegen.output.manifest import Entry
from profilegen.output.marks import Mark
from profilegen.pages.page import MEDIA, Page
from profilegen.values import Struct


class PageColumns(Struct, frozen=True):
    """The pages as they are kept: see `Page`."""

    addresses: Joined = ()
    kinds: Joined = ()
    subjects: Joined = ()
    sources: Joined = ()
    files: Joined = ()


class Roll(Sequence[Page]):
    """The pages of a site, in the order of their files; taken apart where one is asked for."""

    def __init__(self, columns: PageColumns) -> None:
        self.columns = columns

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Self:
        """The roll of these pages."""
        return cls(
            PageColumns(
                joined(page.address for page in pages),
                joined(page.kind for page in pages),
                joined(page.subject for page in pages),
                joined(page.source for page in pages),
                joined(page.file for page in pages),
            )
        )

    @cached_property
    def files(self) -> list[str]:
        """The files of the pages."""
        return parted(self.columns.files)

    @cached_property
    def kinds(self) -> list[str]:
        """Their kinds."""
        return parted(self.columns.kinds)

    @cached_property
    def subjects(self) -> list[str]:
        """What they are about."""
        return parted(self.columns.subjects)

    @cached_property
    def _rest(self) -> tuple[list[str], list[str]]:
        return parted(self.columns.addresses), parted(self.columns.sources)

    @property
    def readable(self) -> int:
        """How many of them people read."""
        return sum(kind not in MEDIA for kind in self.kinds)

    @overload
    def __getitem__(self, number: int) -> Page: ...
    @overload
    def __getitem__(self, number: slice) -> list[Page]: ...
    def __getitem__(self, number: int | slice) -> Page | list[Page]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        addresses, sources = self._rest
        return Page(addresses[number], self.kinds[number], self.subjects[number], sources[number])

    def __len__(self) -> int:
        return len(self.files)


class Printed(Struct, frozen=True):
    """A file of the output: the hash and size of its bytes, and how it looked when it was written."""

    hash: str
    size: int
    mark: Mark


class Prints(Struct, frozen=True):
    """The files of all pages, as `Printed` has one: hashes of 16 bytes, sizes of 8, and marks."""

    hashes: bytes = b""
    sizes: bytes = b""
    marks: bytes = b""

    @classmethod
    def of(cls, files: Iterable[Printed]) -> Self:
        """Those of these files."""
        several = tuple(files)
        hashes = bytes.fromhex("".join([file.hash for file in several]))
        sizes = array("q", [file.size for file in several]).tobytes()
        return cls(hashes, sizes, b"".join([marked(file.mark) for file in several]))

    def at(self, number: int) -> Printed:
        """The file of the page of that number."""
        size = int.from_bytes(self.sizes[number * _SIZE : (number + 1) * _SIZE], sys.byteorder)
        mark = MARK.unpack_from(self.marks, number * MARK.size)
        return Printed(self.hashes[number * HASH : (number + 1) * HASH].hex(), size, mark)

    def all_marks(self) -> Iterator[Mark]:
        """The marks of all files."""
        return marks_in(self.marks)

    def entries(self) -> Iterator[Entry]:
        """All files as a manifest has them."""
        hashes, sizes = self.hashes.hex(), array("q", self.sizes)
        step = 2 * HASH
        return (Entry(size, hashes[step * number : step * (number + 1)]) for number, size in enumerate(sizes))

    def revised(self, new: Mapping[int, Printed]) -> "Prints":
        """The same, with what is new of those of these numbers."""
        sizes = {number: file.size.to_bytes(_SIZE, sys.byteorder) for number, file in new.items()}
        return Prints(
            spliced(self.hashes, HASH, {number: bytes.fromhex(file.hash) for number, file in new.items()}),
            spliced(self.sizes, _SIZE, sizes),
            spliced(self.marks, MARK.size, {number: marked(file.mark) for number, file in new.items()}),
        )


_SIZE: Final = 8


FEW: Final = 64
"""So many numbers are sooner looked for one by one than compared with all."""


class Traces(Struct, frozen=True):
    """What all pages were made from: the numbers of their items, 4 bytes each, and how many each page has."""

    numbers: bytes = b""
    counts: bytes = b""

    @classmethod
    def of(cls, traces: Sequence[bytes]) -> Self:
        """Those of the pages with these traces."""
        return cls(b"".join(traces), array("i", (len(trace) // _NUMBER for trace in traces)).tobytes())

    def ends(self) -> list[int]:
        """Where the trace of each page ends, in numbers."""
        return list(accumulate(array("i", self.counts)))

    def all(self) -> list[bytes]:
        """The trace of each page."""
        ends = self.ends()
        return [self.numbers[_NUMBER * a : _NUMBER * b] for a, b in pairwise((0, *ends))]

    def touched(self, items: Collection[int]) -> set[int]:
        """The numbers of the pages that were made from any of these items."""
        if not items:
            return set()
        ends = self.ends()
        if len(items) <= FEW:
            return {bisect_right(ends, place) for item in items for place in self._places(item)}
        numbers, wanted = array("i", self.numbers), frozenset(items)
        traces = (numbers[start:end] for start, end in pairwise((0, *ends)))
        return {page for page, trace in enumerate(traces) if not wanted.isdisjoint(trace)}

    def revised(self, new: Mapping[int, bytes]) -> "Traces":
        """The same, with the traces of the pages of these numbers."""
        counts = array("i", self.counts)
        ends, pieces, done = self.ends(), [], 0
        for page, trace in sorted(new.items()):
            pieces += [self.numbers[done : _NUMBER * (ends[page] - counts[page])], trace]
            done = _NUMBER * ends[page]
        for page, trace in new.items():
            counts[page] = len(trace) // _NUMBER
        return Traces(b"".join((*pieces, self.numbers[done:])), counts.tobytes())

    def _places(self, item: int) -> Iterator[int]:
        """Where the item stands, in numbers."""
        wanted = item.to_bytes(_NUMBER, sys.byteorder, signed=True)
        at = self.numbers.find(wanted)
        while at >= 0:
            if at % _NUMBER == 0:
                yield at // _NUMBER
            at = self.numbers.find(wanted, at + 1)


_NUMBER: Final = 4
