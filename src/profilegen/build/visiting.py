"""The order in which pages are printed: those that show the same papers by one process, which makes these but once."""

from collections.abc import Iterable, Iterator
from typing import Final

from profilegen.build.crew import cut
from profilegen.build.planning import Plan
from profilegen.build.roll import Roll
from profilegen.corpus.corpus import Corpus
from profilegen.pages import address
from profilegen.pages.page import MEDIA
from profilegen.pages.scope import author_scope, paper_scope

PORTION: Final = 150
"""So many pages are printed at a time by one worker."""


def portions(plan: Plan) -> Iterator[tuple[int, ...]]:
    """The pages in portions for one worker each: first those that take long, so that nobody waits for them at the end.

    Files of the same papers are made together, since they are made of the same pieces.
    """
    pages = plan.pages
    maps = [number for number in plan.todo if pages.kinds[number] == "sitemap"]
    joined = [number for number in plan.todo if _has_all_papers(pages, number)]
    short = sorted(set(plan.todo).difference(maps, joined))
    if plan.linked is not None:
        short = side_by_side(short, pages, plan.linked.corpus)
    if joined:
        yield tuple(joined)
    yield from cut(maps, 1)
    yield from cut(short, PORTION)


def _has_all_papers(pages: Roll, number: int) -> bool:
    """Whether it is a file of all papers, or of a list of them."""
    kind, subject = pages.kinds[number], pages.subjects[number]
    return kind in MEDIA and kind != "sitemap" and (not subject or subject.startswith(address.LISTS))


def side_by_side(numbers: Iterable[int], pages: Roll, corpus: Corpus) -> list[int]:
    """The numbers of these pages: papers and authors as they are met on the way from paper to author to paper."""
    ranks = {subject: rank for rank, subject in enumerate(_met(corpus))}
    kinds, subjects = pages.kinds, pages.subjects
    return sorted(numbers, key=lambda number: ranks.get(_scope(kinds[number], subjects[number]), -1))


def _scope(kind: str, subject: str) -> str:
    """What a page is about, as its files call it."""
    match kind:
        case "paper":
            return paper_scope(subject)
        case "author" | "picture":
            return author_scope(subject)
        case _:
            return subject


def _met(corpus: Corpus) -> Iterator[str]:
    """Everything that pages can be about on the way: a paper, its authors, their other papers, and so on."""
    people: set[str] = set()
    papers: set[str] = set()
    for first in corpus.papers:
        ahead = [first]
        while ahead:
            paper = ahead.pop()
            if paper in papers:
                continue
            papers.add(paper)
            yield paper_scope(paper)
            for person in corpus.credits[paper]:
                if person is not None and person not in people:
                    people.add(person)
                    yield author_scope(person)
                    ahead += corpus.papers_of[person]
