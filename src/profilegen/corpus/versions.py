"""Papers that are one: a preprint and the published article, each with its own file."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from profilegen.model.identifiers import arxiv_key, arxiv_of_doi, doi_key
from profilegen.model.paper import Paper, PaperType

Key: TypeAlias = tuple[str, str]


def versions_of_papers(papers: tuple[Paper, ...]) -> Mapping[str, str]:
    """The main paper's id for each paper that is another version of it.

    A paper is another's version where that one's `versions` list its DOI or its arXiv id. Among papers that are one,
    the main one is listed by none of them; of several, or where they list each other, the one that is no preprint,
    then the one with the smaller id.
    """
    listed = _listed(papers)
    by_id = {paper.id: paper for paper in papers if listed}
    mains: dict[str, str] = {}
    for group in _groups(listed):
        unlisted = {one for one in group if not any(one in listed.get(other, ()) for other in group)}
        main = min(unlisted or group, key=lambda one: (by_id[one].type is PaperType.PREPRINT, one))
        mains |= {one: main for one in sorted(group) if one != main}
    return mains


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
