"""Whether a file is still the one that was looked at, told by its status alone."""

import os
import time
from typing import Final, TypeAlias

Mark: TypeAlias = tuple[int, int, int, int]
"""Size, times of change of content and of status in nanoseconds, inode. Equal marks mean the same bytes."""

NO_MARK: Final[Mark] = (-1, 0, 0, 0)
"""The mark of a file that is not there, or was changed too shortly before it was looked at: equal to none."""

_FRESH: Final = 40_000_000
"""Nanoseconds in which a file may change twice and keep its times: two ticks of the slowest system clock."""

_COARSE: Final = 2_000_000_000
"""The same on a disk that keeps whole seconds, or every second one."""

_SECOND: Final = 1_000_000_000


def mark_of(status: os.stat_result) -> Mark:
    """The mark of a file of this status."""
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def mark_at(path: str) -> Mark:
    """The mark of what stands at `path`, links not followed."""
    try:
        return mark_of(os.lstat(path))
    except OSError:
        return NO_MARK


def unchanged(mark: Mark, before: Mark) -> bool:
    """Whether a file of this mark is surely the one that had the other mark."""
    return mark == before and mark != NO_MARK


def settled(mark: Mark, looked: int) -> Mark:
    """The mark if it can be trusted, seen at the time `looked` (nanoseconds); NO_MARK where the file is too fresh."""
    _, changed, status_changed, _ = mark
    coarse = changed % _SECOND == 0 and status_changed % _SECOND == 0
    newest = max(changed, status_changed)
    return mark if newest + (_COARSE if coarse else _FRESH) < looked else NO_MARK


def now() -> int:
    """The time that marks are compared with, in nanoseconds: it never gets into a page."""
    return time.time_ns()
