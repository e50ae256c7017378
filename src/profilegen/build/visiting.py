"""The order in which pages are printed: those that show the same papers by one process, which makes these but once."""

from collections.abc import Iterable, Iterator

from profilegen.build.roll import Roll
from profilegen.corpus.corpus import Corpus


def side_by_side(numbers: Iterable[int], pages: Roll, corpus: Corpus) -> list[int]:
    """The numbers of these pages: papers and authors as they are met on the way from paper to author to paper."""
    ranks = {subject: rank for rank, subject in enumerate(_met(corpus))}
    kinds, subjects = pages.kinds, pages.subjects
    return sorted(numbers, key=lambda number: ranks.get((kinds[number], subjects[number]), -1))


def _met(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The kind and subject of each page of a paper and a person: a paper, its authors, their latest other papers..."""
    people: set[str] = set()
    papers: set[str] = set()
    for first in corpus.papers:
        ahead = [first]
        while ahead:
            paper = ahead.pop()
            if paper in papers:
                continue
            papers.add(paper)
            yield "paper", paper
            for person in corpus.credits[paper]:
                if person is not None and person not in people:
                    people.add(person)
                    yield "author", person
                    ahead += corpus.papers_of[person]
