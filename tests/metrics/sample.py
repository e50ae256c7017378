"""Papers for tests of metrics."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from profilegen.model.dates import PartialDate
from profilegen.model.paper import Byline, Citations, Paper, PaperType, Rating, Status
from profilegen.model.text import Text


def paper(
    name: str = "p",
    citations: int | None = None,
    *,
    year: int | None = None,
    kind: PaperType = PaperType.ARTICLE,
    status: Status | None = None,
    ratings: Mapping[str, str] = MappingProxyType({}),
) -> Paper:
    """A paper with the numbers given; ratings as fractions or decimals in text."""
    return Paper(
        id=name,
        file=f"content/papers/{name}.md",
        title=Text(name),
        byline=Byline(()),
        date=None if year is None else PartialDate(year),
        type=kind,
        status=status,
        citations=None if citations is None else Citations(citations),
        ratings={rating: Rating(rating, Fraction(value)) for rating, value in ratings.items()},
    )


def papers(*counts: int | None) -> tuple[Paper, ...]:
    """Papers p0, p1, ... with these citation counts."""
    return tuple(paper(f"p{at}", count) for at, count in enumerate(counts))
