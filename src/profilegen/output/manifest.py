"""The manifest: which files in the output are ours, with their sizes and hashes."""

import hashlib
import json
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final, Protocol

from msgspec import Meta, MsgspecError
from msgspec.json import decode

from profilegen import __version__
from profilegen.output.paths import MANIFEST, is_safe, status
from profilegen.problems import Failure, escaped, quoted, quoted_path
from profilegen.values import Struct

FORMAT: Final = 1
FEW: Final = 32
"""So many lines of a manifest are sooner replaced than all are printed."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9_./-]*")


class Entry(Struct, frozen=True, array_like=False):
    """What we wrote into one file: its size in bytes, and the BLAKE2b hash of its bytes (128 bits, in hexadecimal)."""

    size: Annotated[int, Meta(ge=0)]
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


class Listed(Struct, frozen=True):
    """The files that are ours, by path; `hash` is that of the manifest that lists them, "" where it is not known."""

    files: Mapping[str, Entry]
    hash: str = ""


class _Format(Struct, frozen=True, array_like=False):
    format: int


class _Manifest(Struct, frozen=True, array_like=False):
    format: int
    files: dict[str, Entry]


class Digest(Protocol):
    """A hash that grows with the bytes it is given."""

    def update(self, content: bytes, /) -> None:
        """Take in further bytes."""

    def hexdigest(self) -> str:
        """The hash of all bytes so far."""


def new_digest(content: bytes = b"") -> Digest:
    """The hash that a manifest's entries hold, of these bytes so far."""
    return hashlib.blake2b(content, digest_size=16)


def read_manifest(output: Path) -> Mapping[str, Entry]:
    """The files that are ours, by path; none where there is no manifest.

    Raises:
        Failure: it cannot be read, is damaged or newer than we are, or names files outside the output.
    """
    file = output / MANIFEST
    found = status(file)
    if found is None:
        return MappingProxyType({})
    if not stat.S_ISREG(found.st_mode):
        raise _failure(file, "is not a file")
    try:
        return MappingProxyType(_entries(file, file.read_bytes()))
    except OSError as error:
        raise _failure(file, f"cannot be read: {error.strerror}") from error
    except (MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _failure(file, f"is damaged: {escaped(str(error))}") from error


def read_known(output: Path, known: Listed) -> Listed:
    """The files that are ours, without taking the manifest apart where it is the one that was `known` already.

    Raises:
        Failure: see `read_manifest`.
    """
    found = status(output / MANIFEST)
    if known.hash and found is not None and stat.S_ISREG(found.st_mode):
        digest = new_digest((output / MANIFEST).read_bytes())
        if digest.hexdigest() == known.hash:
            return known
    return Listed(read_manifest(output))


def reprinted(output: Path, old: Listed, files: Mapping[str, Entry]) -> bytes | None:
    """The manifest of `files` made from the one that stands in the output; None where it has to be printed anew.

    A line is put in the place of another: that takes the same paths, few of which changed, and a manifest of ours.
    """
    if not old.hash or old.files.keys() != files.keys():
        return None
    changed = [path for path, entry in files.items() if old.files[path] != entry]
    if len(changed) > FEW:
        return None
    text = (output / MANIFEST).read_bytes()
    for path in changed:
        before = f"\n{_line(path, old.files[path])}".encode("ascii")
        if text.count(before) != 1:
            return None
        text = text.replace(before, f"\n{_line(path, files[path])}".encode("ascii"))
    return text


def print_manifest(files: Mapping[str, Entry]) -> bytes:
    """The manifest as it stands in the file: sorted, one line a file, the same bytes for the same files."""
    paths = sorted(files)
    write = '"{}"'.format if _PLAIN.fullmatch("".join(paths)) else json.dumps
    lines = [f'{write(path)}: {{"hash": "{files[path].hash}", "size": {files[path].size}}}' for path in paths]
    listed = "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"
    return f'{{"files": {listed}, "format": {FORMAT}, "generator": "profilegen {__version__}"}}\n'.encode("ascii")


def _line(path: str, entry: Entry) -> str:
    return f'{json.dumps(path)}: {{"hash": "{entry.hash}", "size": {entry.size}}}'


def _entries(file: Path, content: bytes) -> dict[str, Entry]:
    if decode(content, type=_Format).format > FORMAT:
        raise _failure(file, "was written by a newer profilegen", "build with that version, or newer")
    found = decode(content, type=_Manifest)
    if found.format != FORMAT:
        raise _failure(file, "is damaged")
    for path in found.files:
        if not is_safe(path):
            raise _failure(file, f"names {quoted(path)}, which is no file of a site")
    return found.files


def _failure(file: Path, what: str, hint: str = "") -> Failure:
    remedy = f"what is ours in {quoted_path(str(file.parent))} is not known: move that folder away and build again"
    return Failure(f"the manifest {quoted_path(str(file))} {what}", hint or remedy)
