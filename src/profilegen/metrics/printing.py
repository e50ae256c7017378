"""Exact numbers as they are printed: rounded half up, thousands parted."""

from fractions import Fraction
from typing import Final

from profilegen.model.settings import NumberFormat

_PLACES: Final = {NumberFormat.NUMBER: 0, NumberFormat.DECIMAL: 1, NumberFormat.HUNDREDTHS: 2}


def printed(value: Fraction, number_format: NumberFormat, *, grouped: bool = True) -> str:
    """`value` as `12,345`, `1.5`, `1.25` or `54%`; `grouped` is False for years, which have no thousands to part."""
    numerator, denominator = value.as_integer_ratio()
    if denominator == 1 and grouped and number_format is NumberFormat.NUMBER:
        return f"{numerator:,}"
    if number_format is NumberFormat.PERCENT:
        return f"{_decimal(numerator * 100, denominator, 0, grouped=grouped)}%"
    return _decimal(numerator, denominator, _PLACES[number_format], grouped=grouped)


def half_up(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, `denominator` > 0; halves go away from zero, as by hand."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def _decimal(numerator: int, denominator: int, places: int, *, grouped: bool) -> str:
    scale: int = 10**places
    scaled = half_up(numerator * scale, denominator)
    whole, rest = divmod(abs(scaled), scale)
    sign = "-" if scaled < 0 else ""
    text = f"{whole:,}" if grouped else str(whole)
    return f"{sign}{text}.{rest:0{places}d}" if places else f"{sign}{text}"
