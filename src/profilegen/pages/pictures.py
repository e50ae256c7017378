"""The charts of a profile and of a paper's page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from profilegen.metrics import counted
from profilegen.metrics.indices import h_index
from profilegen.model.paper import Paper
from profilegen.model.words import Words
from profilegen.pages.card import count_of
from profilegen.pages.charts.bars import bars
from profilegen.pages.charts.rank import rank_chart
from profilegen.pages.charts.yearly import Yearly, citations_per_year, papers_per_year
from profilegen.pages.site import Site
from profilegen.pages.views import ChartView
from profilegen.values import replace

MOST_ROWS: Final = 60
"""The table beside the picture of the h-index has no more rows."""


def charts(site: Site, papers: Sequence[Paper], names: Sequence[str]) -> tuple[ChartView, ...]:
    """The charts of these names that have something to show, in this order; only papers that count are drawn."""
    known = counted(papers, site.settings)
    drawn = (CHARTS[name](known, site.words, site.year) for name in names if name in CHARTS)
    return tuple(chart for chart in drawn if chart is not None)


def cited(site: Site, paper: Paper) -> ChartView | None:
    """The citations of one paper by year."""
    return _citations([paper], site.words, site.year)


def _papers(papers: Sequence[Paper], words: Words, year: int) -> ChartView | None:
    return _bars(papers_per_year(papers, words), words, year, "papers")


def _citations(papers: Sequence[Paper], words: Words, year: int) -> ChartView | None:
    return _bars(citations_per_year(papers, words), words, year, "citations")


def _bars(yearly: Yearly, words: Words, year: int, what: str) -> ChartView | None:
    drawing = bars(yearly, words, last=year)
    if drawing is None:
        return None
    columns = (words["charts.year"], words[f"charts.{what}"])
    return ChartView("charts/bars.html", drawing, words[f"charts.{what}_per_year"], drawing.left_out, columns)


def _h_index(papers: Sequence[Paper], words: Words, _year: int) -> ChartView | None:
    counts = list(_known_counts(papers))
    h = h_index(counts)
    drawing = rank_chart(counts, h, words)
    if drawing is None:
        return None
    known, of = f"{len(counts):,}", f"{len(papers):,}"
    left_out = words.say("charts.coverage", known=known, of=of) if known != of else ""
    shorter = replace(drawing, rows=drawing.rows[: min(h + 1, MOST_ROWS)])
    caption = words.say("charts.h_index", h=f"{h:,}")
    return ChartView("charts/rank.html", shorter, caption, left_out, (words["charts.rank"], words["charts.citations"]))


def _known_counts(papers: Sequence[Paper]) -> Iterator[int]:
    for paper in papers:
        count = count_of(paper)
        if count is not None:
            yield count


CHARTS: Final[Mapping[str, Callable[[Sequence[Paper], Words, int], ChartView | None]]] = MappingProxyType(
    {"papers_per_year": _papers, "citations_per_year": _citations, "h_index": _h_index}
)
"""How each chart is made from the papers that count and the site's year."""
