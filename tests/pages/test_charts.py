"""Charts: what they show, and that nothing leaves the drawing or lies over something else."""

import math
import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metrics.sample import paper
from profilegen.metrics.indices import h_index
from profilegen.model.paper import Citations
from profilegen.pages.charts.bars import BarChart, bars
from profilegen.pages.charts.coordinates import Row, length, text_width
from profilegen.pages.charts.rank import RankChart, rank_chart
from profilegen.pages.charts.yearly import Yearly, citations_per_year, papers_per_year
from profilegen.values import replace
from sites import WORDS

YEARS = st.dictionaries(st.integers(1900, 2030), st.integers(0, 10**6), max_size=40)
COUNTS = st.lists(st.one_of(st.integers(0, 30), st.integers(0, 10**6)), max_size=200)
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]{1,2})?")


def chart_of(numbers: dict[int, int], last: int = 2026) -> BarChart:
    found = bars(Yearly(numbers, "charts.count_papers"), WORDS, last=last)
    assert found is not None
    return found


def picture_of(counts: list[int]) -> RankChart:
    found = rank_chart(counts, h_index(counts), WORDS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "text"),
    [(53.6, "53.6"), (10.0, "10"), (0.1 + 0.2, "0.3"), (-0.001, "0"), (100.0, "100"), (1 / 3, "0.33")],
)
def test_lengths_have_two_decimals_at_most_and_no_idle_zeros(value: float, text: str) -> None:
    assert length(value) == text


def test_papers_by_year_leave_out_those_without_a_year_and_say_so() -> None:
    found = papers_per_year([paper("a", year=2024), paper("b", year=2022), paper("c", year=2024), paper("d")], WORDS)
    assert found.numbers == {2022: 1, 2024: 2}
    assert found.left_out == "1 paper without a year is not shown."


def test_citations_by_year_say_over_how_many_papers_they_are_known() -> None:
    cited = replace(paper("a"), citations=Citations(9, by_year=((2023, 4), (2024, 5))))
    other = replace(paper("b"), citations=Citations(None, by_year=((2024, 1),)))
    assert citations_per_year([cited, other, paper("c", 7)], WORDS) == Yearly(
        {2023: 4, 2024: 6}, "charts.count_citations", "Known for 2 of 3 papers."
    )
    assert not citations_per_year([cited, other], WORDS).left_out


def test_a_chart_of_seven_years_in_full() -> None:
    chart = chart_of({2020: 1, 2021: 1, 2022: 1, 2023: 3, 2024: 1, 2025: 5, 2026: 3})
    assert chart.text == "15 papers from 2020 to 2026, most in 2025: 5"
    assert chart.view_box == "0 0 320 120"
    assert [bar.year for bar in chart.bars] == ["’20", "’21", "’22", "’23", "’24", "’25", "’26"]
    assert [bar.value for bar in chart.bars] == ["1", "1", "1", "3", "1", "5", "3"]
    assert (chart.bars[0].x, chart.bars[0].y, chart.bars[0].width, chart.bars[0].height) == (
        "19.6",
        "84.8",
        "28.8",
        "17.2",
    )
    assert chart.rows[5] == Row("2025", "5")
    assert not chart.left_out


def test_years_without_a_number_are_there_with_none() -> None:
    chart = chart_of({2020: 2, 2023: 1})
    assert chart.rows == (Row("2020", "2"), Row("2021", "0"), Row("2022", "0"), Row("2023", "1"))
    assert (chart.bars[1].height, chart.bars[1].value) == ("0", "")


def test_years_to_come_are_left_out_and_said() -> None:
    chart = chart_of({2025: 2, 2027: 1, 2028: 1})
    assert chart.text == "2 papers in 2025"
    assert chart.left_out == "2 papers after 2026 are not shown."


def test_of_a_very_long_time_the_last_years_are_shown() -> None:
    chart = chart_of({1: 1, 2020: 1})
    assert len(chart.bars) == 80
    assert chart.left_out == "1 paper before 1941 is not shown."


def test_two_best_years_are_not_named() -> None:
    assert chart_of({2020: 2, 2021: 2, 2022: 1}).text == "5 papers from 2020 to 2022, 2 a year at most"


def test_more_than_a_dozen_years_are_labelled_every_fifth() -> None:
    chart = chart_of(dict.fromkeys(range(2004, 2027), 1))
    assert [bar.year for bar in chart.bars if bar.year] == ["2005", "2010", "2015", "2020", "2025"]


def test_where_numbers_have_no_room_the_highest_alone_is_printed() -> None:
    chart = chart_of({year: year * 1_000 for year in range(2000, 2027)})
    assert [bar.value for bar in chart.bars if bar.value] == ["2,026,000"]


@pytest.mark.parametrize("numbers", [{}, {2020: 0}, {2027: 3}])
def test_without_numbers_there_is_no_chart(numbers: dict[int, int]) -> None:
    assert bars(Yearly(numbers, "charts.count_papers"), WORDS, last=2026) is None


