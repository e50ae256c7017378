"""Papers that are one: a preprint and the published article, each with its own file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from profilegen.model.identifiers import arxiv_key, arxiv_of_doi, doi_key
from profilegen.model.paper import Paper, PaperType

Key: TypeAlias = tuple[str, str]


def versions_of_papers(papers: tuple[Paper, ...]) -> Mapping[str, str]:
    """The main paper's id for each paper that is another version of it.

    A paper is another's version where that one's `versions` list its DOI or its arXiv id, or list a version that does.
    The main one is listed by none; of two articles that list one preprint both are, and the preprint is the version of
    one. Where there is a choice, also among papers that list each other, the main one is the one that is no preprint,
    then the one with the smaller id.
    """
    listed = _listed(papers)
    preprints = {paper.id for paper in papers if paper.type is PaperType.PREPRINT} if listed else set[str]()
    ranked = sorted(listed, key=lambda one: (one in preprints, one))
    mains = _below_unlisted(ranked, listed)
    in_circles = {one: listed[one] - mains.keys() for one in ranked if one not in mains}
    for group in _groups(in_circles):
        mains |= dict.fromkeys(group, min(group, key=lambda one: (one in preprints, one)))
    return {one: main for one, main in sorted(mains.items()) if one != main}


def identifiers_of(paper: Paper) -> Iterator[Key]:
    """What names the paper itself: its DOI and its arXiv id, as they compare; a DOI of arXiv's is the id in it."""
    return _keys(paper.doi, paper.arxiv)


def _keys(doi: str, arxiv: str) -> Iterator[Key]:
    of_arxiv = arxiv_of_doi(doi)
    if doi and not of_arxiv:
        yield ("doi", doi_key(doi))
    if found := arxiv or of_arxiv:
        yield ("arxiv", arxiv_key(found))


def _listed(papers: tuple[Paper, ...]) -> Mapping[str, frozenset[str]]:
    """The other papers' ids that each paper's `versions` list."""
    listing = [paper for paper in papers if paper.versions]
    holders: dict[Key, set[str]] = {}
    for paper in papers if listing else ():
        for key in identifiers_of(paper):
            holders.setdefault(key, set()).add(paper.id)
    listed = {paper.id: _versions(paper, holders) - {paper.id} for paper in listing}
    return {paper: others for paper, others in listed.items() if others}


def _versions(paper: Paper, holders: Mapping[Key, set[str]]) -> frozenset[str]:
    keys = {key for version in paper.versions for key in _keys(version.doi, version.arxiv)}
    return frozenset(one for key in keys for one in holders.get(key, ()))


def _below_unlisted(ranked: Sequence[str], listed: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """The main paper for each that is listed by none or, however far, below such a one: the first of `ranked`."""
    below = frozenset(one for others in listed.values() for one in others)
    mains: dict[str, str] = {}
    for main in ranked:
        ahead = [] if main in below else [main]
        while ahead:
            one = ahead.pop()
            if one not in mains:
                mains[one] = main
                ahead.extend(listed.get(one, ()))
    return mains


def _groups(listed: Mapping[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    """The sets of papers that are connected by being listed."""
    neighbours: dict[str, set[str]] = {}
    for paper, others in listed.items():
        for other in others:
            neighbours.setdefault(paper, set()).add(other)
            neighbours.setdefault(other, set()).add(paper)
    left = set(neighbours)
    for start in sorted(neighbours):
        if start in left:
            group = _connected(start, neighbours)
            left -= group
            yield group


def _connected(start: str, neighbours: Mapping[str, set[str]]) -> frozenset[str]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = neighbours[ahead.pop()] - found
        found |= fresh
        ahead.extend(fresh)
    return frozenset(found)
