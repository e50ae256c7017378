"""What an import was given (files, folders, standard input, services), to papers found in it."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from profilegen.importing.candidate import Reading
from profilegen.importing.formats import read
from profilegen.problems import Failure, Place, problem, quoted_path

STANDARD_INPUT: Final = "-"
SIZE_LIMIT: Final = 100_000_000
"""The largest file that is imported, in bytes."""

_ENDINGS: Final = (".bib", ".ris", ".json", ".md", ".markdown", ".bibtex")
_REFERENCE: Final = re.compile(r"([a-z][a-z0-9_+.]*):(?!\\)(\S.*)", re.IGNORECASE)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")

Fetch = Callable[[str], Reading]
"""Asks a service for what a reference names."""


def gather(words: Iterable[str], notation: str, fetchers: Mapping[str, Fetch], stdin: Callable[[], bytes]) -> Reading:
    """The papers in all that `words` name, in their order; Failure where one of them cannot be had at all."""
    found = Reading()
    for word in words:
        found += _one(word, notation, fetchers, stdin)
    return found


def _one(word: str, notation: str, fetchers: Mapping[str, Fetch], stdin: Callable[[], bytes]) -> Reading:
    if word == STANDARD_INPUT:
        return _text(stdin(), "standard-input", notation)
    named = _REFERENCE.fullmatch(word)
    if named and named.group(1).lower() in fetchers and not os.path.lexists(word):
        return fetchers[named.group(1).lower()](named.group(2))
    path = Path(word)
    if path.is_dir():
        return _folder(path, notation)
    if not path.exists():
        hint = (
            f"give a file, a folder, `-` for standard input, or one of {', '.join(f'{name}:...' for name in fetchers)}"
        )
        raise Failure(f"{quoted_path(word)} is not there", hint)
    return _file(path, notation)


def _folder(folder: Path, notation: str) -> Reading:
    found = Reading()
    paths = list(_files(folder))
    if not paths:
        raise Failure(f"{quoted_path(str(folder))} holds no file to import", f"files end in {', '.join(_ENDINGS)}")
    for path in paths:
        found += _file(path, notation)
    return found


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder that may hold papers; of a folder with an index, the index alone."""
    for here, below, names in os.walk(folder):
        below.sort()
        below[:] = [name for name in below if not name.startswith(".")]
        wanted = sorted(name for name in names if name.lower().endswith(_ENDINGS) and not name.startswith((".", "_")))
        index = [name for name in wanted if name.lower() in ("index.md", "index.markdown")]
        yield from (Path(here, name) for name in index or wanted)


def _file(path: Path, notation: str) -> Reading:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise Failure(f"{quoted_path(str(path))} is larger than {SIZE_LIMIT:,} bytes", "part it")
        raw = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise Failure(f"{quoted_path(str(path))} cannot be read: {error.strerror}") from error
    return _text(raw, path.as_posix(), notation)


def _text(raw: bytes, path: str, notation: str) -> Reading:
    text, foreign = _decoded(raw)
    found = read(text.replace("\r\n", "\n").replace("\r", "\n"), path, notation)
    if not foreign:
        return found
    message = "the file is not UTF-8: it was read as Windows-1252"
    return Reading(problems=(problem("mended-entry", Place(path), message, "look at the accents"),)) + found


def _decoded(raw: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding had to be guessed."""
    try:
        if raw.startswith(_UTF16):
            return raw.decode("utf-16"), False
        return raw.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), True
