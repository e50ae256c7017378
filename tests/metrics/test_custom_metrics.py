"""Metrics that the settings add."""

import pickle
import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.sample import paper, papers
from profilegen.metrics import DEFINITIONS, Measured, all_definitions, measure
from profilegen.model.paper import Paper
from profilegen.model.settings import Aggregate, CustomMetric, NumberFormat, RatingScale, Settings

STARS = RatingScale("stars", "Stars", Fraction(5), Aggregate.MEAN, NumberFormat.DECIMAL)
SILENT = RatingScale("silent", "Silent", Fraction(5), None)


def custom(
    field: str, aggregate: Aggregate, *listed: Paper, number_format: NumberFormat = NumberFormat.NUMBER
) -> Measured:
    metric = CustomMetric("mine", "Mine", field, aggregate, number_format)
    settings = Settings(metrics=(metric,), ratings={"stars": STARS, "silent": SILENT})
    definitions, problems = all_definitions(settings)
    assert problems == ()
    found = measure(listed, settings, definitions, {}, 2026)
    return next(one for one in found if one.definition.name == "mine")


@pytest.mark.parametrize(
    ("aggregate", "text"),
    [
        (Aggregate.SUM, "12"),
        (Aggregate.MEAN, "3"),
        (Aggregate.MEDIAN, "2"),
        (Aggregate.MAX, "8"),
        (Aggregate.MIN, "1"),
        (Aggregate.COUNT, "4"),
    ],
)
def test_each_aggregate_leaves_out_what_is_missing(aggregate: Aggregate, text: str) -> None:
    found = custom("citations", aggregate, *papers(1, 8, None, 1, 2))
    assert found.text == text
    assert (found.known, found.of) == ((5, 5) if aggregate is Aggregate.COUNT else (4, 5))


def test_the_median_of_an_even_number_is_exact() -> None:
    found = custom("citations", Aggregate.MEDIAN, *papers(1, 2), number_format=NumberFormat.DECIMAL)
    assert (found.value, found.text) == (Fraction(3, 2), "1.5")


@given(st.lists(st.integers(min_value=0, max_value=50), min_size=1, max_size=20))
def test_the_aggregates_are_those_of_the_textbook(counts: list[int]) -> None:
    exact = [Fraction(count) for count in counts]
    assert custom("citations", Aggregate.MEDIAN, *papers(*counts)).value == statistics.median(exact)
    assert custom("citations", Aggregate.MEAN, *papers(*counts)).value == statistics.mean(exact)
    assert custom("citations", Aggregate.SUM, *papers(*counts)).value == sum(counts)
    assert custom("citations", Aggregate.MAX, *papers(*counts)).value == max(counts)
    assert custom("citations", Aggregate.MIN, *papers(*counts)).value == min(counts)


@pytest.mark.parametrize("aggregate", Aggregate)
def test_unknown_is_not_zero_here_either(aggregate: Aggregate) -> None:
    found = custom("score", aggregate, *papers(1, 2))
    assert found.value == (0 if aggregate is Aggregate.COUNT else None)


@pytest.mark.parametrize("aggregate", Aggregate)
def test_of_no_papers_only_sum_and_count_are_known(aggregate: Aggregate) -> None:
    assert custom("score", aggregate).value == (0 if aggregate in (Aggregate.SUM, Aggregate.COUNT) else None)


@pytest.mark.parametrize("field", ["score", "novelty", "ai_score", "stars", "silent"])
def test_ratings_are_fields(field: str) -> None:
    found = custom(field, Aggregate.MAX, paper("a", ratings={field: "0.5"}), paper("b", ratings={field: "0.25"}))
    assert found.value == Fraction(1, 2)


def test_years_have_no_thousands() -> None:
    listed = (paper("a", year=2019), paper("b", year=2021), paper("c"))
    assert custom("year", Aggregate.MIN, *listed).text == "2019"
    assert custom("year", Aggregate.COUNT, *[paper(f"p{at}", year=2019) for at in range(1000)]).text == "1,000"


@pytest.mark.parametrize(
    ("field", "aggregate", "meaning"),
    [
        ("score", Aggregate.MEAN, "The mean of the score over the papers for which it is known."),
        ("citations", Aggregate.MAX, "The largest citation count of a paper."),
        ("stars", Aggregate.COUNT, "The number of papers whose rating “Stars” is known."),
    ],
)
def test_a_custom_metric_says_what_it_means(field: str, aggregate: Aggregate, meaning: str) -> None:
    assert custom(field, aggregate).definition.meaning == meaning


def test_a_declared_rating_with_an_aggregate_is_a_metric() -> None:
    settings = Settings(ratings={"stars": STARS, "silent": SILENT})
    definitions, problems = all_definitions(settings)
    assert problems == ()
    assert [definition.name for definition in definitions[len(DEFINITIONS) :]] == ["stars"]
    listed = [paper("a", ratings={"stars": "4"}), paper("b", ratings={"stars": "5"}), paper("c")]
    found = measure(listed, settings, definitions, {}, 2026)[-1]
    assert (found.definition.label, found.text, found.known, found.of) == ("Stars", "4.5", 2, 3)


def test_the_built_in_metrics_come_first() -> None:
    definitions, _ = all_definitions(Settings())
    assert definitions == DEFINITIONS


@pytest.mark.parametrize("name", ["h_index", "stars", "twice"])
def test_a_name_that_is_defined_twice_is_an_error(name: str) -> None:
    metrics = tuple(CustomMetric(each, "L", "year", Aggregate.MIN) for each in ("twice", name))
    definitions, problems = all_definitions(Settings(metrics=metrics, ratings={"stars": STARS}))
    assert [str(problem) for problem in problems] == [
        (
            f"profilegen.yaml:1:1: error: there already is a metric '{name}' "
            "(give the metric or the rating another name) [unknown-metric]"
        )
    ]
    assert len(definitions) == len({definition.name for definition in definitions})


def test_custom_definitions_can_be_sent_to_a_worker() -> None:
    settings = Settings(ratings={"stars": STARS})
    definitions, _ = all_definitions(settings)
    sent = pickle.loads(pickle.dumps(definitions))  # noqa: S301 - our own
    listed = [paper("a", 3, year=2020, ratings={"stars": "4"})]
    here, there = (measure(listed, settings, each, {}, 2026) for each in (definitions, sent))
    assert [one.text for one in here] == [one.text for one in there]
