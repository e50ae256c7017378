"""One file into the staging folder, in whatever process: what goes in and comes out can be sent."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from profilegen.output.manifest import Entry, new_digest
from profilegen.output.marks import NO_MARK, Mark, mark_of
from profilegen.output.moves import make_folder
from profilegen.output.paths import ancestors, parent, staged_at, status
from profilegen.values import Struct

_BINARY: Final = getattr(os, "O_BINARY", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


class Stored(Struct, frozen=True):
    """A file of the site: it waits in the staging folder, or, where `staged` is False, stands in the output so.

    `mark` is that of the waiting file; it keeps it where it moves along with its folder.
    """

    entry: Entry
    staged: bool
    mark: Mark = NO_MARK


def store_page(root: str, stage: str, path: str, content: bytes, known: Entry | None) -> Stored:
    """Store the bytes of a page of the output `root`, unless what stands at `path` holds them.

    `known` is what our own file there holds, with an empty hash where it has to be looked at; None where there is none.
    """
    entry = Entry(len(content), new_digest(content).hexdigest())
    if known is not None and entry == known:
        return Stored(entry, staged=False)
    if known is not None and not known.hash:
        target = f"{root}/{path}"
        found = status(target)
        if found and same(target, found, (content,)):
            return Stored(entry, staged=False)
    return Stored(entry, staged=True, mark=_write_new(root, stage, path, (content,)))


def store(root: str, stage: str, path: str, content: Iterable[bytes]) -> Entry:
    """Store these bytes in the staging folder; OSError where they cannot be written."""
    digest, size = new_digest(), 0

    def counted() -> Iterable[bytes]:
        nonlocal size
        for chunk in content:
            digest.update(chunk)
            size += len(chunk)
            yield chunk

    _write_new(root, stage, path, counted())
    return Entry(size, digest.hexdigest())


def same(path: str, found: os.stat_result, content: Iterable[bytes]) -> Entry | None:
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


def _write_new(root: str, stage: str, path: str, content: Iterable[bytes]) -> Mark:
    file = _opened(root, stage, path)
    try:
        for chunk in content:
            written = os.write(file, chunk)
            while written < len(chunk):  # a disk that is nearly full takes what it can
                written += os.write(file, chunk[written:])
        return mark_of(os.fstat(file))
    finally:
        os.close(file)


def _opened(root: str, stage: str, path: str) -> int:
    target = staged_at(root, stage, path)
    # Nearly every page has a folder of its own: making it without a look is quickest.
    try:
        make_folder(parent(target))
    except (FileExistsError, NotADirectoryError):
        pass
    except FileNotFoundError:
        _make_way(root, stage, path)
    try:
        return os.open(target, _NEW, 0o644)
    except (FileExistsError, NotADirectoryError) as error:
        above = (folder for folder in ancestors(path) if not os.path.isdir(staged_at(root, stage, folder)))  # noqa: PTH112
        raise ValueError(f"a file and a folder at once: {next(above, path)!r}") from error


def _make_way(root: str, stage: str, path: str) -> None:
    """Make the folders above the file in the staging folder; another worker may make them at the same time."""
    for folder in ancestors(path):
        with suppress(FileExistsError, NotADirectoryError):
            make_folder(staged_at(root, stage, folder))
