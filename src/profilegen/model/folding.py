"""How names and titles are made comparable: what counts as the same spelling, and what only nearly does."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_HYPHENS: Final = dict.fromkeys(map(ord, "\u058a\u05be\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"), "-")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "`\u00b4\u02bb\u02bc\u2018\u2019\uff07"), "'")
# Soft hyphens, joiners, directions of writing and the byte order mark: they change no letter.
_INVISIBLE: Final = dict.fromkeys(
    (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF), None
)
_UNIFIED: Final = _INVISIBLE | _HYPHENS | _APOSTROPHES
# Letters that Unicode does not decompose, as libraries' catalogues fold them.
_LETTERS: Final = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t", "ŋ": "n"}
)
# Marks on the letters of ASCII, all of which are dropped.
_MARKED: Final = re.compile("(?<=[a-z])[\u0300-\u034e\u0350-\u036f]+")
_ALPHABETS: Final = ("LATIN", "GREEK", "CYRILLIC")


def same_key(text: str) -> str:
    """Equal for spellings that are the same: NFKC, case-folded; white space, hyphens and apostrophes unified."""
    if text.isascii():
        # Most names and titles: of all that is unified, only the grave accent is among these letters.
        return " ".join(text.replace("`", "'").lower().split())
    # NFKC would take a spacing accent, written for an apostrophe, apart.
    plain = unicodedata.normalize("NFC", text).translate(_UNIFIED)
    if not plain.isascii():
        folded = unicodedata.normalize("NFKC", plain).casefold()
        plain = unicodedata.normalize("NFKC", folded).translate(_UNIFIED)
    return " ".join(plain.casefold().split())


def folded_key(text: str) -> str:
    """Equal for spellings that differ in diacritics at most.

    Marks are dropped from Latin, Greek and Cyrillic letters alone: in other scripts they are letters.
    """
    key = same_key(text)
    return key if key.isascii() else _without_marks(key)


def same_keys(texts: Sequence[str]) -> list[str]:
    """`same_key` of each: of those in ASCII, all at once."""
    plain = [text for text in texts if text.isascii()]
    joined = "\n".join(plain)
    if joined.count("\n") != len(plain) - 1 or " ".join(joined.split()) != joined.replace("\n", " "):
        return list(map(same_key, texts))  # there are blanks that do not simply part two words
    keys = iter(joined.replace("`", "'").lower().split("\n"))
    return [next(keys) if text.isascii() else same_key(text) for text in texts]


def folded_keys(texts: Sequence[str]) -> list[str]:
    """`folded_key` of each."""
    return [key if key.isascii() else _without_marks(key) for key in same_keys(texts)]


def _without_marks(key: str) -> str:
    parted = unicodedata.normalize("NFD", key).translate(_LETTERS)
    plain = _MARKED.sub("", parted)
    return plain if plain.isascii() else _one_by_one(parted)


def _one_by_one(parted: str) -> str:
    kept: list[str] = []
    alphabetic = False
    for character in parted:
        if not unicodedata.combining(character):
            alphabetic = _is_alphabetic(character)
        elif alphabetic:
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def _is_alphabetic(character: str) -> bool:
    if character.isascii():
        return character.isalpha()
    return unicodedata.name(character, "").startswith(_ALPHABETS)


def sort_key(text: str) -> tuple[str, str]:
    """A total order for print, the same under every locale: by the folded spelling, then by the exact one."""
    return (folded_key(text), text)
