"""A site onto the disk: staged, committed, moved into place; the old site stays whole until then."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from profilegen.output.journal import JOURNAL, Move, Step, read_journal, write_journal
from profilegen.output.manifest import Entry, Listed, read_known
from profilegen.output.moves import clear, discard, make_folder, public_files, settle
from profilegen.output.paths import STAGING, status
from profilegen.output.stage import SourceFile, Stage
from profilegen.output.store import Stored
from profilegen.problems import Failure, quoted_path
from profilegen.values import Apart, field

_REMEDIES: Final = MappingProxyType(
    {
        errno.ENOSPC: "free some space",
        errno.EDQUOT: "free some space",
        errno.EACCES: "make the folder writable for you",
        errno.EPERM: "make the folder writable for you",
        errno.EROFS: "make the disk writable",
    }
)


class Written(Apart, frozen=True):
    """What a build did to the output, in files; `changed` are the paths written or removed, sorted.

    `files` are all that are ours now, `manifest` is the hash of the file that lists them, "" where it is not known.
    `folders` are those that moved to their places with all that is in them.
    """

    written: int
    unchanged: int
    removed: int
    changed: tuple[str, ...]
    files: Mapping[str, Entry] = field(default_factory=dict)
    manifest: str = ""
    folders: frozenset[str] = frozenset()

    APART = frozenset({"files", "manifest", "folders"})


class Staging:
    """Where pages can be stored before they are passed on: the output, and the name of its staging folder's part.

    The folder is made when it is first asked for.
    """

    def __init__(self, output: str, stage: Stage) -> None:
        self.output = output
        self._stage = stage

    def opened(self) -> str:
        """The name of the part, which is there from here on."""
        return self._stage.open()

    def known(self, path: str) -> Entry | None:
        """What our file at `path` held when it was written; None where none of ours is there."""
        return self._stage.old.get(path)


Page: TypeAlias = tuple[str, bytes | Stored]
Pages: TypeAlias = Iterable[Page] | Callable[[Staging], Iterable[Page]]
Kept: TypeAlias = Mapping[str, Entry]

NONE_KEPT: Final[Kept] = MappingProxyType({})


NONE_KNOWN: Final = Listed(NONE_KEPT)


def write_site(
    output: Path,
    pages: Pages,
    copies: Iterable[tuple[str, Path]] = (),
    kept: Kept = NONE_KEPT,
    known: Listed = NONE_KNOWN,
) -> Written:
    """Make the output hold these pages, these copies of files, and whatever foreign files it holds.

    Both come one at a time, each with its path inside the output; a page as its bytes, or stored already by somebody
    who asked the staging where. Only what differs from what stands there is written; what the last build wrote and this
    one does not is removed; what is `kept` is known to stand there as it should. On any error, the caller's own too,
    the old site is as it was. `known` is what the caller knows of the last manifest. The caller has checked the
    output (`check_target`) and keeps other builds away (`locked`).

    Raises:
        Failure: a file cannot be read or written, or somebody else's stands where one of ours belongs.
        ValueError: a path leaves the output or comes twice.
    """
    root = Path(os.path.realpath(output))
    with public_files(), _folder(root):
        complete(root)
        stage = _stage(root, known)
        stage.keep(kept)
        with _discarded_on_error(root):
            for path, content in pages(Staging(str(root), stage)) if callable(pages) else pages:
                _put(root, stage, path, content)
            for path, source in copies:
                _put(root, stage, path, SourceFile(source))
            moves = _commit(root, stage)
        removed = sum(move.step is Step.REMOVE for move in moves)
        changed = sorted((*stage.written, *(move.path for move in moves if move.step is Step.REMOVE)))
        with _reported(root):
            if moves:
                settle(root, moves)
            else:
                clear(root)
    written = len(stage.written)
    whole = frozenset(move.path for move in moves if move.step is Step.ADD and move.path not in stage.files)
    return Written(written, len(stage.files) - written, removed, tuple(changed), stage.files, stage.manifest, whole)


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


def _stage(root: Path, known: Listed) -> Stage:
    with _reported(root):
        return Stage(root, read_known(root, known))


def _put(root: Path, stage: Stage, path: str, content: bytes | Stored | SourceFile) -> None:
    try:
        if isinstance(content, Stored):
            stage.take(path, content)
        else:
            stage.put(path, (content,) if isinstance(content, bytes) else content)
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
