"""The content of a site into the catalogue: what changed is read, the rest is known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final, TypeVar

from profilegen.build.crew import Crew, cut
from profilegen.build.laps import Slow
from profilegen.build.ledger import Held, Ledger
from profilegen.build.memory import Memory
from profilegen.build.parsed import NOTHING, Parsed
from profilegen.build.rewritten import rewritten
from profilegen.build.shelving import RECORDS, TEXTS, TITLES
from profilegen.build.sources import Scan, Source, suspects, unread
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage, Records
from profilegen.model.settings import Settings
from profilegen.output.catalogue import HASH, Keeping, Stock
from profilegen.output.codec import decoder
from profilegen.problems import Problem
from profilegen.values import Struct, replace

FEW: Final = 50
"""With so many changed files at most it is worth a look whether only their texts are new."""

PORTION: Final = 100
"""So many files are read at a time by one worker."""

LIGHT: Final = 1.5
"""So many files are read in the time that a page takes: as much work is enough for several workers."""

Value = TypeVar("Value")


class Content(Struct, frozen=True):
    """Everything that the files say: `ledger` in the order of the scan, `parsed` by path for those that were read.

    `read` are the numbers of these; `same_files` is set where the last build had the same files.
    """

    ledger: Ledger
    parsed: Mapping[str, Parsed]
    read: tuple[int, ...]
    same_files: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any of them."""
        return tuple(found for odd in self.ledger.odd.values() for found in odd.problems)

    @property
    def accepts(self) -> Mapping[str, tuple[str, ...]]:
        """The codes that records silence, by their files."""
        return {self.ledger.paths[number]: odd.accept for number, odd in self.ledger.odd.items() if odd.accept}


def read_content(scan: Scan, memory: Memory, stock: Stock, crew: Crew, slow: Slow) -> Content:
    """Read the files that are not as they were when they were last read."""
    if memory.ledger is not None and scan.same_files(memory.ledger):
        return _reread(scan, memory.ledger, stock, crew, slow)
    held = {one.path: one for one in memory.ledger} if memory.ledger is not None else {}
    todo = unread(scan, held)
    sources = [scan.source(number) for number in range(len(scan.found))]
    parsed = dict(_parsed([sources[number] for number in todo], held, crew, slow))
    now = [_held(source, held.get(source.path), parsed.get(source.path)) for source in sources]
    return Content(Ledger.of(now), parsed, tuple(todo), same_files=False)


def _reread(scan: Scan, ledger: Ledger, stock: Stock, crew: Crew, slow: Slow) -> Content:
    """The same files as before, mostly as they were."""
    todo = suspects(scan, ledger)
    sources = [scan.source(number) for number in todo]
    held = {ledger.paths[number]: ledger[number] for number in todo}
    parsed = {}
    if len(todo) <= FEW:
        edited = ((source.path, rewritten(source, held[source.path], stock)) for source in sources)
        parsed = {path: found for path, found in edited if found is not None}
    parsed |= dict(_parsed([source for source in sources if source.path not in parsed], held, crew, slow))
    now = [_held(source, held[source.path], parsed[source.path]) for source in sources]
    return Content(ledger.revised(dict(zip(todo, now, strict=True))), parsed, tuple(todo), same_files=True)


def shelve_content(keeping: Keeping, content: Content) -> None:
    """Put what each file says on its shelf."""
    ledger, parsed = content.ledger, content.parsed
    files: dict[str, list[tuple[str, Parsed | None]]] = {}
    for kind, path in zip(ledger.kinds, ledger.paths, strict=True):
        new = parsed.get(path)
        files.setdefault(kind, []).append((path, None if new is None or new.same else new))
    for kind, found in files.items():
        for number, (shelf, get) in enumerate(_SHELVES):
            keeping.put_all(f"{shelf}{kind}", _items(found, get, number))


_SHELVES: Final = ((RECORDS, attrgetter("record")), (TITLES, attrgetter("title")), (TEXTS, attrgetter("text")))
"""Where each of the three things goes that a file says, in the order of their hashes."""


