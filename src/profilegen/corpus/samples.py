"""Samples: papers that a new site begins with, to be seen and not to be published by accident."""

from collections.abc import Iterable, Iterator
from typing import Final

from profilegen.model.paper import Paper
from profilegen.problems import Place, Problem, problem
from profilegen.values import replace

_HINT: Final = "`profilegen new paper` begins one of your own: the samples are then left out, and can be deleted"


def without_samples(papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """The papers; the samples among them are drafts where any paper is neither a sample nor a draft."""
    if all(paper.sample or paper.draft for paper in papers):
        return papers
    return tuple(replace(paper, draft=True) if paper.sample else paper for paper in papers)


def sample_problems(papers: Iterable[Paper]) -> Iterator[Problem]:
    """A warning for each sample that is shown."""
    for paper in papers:
        if paper.sample and not paper.draft:
            yield problem("sample-paper", Place(paper.file), "this is a sample, and it is shown", _HINT)
