"""What a build makes, compared with what stands in the output; what differs waits in the staging folder."""

import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from profilegen.output.journal import Move, Step
from profilegen.output.manifest import Entry, Listed, print_manifest, reprinted
from profilegen.output.moves import make_folder
from profilegen.output.paths import MANIFEST, STAGING, ancestors, folders_of, is_safe, parent, status
from profilegen.output.store import Stored, same, store
from profilegen.problems import Failure, quoted_path
from profilegen.values import Struct

_CHUNK: Final = 1 << 20
_FOREIGN_HINT: Final = "profilegen did not write it and leaves it alone: move it away, or give the page another name"


class SourceFile(Struct, frozen=True):
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

    def __init__(self, output: Path, listed: Listed) -> None:
        self._output = output
        self._root = str(output)
        self._listed = listed
        self.old = old = listed.files
        self.manifest = listed.hash
        self._empty = not old and not os.listdir(output)  # noqa: PTH208 - names are enough
        self._files: dict[str, Entry] = {}
        self._steps: dict[str, Step] = {}
        self._folders: set[str] = {""}
        self._in_the_way: list[str] = []
        self._open = False
        self.name = secrets.token_hex(4)

    def keep(self, files: Mapping[str, Entry]) -> None:
        """Take in files that are known to stand in the output as they should."""
        self._files.update(files)

    def put(self, path: str, content: Iterable[bytes]) -> None:
        """Take in the file at `path` with these bytes, which may be asked for twice.

        Raises:
            ValueError: the path is not one inside the output, or was put before.
            Failure: somebody else's file, folder or link stands there.
            OSError: the staging folder cannot be written.
        """
        found = self._admitted(path)
        entry = same(f"{self._root}/{path}", found, content) if found else None
        if entry is None:
            self.open()
            entry = store(self._root, self.name, path, content)
            self._steps[path] = Step.REPLACE if found else Step.ADD
        self._files[path] = entry

    def take(self, path: str, stored: Stored) -> None:
        """Take in the file at `path` that was stored in the staging folder already, or stands there as it should.

        Raises:
            ValueError, Failure: see `put`.
        """
        found = self._admitted(path)
        if stored.staged:
            self._steps[path] = Step.REPLACE if found else Step.ADD
        self._files[path] = stored.entry

    def open(self) -> str:
        """Make the folder in which new files wait, if it is not there; its name in the staging folder."""
        if not self._open:
            make_folder(f"{self._root}/{STAGING}")
            make_folder(f"{self._root}/{STAGING}/{self.name}")
            self._open = True
        return self.name

    def moves(self) -> tuple[Move, ...]:
        """All steps from the old site to the new one, in order: what goes, what comes, then the manifest."""
        self._check_folders()
        gone = self.removed
        written = self._gathered()
        steps = [*((Step.REMOVE, path) for path in gone), *written, *self._staged_manifest()]
        return tuple(Move(number, step, path, self.name) for number, (step, path) in enumerate(steps))

    @property
    def files(self) -> Mapping[str, Entry]:
        """Every file of the site."""
        return self._files

    @property
    def written(self) -> tuple[str, ...]:
        """The files that differ from what stood there."""
        return tuple(self._steps)

    @property
    def removed(self) -> list[str]:
        """Files of ours that the site has no more, and that still stand there."""
        return [path for path in sorted(self.old.keys() - self._files) if status(self._output / path)]

    def _gathered(self) -> Iterator[tuple[Step, str]]:
        """The files that come; where a whole folder is new, the folder in their place."""
        folders: dict[str, None] = {}
        is_new = cache(lambda folder: status(f"{self._root}/{folder}") is None)
        for path, step in self._steps.items():
            top = next(filter(is_new, ancestors(path)), "")
            if top:
                folders[top] = None
            else:
                yield step, path
        for folder in folders:
            yield Step.ADD, folder

    def _admitted(self, path: str) -> os.stat_result | None:
        if not is_safe(path) or path in self._files:
            raise ValueError(f"not a path for a new file: {path!r}")
        return None if self._empty else self._standing(path)

    def _standing(self, path: str) -> os.stat_result | None:
        """What stands at `path`, if it is ours to replace."""
        self._check_way(path)
        found = status(f"{self._root}/{path}")
        if found is None or path in self.old:
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
        if found and not stat.S_ISDIR(found.st_mode) and folder not in self.old:
            raise self._foreign(folder)
        self._folders.add(folder)

    def _is_other_case(self, path: str, found: os.stat_result) -> bool:
        """Whether a disk that ignores case shows us a file of ours whose name is to change in its case only."""
        folded = path.casefold()
        twins = (status(self._output / old) for old in self.old if old.casefold() == folded)
        return any(twin and os.path.samestat(found, twin) for twin in twins)

    def _check_folders(self) -> None:
        """A folder where a file has to be may hold nothing but files of ours, which go."""
        # In an empty output all files are in one tree, where the disk refuses a file and a folder of one name.
        both = () if self._empty else folders_of(self._steps) & self._files.keys()
        if both:
            raise ValueError(f"a file and a folder at once: {min(both)!r}")
        for path in self._in_the_way:
            for leaf in _leaves(self._output, path):
                if leaf not in self.old:
                    raise self._foreign(leaf)

    def _foreign(self, path: str) -> Failure:
        return Failure(f"cannot write {quoted_path(f'{self._root}/{path}')}: something else is there", _FOREIGN_HINT)

    def _staged_manifest(self) -> Iterator[tuple[Step, str]]:
        found = status(self._output / MANIFEST)
        if found and self._files == dict(self.old):
            return
        text = (reprinted(self._output, self._listed, self._files) or print_manifest(self._files),)
        entry = same(f"{self._root}/{MANIFEST}", found, text) if found else None
        if entry is None:
            entry = store(self._root, self.open(), MANIFEST, text)
            yield Step.REPLACE if found else Step.ADD, MANIFEST
        self.manifest = entry.hash


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
