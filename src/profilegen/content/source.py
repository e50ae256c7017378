"""A file's bytes as text whose lines and columns are those of the file."""

import errno
import os
import re
import stat
from hashlib import blake2b
from pathlib import Path
from typing import Final

from profilegen.problems import Place, Problem, problem
from profilegen.values import Apart

SIZE_LIMIT: Final = 5_000_000
"""The largest file that is read, in bytes."""

# A FIFO would block until somebody writes to it.
_READ_AT_ONCE: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_BOM: Final = b"\xef\xbb\xbf"
_PLAIN_BYTES: Final = b"\t\n\r" + bytes(range(0x20, 0x7F))
_BAD_CHARACTER: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ue0f0\ufeff\ufffe\uffff\ud800-\udfff]")


class Source(Apart, frozen=True):
    """The text of a file without its byte order mark, line ends as LF; `path` is how messages call it.

    Lines end at LF, CRLF and CR only: U+0085, U+2028 and U+2029 are characters of the text. `hash` is that of the
    file's bytes: equal for files that say the same.
    """

    path: str
    text: str
    hash: bytes = b""

    APART = frozenset({"hash"})


def hash_of(raw: bytes) -> bytes:
    """The hash of a file's bytes."""
    return blake2b(raw, digest_size=16).digest()


def read_source(on_disk: Path | str, path: str) -> Source | Problem:
    """The text of the file `on_disk`, called `path` in messages, or why it cannot be read as text."""
    try:
        file = os.open(on_disk, _READ_AT_ONCE)
        try:
            raw = _bytes(file, path)
        finally:
            os.close(file)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return problem("unreadable-file", Place(path), f"the file cannot be read: {reason}")
    return raw if isinstance(raw, Problem) else decoded(raw, path)


def readable(text: str) -> str:
    """`text` without the characters that may not stand in a file, line ends as LF."""
    return _BAD_CHARACTER.sub("", _unified(text))


def bad_character(text: str, path: str, first_line: int = 1) -> Problem | None:
    """The first control character, byte order mark or non-character in `text`, of which none may stand in a file."""
    if text.replace("\n", " ").isprintable():  # all bad ones are not, and to look for one of them takes longer
        return None
    found = _BAD_CHARACTER.search(text)
    if found is None:
        return None
    message = f"the character U+{ord(found[0]):04X} may not stand in a file"
    return problem("bad-character", place_at(text, found.start(), path, first_line), message, "remove it")


def place_at(text: str, index: int, path: str, first_line: int = 1) -> Place:
    """The place of `text[index]`, where `text` begins on line `first_line` of the file `path`."""
    line_start = text.rfind("\n", 0, index) + 1
    return Place(path, first_line + text.count("\n", 0, index), index - line_start + 1)


def _bytes(file: int, path: str) -> bytes | Problem:
    status = os.fstat(file)
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        return problem("refused-file", Place(path), "a FIFO, socket or device is not read")
    if status.st_size > SIZE_LIMIT:
        message = f"the file has {status.st_size:,} bytes, the limit is {SIZE_LIMIT:,}"
        return problem("file-too-large", Place(path), message)
    return _to_its_end(file, status.st_size)


def _to_its_end(file: int, size: int) -> bytes:
    # One byte more is asked for than there should be: a file of this size has ended then.
    parts = [os.read(file, size + 1)]
    while len(parts[0]) != size and (more := os.read(file, SIZE_LIMIT)):
        parts.append(more)
    return b"".join(parts)


def decoded(raw: bytes, path: str) -> Source | Problem:
    """The text of a file's bytes, or why it is none."""
    try:
        text = _unified(raw.removeprefix(_BOM).decode())
    except UnicodeDecodeError as error:
        return _bad_encoding(raw, error, path)
    odd = raw.translate(None, _PLAIN_BYTES)
    if odd and not odd.decode().isprintable() and (bad := bad_character(text, path)):
        return bad
    return Source(path, text, hash_of(raw))


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _bad_encoding(raw: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    body = raw.removeprefix(_BOM)
    offset = error.start + len(raw) - len(body)
    before = _unified(body[: error.start].decode())
    message = f"the byte 0x{body[error.start]:02x} at offset {offset} is not UTF-8"
    utf16 = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    hint = f"the file is {'UTF-16' if utf16 else 'perhaps Latin-1 or Windows-1252'}: save it as UTF-8"
    return problem("bad-encoding", place_at(before, len(before), path), message, hint)
