"""Metrics that a site adds in its settings, and the list of all that are measured."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import Final

from profilegen.metrics.definitions import DEFINITIONS, Computed, Definition, Listing, citation_count
from profilegen.model.paper import Paper
from profilegen.model.settings import Aggregate, CustomMetric, RatingScale, Settings
from profilegen.problems import Place, Problem, problem, quoted

SETTINGS: Final = Place("profilegen.yaml")

BUILT_IN_FIELDS: Final = {
    "citations": "citation count",
    "year": "year",
    "score": "score",
    "novelty": "novelty",
    "ai_score": "AI score",
}
"""The numbers that every paper may have, and how a sentence calls them."""

_WORDS: Final = {
    Aggregate.SUM: "The sum of the {} over the papers for which it is known.",
    Aggregate.MEAN: "The mean of the {} over the papers for which it is known.",
    Aggregate.MEDIAN: "The median of the {} over the papers for which it is known.",
    Aggregate.MAX: "The largest {} of a paper.",
    Aggregate.MIN: "The smallest {} of a paper.",
    Aggregate.COUNT: "The number of papers whose {} is known.",
}
_SOURCE: Final = "defined by this site"


def all_definitions(
    settings: Settings, installed: Sequence[Definition] = ()
) -> tuple[tuple[Definition, ...], tuple[Problem, ...]]:
    """The built-in and installed metrics, those of the settings and of the declared ratings; each name once."""
    custom = [_metric(metric, settings) for metric in settings.metrics]
    ratings = [_rating(scale, scale.aggregate) for scale in settings.ratings.values() if scale.aggregate is not None]
    kept: dict[str, Definition] = {}
    problems: list[Problem] = []
    for definition in (*DEFINITIONS, *installed, *custom, *ratings):
        if definition.name in kept:
            problems.append(_twice(definition.name))
        else:
            kept[definition.name] = definition
    return tuple(kept.values()), tuple(problems)


def aggregated(field: str, aggregate: Aggregate, listing: Listing) -> Computed:
    """An aggregate over one number of each paper; a paper without it takes no part."""
    values = [value for paper in listing.papers if (value := field_value(paper, field)) is not None]
    if aggregate is Aggregate.COUNT:
        return Computed(Fraction(len(values)), len(listing.papers))
    if not values:
        nothing_missing = aggregate is Aggregate.SUM and not listing.papers
        return Computed(Fraction(0) if nothing_missing else None, 0)
    return Computed(_AGGREGATES[aggregate](values), len(values))


def field_value(paper: Paper, field: str) -> Fraction | None:
    """A paper's citation count, year or rating; None where it is not known."""
    if field == "citations":
        count = citation_count(paper)
        return None if count is None else Fraction(count)
    if field == "year":
        return None if paper.date is None else Fraction(paper.date.year)
    rating = paper.ratings.get(field)
    return None if rating is None else rating.value


def _sum(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def _mean(values: Sequence[Fraction]) -> Fraction:
    return _sum(values) / len(values)


def _median(values: Sequence[Fraction]) -> Fraction:
    ranked = sorted(values)
    middle = len(ranked) // 2
    return ranked[middle] if len(ranked) % 2 else (ranked[middle - 1] + ranked[middle]) / 2


_AGGREGATES: Final[dict[Aggregate, Callable[[Sequence[Fraction]], Fraction]]] = {
    Aggregate.SUM: _sum,
    Aggregate.MEAN: _mean,
    Aggregate.MEDIAN: _median,
    Aggregate.MAX: max,
    Aggregate.MIN: min,
}


def _metric(metric: CustomMetric, settings: Settings) -> Definition:
    scale = settings.ratings.get(metric.field)
    called = BUILT_IN_FIELDS.get(metric.field) or f"rating “{scale.label if scale else metric.field}”"
    return Definition(
        name=metric.name,
        label=metric.label,
        meaning=_WORDS[metric.aggregate].format(called),
        source=_SOURCE,
        format=metric.format,
        compute=partial(aggregated, metric.field, metric.aggregate),
        grouped=metric.field != "year" or metric.aggregate in (Aggregate.SUM, Aggregate.COUNT),
    )


def _rating(scale: RatingScale, aggregate: Aggregate) -> Definition:
    return Definition(
        name=scale.name,
        label=scale.label,
        meaning=_WORDS[aggregate].format(f"rating “{scale.label}”"),
        source=_SOURCE,
        format=scale.format,
        compute=partial(aggregated, scale.name, aggregate),
    )


def _twice(name: str) -> Problem:
    message = f"there already is a metric {quoted(name)}"
    return problem("unknown-metric", SETTINGS, message, "give the metric or the rating another name")
