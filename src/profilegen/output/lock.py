"""One build of a site at a time: a lock that the system takes back when its process ends, however it ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from profilegen.problems import Failure, quoted_path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_POLL: Final = 0.05
"""Seconds between two tries: short enough that nobody notices, and Ctrl-C gets through at once."""


@contextmanager
def locked(state: Path, wait: float, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of the site whose own folder for cache and lock is `state`; it is made where missing.

    Where another build holds it, `say` is told so once, and the lock is tried again for `wait` seconds.

    Raises:
        Failure: the other build still runs after that, or the lock cannot be written.
    """
    try:
        file = _opened(state)
    except OSError as error:
        raise Failure(
            f"cannot write {quoted_path(str(error.filename or state))}: {error.strerror}",
            "the lock and the cache are kept there: make the folder writable for you",
        ) from error
    try:
        _acquire(file, wait, say)
        yield
    finally:
        _release(file)


def _opened(state: Path) -> int:
    state.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), (state / ".gitignore").open("x", encoding="ascii") as ignore:
        ignore.write("*\n")
    return os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o644)


def _acquire(file: int, wait: float, say: Callable[[str], None]) -> None:
    if _is_ours(file):
        return
    say(f"another build of this site is running: waiting up to {wait:g} s for it to end")
    end = time.monotonic() + wait
    while time.monotonic() < end:
        time.sleep(_POLL)
        if _is_ours(file):
            return
    raise Failure("another build of this site is still running", "wait for it to end, or stop it")


def _is_ours(file: int) -> bool:
    """Try to take the lock."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        raise Failure(f"this disk keeps no locks: {error.strerror}", "put the site on a local disk") from error
    return True


def _release(file: int) -> None:
    """Give the lock back, also when a forked worker still holds a copy of the open file."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_UN)
    os.close(file)