def _items(
    files: Sequence[tuple[str, Parsed | None]], get: Callable[[Parsed], bytes], number: int
) -> Iterator[tuple[str, bytes | None, bytes]]:
    start, end = number * HASH, (number + 1) * HASH
    for path, new in files:
        if new is None:
            yield path, None, NOTHING
        elif said := get(new):
            yield path, said, new.hashes[start:end]


def records_of(content: Content, settings: Settings, stock: Stock) -> Records:
    """The records of all files, without their texts."""
    papers, authors, pages = decoder(Paper), decoder(Author), decoder(OwnPage)
    return Records(
        papers=tuple(papers(found) for found in _raw(content, "papers", stock)),
        authors=tuple(authors(found) for found in _raw(content, "authors", stock)),
        pages=tuple(pages(found) for found in _raw(content, "pages", stock)),
        settings=settings,
    )


def retold(content: Content, memory: Memory, stock: Stock) -> bool:
    """Whether the files say the same as before, but for texts: then everything is linked as it was."""
    before = memory.ledger
    if before is None or not content.same_files:
        return False
    return all(
        _same_record(before[number], content.ledger[number], content.parsed, stock)
        for number in content.read
        if not content.parsed[content.ledger.paths[number]].same
    )


def change_texts(keeping: Keeping, content: Content) -> None:
    """Put the new texts in the place of the old ones; everything else stays as it was."""
    for number in content.read:
        held = content.ledger[number]
        new = content.parsed[held.path]
        if not new.same and new.text:
            keeping.change(f"{TEXTS}{held.kind}", held.path, new.text)


def _parsed(todo: Sequence[Source], held: Mapping[str, Held], crew: Crew, slow: Slow) -> Iterator[tuple[str, Parsed]]:
    if not todo:
        return
    from profilegen.build.reading import read_files  # noqa: PLC0415 - what checks a file takes long to import

    wanted = [(one.kind, one.found, _hash_of(one, held.get(one.path))) for one in todo]
    portions = crew.each(read_files, cut(wanted, PORTION), int(len(wanted) / LIGHT))
    read = (file for portion in portions for file in portion)
    for source, (parsed, seconds) in zip(todo, read, strict=True):
        slow.read(source.path, seconds)
        yield source.path, parsed


def _hash_of(source: Source, held: Held | None) -> bytes:
    return held.hash if held is not None and held.beside == source.found.beside_names else b""


def _held(source: Source, before: Held | None, parsed: Parsed | None) -> Held:
    if before is not None and (parsed is None or parsed.same):
        return before if before.mark == source.mark else replace(before, mark=source.mark)
    if parsed is None:
        raise ValueError(f"nothing is known of {source.path}")
    return Held(
        kind=source.kind,
        path=source.path,
        mark=source.mark,
        hash=parsed.hash,
        head=parsed.head,
        beside=source.found.beside_names,
        good=bool(parsed.record),
        accept=parsed.accept,
        problems=parsed.problems,
    )


def _raw(content: Content, kind: str, stock: Stock) -> Iterator[bytes]:
    shelf, ledger = stock.shelves.get(f"{RECORDS}{kind}", {}), content.ledger
    bad = {number for number, odd in ledger.odd.items() if not odd.good}
    for number, (held_kind, path) in enumerate(zip(ledger.kinds, ledger.paths, strict=True)):
        if held_kind == kind and number not in bad:
            new = content.parsed.get(path)
            yield stock[shelf[path]] if new is None or new.same else new.record


def _same_record(before: Held, now: Held, parsed: Mapping[str, Parsed], stock: Stock) -> bool:
    if not (before.good and now.good and before.beside == now.beside and before.accept == now.accept):
        return False
    number = stock.shelves[f"{RECORDS}{now.kind}"][now.path]
    text = stock.shelves.get(f"{TEXTS}{now.kind}", {}).get(now.path)
    new = parsed[now.path]
    return bool(new.text) == (text is not None) and stock[number] == new.record
