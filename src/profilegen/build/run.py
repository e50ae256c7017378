"""A build from beginning to end; where nothing changed, it ends before anything heavy is imported."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from profilegen.build.clock import Clock
from profilegen.build.inputs import beside_content, program
from profilegen.build.intact import intact, is_same, unlike
from profilegen.build.laps import Lap, Laps, Slow
from profilegen.build.memory import Memory, Sheet, forget, recalled
from profilegen.build.roll import Roll
from profilegen.build.sources import Scan, check_site, scan, suspects
from profilegen.build.weight import stops
from profilegen.output.codec import DamagedError
from profilegen.output.guard import check_target
from profilegen.output.lock import locked
from profilegen.output.marks import mark_at, unchanged
from profilegen.output.paths import INDEX, MANIFEST
from profilegen.output.write import Page, Written, complete
from profilegen.problems import Problem
from profilegen.values import Struct, field

STATE: Final = ".profilegen"
"""The folder of the site that holds what a build keeps for itself."""

SOURCES: Final = ("content", "themes", "templates", "static", STATE)
"""The folders of the site that no output may touch."""

LOCK_SECONDS: Final = 60.0
"""How long a build waits for another one of the same site."""


class Say(Protocol):
    """How a build tells a person what it is doing."""

    def line(self, text: str) -> None:
        """Say something once."""

    def progress(self, pages: Iterable[Page], total: int) -> Iterable[Page]:
        """Pass the pages on, showing how many of `total` have gone by."""


class Manner(Struct, frozen=True):
    """How to build: with warnings as errors, by so many workers (None: what is fastest), with a memory or not."""

    strict: bool = False
    workers: int | None = None
    remembering: bool = True


class Built(Struct, frozen=True):
    """What a build made; `written` is None where problems stopped it, `slow` has what took longest."""

    problems: tuple[Problem, ...]
    pages: int
    papers: int
    authors: int
    written: Written | None
    laps: tuple[Lap, ...] = ()
    slow: Slow = field(default_factory=Slow)


class Site(Struct, frozen=True):
    """Where a build reads, remembers and writes, at what time; `url` is where the site will be, "" if nobody says."""

    root: Path
    output: Path
    clock: Clock
    url: str = ""

    @property
    def state(self) -> Path:
        """The folder for what is remembered."""
        return self.root / STATE


def build(root: Path, output: Path, clock: Clock, manner: Manner, say: Say, url: str = "") -> Built:
    """Make the site of the folder `root` in the folder `output`; nothing is touched where a problem stops it.

    `url`, which ends in `/`, is where the site will be, where the settings do not say.

    Raises:
        Failure: the output is no safe place, cannot be written, a template is wrong, or a worker died.
    """
    site, laps = Site(root, Path(os.path.realpath(output)), clock, url), Laps()
    with locked(site.state, LOCK_SECONDS, say.line), _collector_paused():
        check_target(output, root, [root / name for name in SOURCES])
        check_site(root)
        complete(output)
        memory = recalled(site.state, program()) if manner.remembering else Memory()
        found = scan(root)
        laps.lap("scan")
        if memory.sheet is not None and memory.whole and _is_as_it_was(site, memory, memory.sheet, found):
            return _unchanged(memory.sheet, manner, laps)
        from profilegen.build.make import make  # noqa: PLC0415 - half a second of imports that an idle build does without

        try:
            return make(site, found, memory, manner, say, laps)
        except DamagedError:  # an item is not what it was: nothing is written yet, and all is made anew
            forget(site.state)
            return make(site, found, Memory(), manner, say, laps)


def _is_as_it_was(site: Site, memory: Memory, sheet: Sheet, found: Scan) -> bool:
    """Whether nothing changed that the site is made from, and nothing in the output."""
    return (
        sheet.clock == site.clock
        and sheet.output == str(site.output)
        and _same_content(memory, found)
        and sheet.inputs == beside_content(site.root, sheet.theme, site.url)
        and (site.output / MANIFEST).is_file()
        and all(unchanged(mark_at(str(site.root / one.source)), one.source_mark) for one in sheet.copied if one.source)
        and (not sheet.facts.searched or (site.output / INDEX).is_file())
        and _stands(sheet)
    )


def _same_content(memory: Memory, found: Scan) -> bool:
    ledger = memory.ledger
    if ledger is None or memory.scan_problems != found.problems or not found.same_files(ledger):
        return False
    return all(is_same(found.source(number), ledger[number]) for number in suspects(found, ledger))


def _stands(sheet: Sheet) -> bool:
    """Whether every file of the site is in the output as it was written."""
    root, files = f"{sheet.output}/", Roll(sheet.pages).files
    doubtful = unlike(sheet.output, files, sheet.prints.all_marks())
    return all(intact(root + files[number], sheet.prints.at(number)) for number in doubtful) and all(
        intact(root + one.path, one.printed) for one in sheet.copied
    )


def _unchanged(sheet: Sheet, manner: Manner, laps: Laps) -> Built:
    laps.lap("compare")
    roll = Roll(sheet.pages)
    written = None
    if not stops(sheet.settled, strict=manner.strict):
        written = Written(0, len(roll) + len(sheet.copied), 0, ())
    return Built(sheet.settled, roll.readable, sheet.papers, sheet.authors, written, laps.taken)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Records live to the end of the build and hold no cycles: collecting garbage among them only costs time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what is left lives as long as the process: nobody need look through it at the end
        if enabled:
            gc.enable()
