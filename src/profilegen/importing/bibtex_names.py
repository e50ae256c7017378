"""Lists of names in BibTeX: parted at `and`, taken apart as BibTeX does, with braces and commas gone wrong.

bibtexparser takes one name apart; its own parting of lists is not used: it loses a command that a name begins with.
"""

import re
from collections.abc import Iterator
from typing import Final

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from profilegen.content.nodes import Plain
from profilegen.importing.latex import plain
from profilegen.importing.people import GAP, cited_names, group, is_body, person, unparsed
from profilegen.model.folding import same_key

_OTHERS: Final = frozenset({"et al.", "et al", "...", "…", "etal"})
_BETWEEN: Final = re.compile(r"\\.|[{}]|(?:^|\s+)(?P<and>and)(?=\s|$)", re.IGNORECASE)
_WHOLE: Final = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_KEYED: Final = re.compile(
    r"\b(given|family|prefix|suffix)\s*=\s*((?:[^,{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)", re.IGNORECASE
)
"""A name in the parts that biblatex calls by name: `family=Harman, given=Hans`."""

_ACCENT: Final = re.compile(r"\{\s*\\[^A-Za-z]|\{\s*\\[a-zA-Z](?![a-zA-Z])")
_INITIAL: Final = re.compile(r"\s*[^\W\d_]\.")
_AMPERSAND: Final = re.compile(r"\s\\?&\s")
_MOST_COMMAS: Final = 2


def names(tex: str) -> list[Plain]:
    """The names in order, `...` for those left out."""
    parts = _parted(" ".join(tex.split()))
    return [found for part in parts for found in _listed(part, alone=len(parts) == 1) if found is not None]


def _parted(text: str) -> list[str]:
    """The list at each `and` outside of braces."""
    parts: list[str] = []
    begin = depth = 0
    for found in _BETWEEN.finditer(text):
        depth = max(0, depth + {"{": 1, "}": -1}.get(found.group(), 0))
        if found["and"] and not depth:
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [part for part in (*parts, text[begin:]) if part.strip()]


def _listed(text: str, *, alone: bool) -> Iterator[Plain]:
    """The one name that stands between two `and`, or those that were parted otherwise."""
    if "{" in text or not (_is_comma_list(text) or (alone and _is_other_list(text))):
        yield _name(text)
    else:
        yield from cited_names(plain(text))


def _is_comma_list(text: str) -> bool:
    """`A. One, B. Two, C. Three`: commas where `and` belongs."""
    pieces = [piece for piece in text.split(",") if piece.strip()]
    enough = text.count(",") >= _MOST_COMMAS or (len(pieces) > 1 and all(map(_INITIAL.match, pieces)))
    return enough and all(len(piece.split()) > 1 for piece in pieces)


def _is_other_list(text: str) -> bool:
    """`One, A., Two, B.`, which has more commas than a name, or other signs than commas in it."""
    return text.count(",") > _MOST_COMMAS or ";" in text or _AMPERSAND.search(text) is not None


def _name(tex: str) -> Plain:
    bare = tex.strip().strip(",")
    folded = same_key(plain(bare))
    if folded in _OTHERS or (folded == "others" and not bare.startswith("{")):
        return GAP
    if _WHOLE.fullmatch(bare) and not _ACCENT.match(bare):
        return _in_braces(bare)
    if keyed := {key.lower(): plain(value) for key, value in _KEYED.findall(bare)}:
        return person(*(keyed.get(part, "") for part in ("family", "given", "prefix", "suffix")))
    try:
        parts = parse_single_name_into_parts(bare, strict=False)
    except InvalidNameError:
        return unparsed(plain(bare))
    given, particle, family, suffix = (
        plain(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if is_body(f"{family}, {given}") and not (particle or suffix):
        return group(plain(bare) if is_body(f", {given}") else f"{given} {family}")
    return person(family, given, particle, suffix)


def _in_braces(tex: str) -> Plain:
    """A name wholly in braces is a group's; `{Yoon, Ada}` is a person's, whose braces some programs add."""
    inner = tex[1:-1].strip()
    text = plain(inner)
    if " " not in text:
        return person(text)
    return group(text) if "," not in inner or _is_of_a_body(text) else _name(inner)


def _is_of_a_body(text: str) -> bool:
    """Whether a name with a comma in it is a group's: `Barnes and Noble, Inc.`; `Team, Engine` is only turned round."""
    family = text.partition(",")[0]
    return " and " in text or "&" in text or (is_body(text) and not (is_body(family) and " " not in family))
