"""Exact numbers as they are printed."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.metrics import printed
from profilegen.metrics.printing import half_up
from profilegen.model.settings import NumberFormat


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("0", NumberFormat.NUMBER, "0"),
        ("999", NumberFormat.NUMBER, "999"),
        ("12345", NumberFormat.NUMBER, "12,345"),
        ("1234567", NumberFormat.NUMBER, "1,234,567"),
        ("1/2", NumberFormat.NUMBER, "1"),
        ("3/2", NumberFormat.NUMBER, "2"),
        ("5/2", NumberFormat.NUMBER, "3"),
        ("999.5", NumberFormat.NUMBER, "1,000"),
        ("-1/2", NumberFormat.NUMBER, "-1"),
        ("-1/3", NumberFormat.NUMBER, "0"),
        ("1/4", NumberFormat.DECIMAL, "0.3"),
        ("12345.05", NumberFormat.DECIMAL, "12,345.1"),
        ("2", NumberFormat.DECIMAL, "2.0"),
        ("2.675", NumberFormat.HUNDREDTHS, "2.68"),
        ("-1.005", NumberFormat.HUNDREDTHS, "-1.01"),
        ("9.999", NumberFormat.HUNDREDTHS, "10.00"),
        ("0.54", NumberFormat.PERCENT, "54%"),
        ("0.545", NumberFormat.PERCENT, "55%"),
        ("1", NumberFormat.PERCENT, "100%"),
    ],
)
def test_numbers_are_rounded_half_up_and_grouped(value: str, number_format: NumberFormat, text: str) -> None:
    assert printed(Fraction(value), number_format) == text


def test_years_are_not_grouped() -> None:
    assert printed(Fraction(2019), NumberFormat.NUMBER, grouped=False) == "2019"
    assert printed(Fraction(4039, 2), NumberFormat.DECIMAL, grouped=False) == "2019.5"


@given(st.fractions())
def test_rounding_moves_a_number_by_a_half_at_most(value: Fraction) -> None:
    rounded = half_up(value.numerator, value.denominator)
    assert abs(rounded - value) <= Fraction(1, 2)
    assert half_up(-value.numerator, value.denominator) == -rounded


@given(st.integers(min_value=0, max_value=10**9))
def test_halves_go_up(whole: int) -> None:
    assert half_up(2 * whole + 1, 2) == whole + 1


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_rounding_is_that_of_decimal_arithmetic(value: Decimal) -> None:
    expected = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    text = printed(Fraction(value), NumberFormat.HUNDREDTHS)
    assert Decimal(text.replace(",", "")) == expected
    assert text.replace(",", "") == f"{expected + 0:.2f}"
