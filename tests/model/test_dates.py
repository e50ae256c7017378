"""Dates as precise as they are known."""

import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profilegen.model.dates import PartialDate

DAYS = st.dates(min_value=datetime.date(1, 1, 1))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", PartialDate(2026)),
        ("2026-05", PartialDate(2026, 5)),
        ("2026-05-28", PartialDate(2026, 5, 28)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0999", PartialDate(999)),
    ],
)
def test_years_months_and_days_are_dates(text: str, expected: PartialDate) -> None:
    assert PartialDate.parse(text) == expected


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("0000", "year 0000"),
        ("0000-01-01", "year 0000"),
        ("2026-00", "month 00"),
        ("2026-13", "month 13"),
        ("2026-13-40", "month 13"),
        *((text, "such day") for text in ("2026-05-00", "2026-05-32", "2026-04-31", "2025-02-29", "1900-02-29")),
    ],
)
def test_a_date_that_never_was_is_none(text: str, missing: str) -> None:
    """E7: impossible dates are errors."""
    with pytest.raises(ValueError, match=f"^there is no {missing}$"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "20266",
        "2026-5",
        "2026-05-8",
        "2026/05/28",
        "28.05.2026",
        "2026-05-28T00:00",
        " 2026",
        "2026\n",
        "-2026",
        "2026-",
        "2026-05-",
        "٢٠٢٦",
        "２０２６",  # noqa: RUF100
        "May 2026",
    ],
)
def test_other_forms_are_refused_with_the_right_ones(text: str) -> None:
    with pytest.raises(ValueError, match="a date is written 2026, 2026-05 or 2026-05-28"):
        PartialDate.parse(text)


@pytest.mark.parametrize(("month", "day"), [(None, 1), (0, None), (13, None), (2, 30), (1, 0)])
def test_a_date_is_right_by_construction(month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(2026, month, day)


@given(partial_dates())
def test_what_is_printed_is_read_back(date: PartialDate) -> None:
    assert PartialDate.parse(date.iso) == date


@given(DAYS, DAYS)
def test_days_sort_and_compare_as_the_calendar_does(one: datetime.date, other: datetime.date) -> None:
    mine, theirs = (PartialDate(day.year, day.month, day.day) for day in (one, other))
    assert (mine.key < theirs.key) == (one < other)
    assert mine.after(theirs) == (one > other)
    assert mine.iso == one.isoformat()


@given(partial_dates(), partial_dates())
def test_after_means_every_day_of_it_is_after(one: PartialDate, other: PartialDate) -> None:
    assume(one.year < 9999 and other.year < 9999)
    assert one.after(other) == (_first(one) > _last(other))


def _first(date: PartialDate) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


def _last(date: PartialDate) -> datetime.date:
    if date.day is not None:
        return _first(date)
    if date.month is None or date.month == 12:
        return datetime.date(date.year + 1, 1, 1) - datetime.timedelta(1)
    return datetime.date(date.year, date.month + 1, 1) - datetime.timedelta(1)


def test_a_date_known_less_precisely_sorts_before_those_it_may_contain() -> None:
    texts = ["2025-12-31", "2026", "2026-05", "2026-05-01", "2026-06"]
    assert sorted([*texts[2:], *texts[:2]], key=lambda text: PartialDate.parse(text).key) == texts
