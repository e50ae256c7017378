"""Dates in parts: as far as they are numbers of a date, and nothing else is guessed."""

import pytest

from profilegen.importing.calendar import from_parts


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([2020, 5, 28], "2020-05-28"),
        (["2020", "05"], "2020-05"),
        ([2020, None, 5], "2020"),
        ([2020, 13], "2020"),
        ([2020, 2, 30, 1], "2020-02"),
        (["²"], ""),
        (["9" * 5_000], ""),
        ([True], ""),
        ([], ""),
    ],
)
def test_parts_are_taken_as_far_as_they_are_numbers(parts: list[object], date: str) -> None:
    assert from_parts(parts) == date
