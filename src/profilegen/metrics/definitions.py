"""The built-in metrics: what each one means, who defined it, and how it is computed."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final, NamedTuple

from profilegen.metrics.indices import g_index, h_core, h_index, i10_index
from profilegen.model.paper import Paper
from profilegen.model.settings import NumberFormat
from profilegen.values import Struct


class Listing(Struct, frozen=True):
    """What metrics are computed from: an author's papers that count, and the site's year.

    `cited` are those of the papers whose citation count is known, `counts` their counts, in the same order.
    """

    papers: tuple[Paper, ...]
    cited: tuple[Paper, ...]
    counts: tuple[int, ...]
    year: int

    @classmethod
    def of(cls, papers: tuple[Paper, ...], year: int) -> "Listing":
        """The listing of papers that count."""
        known = [(paper, count) for paper in papers if (count := citation_count(paper)) is not None]
        return cls(papers, tuple([paper for paper, _ in known]), tuple([count for _, count in known]), year)

    @property
    def uncited(self) -> int:
        """How many papers have no known citation count."""
        return len(self.papers) - len(self.counts)

    @property
    def unknown(self) -> bool:
        """Whether there are papers, and none has a known count. No papers at all are known to have no citations."""
        return bool(self.papers) and not self.counts


class Computed(NamedTuple):
    """A metric's value, None where it is unknown, and over how many of the papers (`known`) it was computed.

    `most` is the largest value it could have whatever the unknown numbers are, None where there is no such limit.
    `core` are the ids of the papers that make up an h-index, most cited first.
    """

    value: Fraction | None
    known: int
    most: Fraction | None = None
    core: tuple[str, ...] = ()


NONE_KNOWN: Final = Computed(None, 0)


class Definition(Struct, frozen=True):
    """A metric: `meaning` is one plain sentence, `source` says whose definition it is.

    `grouped` is False where the number is a year. `compute` must be a function of a module, or a partial of one, so
    that it can be sent to a worker.
    """

    name: str
    label: str
    meaning: str
    source: str
    format: NumberFormat
    compute: Callable[[Listing], Computed]
    grouped: bool = True


exactly: Final = lru_cache(maxsize=10_000)(Fraction)
"""The fraction of one or two whole numbers: it takes longer to make than anything that is counted here."""


def citation_count(paper: Paper) -> int | None:
    """How often a paper was cited, None where that is not known."""
    return None if paper.citations is None else paper.citations.count


def mean_rating(name: str, listing: Listing) -> Computed:
    """The mean of a rating over the papers that have it."""
    values = [paper.ratings[name].value for paper in listing.papers if name in paper.ratings]
    return Computed(sum(values, Fraction(0)) / len(values), len(values)) if values else NONE_KNOWN


def _papers(listing: Listing) -> Computed:
    number = exactly(len(listing.papers))
    return Computed(number, len(listing.papers), number)


def _citations(listing: Listing) -> Computed:
    if listing.unknown:
        return NONE_KNOWN
    total = exactly(sum(listing.counts))
    return Computed(total, len(listing.counts), None if listing.uncited else total)


def _h_index(listing: Listing) -> Computed:
    if listing.unknown:
        return Computed(None, 0, exactly(len(listing.papers)))
    core = h_core(listing.counts)
    value = exactly(len(core))
    most = _most_h(listing) if listing.uncited else value
    return Computed(value, len(listing.counts), most, tuple(listing.cited[at].id for at in core))


def _most_h(listing: Listing) -> Fraction:
    papers = len(listing.papers)
    return exactly(h_index(listing.counts + (papers,) * listing.uncited))


def _g_index(listing: Listing) -> Computed:
    papers = exactly(len(listing.papers))
    if listing.unknown:
        return Computed(None, 0, papers)
    value = exactly(g_index(listing.counts))
    return Computed(value, len(listing.counts), papers if listing.uncited else value)


def _i10_index(listing: Listing) -> Computed:
    value = i10_index(listing.counts)
    most = exactly(value + listing.uncited)
    return Computed(None if listing.unknown else exactly(value), len(listing.counts), most)


def _citations_per_paper(listing: Listing) -> Computed:
    papers = len(listing.counts)
    return Computed(exactly(sum(listing.counts), papers) if papers else None, papers)


def _m_quotient(listing: Listing) -> Computed:
    first = min((paper.date.year for paper in listing.papers if paper.date is not None), default=None)
    if first is None or listing.unknown:
        return Computed(None, len(listing.counts))
    return Computed(exactly(h_index(listing.counts), max(1, listing.year - first)), len(listing.counts))


_HIRSCH: Final = "J. E. Hirsch, PNAS 102 (2005) 16569"
_SITE: Final = "counted on this site"
_RATED: Final = "the papers' ratings on this site"

DEFINITIONS: Final = (
    Definition(
        "h_index",
        "h-index",
        "The largest number h such that h of the papers have been cited at least h times each.",
        _HIRSCH,
        NumberFormat.NUMBER,
        _h_index,
    ),
    Definition(
        "papers",
        "papers",
        "The number of papers, without drafts and retracted papers.",
        _SITE,
        NumberFormat.NUMBER,
        _papers,
    ),
    Definition(
        "citations",
        "citations",
        "The sum of the papers' citation counts.",
        _SITE,
        NumberFormat.NUMBER,
        _citations,
    ),
    Definition(
        "novelty",
        "Novelty",
        "The mean novelty of the papers that have been rated, from 0% to 100%.",
        _RATED,
        NumberFormat.PERCENT,
        partial(mean_rating, "novelty"),
    ),
    Definition(
        "ai_score",
        "AI Score",
        "The mean AI score of the papers that have been rated, from 0 to 100.",
        _RATED,
        NumberFormat.NUMBER,
        partial(mean_rating, "ai_score"),
    ),
    Definition(
        "g_index",
        "g-index",
        "The largest number g, at most the number of papers, such that the g most cited papers "
        "have been cited at least g² times together.",
        "L. Egghe, Scientometrics 69 (2006) 131",
        NumberFormat.NUMBER,
        _g_index,
    ),
    Definition(
        "i10_index",
        "i10-index",
        "The number of papers that have been cited at least ten times.",
        "Google Scholar, 2011",
        NumberFormat.NUMBER,
        _i10_index,
    ),
    Definition(
        "citations_per_paper",
        "citations per paper",
        "The mean number of citations of the papers whose citation count is known.",
        _SITE,
        NumberFormat.DECIMAL,
        _citations_per_paper,
    ),
    Definition(
        "m_quotient",
        "m-quotient",
        "The h-index divided by the years since the first paper, at least one.",
        _HIRSCH,
        NumberFormat.HUNDREDTHS,
        _m_quotient,
    ),
)
"""The built-in metrics, in the order in which a page shows them."""
