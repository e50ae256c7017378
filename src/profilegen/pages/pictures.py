"""The charts of a profile and of a paper's page."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

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

FEW: Final = 5
"""Charts of at most so many papers or years are alike on many profiles, and drawn once."""

MOST_ROWS: Final = 60
"""The table beside the picture of the h-index has no more rows."""


def charts(site: Site, papers: Sequence[Paper], names: Sequence[str]) -> tuple[ChartView, ...]:
    """The charts of these names that have something to show, in this order; `papers` are those that count."""
    drawn = [CHARTS[name](site, papers) for name in names if name in CHARTS]
    return tuple([chart for chart in drawn if chart is not None])


def cited(site: Site, paper: Paper) -> ChartView | None:
    """The citations of one paper by year."""
    return _citations(site, [paper])


def _papers(site: Site, papers: Sequence[Paper]) -> ChartView | None:
    return _bars(site, papers_per_year(papers, site.words), "papers")


def _citations(site: Site, papers: Sequence[Paper]) -> ChartView | None:
    if not any(paper.citations is not None and paper.citations.by_year for paper in papers):
        return None
    return _bars(site, citations_per_year(papers, site.words), "citations")


def _bars(site: Site, yearly: Yearly, what: str) -> ChartView | None:
    if len(yearly.numbers) > FEW:
        return _bar_chart(site, yearly, what)
    key = ("bars", what, tuple(yearly.numbers.items()), yearly.left_out)
    return site.shared.get(key, lambda: _bar_chart(site, yearly, what))


def _bar_chart(site: Site, yearly: Yearly, what: str) -> ChartView | None:
    words = site.words
    drawing = bars(yearly, words, last=site.year)
    if drawing is None:
        return None
    columns = (words["charts.year"], words[f"charts.{what}"])
    return ChartView("charts/bars.html", drawing, words[f"charts.{what}_per_year"], drawing.left_out, columns)


def _h_index(site: Site, papers: Sequence[Paper]) -> ChartView | None:
    counts = sorted([count for paper in papers if (count := count_of(paper)) is not None], reverse=True)
    if len(papers) > FEW:
        return _rank_chart(site.words, counts, len(papers))
    key = ("ranks", *counts, len(papers))
    return site.shared.get(key, lambda: _rank_chart(site.words, counts, len(papers)))


def _rank_chart(words: Words, counts: Sequence[int], papers: int) -> ChartView | None:
    h = h_index(counts)
    drawing = rank_chart(counts, h, words)
    if drawing is None:
        return None
    known, of = f"{len(counts):,}", f"{papers:,}"
    left_out = words.say("charts.coverage", known=known, of=of) if known != of else ""
    shorter = replace(drawing, rows=drawing.rows[: min(h + 1, MOST_ROWS)])
    caption = words.say("charts.h_index", h=f"{h:,}")
    return ChartView("charts/rank.html", shorter, caption, left_out, (words["charts.rank"], words["charts.citations"]))


CHARTS: Final[Mapping[str, Callable[[Site, Sequence[Paper]], ChartView | None]]] = MappingProxyType(
    {"papers_per_year": _papers, "citations_per_year": _citations, "h_index": _h_index}
)
"""How each chart is made from the papers that count."""
