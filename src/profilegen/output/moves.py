"""From the staging folder into place, and back again: each step may already have been done, in either direction."""
# ruff: noqa: PTH102, PTH105, PTH106 - 24,000 pages are moved: a Path for each costs more than the move

import errno
import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from profilegen.output.journal import JOURNAL, Move, Step
from profilegen.output.paths import STAGING, ancestors, parent, status

PUBLIC: Final = 0o022
"""The umask under which published files are written."""

_STAYS: Final = frozenset({errno.ENOTEMPTY, errno.EEXIST, errno.EBUSY, errno.EACCES, errno.EPERM})
"""Why a folder stays: it is not empty, or not ours to remove. Then neither is any above it."""


def settle(output: Path, moves: Sequence[Move]) -> None:
    """Carry out committed `moves`, or take all of them back: the site is the new one or, after an error, the old one.

    Raises:
        OSError: a step failed. If taking back fails too, the journal stays, for the next command to complete.
    """
    try:
        _carry_out(str(output), moves)
        (output / STAGING / JOURNAL).unlink()
    except BaseException:
        _take_back(str(output), moves)
        discard(output)
        raise
    clear(output)


def discard(output: Path) -> None:
    """Remove the staging folder and what waits in it; its journal first, so that nothing is half committed."""
    (output / STAGING / JOURNAL).unlink(missing_ok=True)
    clear(output)


def clear(output: Path) -> None:
    """Remove the staging folder without its journal; what cannot be removed now goes with the next command."""
    shutil.rmtree(output / STAGING, ignore_errors=True)


def make_folder(folder: str) -> None:
    """A folder that all may read; a build keeps the umask from taking that away (see `public_files`)."""
    os.mkdir(folder, 0o755)


@contextmanager
def public_files() -> Iterator[None]:
    """What is written inside may be read by everybody, whatever the umask: it is going to be published."""
    before = os.umask(PUBLIC)
    try:
        yield
    finally:
        os.umask(before)


def _carry_out(root: str, moves: Sequence[Move]) -> None:
    """Folders are made before any goes, and pruned last, so that on a full disk nothing has to be made to take back."""
    removed = [move for move in moves if move.step is Step.REMOVE]
    installed = [move for move in moves if move.step is not Step.REMOVE]
    ready: set[str] = {""}
    for move in removed:
        _remove(root, move)
    for move in installed:
        _make_folders(root, parent(move.path), ready)
    for move in installed:
        _install(root, move)
    for move in removed:
        _prune(root, move.path)


def _remove(root: str, move: Move) -> None:
    if _is_blocked(root, move.path):
        return
    target = f"{root}/{move.path}"
    found = status(target)
    if found and not stat.S_ISDIR(found.st_mode):
        os.replace(target, move.parked(root))


def _install(root: str, move: Move) -> None:
    staged, target = move.staged(root), f"{root}/{move.path}"
    if not status(staged):
        return
    found = status(target)
    if found and (_holds_files(target) if stat.S_ISDIR(found.st_mode) else move.step is Step.ADD):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
    if found:
        os.replace(target, move.parked(root))
    os.replace(staged, target)


def _holds_files(folder: str) -> bool:
    """Whether anything but folders is in `folder`."""
    with os.scandir(folder) as found:
        return any(not entry.is_dir(follow_symlinks=False) or _holds_files(entry.path) for entry in found)


def _take_back(root: str, moves: Sequence[Move]) -> None:
    for move in reversed(moves):
        target, staged, parked = f"{root}/{move.path}", move.staged(root), move.parked(root)
        if move.step is not Step.REMOVE and not status(staged):
            with suppress(FileNotFoundError):  # somebody else took it away meanwhile
                os.replace(target, staged)
        if move.step is Step.ADD:
            with suppress(OSError):
                _prune(root, move.path)
        if status(parked):
            _make_folders(root, parent(move.path), {""})
            os.replace(parked, target)


def _make_folders(root: str, folder: str, ready: set[str]) -> None:
    """Make `folder` and those above it; `ready` are those known to be there, and real: links are never followed."""
    if folder in ready:
        return
    _make_folders(root, parent(folder), ready)
    found = status(f"{root}/{folder}")
    if found is None:
        make_folder(f"{root}/{folder}")
    elif not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), f"{root}/{folder}")
    ready.add(folder)


def _prune(root: str, path: str) -> None:
    """Remove the folders above `path` that are empty; those a killed build removed before are passed over."""
    if _is_blocked(root, path):
        return
    folder = parent(path)
    while folder:
        try:
            os.rmdir(f"{root}/{folder}")
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno not in _STAYS:
                raise
            return
        folder = parent(folder)


def _is_blocked(root: str, path: str) -> bool:
    """Whether something that is no folder, such as a link put there by somebody, stands on the way to `path`."""
    for folder in ancestors(path):
        found = status(f"{root}/{folder}")
        if found is None:
            return False
        if not stat.S_ISDIR(found.st_mode):
            return True
    return False
