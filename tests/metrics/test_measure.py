"""An author's metrics: which papers count, what is missing, what is reported."""

import pickle
import statistics
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.sample import paper, papers
from profilegen.metrics import DEFINITIONS, Measured, counted, measure
from profilegen.model.author import Reported
from profilegen.model.paper import Citations, Paper, PaperType, Status
from profilegen.model.settings import Settings
from profilegen.values import replace

KNOWN_OR_NOT = st.lists(st.none() | st.integers(min_value=0, max_value=50), max_size=30)
RATIOS = st.fractions(min_value=0, max_value=1)


def measured(
    listed: Sequence[Paper], *, reported: Mapping[str, Reported] | None = None, year: int = 2026
) -> dict[str, Measured]:
    found = measure(listed, Settings(), DEFINITIONS, reported or {}, year)
    return {one.definition.name: one for one in found}


def test_the_metrics_come_in_the_order_of_the_page() -> None:
    assert [definition.label for definition in DEFINITIONS] == [
        "h-index",
        "papers",
        "citations",
        "Novelty",
        "AI Score",
        "g-index",
        "i10-index",
        "citations per paper",
        "m-quotient",
    ]


def test_every_definition_says_what_it_means_and_whose_it_is() -> None:
    for definition in DEFINITIONS:
        assert definition.meaning.startswith("The ")
        assert definition.meaning.endswith(".")
        assert definition.source


def test_all_metrics_of_an_author() -> None:
    listed = [
        paper("a", 10, year=2018, ratings={"novelty": "0.5", "ai_score": "50"}),
        paper("b", 8, year=2017, ratings={"novelty": "0.58"}),
        paper("c", 5, year=2020),
        paper("d", 4),
        paper("e", 1203),
    ]
    texts = {name: one.text for name, one in measured(listed).items()}
    assert texts == {
        "h_index": "4",
        "papers": "5",
        "citations": "1,230",
        "novelty": "54%",
        "ai_score": "50",
        "g_index": "5",
        "i10_index": "2",
        "citations_per_paper": "246.0",
        "m_quotient": "0.44",
    }


def test_drafts_retracted_and_withdrawn_papers_and_talks_do_not_count() -> None:
    listed = [
        paper("good", 1),
        replace(paper("draft", 100), draft=True),
        paper("retracted", 100, status=Status.RETRACTED),
        paper("withdrawn", 100, status=Status.WITHDRAWN),
        paper("talk", 100, kind=PaperType.TALK),
        paper("submitted", 2, status=Status.SUBMITTED),
    ]
    assert [one.id for one in counted(listed, Settings())] == ["good", "submitted"]
    assert measured(listed)["citations"].value == 3


def test_the_settings_say_which_types_count() -> None:
    listed = [paper("article"), paper("book", kind=PaperType.BOOK)]
    assert [one.id for one in counted(listed, Settings(counts=(PaperType.BOOK,)))] == ["book"]


def test_an_author_without_papers_has_zero_of_them_and_no_means() -> None:
    """Nothing is missing where there are no papers, so that a count of nothing is known to be 0."""
    values = {name: one.value for name, one in measured([]).items()}
    assert {name for name, value in values.items() if value == 0} == {
        "h_index",
        "papers",
        "citations",
        "g_index",
        "i10_index",
    }
    assert {name for name, value in values.items() if value is None} == {
        "novelty",
        "ai_score",
        "citations_per_paper",
        "m_quotient",
    }


def test_unknown_is_not_zero() -> None:
    """E7: papers without a count leave the metrics of citations unknown."""
    found = measured([paper("a", year=2020), paper("b", year=2021)])
    assert found["papers"].text == "2"
    for name in ("h_index", "citations", "g_index", "i10_index", "citations_per_paper", "m_quotient"):
        assert (found[name].value, found[name].text, found[name].known, found[name].of) == (None, "", 0, 2)


def test_known_zeros_are_zero() -> None:
    found = measured(papers(0, 0))
    assert (found["citations"].text, found["h_index"].text, found["citations_per_paper"].text) == ("0", "0", "0.0")


def test_a_count_that_is_known_by_year_only_is_unknown() -> None:
    by_year = replace(paper("a"), citations=Citations(None, by_year=((2024, 3),)))
    assert measured([by_year])["citations"].value is None


