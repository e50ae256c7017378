"""How names and titles are made comparable: what counts as the same spelling, and what only nearly does."""

import re
import unicodedata
from typing import Final

_SPACE: Final = re.compile(r"\s+")
_HYPHENS: Final = dict.fromkeys(map(ord, "\u00ad\u058a\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"), "-")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None)
# Letters that Unicode does not decompose, as libraries' catalogues fold them.
_LETTERS: Final = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t", "ŋ": "n"}
)
_ALPHABETS: Final = ("LATIN", "GREEK", "CYRILLIC")


def same_key(text: str) -> str:
    """Equal for spellings that are the same: NFKC, case-folded, white space and hyphens unified."""
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).translate(_HYPHENS)
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", plain.casefold())).strip()


def folded_key(text: str) -> str:
    """Equal for spellings that differ in diacritics at most.

    Marks are dropped from Latin, Greek and Cyrillic letters alone: in other scripts they are letters.
    """
    key = same_key(text)
    return key if key.isascii() else _without_marks(key)


def _without_marks(key: str) -> str:
    kept: list[str] = []
    alphabetic = False
    for character in unicodedata.normalize("NFD", key.translate(_LETTERS)):
        if not unicodedata.combining(character):
            alphabetic = unicodedata.name(character, "").startswith(_ALPHABETS)
        elif alphabetic:
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def sort_key(text: str) -> tuple[str, str]:
    """A total order for print, the same under every locale: by the folded spelling, then by the exact one."""
    return (folded_key(text), text)
