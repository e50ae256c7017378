"""The one writer of values into a stylesheet."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jinja2 import Undefined

from profilegen.model.theme import Colour

_PLAIN: Final = re.compile(r"[A-Za-z0-9._/-]*")


def css(value: object) -> str:
    """A colour, a number, a word or a path as CSS has it; ValueError for anything that could end a declaration."""
    match value:
        case Colour(light, dark):
            return light if light == dark else f"light-dark({light}, {dark})"
        case Fraction() | int() if not isinstance(value, bool):
            return _decimal(Fraction(value))
        case str() if _PLAIN.fullmatch(value):
            return value
        case Undefined():
            return str(value)
        case _:
            raise ValueError(f"a stylesheet takes colours, numbers, words and paths, not {value!r}")


def _decimal(value: Fraction) -> str:
    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")
