"""One segment of an address or a file name, safe on every disk and in every browser."""

import hashlib
import re
import unicodedata
from typing import Final

from profilegen.model.folding import folded_key

LENGTH: Final = 80
"""A segment has 1 to this many bytes."""

RESERVED: Final = frozenset(
    "authors papers fields lists assets search pagefind 404 index 404.html index.html feed.xml sitemap.xml robots.txt "
    "papers.bib papers.ris papers.csl.json papers.json papers.csv".split()
)
"""Segments that pages and files of the site's own stand under."""

_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_PLAIN: Final = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_OTHER: Final = re.compile(r"[^a-z0-9._-]+")
_DIGEST_BYTES: Final = 6  # with 4, two of 100,000 names would meet


def slug(text: str) -> str:
    """The segment for an id or a name: ASCII, lower case, 1-80 bytes, no device and no dot name.

    A hash of the text is added where letters were lost or cut, or nothing would be left.
    """
    if len(text) <= LENGTH and _PLAIN.fullmatch(spaced := text.replace(" ", "-")) and spaced not in _DEVICES:
        return spaced
    plain = unicodedata.normalize("NFC", text)
    folded = folded_key(plain)
    segment = _OTHER.sub("-", folded).strip("-.")
    if segment.partition(".")[0] in _DEVICES:
        # On Windows `con.txt` is the console too.
        return _hashed(segment.replace(".", "-"), plain)
    if not segment or len(segment) > LENGTH or _loses_letters(folded):
        return _hashed(segment, plain)
    return segment


def digest(text: str) -> str:
    """A short hash of the text, the same everywhere and always."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def _hashed(segment: str, text: str) -> str:
    mark = digest(text)
    return f"{segment[: LENGTH - len(mark) - 1].rstrip('-.')}-{mark}".lstrip("-")


def _loses_letters(folded: str) -> bool:
    return not folded.isascii() and any(not letter.isascii() and letter.isalnum() for letter in folded)
