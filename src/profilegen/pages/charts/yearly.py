"""Numbers by year: an author's papers, and their citations."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from profilegen.model.paper import Paper


@dataclass(frozen=True, slots=True)
class Yearly:
    """Whole numbers >= 0 by year, what they count in singular and plural, and a sentence on what they leave out."""

    numbers: Mapping[int, int]
    one: str
    many: str
    left_out: str = ""

    def counted(self, number: int) -> str:
        """`1 paper`, `1,200 papers`."""
        return f"{number:,} {self.one if number == 1 else self.many}"


def papers_per_year(papers: Sequence[Paper]) -> Yearly:
    """How many of the papers are of each year."""
    years = Counter(paper.date.year for paper in papers if paper.date is not None)
    unknown = len(papers) - years.total()
    verb = "is" if unknown == 1 else "are"
    numbers = Yearly(dict(sorted(years.items())), "paper", "papers")
    left_out = f"{numbers.counted(unknown)} without a year {verb} not shown." if unknown else ""
    return Yearly(numbers.numbers, numbers.one, numbers.many, left_out)


def citations_per_year(papers: Sequence[Paper]) -> Yearly:
    """How often the papers were cited in each year, where their files say so."""
    years: Counter[int] = Counter()
    known = 0
    for paper in papers:
        if paper.citations is not None and paper.citations.by_year:
            known += 1
            years.update(dict(paper.citations.by_year))
    left_out = f"Known for {known:,} of {len(papers):,} papers." if known < len(papers) else ""
    return Yearly(dict(sorted(years.items())), "citation", "citations", left_out)
