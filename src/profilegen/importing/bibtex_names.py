"""Lists of names in BibTeX: parted at `and`, taken apart as BibTeX does, with braces and commas gone wrong."""

import re
from typing import Final

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from profilegen.content.nodes import Plain
from profilegen.importing.latex import plain
from profilegen.importing.people import GAP, group, person, unparsed
from profilegen.model.folding import same_key

_OTHERS: Final = frozenset({"others", "et al.", "et al", "...", "…", "etal"})
_STRAY_AND: Final = re.compile(r"^(?:and\s+)+|(?:\s+and)+$", re.IGNORECASE)
_WHOLE: Final = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_ACCENT: Final = re.compile(r"\{\s*\\[^A-Za-z]|\{\s*\\[a-zA-Z](?![a-zA-Z])")
_MOST_COMMAS: Final = 2


def names(tex: str) -> list[Plain]:
    """The names in order, `...` for those left out."""
    text = _STRAY_AND.sub("", " ".join(tex.split()))
    if not text:
        return []
    return [found for name in _parted(text) if (found := _name(name)) is not None]


def _parted(text: str) -> list[str]:
    parts = split_multiple_persons_names(text)
    if len(parts) == 1 and _is_comma_list(text):
        return [part.strip().removeprefix("and ").removeprefix("& ") for part in text.split(",") if part.strip()]
    if len(parts) == 1 and ";" in text and "{" not in text:
        return [part.strip() for part in text.split(";") if part.strip()]
    return parts


def _is_comma_list(text: str) -> bool:
    """`A. One, B. Two, C. Three`: commas where `and` belongs."""
    pieces = [piece.split() for piece in text.split(",") if piece.strip()]
    return text.count(",") >= _MOST_COMMAS and "{" not in text and all(len(piece) > 1 for piece in pieces)


def _name(tex: str) -> Plain:
    bare = tex.strip().strip(",")
    if not bare.startswith("{") and same_key(plain(bare)) in _OTHERS:
        return GAP
    if _WHOLE.fullmatch(bare) and not _ACCENT.match(bare):
        return _in_braces(bare)
    try:
        parts = parse_single_name_into_parts(bare, strict=False)
    except InvalidNameError:
        return unparsed(plain(bare))
    given, particle, family, suffix = (
        plain(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    return person(family, given, particle, suffix)


def _in_braces(tex: str) -> Plain:
    """A name wholly in braces is a group's; `{Yoon, Ada}` is a person's, whose braces some programs add."""
    inner = tex[1:-1].strip()
    one_word = " " not in plain(inner)
    return (
        _name(inner)
        if "," in inner and not one_word
        else (group(plain(inner)) if not one_word else person(plain(inner)))
    )
