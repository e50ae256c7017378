"""Numbers by year: an author's papers, and their citations."""

from collections import Counter
from collections.abc import Mapping, Sequence

from profilegen.model.paper import Paper
from profilegen.model.words import Words
from profilegen.values import Struct


class Yearly(Struct, frozen=True):
    """Whole numbers >= 0 by year, the words that count them, and a sentence on what they leave out."""

    numbers: Mapping[int, int]
    count_key: str
    left_out: str = ""


def papers_per_year(papers: Sequence[Paper], words: Words) -> Yearly:
    """How many of the papers are of each year."""
    years = Counter(paper.date.year for paper in papers if paper.date is not None)
    unknown = len(papers) - years.total()
    left_out = (
        words.count("charts.no_year", unknown, count=words.count("charts.count_papers", unknown)) if unknown else ""
    )
    return Yearly(dict(sorted(years.items())), "charts.count_papers", left_out)


def citations_per_year(papers: Sequence[Paper], words: Words) -> Yearly:
    """How often the papers were cited in each year, where their files say so."""
    years: Counter[int] = Counter()
    known = 0
    for paper in papers:
        if paper.citations is not None and paper.citations.by_year:
            known += 1
            years.update(dict(paper.citations.by_year))
    partial = known < len(papers)
    left_out = words.say("charts.coverage", known=f"{known:,}", of=f"{len(papers):,}") if partial else ""
    return Yearly(dict(sorted(years.items())), "charts.count_citations", left_out)