@given(KNOWN_OR_NOT)
def test_papers_without_a_count_change_nothing_but_the_coverage(counts: list[int | None]) -> None:
    known = [count for count in counts if count is not None]
    whole, part = measured(papers(*counts)), measured(papers(*known))
    for name in ("h_index", "citations", "g_index", "i10_index", "citations_per_paper"):
        assert (whole[name].known, whole[name].of) == (len(known), len(counts))
        if known:
            assert whole[name].value == part[name].value
        else:
            assert whole[name].value == (None if counts else part[name].value)


@given(KNOWN_OR_NOT, st.data())
def test_no_metric_exceeds_the_most_that_the_papers_can_support(counts: list[int | None], data: st.DataObject) -> None:
    """Whatever the unknown counts turn out to be."""
    filled = [data.draw(st.integers(0, 10**6)) if count is None else count for count in counts]
    before, after = measured(papers(*counts)), measured(papers(*filled))
    for name, one in before.items():
        value = after[name].value
        if one.most is not None and value is not None:
            assert value <= one.most


def test_the_most_is_reached_by_papers_cited_without_end() -> None:
    before, after = measured(papers(5, 1, None, None)), measured(papers(5, 1, 10**6, 10**6))
    for name in ("h_index", "papers", "g_index", "i10_index"):
        assert before[name].most == after[name].value


@given(st.lists(RATIOS | st.none(), max_size=12))
def test_novelty_is_the_mean_over_the_rated_papers(values: list[Fraction | None]) -> None:
    listed = [paper(ratings={} if value is None else {"novelty": str(value)}) for value in values]
    rated = [value for value in values if value is not None]
    found = measured(listed)["novelty"]
    assert found.value == (statistics.mean(rated) if rated else None)
    assert (found.known, found.of) == (len(rated), len(values))


def test_means_are_exact() -> None:
    thirds = [paper("a", 1), paper("b", 0), paper("c", 0)]
    assert measured(thirds)["citations_per_paper"].value == Fraction(1, 3)


@pytest.mark.parametrize(
    ("first", "year", "expected"),
    [(2016, 2026, "1/10"), (2026, 2026, "1"), (2025, 2026, "1"), (2030, 2026, "1")],
)
def test_m_is_h_by_the_years_since_the_first_paper_but_at_least_one(first: int, year: int, expected: str) -> None:
    listed = [paper("a", 3, year=first), paper("b", 0, year=first + 5), paper("c", 0)]
    assert measured(listed, year=year)["m_quotient"].value == Fraction(expected)


def test_m_is_unknown_without_a_year() -> None:
    assert measured(papers(3))["m_quotient"].value is None


def test_a_year_of_a_paper_that_does_not_count_does_not_age_the_author() -> None:
    listed = [paper("talk", kind=PaperType.TALK, year=1990), paper("a", 2, year=2024)]
    assert measured(listed)["m_quotient"].value == Fraction(1, 2)


def test_the_core_names_the_papers_that_make_up_the_h_index() -> None:
    found = measured(papers(3, None, 0, 9, 3, 3))
    assert found["h_index"].core == ("p3", "p0", "p4")
    assert all(one.core == () for name, one in found.items() if name != "h_index")


def test_a_reported_number_stands_in_place_of_the_computed_one() -> None:
    stated = Reported(Fraction("0.545"), "a tracker")
    found = measured([paper("a", ratings={"novelty": "0.2"})], reported={"novelty": stated})["novelty"]
    assert (found.text, found.value, found.computed, found.reported) == (
        "55%",
        stated.value,
        Fraction(1, 5),
        stated,
    )
    assert (found.known, found.of) == (1, 1)


def test_a_reported_number_is_shown_where_nothing_is_known() -> None:
    found = measured(papers(None), reported={"citations": Reported(Fraction(216), "a tracker")})["citations"]
    assert (found.text, found.computed) == ("216", None)


@given(KNOWN_OR_NOT, st.integers(0, 5))
def test_the_order_of_papers_matters_to_no_value(counts: list[int | None], turn: int) -> None:
    listed = papers(*counts)
    turned = listed[turn:] + listed[:turn]
    values = [(one.definition.name, one.value, one.known, one.most) for one in measured(listed).values()]
    assert values == [(one.definition.name, one.value, one.known, one.most) for one in measured(turned).values()]


def test_what_is_measured_can_be_sent_to_a_worker() -> None:
    found = measure(papers(3, 1), Settings(), DEFINITIONS, {}, 2026)
    assert [one.text for one in pickle.loads(pickle.dumps(found))] == [one.text for one in found]  # noqa: S301 - our own
