"""Whether two values of a key say the same: spelling, precision of typing and the order of words apart."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.people import ContributorEntry
from profilegen.corpus.duplicates import title_key
from profilegen.importing.addresses import arxiv_in
from profilegen.model.dates import PartialDate
from profilegen.model.folding import folded_key
from profilegen.model.identifiers import arxiv_key, doi_key
from profilegen.model.names import spells_nearly

_NO_LETTERS: Final = re.compile(r"[\W_]+")


def says_the_same(key: str, mine: PaperFile, theirs: PaperFile) -> bool:
    """Whether the value of `key` in two files means the same."""
    compare = _COMPARE.get(key, _equal)
    return compare(getattr(mine, key), getattr(theirs, key)) or (key == "doi" and _same_preprint(mine, theirs))


def _equal(mine: object, theirs: object) -> bool:
    if isinstance(mine, str) and isinstance(theirs, str):
        return _letters(mine) == _letters(theirs)
    return mine == theirs


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", folded_key(text.replace("&", "and")))


def _exactly_folded(fold: Callable[[str], str]) -> Callable[[str, str], bool]:
    return lambda mine, theirs: fold(mine) == fold(theirs)


def _bylines(mine: tuple[ContributorEntry, ...], theirs: tuple[ContributorEntry, ...]) -> bool:
    """Whether the same people stand in the same order, initials for names; some may be left out of either."""
    for one, other in zip(mine, theirs, strict=False):
        if one.gap or other.gap:
            return True
        names = (one.printed(), other.printed())
        if names[0].folded != names[1].folded and not spells_nearly(names[0].folded, names[1].folded):
            return False
    return len(mine) == len(theirs)


def _among(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return {_letters(word) for word in theirs} <= {_letters(word) for word in mine}


def _not_finer(mine: PartialDate, theirs: PartialDate) -> bool:
    """A year says nothing else than a day in it."""
    return mine.iso.startswith(theirs.iso)


def _same_preprint(mine: PaperFile, theirs: PaperFile) -> bool:
    """A preprint's own DOI says no more than its arXiv id."""
    own = arxiv_in(theirs.doi)
    return bool(own) and arxiv_key(own) == arxiv_key(mine.arxiv or arxiv_in(mine.doi) or "-")


def _same_address(mine: str, theirs: str) -> bool:
    return _bare_address(mine) == _bare_address(theirs)


def _bare_address(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/")


_COMPARE: Final[Mapping[str, Callable[..., bool]]] = {
    "title": _exactly_folded(title_key),
    "authors": _bylines,
    "editors": _bylines,
    "advisors": _bylines,
    "tags": _among,
    "date": _not_finer,
    "doi": _exactly_folded(doi_key),
    "arxiv": _exactly_folded(arxiv_key),
    "url": _same_address,
}


def shown(value: Plain) -> str:
    """A value in a message."""
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    if isinstance(value, dict):
        return shown(value.get("literal") or value.get("name")) if "literal" in value or "name" in value else str(value)
    return value or ""