@given(YEARS)
@example({1905: 100000, 1950: 1})
def test_bars_and_labels_stay_inside_and_apart(numbers: dict[int, int]) -> None:
    chart = bars(Yearly(numbers, "charts.count_papers"), WORDS, last=2026)
    if chart is None:
        return
    for bar in chart.bars:
        x, y, width, height = (float(value) for value in (bar.x, bar.y, bar.width, bar.height))
        assert 0 <= x < x + width <= 320
        assert 0 <= y <= y + height <= 120
        assert math.isclose(y + height, 102, abs_tol=0.02)
    for labels in ([(bar.year_x, bar.year) for bar in chart.bars], [(bar.value_x, bar.value) for bar in chart.bars]):
        ends = [_ends(float(middle), text) for middle, text in labels if text]
        assert all(start >= -0.01 and end <= 320.01 for start, end in ends)
        assert all(one[1] <= other[0] for one, other in pairwise(ends))


def _ends(middle: float, text: str) -> tuple[float, float]:
    return middle - text_width(text) / 2, middle + text_width(text) / 2


@given(YEARS)
def test_heights_are_in_proportion(numbers: dict[int, int]) -> None:
    chart = bars(Yearly(numbers, "charts.count_papers"), WORDS, last=2026)
    if chart is None:
        return
    counts = [int(row.value.replace(",", "")) for row in chart.rows]
    for bar, count in zip(chart.bars, counts, strict=True):
        assert math.isclose(float(bar.height), 86 * count / max(counts), abs_tol=0.006)


@given(YEARS)
def test_the_order_of_the_years_does_not_matter(numbers: dict[int, int]) -> None:
    backwards = dict(sorted(numbers.items(), reverse=True))
    one, other = (bars(Yearly(given, "charts.count_papers"), WORDS, last=2026) for given in (numbers, backwards))
    assert one == other


def test_a_picture_of_an_h_index_in_full() -> None:
    picture = picture_of([9, 4, 3, 1])
    assert picture.text == "h-index 3: 3 papers have 3 or more citations each; the next paper has 1"
    assert picture.view_box == "0 0 224.6 224"
    assert (picture.square.x, picture.square.y, picture.square.side) == ("18.6", "131", "75")
    assert picture.core.count("M") == 3
    assert picture.rest == "M96.6 206V181H115.6V206Z"
    assert picture.cut == "M21.6 16L40.6 11"
    assert [(label.text, label.x, label.y) for label in picture.labels] == [
        ("0", "18.6", "219"),
        ("3", "93.6", "219"),
        ("3", "12.6", "131"),
    ]
    assert picture.rows == (Row("1", "9"), Row("2", "4"), Row("3", "3"), Row("4", "1"))


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ([5], "h-index 1: 1 paper has 1 or more citations; there are no further papers"),
        ([5, 0], "h-index 1: 1 paper has 1 or more citations; the next paper has 0"),
        ([20] * 10 + [9], "h-index 10: 10 papers have 10 or more citations each; the next paper has 9"),
        ([50] * 20 + [3], "h-index 20: 20 papers have 20 or more citations each; the next paper has 3"),
        ([2000] * 1011 + [7], "h-index 1,011: 1,011 papers have 1,011 or more citations each; the next paper has 7"),
    ],
)
def test_the_sentence_says_why_the_index_is_what_it_is(counts: list[int], text: str) -> None:
    assert picture_of(counts).text == text


def test_without_a_citation_there_is_no_picture() -> None:
    assert rank_chart([0, 0], 0, WORDS) is None
    assert rank_chart([], 0, WORDS) is None


def test_a_reported_index_has_no_picture() -> None:
    with pytest.raises(ValueError, match="44 is not the h-index"):
        rank_chart([3, 2, 1], 44, WORDS)


def test_thousands_of_papers_make_a_small_picture() -> None:
    picture = picture_of([1_000_000 // (rank + 1) for rank in range(3_000)])
    assert len(picture.core + picture.rest + picture.cut) < 60_000
    assert len(picture.rows) < 3_000


@given(COUNTS.filter(any))
def test_the_picture_stays_inside_and_its_square_can_be_seen(counts: list[int]) -> None:
    picture = picture_of(counts)
    width, height = float(picture.width), float(picture.height)
    for path in (picture.core, picture.rest, picture.cut):
        assert re.fullmatch(r"[MVHLZ0-9. ]*", path)
        assert all(0 <= float(number) <= max(width, height) for number in NUMBER.findall(path))
    assert float(picture.square.side) >= 200 / 3 - 0.01
    assert float(picture.square.x) + float(picture.square.side) <= width
    assert float(picture.square.y) >= 6


@given(COUNTS.filter(any))
def test_a_stroke_marks_each_bar_that_is_cut(counts: list[int]) -> None:
    picture = picture_of(counts)
    span = max(min(max(len(counts), *counts), math.ceil(2.5 * h_index(counts))), h_index(counts) + 1, 3)
    assert bool(picture.cut) == (max(counts) > span)


@given(COUNTS.filter(any))
def test_the_order_of_the_papers_does_not_matter(counts: list[int]) -> None:
    assert picture_of(counts) == picture_of(sorted(counts))
