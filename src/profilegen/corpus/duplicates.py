"""Papers that are likely one paper in two files."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.corpus.versions import identifiers_of
from profilegen.model.folding import folded_key
from profilegen.model.identifiers import arxiv_of_doi
from profilegen.model.paper import Paper
from profilegen.problems import Problem, problem, quoted, quoted_path

_FORMATTING: Final = re.compile(r"\\(?:emph|text(?:bf|it|sc|tt|rm|sf|sl|up)|math(?:rm|bf|it|tt|sf|cal|bb))(?![a-z])")
_BESIDE_LETTERS: Final = re.compile(r"[\W_]+")
_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_LABELS: Final = MappingProxyType({"doi": "DOI", "arxiv": "arXiv id", "title": "title"})


def title_key(title: str) -> str:
    """Equal for titles that differ in case, diacritics, punctuation and markup at most."""
    bare = _FORMATTING.sub("", title) if "\\" in title else title
    if bare.isascii():  # most titles: of each, nothing but letters and digits is left
        return bare.encode("ascii").translate(None, _NO_LETTERS).decode("ascii").lower()
    return _BESIDE_LETTERS.sub("", folded_key(bare))


def duplicates(
    papers: tuple[Paper, ...], versions: Mapping[str, str], key: Callable[[str], str] = title_key
) -> Iterator[Problem]:
    """A warning at each paper that shares its DOI, arXiv id or title with one before it (by id).

    Papers that are versions of one paper are none, and a title is a related paper's too: a talk's, a translation's. A
    pair is spoken of once, for the first of the three it shares.
    `key` is `title_key`, or the same with a memory.
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    first: dict[tuple[str, str], Paper] = {}
    for paper in ordered:
        seen: set[str] = set()
        for kind, mark in _marks(paper, key):
            other = first.setdefault((kind, mark), paper)
            if other is paper or other.id in seen or _same(paper, other, versions):
                continue
            if kind != "title" or not _related(paper, other):
                seen.add(other.id)
                yield _duplicate(kind, paper, other)


def _marks(paper: Paper, key: Callable[[str], str]) -> list[tuple[str, str]]:
    title = key(paper.title.source)
    marks = list(identifiers_of(paper)) if paper.doi or paper.arxiv else []
    return [*marks, ("title", title)] if title else marks


def _same(one: Paper, other: Paper, versions: Mapping[str, str]) -> bool:
    return versions.get(one.id, one.id) == versions.get(other.id, other.id)


def _related(one: Paper, other: Paper) -> bool:
    return any(related.id == other.id for related in one.related) or any(
        related.id == one.id for related in other.related
    )


def _duplicate(kind: str, paper: Paper, other: Paper) -> Problem:
    value = {"doi": paper.doi, "arxiv": paper.arxiv or arxiv_of_doi(paper.doi), "title": paper.title.source}[kind]
    at = paper.place("doi" if kind == "arxiv" and not paper.arxiv else kind)
    message = f"{quoted_path(other.file)} has the same {_LABELS[kind]}, {quoted(value)}"
    hint = f"list one under the other's versions if they are one paper, else write accept: [duplicate-{kind}]"
    return problem(f"duplicate-{kind}", at, message, hint)
