"""Whether files are as they were: by their marks, else by their bytes."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from profilegen.build.ledger import Held
from profilegen.build.roll import Printed
from profilegen.build.sources import Source, is_known
from profilegen.content.source import hash_of
from profilegen.output.manifest import new_digest
from profilegen.output.marks import Mark, mark_at, unchanged
from profilegen.values import replace


def intact(path: str, printed: Printed) -> Printed | None:
    """The print of the file with its mark of today if it holds what it did, else None."""
    mark = mark_at(path)
    if unchanged(mark, printed.mark):
        return printed
    if mark[0] != printed.size:
        return None
    digest = new_digest()
    try:
        digest.update(Path(path).read_bytes())
    except OSError:
        return None
    return replace(printed, mark=mark) if digest.hexdigest() == printed.hash else None


def unlike(folder: str, files: Iterable[str], marks: Iterable[Mark]) -> list[int]:
    """The numbers of those files below the folder that do not have the marks beside them, by the order of both."""
    found: list[int] = []
    with _looked_from(folder) as look:
        for number, (file, mark) in enumerate(zip(files, marks, strict=True)):
            try:
                status = look(file)
            except OSError:
                found.append(number)
            else:  # spelled out: a call more for each of 100,000 files is felt
                if (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino) != mark:
                    found.append(number)
    return found


@contextmanager
def _looked_from(folder: str) -> Iterator[Callable[[str], os.stat_result]]:
    """How to look at the files below a folder; where the system can, the way to it is gone but once."""
    if os.stat not in os.supports_dir_fd or not os.path.isdir(folder):  # noqa: PTH112 - as all paths here
        yield lambda file: os.lstat(f"{folder}/{file}")
        return
    at = os.open(folder, os.O_RDONLY)
    try:
        yield partial(os.stat, dir_fd=at, follow_symlinks=False)
    finally:
        os.close(at)


def is_same(source: Source, held: Held) -> bool:
    """Whether a content file says what it said."""
    if held.path != source.path:
        return False
    if is_known(source, held):
        return True
    try:
        return held.beside == source.found.beside_names and hash_of(source.found.path.read_bytes()) == held.hash
    except OSError:
        return False
