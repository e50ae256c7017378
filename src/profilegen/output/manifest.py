"""The manifest: which files in the output are ours, with their sizes and hashes."""

import hashlib
import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from profilegen import __version__
from profilegen.output.paths import MANIFEST, is_safe, status
from profilegen.problems import Failure, quoted, quoted_path

FORMAT: Final = 1
_HASH: Final = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What we wrote into one file: its size in bytes, and the BLAKE2b hash of its bytes (128 bits, in hexadecimal)."""

    size: int
    hash: str


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
        return MappingProxyType(_entries(file, json.loads(file.read_bytes())))
    except OSError as error:
        raise _failure(file, f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise _failure(file, "is damaged") from error


def print_manifest(files: Mapping[str, Entry]) -> bytes:
    """The manifest as it stands in the file: sorted, one line a file, the same bytes for the same files."""
    lines = [
        f'{json.dumps(path)}: {{"hash": "{entry.hash}", "size": {entry.size}}}' for path, entry in sorted(files.items())
    ]
    listed = "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"
    return f'{{"files": {listed}, "format": {FORMAT}, "generator": "profilegen {__version__}"}}\n'.encode("ascii")


def _entries(file: Path, found: object) -> dict[str, Entry]:
    if not isinstance(found, dict):
        raise _failure(file, "is damaged")
    if isinstance(found.get("format"), int) and found["format"] > FORMAT:
        raise _failure(file, "was written by a newer profilegen", "build with that version, or newer")
    files = found.get("files")
    if found.get("format") != FORMAT or not isinstance(files, dict):
        raise _failure(file, "is damaged")
    return {path: _entry(file, path, entry) for path, entry in files.items()}


def _entry(file: Path, path: str, found: object) -> Entry:
    if not is_safe(path):
        raise _failure(file, f"names {quoted(path)}, which is no file of a site")
    size, digest = (found.get("size"), found.get("hash")) if isinstance(found, dict) else (None, None)
    if type(size) is not int or size < 0 or not isinstance(digest, str) or not _HASH.fullmatch(digest):
        raise _failure(file, f"is damaged at {quoted(path)}")
    return Entry(size, digest)


def _failure(file: Path, what: str, hint: str = "") -> Failure:
    remedy = f"what is ours in {quoted_path(str(file.parent))} is not known: move that folder away and build again"
    return Failure(f"the manifest {quoted_path(str(file))} {what}", hint or remedy)
