"""Which paper of the site a found one is: by DOI, arXiv id, citation key, then folded title, first author and year."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from profilegen.content.schema.paper import PaperFile, VersionEntry
from profilegen.corpus.duplicates import title_key
from profilegen.importing.addresses import arxiv_in
from profilegen.model.folding import folded_key
from profilegen.model.identifiers import arxiv_key, doi_key

Key = tuple[str, str]

_ALIKE: Final = 0.6
"""Titles with at least this share of their letters in common may be of one paper."""


@dataclass(slots=True)
class Shelf:
    """Papers by what may tell that they are one."""

    _papers: dict[str, PaperFile] = field(default_factory=dict)
    _by_key: dict[Key, list[str]] = field(default_factory=dict)

    def put(self, identity: str, file: PaperFile) -> None:
        """Put a paper in, or what it has become."""
        self._papers[identity] = file
        for key in keys(file):
            holders = self._by_key.setdefault(key, [])
            if identity not in holders:
                holders.append(identity)

    def find(self, file: PaperFile) -> str | None:
        """The id of the paper that `file` is of; None where it is new."""
        for key in keys(file):
            for identity in self._by_key.get(key, ()):
                if same_paper(key[0], file, self._papers[identity]):
                    return identity
        return None


def keys(file: PaperFile) -> Iterator[Key]:
    """What may tell that two files are of one paper, the surest first."""
    yield from identifiers(file)
    for version in file.versions:
        yield from identifiers(version)
    if file.citekey:
        yield "citekey", file.citekey.casefold()
    if title := title_key(file.title):
        yield "title", f"{title} {first_author(file)}"


def identifiers(of: PaperFile | VersionEntry) -> Iterator[Key]:
    """The DOI and the arXiv id of a paper itself or of one of its versions, as they compare."""
    if of.doi:
        yield "doi", doi_key(of.doi)
    if found := of.arxiv or arxiv_in(of.doi):
        yield "arxiv", arxiv_key(found)


def same_paper(kind: str, one: PaperFile, other: PaperFile) -> bool:
    """Whether two papers that share a key of this kind are one.

    A DOI may be a volume's, and a title a series': so titles or first authors must agree with the one, and neither
    identifiers nor years may speak against the other.
    """
    if kind in ("doi", "arxiv"):
        return first_author(one) == first_author(other) or _likeness(one, other) >= _ALIKE
    if _contradict(one, other) or not _same_year(one, other):
        return False
    return kind == "title" or (first_author(one) == first_author(other) and _likeness(one, other) >= _ALIKE)


def first_author(file: PaperFile) -> str:
    """The folded family name of the first author; "" where nobody is named first."""
    first = file.authors[0]
    if first.gap:
        return ""
    name = first.printed()
    return folded_key(name.full if name.literal else name.family)


def _contradict(one: PaperFile, other: PaperFile) -> bool:
    """Whether each has a DOI or an arXiv id that is not the other's."""
    mine, theirs = (dict(identifiers(file)) for file in (one, other))
    return any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys())


def _same_year(one: PaperFile, other: PaperFile) -> bool:
    return one.date is None or other.date is None or one.date.year == other.date.year


def _likeness(one: PaperFile, other: PaperFile) -> float:
    mine, theirs = title_key(one.title), title_key(other.title)
    if mine.startswith(theirs) or theirs.startswith(mine):
        return 1.0
    return difflib.SequenceMatcher(None, mine, theirs, autojunk=False).ratio()
