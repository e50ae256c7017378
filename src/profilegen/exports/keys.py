"""Citation keys: as the papers say, else made from author, year and title, each of them once."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from profilegen.model.folding import folded_key
from profilegen.model.paper import Paper
from profilegen.model.slugs import slug

LENGTH: Final = 30
"""A name and a word take this many letters of a key at most."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_:.+/-]")
_NO_LETTER: Final = re.compile(r"[^a-z0-9]")
_NOT_READ: Final = re.compile(r"\$[^$]*\$|\\[A-Za-z]+|</?[a-z]+>|&#?\w+;")
_MARKUP: Final = re.compile(r"[$\\<&]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL: Final = frozenset(
    "a an the of on in for to and or with without from by at as is are be do does can how what when where which who "
    "why toward towards via using into over under between beyond not no it its this that these those your our we you i "
    "der die das ein eine le la les un une el los las il lo".split()
)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def keys(papers: Iterable[Paper], own: Callable[[Paper], str] | None = None) -> Mapping[str, str]:
    """The citation key of each paper by the paper's id: ASCII, and no two alike, small and capital letters as one.

    Of papers that would have the same key, the first by id has it as it is and the others add a, b, ..., so that a
    further paper changes only the keys of those after it that would have its own. A `citekey` goes before those made.
    `own` is `own_key`, with a memory where somebody has one.
    """
    own = own or own_key
    ordered = sorted(papers, key=lambda paper: paper.id)
    says = {paper.id: bool(_given(paper)) for paper in ordered}
    given = [paper for paper in ordered if says[paper.id]]
    made = [paper for paper in ordered if not says[paper.id]]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for group in (given, made):
        _assign(group, found, taken, own)
    return {paper.id: found[paper.id] for paper in ordered}


def own_key(paper: Paper) -> str:
    """The key that the paper would have if it were the only one: `yoon2023energy`."""
    return _given(paper) or _made(paper)


def _assign(papers: Iterable[Paper], found: dict[str, str], taken: set[str], own: Callable[[Paper], str]) -> None:
    """Gives the papers their own keys, and where these are taken, a further one."""
    later: list[Paper] = []
    for paper in papers:
        key = own(paper)
        if key.lower() in taken:
            later.append(paper)
        else:
            found[paper.id] = key
            taken.add(key.lower())
    further: dict[str, Iterator[str]] = {}
    for paper in later:
        key = own(paper)
        endings = further.setdefault(key.lower(), _endings())
        found[paper.id] = next(f"{key}{ending}" for ending in endings if f"{key}{ending}".lower() not in taken)
        taken.add(found[paper.id].lower())


def _endings() -> Iterator[str]:
    """a, b, ..., z, aa, ab, ..."""
    for number in count():
        ending, rest = "", number + 1
        while rest:
            rest, letter = divmod(rest - 1, len(_LETTERS))
            ending = _LETTERS[letter] + ending
        yield ending


def _given(paper: Paper) -> str:
    if not paper.citekey:
        return ""
    plain = unicodedata.normalize("NFKD", paper.citekey).encode("ascii", "ignore").decode("ascii")
    return _UNSAFE.sub("", plain)


def _made(paper: Paper) -> str:
    """Family name, year and the first word of weight; the id where no name is in Latin letters."""
    family = _family(paper)
    if not family:
        return slug(paper.id)
    return f"{family}{paper.date.year if paper.date else ''}{_first_word(paper.title.source)}"


def _family(paper: Paper) -> str:
    for author in paper.byline.entries:
        if author is not None:
            return _first_word(author.name.full) if author.name.literal else _ascii(author.name.family)
    return ""


def _first_word(text: str) -> str:
    for found in _WORD.finditer(_NOT_READ.sub(" ", text) if _MARKUP.search(text) else text):
        if not _small(found.group()) and len(word := _ascii(found.group())) > 1:
            return word
    return ""


def _small(word: str) -> bool:
    return word.casefold() in _SMALL


def _ascii(text: str) -> str:
    """The letters of the text without their accents; "" where some have no counterpart in ASCII."""
    if text.isascii() and text.isalnum():
        return text[:LENGTH].lower()
    folded = folded_key(text)
    if any(letter.isalnum() and not letter.isascii() for letter in folded):
        return ""
    return _NO_LETTER.sub("", folded)[:LENGTH]
