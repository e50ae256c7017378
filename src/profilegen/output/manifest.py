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
_PLAIN: Final = re.compile(r"[A-Za-z0-9_./-]*")


class Entry(Struct, frozen=True):
    """What we wrote into one file: its size in bytes, and the BLAKE2b hash of its bytes (128 bits, in hexadecimal)."""

    size: Annotated[int, Meta(ge=0)]
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


class _Format(Struct, frozen=True):
    format: int


class _Manifest(Struct, frozen=True):
    format: int
    files: dict[str, Entry]


class Digest(Protocol):
    """A hash that grows with the bytes it is given."""

    def update(self, content: bytes, /) -> None:
        """Take in further bytes."""

    def hexdigest(self) -> str:
        """The hash of all bytes so far."""


def new_digest() -> Digest:
    """The hash that a manifest's entries hold."""
    return hashlib.blake2b(digest_size=16)


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


def print_manifest(files: Mapping[str, Entry]) -> bytes:
    """The manifest as it stands in the file: sorted, one line a file, the same bytes for the same files."""
    lines = [
        f'{_json(path)}: {{"hash": "{entry.hash}", "size": {entry.size}}}' for path, entry in sorted(files.items())
    ]
    listed = "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"
    return f'{{"files": {listed}, "format": {FORMAT}, "generator": "profilegen {__version__}"}}\n'.encode("ascii")


def _json(path: str) -> str:
    return f'"{path}"' if _PLAIN.fullmatch(path) else json.dumps(path)


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
