"""Names as a content file has them: the plainest way of writing that is read as the same name."""

import contextlib
import re
from collections.abc import Iterable
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.content.schema.people import GAP_WORDS, LAST_GAP_WORDS
from profilegen.content.schema.values import TITLE_LENGTH
from profilegen.importing.markdown import tidy
from profilegen.model.folding import same_key
from profilegen.model.identifiers import orcid
from profilegen.model.names import Name

GAP: Final = "..."

_COLLECTIVE: Final = re.compile(
    r"\b(?:collaborations?|consortium|group|team|project|survey|society|university|institute|committee|network|"
    r"initiative|investigators|laboratory|agency|association|foundation|observatory|department|ministry|corporation|"
    r"organi[sz]ation|council)\b|,\s*(?:inc|ltd|llc|llp|plc|corp|gmbh)\b\.?$",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s*(?:,?\s+(?:and|und|et|y|e)\s+|,?\s*&(?:amp;)?\s*|;\s*)", re.IGNORECASE)
_SHORT_WORDS: Final = re.compile(r"(?:[^\W\d_]{1,3}\.?[\s-]*)+")
_WORD: Final = re.compile(r"[^\W\d_]+\.?")
_MOST_INITIALS: Final = 4
_OTHERS: Final = re.compile(r"[\s,]*(?:et\.?\s+al\.?|and others|\.\.\.|…)\s*$", re.IGNORECASE)


def written(name: Name) -> Plain:
    """`Given Family`, `Family, Given`, or the parts."""
    if name.literal:
        return {"literal": name.full}
    for text in (name.full, name.inverted):
        if _reads_as(text, name):
            return text
    parts = {"given": name.given, "family": name.family, "particle": name.particle, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def person(family: str, given: str = "", particle: str = "", suffix: str = "") -> Plain:
    """A person's name from its parts; None where there is nothing in them."""
    family, given, particle, suffix = map(tidy, (family, given, particle, suffix))
    if not family and not given:
        return None
    return written(Name.of_parts(family, given, particle, suffix))


def unparsed(text: str) -> Plain:
    """A name from one text, a group's where it says so; None where there is nothing in it."""
    plain = tidy(text)
    if not plain:
        return None
    try:
        name = Name.group(plain) if is_body(plain) else Name.parse(plain)
    except ValueError:
        name = Name.group(plain)
    return written(name)


def is_body(text: str) -> bool:
    """Whether a name says that it is a group's, an office's or a company's."""
    return bool(_COLLECTIVE.search(text))


def group(text: str) -> Plain:
    """The name of a body, never split."""
    return {"literal": tidy(text)} if tidy(text) else None


def cited_names(text: str) -> list[Plain]:
    """The names in `Ada One, Ben Two and Cy Three`, `One, A., Two, B.`, `One, Ada, Ben Two`, `One A, Two B`."""
    others = _OTHERS.search(text)
    parts = _AND.split(text[: others.start()] if others else text)
    pieces = _turned([bare for part in parts for piece in part.split(",") if (bare := _bare(piece))])
    found: list[Plain] = [name for piece in _joined(pieces) if (name := unparsed(piece)) is not None]
    return [*found, GAP] if others and found else found


def _joined(pieces: list[str]) -> list[str]:
    """Pieces with the family and the given name as one where they stand apart: of all, or of the first alone."""
    alone = [" " not in piece and piece.lower() != piece.upper() for piece in pieces]
    pairs = [", ".join(pieces[at : at + 2]) for at in range(0, len(pieces), 2)]
    if any(map(_are_initials, pieces[1::2])) or (len(pieces) % 2 == 0 and all(alone)):
        return pairs
    first = len(pieces) > 1 and alone[1] and (alone[0] or len(pieces) == 2) and not any(alone[2:])  # noqa: PLR2004 - two
    return [pairs[0], *pieces[2:]] if first else pieces


def _turned(pieces: list[str]) -> list[str]:
    """Each as `A One` where all are like `One A`, as PubMed has them."""
    parted = [piece.rpartition(" ") for piece in pieces]
    if len(pieces) > 1 and all(_are_initials(last) and not _are_initials(first) for first, _, last in parted):
        return [f"{last} {first}" for first, _, last in parted]
    return pieces


def _bare(piece: str) -> str:
    """A piece without the stops around it; the stop of an initial stays."""
    ends_in_initials = _are_initials(piece.strip().rpartition(" ")[2])
    return piece.strip(" ,") if ends_in_initials else piece.strip(" .,")


def _are_initials(piece: str) -> bool:
    """Whether it is no name but `A.`, `A. B.`, `AB` or `Yu.-C.`; `Li` is one."""
    words = _WORD.findall(piece) if _SHORT_WORDS.fullmatch(piece) else []
    return 0 < len(words) <= _MOST_INITIALS and all(word.endswith(".") or word.isupper() for word in words)


def with_details(name: Plain, *, orcid_id: str = "", affiliations: Iterable[str] = ()) -> Plain:
    """The entry of a byline with what the source says of this author besides."""
    known: dict[str, Plain] = {}
    with contextlib.suppress(ValueError):
        known["orcid"] = orcid(orcid_id)
    places: list[Plain] = [place for place in map(tidy, affiliations) if place]
    if places:
        known["affiliations"] = places
    if not known or name is None:
        return name
    return {**(name if isinstance(name, dict) else {"name": name}), **known}


def _reads_as(text: str, name: Name) -> bool:
    if same_key(text) in GAP_WORDS | LAST_GAP_WORDS or len(text) > TITLE_LENGTH:
        return False
    try:
        read = Name.parse(text)
    except ValueError:
        return False
    return (read.full, read.given, read.suffix) == (name.full, name.given, name.suffix)
