"""Samples are shown with a warning while they are alone, and are drafts beside a paper of one's own."""

from corpus.corpus_records import linked, paper
from profilegen.corpus.revising import links_alike
from profilegen.values import replace

SAMPLE = replace(paper("sample", "A B"), sample=True)
OWN = paper("own", "A B")


def test_alone_they_are_shown_and_said() -> None:
    corpus, problems = linked(SAMPLE)
    assert list(corpus.papers) == ["sample"]
    assert [found.code for found in problems] == ["sample-paper"]


def test_beside_a_paper_of_ones_own_they_are_drafts() -> None:
    corpus, problems = linked(SAMPLE, OWN)
    assert list(corpus.papers) == ["own"]
    assert problems == ()


def test_a_draft_of_ones_own_does_not_count() -> None:
    corpus, _ = linked(SAMPLE, replace(OWN, draft=True))
    assert list(corpus.papers) == ["sample"]


def test_taking_the_mark_away_links_anew() -> None:
    assert not links_alike(SAMPLE, replace(SAMPLE, sample=False))
