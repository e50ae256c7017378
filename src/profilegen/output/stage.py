"""What a build makes, compared with what stands in the output; what differs waits in the staging folder."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from profilegen.output.journal import Move, Step
from profilegen.output.manifest import Entry, new_digest, print_manifest
from profilegen.output.moves import make_folder
from profilegen.output.paths import MANIFEST, STAGING, is_safe, parent, status
from profilegen.problems import Failure, quoted_path

_CHUNK: Final = 1 << 20
_BINARY: Final = getattr(os, "O_BINARY", 0)
_FOREIGN_HINT: Final = "profilegen did not write it and leaves it alone: move it away, or give the page another name"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of a file, read anew each time they are asked for, a piece at a time."""

    path: Path

    def __iter__(self) -> Iterator[bytes]:
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except OSError as error:
            raise Failure(f"cannot read {quoted_path(str(self.path))}: {error.strerror}") from error


class Stage:
    """The files of one build, put one at a time, and the moves that make the output theirs."""

    def __init__(self, output: Path, old: Mapping[str, Entry]) -> None:
        self._output = output
        self._root = str(output)
        self._old = old
        self._files: dict[str, Entry] = {}
        self._moves: list[Move] = []
        self._folders: set[str] = {""}
        self._in_the_way: list[str] = []

    def put(self, path: str, content: Iterable[bytes]) -> None:
        """Take in the file at `path` with these bytes, which may be asked for twice.

        Raises:
            ValueError: the path is not one inside the output, or was put before.
            Failure: somebody else's file, folder or link stands there.
            OSError: the staging folder cannot be written.
        """
        if not is_safe(path) or path in self._files:
            raise ValueError(f"not a path for a new file: {path!r}")
        found = self._standing(path)
        entry = _same(f"{self._root}/{path}", found, content) if found else None
        self._files[path] = entry or self._stage(path, Step.REPLACE if found else Step.ADD, content)

    def moves(self) -> tuple[Move, ...]:
        """All steps from the old site to the new one, in order: what goes, what comes, then the manifest."""
        self._check_folders()
        written = tuple(self._moves)
        self._stage_manifest()
        gone = [path for path in sorted(self._old.keys() - self._files) if status(self._output / path)]
        removed = (Move(number, Step.REMOVE, path) for number, path in enumerate(gone, len(self._moves)))
        return (*removed, *written, *self._moves[len(written) :])

    def __len__(self) -> int:
        return len(self._files)

    def _standing(self, path: str) -> os.stat_result | None:
        """What stands at `path`, if it is ours to replace."""
        self._check_way(path)
        found = status(f"{self._root}/{path}")
        if found is None or path in self._old:
            if found and stat.S_ISDIR(found.st_mode):
                self._in_the_way.append(path)
                return None
            return found
        if stat.S_ISDIR(found.st_mode):
            self._in_the_way.append(path)
        elif not self._is_other_case(path, found):
            raise self._foreign(path)
        return None

    def _check_way(self, path: str) -> None:
        """Refuse a link or a foreign file where the folders above `path` have to be."""
        folder = parent(path)
        if folder in self._folders:
            return
        self._check_way(folder)
        found = status(f"{self._root}/{folder}")
        if found and not stat.S_ISDIR(found.st_mode) and folder not in self._old:
            raise self._foreign(folder)
        self._folders.add(folder)

    def _is_other_case(self, path: str, found: os.stat_result) -> bool:
        """Whether a disk that ignores case shows us a file of ours whose name is to change in its case only."""
        folded = path.casefold()
        twins = (status(self._output / old) for old in self._old if old.casefold() == folded)
        return any(twin and os.path.samestat(found, twin) for twin in twins)

    def _check_folders(self) -> None:
        """A folder where a file has to be may hold nothing but files of ours, which go."""
        both = self._folders & self._files.keys()
        if both:
            raise ValueError(f"a file and a folder at once: {min(both)!r}")
        for path in self._in_the_way:
            for leaf in _leaves(self._output, path):
                if leaf not in self._old:
                    raise self._foreign(leaf)

    def _foreign(self, path: str) -> Failure:
        return Failure(f"cannot write {quoted_path(f'{self._root}/{path}')}: something else is there", _FOREIGN_HINT)

    def _stage(self, path: str, step: Step, content: Iterable[bytes]) -> Entry:
        if not self._moves:
            make_folder(f"{self._root}/{STAGING}")
        move = Move(len(self._moves), step, path)
        self._moves.append(move)
        return _store(move.staged(self._root), content)

    def _stage_manifest(self) -> None:
        text = (print_manifest(self._files),)
        found = status(self._output / MANIFEST)
        if not found or not _same(f"{self._root}/{MANIFEST}", found, text):
            self._stage(MANIFEST, Step.REPLACE if found else Step.ADD, text)


def _same(path: str, found: os.stat_result, content: Iterable[bytes]) -> Entry | None:
    """The entry of the file that was `found` at `path` if it holds these very bytes, else None."""
    if not stat.S_ISREG(found.st_mode):
        return None
    digest, size = new_digest(), 0
    try:
        file = os.open(path, os.O_RDONLY | _BINARY)
    except OSError:  # what cannot be read is replaced
        return None
    try:
        for chunk in content:
            if os.read(file, len(chunk)) != chunk:
                return None
            digest.update(chunk)
            size += len(chunk)
    except OSError:
        return None
    finally:
        os.close(file)
    return Entry(size, digest.hexdigest()) if size == found.st_size else None


def _store(path: str, content: Iterable[bytes]) -> Entry:
    digest, size = new_digest(), 0
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
    try:
        if sys.platform != "win32":
            with suppress(PermissionError):  # a disk without modes
                os.fchmod(file, 0o644)
        for chunk in content:
            _write(file, chunk)
            digest.update(chunk)
            size += len(chunk)
    finally:
        os.close(file)
    return Entry(size, digest.hexdigest())


def _write(file: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(file, rest) :]


def _leaves(output: Path, folder: str) -> Iterator[str]:
    """The paths below `folder` that are no folder, or an empty one."""
    with os.scandir(output / folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    if not entries:
        yield folder
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _leaves(output, path)
        else:
            yield path
