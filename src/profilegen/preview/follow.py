"""From a save to the next edition: wait for the burst to settle, look, make anew, hold back what looks half done."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from profilegen.preview.board import Board, Edition
from profilegen.preview.pages import pages_of
from profilegen.preview.report import told, told_failure
from profilegen.preview.scan import FOLDERS, Signature, changed, differences, glance, scan
from profilegen.preview.site import State, Studio
from profilegen.preview.watch import Watch, burst
from profilegen.problems import Failure, Problem, Severity
from profilegen.values import Struct

HOLD_SECONDS: Final = 0.2
"""A save that breaks something, or takes something away, may be half done: it is shown when it stays so for so long."""

HOLD_MOST_SECONDS: Final = 1.0
"""What goes on being changed all the time is shown after so long, half done or not."""

SCAN_SECONDS: Final = 2.0
POLL_SECONDS: Final = 1.0
SCAN_SHARE: Final = 20
"""All files are looked at every so many seconds, or SCAN_SHARE times as long as that takes."""


class Change(Struct, frozen=True):
    """What was saved, what was made anew for it, how long that took, what is wrong now, and `news` of it."""

    paths: tuple[str, ...]
    touched: str
    seconds: float
    problems: tuple[Problem, ...]
    news: tuple[Problem, ...]
    failure: Failure | None


class Follower:
    """Follows the files of a site, and puts up an edition after each change."""

    def __init__(self, studio: Studio, watch: Watch, tell: Callable[[Change], None]) -> None:
        self._studio = studio
        self._watch = watch
        self._tell = tell
        watch.start()
        # Before the files are read, so that no change in between is missed.
        self._scan = scan(studio.root)
        self._next_scan = time.monotonic() + SCAN_SECONDS
        self._state = self._shown = studio.opened()
        self._changed: frozenset[str] = frozenset()
        # Kept until it was read without a fault of ours, so that none is forgotten.
        self._unread: frozenset[str] = frozenset()
        self._since = self._hold = 0.0
        self.board = Board(edition(studio.root, self._state, None))

    @property
    def state(self) -> State:
        """The files as they were last read."""
        return self._state

    def step(self) -> None:
        """Wait for something to happen, or for the time to look by oneself, and do what is to be done."""
        wake = self._hold if self._changed else self._next_scan
        paths = burst(self._watch.heard, wake - time.monotonic())
        began = time.monotonic()
        different = self._looked(paths)
        if different:
            self._read(different, began)
        if self._changed and time.monotonic() >= self._hold:
            self._publish()

    def _read(self, different: frozenset[str], now: float) -> None:
        if not self._changed:
            self._since = now
        self._changed |= different
        self._unread |= different
        self._state = self._studio.after(self._state, self._unread)
        self._unread = frozenset()
        half = self._state.wrong or _lost_pages(self._shown, self._state)
        self._hold = min(now + HOLD_SECONDS, self._since + HOLD_MOST_SECONDS) if half else now

    def _looked(self, paths: frozenset[str]) -> frozenset[str]:
        """The files that are not as they were."""
        anew = not paths.isdisjoint(FOLDERS)
        if anew:
            self._watch.start()
        early = not anew and time.monotonic() < self._next_scan
        seen = glance(self._studio.root, self._scan, paths) if early else None
        if seen is None:
            before, self._scan = self._scan, self._scanned()
            return differences(before, self._scan)
        different = changed(self._scan, seen)
        self._scan.update(seen)
        return different

    def _scanned(self) -> dict[str, Signature]:
        began = time.monotonic()
        after = scan(self._studio.root)
        end = time.monotonic()
        least = SCAN_SECONDS if self._watch.works else POLL_SECONDS
        self._next_scan = end + max(least, SCAN_SHARE * (end - began))
        return after

    def _publish(self) -> None:
        state, before = self._state, self._shown
        paths, since = tuple(sorted(self._changed)), self._since
        self._shown, self._changed = state, frozenset()
        if _says(state) != _says(before):
            self.board.put_up(edition(self._studio.root, state, self.board.edition))
            known = frozenset(before.problems)
            news = tuple(found for found in state.problems if found not in known)
            seconds = time.monotonic() - since
            self._tell(Change(paths, state.touched, seconds, state.problems, news, state.failure))


def edition(root: Path, state: State, before: Edition | None) -> Edition:
    """What is shown in this state."""
    pages = before.pages if before else None
    if state.good is not None and (pages is None or pages.good is not state.good):
        pages = pages_of(root, state.good, pages)
    errors = told(root, state.problems, Severity.ERROR)
    if state.failure is not None:
        errors.insert(0, told_failure(root, state.failure))
    return Edition(pages, tuple(errors), tuple(told(root, state.problems, Severity.WARNING)))


def _lost_pages(before: State, after: State) -> bool:
    if before.good is None or after.good is None or before.good is after.good:
        return False
    return len(after.good.composed.pages) < len(before.good.composed.pages)


def _says(state: State) -> Sequence[object]:
    """What an edition is made from."""
    good = state.good
    return (id(good and good.composed), id(good and good.theme), state.problems, state.failure)
