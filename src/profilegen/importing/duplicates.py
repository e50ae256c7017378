"""Pairs of papers that look like one, with the reasons."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from profilegen.content.schema.paper import PaperFile
from profilegen.corpus.duplicates import title_key
from profilegen.importing.known import Known
from profilegen.importing.matching import first_author, identifiers, keys
from profilegen.model.folding import folded_key
from profilegen.model.paper import PaperType
from profilegen.values import Struct

ALIKE: Final = 0.85
"""Titles with at least this share of their letters in common, in order, are variants of one."""

YEARS: Final = 2
"""So many years may lie between a preprint and what became of it."""

_SHARED_WORDS: Final = 0.5
_LABELS: Final = {"doi": "the same DOI", "arxiv": "the same arXiv id", "title": "the same title and first author"}


class Pair(Struct, frozen=True):
    """Two papers that look like one: their ids and files, the one to keep first, and why."""

    keep: str
    other: str
    paths: tuple[str, str]
    reasons: tuple[str, ...]


def pairs(papers: Iterable[Known[PaperFile]]) -> tuple[Pair, ...]:
    """The pairs, by the ids; none of papers of which one lists the other under its versions, or accepts it so."""
    by_id = {known.id: known for known in papers if not known.file.sample}
    found: dict[tuple[str, str], list[str]] = {}
    for one, other, reason in (*_shared(by_id), *_variants(by_id)):
        reasons = found.setdefault((min(one, other), max(one, other)), [])
        if reason not in reasons:
            reasons.append(reason)
    judged = (_pair(by_id[one], by_id[other], reasons) for (one, other), reasons in sorted(found.items()))
    return tuple(pair for pair in judged if pair is not None)


def main_first(one: Known[PaperFile], other: Known[PaperFile]) -> tuple[Known[PaperFile], Known[PaperFile]]:
    """The published paper before the preprint, then the one that says more, then by id."""
    first, second = sorted((one, other), key=lambda known: (_is_preprint(known.file), -len(known.written), known.id))
    return first, second


def _shared(by_id: Mapping[str, Known[PaperFile]]) -> Iterator[tuple[str, str, str]]:
    holders: dict[tuple[str, str], list[str]] = {}
    for identity, known in by_id.items():
        for key in dict.fromkeys(keys(known.file)):
            holders.setdefault(key, []).append(identity)
    for (kind, _), ids in holders.items():
        if kind in _LABELS:
            yield from ((one, other, _LABELS[kind]) for one, other in combinations(ids, 2))


def _variants(by_id: Mapping[str, Known[PaperFile]]) -> Iterator[tuple[str, str, str]]:
    """Titles that differ a little, of the same first author and about the same time."""
    groups: dict[str, list[str]] = {}
    for identity, known in by_id.items():
        groups.setdefault(first_author(known.file), []).append(identity)
    titles = {identity: folded_key(known.file.title) for identity, known in by_id.items()}
    words = {identity: frozenset(title.split()) for identity, title in titles.items()}
    for author, ids in groups.items():
        for one, other in combinations(ids, 2) if author else ():
            if _near_in_time(by_id[one].file, by_id[other].file) and _alike(titles, words, one, other):
                yield one, other, "nearly the same title, the same first author"


def _alike(titles: Mapping[str, str], words: Mapping[str, frozenset[str]], one: str, other: str) -> bool:
    mine, theirs = words[one], words[other]
    if not mine or len(mine & theirs) < _SHARED_WORDS * min(len(mine), len(theirs)):
        return False
    first, second = title_key(titles[one]), title_key(titles[other])
    if first == second:
        return False
    # A number at the end makes another part of a series.
    if sorted(filter(str.isdigit, first)) != sorted(filter(str.isdigit, second)) or _part(titles[one]) != _part(
        titles[other]
    ):
        return False
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _part(title: str) -> frozenset[str]:
    """Words that tell the parts of a series, and notes about a paper, apart."""
    return frozenset(title.replace(":", " ").split()) & _TELLING


_TELLING: Final = frozenset(
    "i ii iii iv v vi vii viii ix x erratum corrigendum correction retraction reply comment addendum part first second "
    "third fourth".split()
)


def _near_in_time(one: PaperFile, other: PaperFile) -> bool:
    return one.date is None or other.date is None or abs(one.date.year - other.date.year) <= YEARS


def _pair(one: Known[PaperFile], other: Known[PaperFile], reasons: list[str]) -> Pair | None:
    if _lists(one.file, other.file) or _lists(other.file, one.file):
        return None
    codes = {f"duplicate-{kind}" for kind in ("doi", "arxiv", "title")}
    if codes & {*one.file.accept, *other.file.accept}:
        return None
    keep, rest = main_first(one, other)
    if _is_preprint(rest.file) and not _is_preprint(keep.file):
        reasons = [*reasons, "one is a preprint"]
    return Pair(keep.id, rest.id, (keep.path, rest.path), tuple(reasons))


def _lists(one: PaperFile, other: PaperFile) -> bool:
    """Whether `other` is among the versions of `one`."""
    listed = {key for version in one.versions for key in identifiers(version)}
    return not listed.isdisjoint(identifiers(other))


def _is_preprint(file: PaperFile) -> bool:
    return file.type == PaperType.PREPRINT.value
