"""The charts of a profile and of a paper's page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from profilegen.metrics import counted
from profilegen.metrics.indices import h_index
from profilegen.model.paper import Paper
from profilegen.pages.card import count_of
from profilegen.pages.charts.bars import bars
from profilegen.pages.charts.rank import rank_chart
from profilegen.pages.charts.yearly import Yearly, citations_per_year, papers_per_year
from profilegen.pages.site import Site
from profilegen.pages.views import ChartView

MOST_ROWS: Final = 60
"""The table beside the picture of the h-index has no more rows."""


def charts(site: Site, papers: Sequence[Paper], names: Sequence[str]) -> tuple[ChartView, ...]:
    """The charts of these names that have something to show, in this order; only papers that count are drawn."""
    known = counted(papers, site.settings)
    drawn = (CHARTS[name](known, site.year) for name in names)
    return tuple(chart for chart in drawn if chart is not None)


def cited(site: Site, paper: Paper) -> ChartView | None:
    """The citations of one paper by year."""
    return _bars(citations_per_year([paper]), site.year, "Citations per year", "Citations")


def _papers(papers: Sequence[Paper], year: int) -> ChartView | None:
    return _bars(papers_per_year(papers), year, "Papers per year", "Papers")


def _citations(papers: Sequence[Paper], year: int) -> ChartView | None:
    return _bars(citations_per_year(papers), year, "Citations per year", "Citations")


def _bars(yearly: Yearly, year: int, caption: str, column: str) -> ChartView | None:
    drawing = bars(yearly, last=year)
    if drawing is None:
        return None
    return ChartView("charts/bars.html", drawing, caption, drawing.left_out, ("Year", column))


def _h_index(papers: Sequence[Paper], _year: int) -> ChartView | None:
    counts = list(_known_counts(papers))
    h = h_index(counts)
    drawing = rank_chart(counts, h)
    if drawing is None:
        return None
    unknown = len(papers) - len(counts)
    left_out = f"Known for {len(counts):,} of {len(papers):,} papers." if unknown else ""
    shorter = replace(drawing, rows=drawing.rows[: min(h + 1, MOST_ROWS)])
    return ChartView("charts/rank.html", shorter, f"h-index {h}: papers by citations", left_out, ("Rank", "Citations"))


def _known_counts(papers: Sequence[Paper]) -> Iterator[int]:
    for paper in papers:
        count = count_of(paper)
        if count is not None:
            yield count


CHARTS: Final[Mapping[str, Callable[[Sequence[Paper], int], ChartView | None]]] = MappingProxyType(
    {"papers_per_year": _papers, "citations_per_year": _citations, "h_index": _h_index}
)
"""How each chart is made from the papers that count and the site's year."""
