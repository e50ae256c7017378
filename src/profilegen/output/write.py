"""A site onto the disk: staged, committed, moved into place; the old site stays whole until then."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from profilegen.output.journal import JOURNAL, Move, Step, read_journal, write_journal
from profilegen.output.manifest import read_manifest
from profilegen.output.moves import clear, discard, make_folder, settle
from profilegen.output.paths import MANIFEST, STAGING, status
from profilegen.output.stage import SourceFile, Stage
from profilegen.problems import Failure, quoted_path

_REMEDIES: Final = MappingProxyType(
    {
        errno.ENOSPC: "free some space",
        errno.EDQUOT: "free some space",
        errno.EACCES: "make the folder writable for you",
        errno.EPERM: "make the folder writable for you",
        errno.EROFS: "make the disk writable",
    }
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output, in files; `changed` are the paths written or removed, sorted."""

    written: int
    unchanged: int
    removed: int
    changed: tuple[str, ...]


def write_site(output: Path, pages: Iterable[tuple[str, bytes]], copies: Iterable[tuple[str, Path]] = ()) -> Written:
    """Make the output hold these pages, these copies of files, and whatever foreign files it holds.

    Both come one at a time, each with its path inside the output. Only what differs from what stands there is written;
    what the last build wrote and this one does not is removed. On any error, the caller's own too, the old site is as
    it was. The caller has checked the output (`check_target`) and keeps other builds away (`locked`).

    Raises:
        Failure: a file cannot be read or written, or somebody else's stands where one of ours belongs.
        ValueError: a path leaves the output or comes twice.
    """
    root = Path(os.path.realpath(output))
    with _folder(root):
        complete(root)
        stage = _stage(root)
        with _discarded_on_error(root):
            for path, content in pages:
                _put(root, stage, path, (content,))
            for path, source in copies:
                _put(root, stage, path, SourceFile(source))
            moves = _commit(root, stage)
        if moves:
            with _reported(root):
                settle(root, moves)
    return _counted(len(stage), moves)


def complete(output: Path) -> bool:
    """Finish, or clear away, what a killed build left in the output; whether there was anything.

    Raises:
        Failure: the journal is damaged, or a file cannot be moved into place; then the old site is there.
    """
    root = Path(os.path.realpath(output))
    with _reported(root):
        found = status(root / STAGING)
        if found is None:
            return False
        if not stat.S_ISDIR(found.st_mode):
            raise Failure(f"{quoted_path(str(root / STAGING))} is not a folder", "remove it")
        moves = read_journal(root)
        if moves is None:
            clear(root)
        else:
            settle(root, moves)
    return True


def _stage(root: Path) -> Stage:
    with _reported(root):
        return Stage(root, read_manifest(root))


def _put(root: Path, stage: Stage, path: str, content: Iterable[bytes]) -> None:
    try:
        stage.put(path, content)
    except OSError as error:
        raise _failure(root, error, root / path) from error


def _commit(root: Path, stage: Stage) -> tuple[Move, ...]:
    with _reported(root):
        moves = stage.moves()
        if moves:
            write_journal(root, moves)
    return moves


@contextmanager
def _reported(root: Path) -> Iterator[None]:
    """The system's errors as a Failure; only around what we do ourselves, for the caller's errors are its own."""
    try:
        yield
    except OSError as error:
        raise _failure(root, error) from error


def _failure(root: Path, error: OSError, path: Path | None = None) -> Failure:
    """What went wrong, at the file of the site that it is about: the staging folder says nothing to a user."""
    named = (str(name) for name in (error.filename2, error.filename) if name)
    place = path or next((name for name in named if STAGING not in name), root)
    unfinished = os.path.lexists(root / STAGING / JOURNAL)
    state = "the next build completes what this one began" if unfinished else "the site is as it was"
    remedy = _REMEDIES.get(error.errno or 0, "")
    return Failure(
        f"cannot write {quoted_path(str(place))}: {error.strerror or error}", f"{remedy}; {state}" if remedy else state
    )


@contextmanager
def _discarded_on_error(root: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        discard(root)
        raise


@contextmanager
def _folder(root: Path) -> Iterator[None]:
    """The output and the folders above it, made where missing; taken away again on an error, if still empty."""
    missing: list[Path] = []
    try:
        with _reported(root):
            missing += [folder for folder in (root, *root.parents) if not status(folder)]
            for folder in reversed(missing):
                make_folder(str(folder))
        yield
    except BaseException:
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise


def _counted(files: int, moves: tuple[Move, ...]) -> Written:
    own = [move for move in moves if move.path != MANIFEST]
    removed = sum(move.step is Step.REMOVE for move in own)
    written = len(own) - removed
    return Written(written, files - written, removed, tuple(sorted(move.path for move in own)))
