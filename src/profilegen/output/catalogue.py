"""The items that pages are made from, kept between builds: numbered, hashed, read one at a time."""

import mmap
import secrets
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

from profilegen.output.codec import DamagedError, decoder, encoder
from profilegen.output.columns import Joined, joined, parted, taken
from profilegen.values import Struct, field

HASH: Final = 16
"""Bytes of an item's hash."""

NAME: Final = "items"
"""The file that lists the items; theirs are `items.` and a name of their own."""

WASTE: Final = 2
SMALL: Final = 1_000_000
"""A file of items that is so many times and so many bytes longer than what is of use in it is made anew."""

Value = TypeVar("Value")


def hash_of(content: bytes | memoryview) -> bytes:
    """The hash of an item, or of anything it is made from."""
    return blake2b(content, digest_size=HASH).digest()


class Row(Struct, frozen=True):
    """A shelf as it is kept: the ids on it, and the numbers of their items, 4 bytes each."""

    ids: Joined
    numbers: bytes


class Shelves(Mapping[str, Mapping[str, int]]):
    """The shelves by name, each with the numbers of its items by their ids; taken apart when it is asked for."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self.rows = rows
        self._opened: dict[str, dict[str, int]] = {}

    def __getitem__(self, name: str) -> Mapping[str, int]:
        opened = self._opened.get(name)
        if opened is None:
            row = self.rows[name]
            opened = self._opened[name] = dict(zip(parted(row.ids), array("i", row.numbers), strict=True))
        return opened

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Items(Struct, frozen=True):
    """Items by shelf and id, each with its number, in the order in which the site shows them.

    A number never passes to another item as long as `born` is the same. `offsets`, `sizes` (8 bytes each) and `hashes`
    go by number; `data` names the file that holds the items in its first `length` bytes. `notes` is what the keeper
    wants to remember of them.
    """

    born: str = ""
    data: str = ""
    length: int = 0
    rows: Mapping[str, Row] = field(default_factory=dict)
    offsets: bytes = b""
    sizes: bytes = b""
    hashes: bytes = b""
    notes: bytes = b""

    @property
    def count(self) -> int:
        """How many numbers are given."""
        return len(self.offsets) // 8

    def hash(self, number: int) -> bytes:
        """The hash of the item of that number."""
        return self.hashes[number * HASH : (number + 1) * HASH]


class Stock:
    """The bytes of items, read from their file when asked for, and checked."""

    def __init__(self, folder: Path, items: Items) -> None:
        self.folder = folder
        self.items = items
        self.shelves = Shelves(items.rows)
        self._offsets = array("q", items.offsets)
        self._sizes = array("q", items.sizes)
        self._bytes = _mapped(folder / items.data, items.length) if items.data else b""

    def __getitem__(self, number: int) -> bytes:
        """The item of that number; DamagedError where the file does not hold it."""
        start = self._offsets[number]
        content = bytes(self._bytes[start : start + self._sizes[number]])
        if hash_of(content) != self.items.hash(number):
            raise DamagedError(number)
        return content


class Keeping:
    """Items on their way into the catalogue: those of `before` that did not change keep their places.

    The file of the items grows; it is made anew where nothing can be kept, or most of it is of use no more.
    """

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self._folder = stock.folder
        self._before = before = stock.items
        self._held = stock.shelves
        self._all = False
        self._offsets = array("q", before.offsets)
        self._sizes = array("q", before.sizes)
        self._hashes = bytearray(before.hashes)
        self._data = before.data or _data_name()
        self._kept = self._length = before.length
        self._new: dict[int, bytes] = {}
        self.shelves: dict[str, dict[str, int]] = {}

    def put(self, shelf: str, id_: str, content: bytes) -> int:
        """Put the item last on its shelf; its number, which it keeps for ever."""
        self.put_all(shelf, [(id_, content, hash_of(content))])
        return self.shelves[shelf][id_]

    def put_all(self, shelf: str, items: Iterable[tuple[str, bytes | None, bytes]]) -> None:
        """Put items last on their shelf, each with its id and its hash; one without bytes stays as it was before.

        Nothing is put in the place of one that stays and was not there.
        """
        held, row = self._held.get(shelf, {}), self.shelves.get(shelf, {})
        offsets, sizes, hashes, new = self._offsets, self._sizes, self._hashes, self._new
        for id_, content, mark in items:
            number = held.get(id_)
            if number is None and content is not None:
                row[id_] = len(offsets)
                offsets.append(self._length)
                sizes.append(len(content))
                hashes += mark
                new[self._length] = content
                self._length += len(content)
            elif number is not None:
                row[id_] = number
                if content is not None:
                    self._place(number, content, mark)
        if row:
            self.shelves[shelf] = row

    def also(self, shelf: str, id_: str, of: str, known_as: str) -> None:
        """Put an item of the shelf `of` on another one as well; nothing where it is not there."""
        number = self.shelves.get(of, {}).get(known_as)
        if number is not None:
            self.shelves.setdefault(shelf, {})[id_] = number

    def stay(self, shelf: str, id_: str) -> None:
        """An item stays as it was before, last on its shelf; nothing where it was not there."""
        self.put_all(shelf, [(id_, None, b"")])

    def keep_all(self) -> None:
        """All items stay on their shelves as they were; what may follow is `change`."""
        self._all = True

    def content(self, shelf: str, id_: str) -> bytes:
        """The bytes of an item on a shelf."""
        number = self.shelves[shelf][id_]
        new = self._new.get(self._offsets[number])
        # An item without bytes begins where the next one does.
        return self._stock[number] if new is None else new[: self._sizes[number]]

    def change(self, shelf: str, id_: str, content: bytes) -> None:
        """Put other bytes in the place of an item that stays."""
        self._place(self._held[shelf][id_], content, hash_of(content))

    def written(self, notes: bytes) -> Items:
        """The catalogue with all that was put, its items on the disk; OSError where they cannot be written."""
        rows = self._before.rows if self._all else self._rows()
        if self._length > WASTE * taken(self._sizes) + SMALL:
            self._pack()
        with (self._folder / self._data).open("ab") as file:
            file.truncate(self._kept)
            file.writelines(self._new.values())
        self._new.clear()
        tables = (self._offsets.tobytes(), self._sizes.tobytes(), bytes(self._hashes))
        return Items(self._before.born or secrets.token_hex(8), self._data, self._length, rows, *tables, notes)

    def _rows(self) -> dict[str, Row]:
        """The shelves as they are kept; an item on none has no hash, so that no page can be made from it."""
        gone = set(range(self._before.count))
        for shelf in self.shelves.values() if gone else ():
            gone.difference_update(shelf.values())
        for number in gone:
            if self._sizes[number] >= 0:
                self._sizes[number] = -1
                self._hashes[number * HASH : (number + 1) * HASH] = bytes(HASH)
        return {name: Row(joined(ids), array("i", ids.values()).tobytes()) for name, ids in self.shelves.items()}

    def _pack(self) -> None:
        """Copy what is of use into a file of its own."""
        fresh = self._new
        self._data, self._new, self._length, self._kept = _data_name(), {}, 0, 0
        for number, size in enumerate(self._sizes):
            if size < 0:
                continue
            at = self._offsets[number]
            content = fresh[at][:size] if at in fresh else self._stock[number]
            self._offsets[number] = self._length
            self._new[self._length] = content
            self._length += size

    def _place(self, number: int, content: bytes, mark: bytes) -> None:
        at = number * HASH
        if self._sizes[number] == len(content) and self._hashes[at : at + HASH] == mark:
            return
        self._hashes[at : at + HASH] = mark
        self._offsets[number], self._sizes[number] = self._length, len(content)
        self._new[self._length] = content
        self._length += len(content)


def _data_name() -> str:
    return f"{NAME}.{secrets.token_hex(4)}"


def read_kept(file: Path, kind: type[Value]) -> Value | None:
    """What `write_kept` wrote into the file; None where there is nothing, or nothing whole."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    if hash_of(memoryview(content)[HASH:]) != content[:HASH]:
        return None
    try:
        return decoder(kind)(memoryview(content)[HASH:])
    except DamagedError:
        return None


def write_kept(file: Path, value: object) -> None:
    """Write a value with its hash, so that a reader finds the old one or the new one, never a half."""
    content = encoder()(value)
    draft = file.with_name(f"{file.name}.new")
    with draft.open("wb") as opened:
        opened.write(hash_of(content))
        opened.write(content)
    draft.replace(file)


def clear_others(folder: Path, items: Items) -> None:
    """Remove files of items that this catalogue does not name."""
    for found in folder.glob(f"{NAME}.*"):
        if found.name not in (items.data, f"{NAME}.new"):
            with suppress(OSError):
                found.unlink()


def _mapped(file: Path, length: int) -> mmap.mmap | bytes:
    if not length:
        return b""
    try:
        with file.open("rb") as opened:
            return mmap.mmap(opened.fileno(), length, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise DamagedError(str(error)) from error
