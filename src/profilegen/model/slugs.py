"""One segment of an address or a file name, safe on every disk and in every browser."""

import hashlib
import re
import unicodedata
from typing import Final

from profilegen.model.folding import folded_key

LENGTH: Final = 80
"""A segment has 1 to this many bytes."""

RESERVED: Final = frozenset({"authors", "papers", "fields", "assets", "404", "index", "404.html", "index.html"})
"""Segments that pages of the site's own stand under."""

_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_OTHER: Final = re.compile(r"[^a-z0-9._-]+")
_DIGEST_LENGTH: Final = 8


def slug(text: str) -> str:
    """The segment for an id or a name: ASCII, lower case, 1-80 bytes, no device and no dot name.

    A hash of the text is added where something was cut, or nothing would be left.
    """
    plain = unicodedata.normalize("NFC", text)
    ascii_only = folded_key(plain).encode("ascii", "ignore").decode("ascii")
    segment = _OTHER.sub("-", ascii_only).strip("-.")
    if len(segment) > LENGTH:
        return f"{segment[: LENGTH - _DIGEST_LENGTH - 1].rstrip('-.')}-{digest(plain)}"
    if not segment or segment.partition(".")[0] in _DEVICES:
        return f"{segment}-{digest(plain)}".lstrip("-")
    return segment


def digest(text: str) -> str:
    """A short hash of the text, the same everywhere and always."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_LENGTH // 2).hexdigest()
