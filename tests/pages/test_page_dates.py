"""Dates as a page prints them."""

import pytest

from profilegen.model.dates import PartialDate
from profilegen.pages.dates import in_full, shown
from profilegen.pages.views import DateView
from sites import WORDS


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2026-05-28", "May 28"),
        ("2023-10-28", "Oct 28, 2023"),
        ("2026-05", "May 2026"),
        ("2023-09", "Sep 2023"),
        ("2026", "2026"),
        ("2023", "2023"),
    ],
)
def test_the_year_is_left_out_in_the_sites_year_alone(date: str, text: str) -> None:
    assert shown(PartialDate.parse(date), 2026, WORDS) == DateView(date, text)


@pytest.mark.parametrize(("date", "text"), [("2026-06-01", "1 June 2026"), ("2026-06", "June 2026"), ("2026", "2026")])
def test_a_date_in_full(date: str, text: str) -> None:
    assert in_full(PartialDate.parse(date), WORDS).text == text
