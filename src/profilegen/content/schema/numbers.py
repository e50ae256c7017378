"""Numbers as people type them: exact, ASCII digits, nothing guessed."""

import re
from fractions import Fraction
from typing import Final

from profilegen.content.schema.refusals import Refusal

_COUNT: Final = re.compile(r"[0-9]{1,12}")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:[,'_ ][0-9]{3})+")
_BOOLEANS: Final = {"true": True, "yes": True, "false": False, "no": False}


def count(text: str) -> int:
    """A whole number of 0 or more, written with digits alone."""
    if not _COUNT.fullmatch(text):
        raise Refusal("bad-number", "a count is a whole number of 0 or more", _count_hint(text))
    return int(text)


def page_length(text: str) -> int:
    """How many entries a page has: a whole number; 0, written `off` too, is no limit."""
    return 0 if text.casefold() == "off" else count(text)


def decimal(text: str) -> Fraction:
    """A number, exactly as it is written."""
    if not _DECIMAL.fullmatch(text):
        raise Refusal("bad-number", "a number is written with digits and one point", _count_hint(text))
    return Fraction(text)


def hundred(text: str) -> Fraction:
    """A number from 0 to 100."""
    return within(decimal(text), 100)


def share(text: str) -> Fraction:
    """A share of one: 0 to 1, or 0% to 100%."""
    if text.endswith("%"):
        return within(decimal(text[:-1].rstrip()), 100) / 100
    value = decimal(text)
    if 1 < value <= 100:  # noqa: PLR2004 - a percentage without its sign
        raise Refusal("bad-number", "a share lies between 0 and 1", f"write {text}% for {text} of a hundred")
    return within(value, 1)


def within(value: Fraction, maximum: int | Fraction) -> Fraction:
    """`value`, refused outside 0 to `maximum`."""
    if not 0 <= value <= maximum:
        raise Refusal("bad-number", f"the number lies between 0 and {maximum}")
    return value


def boolean(text: str) -> bool:
    """true, false, yes or no, in any case of letters."""
    value = _BOOLEANS.get(text.casefold())
    if value is None:
        raise Refusal("bad-value", "it is true, false, yes or no")
    return value


def _count_hint(text: str) -> str:
    if _GROUPED.fullmatch(text):
        return f"write {re.sub('[^0-9]', '', text)}"
    if not text.isascii() and text.isdigit():
        return "write it with the digits 0 to 9"
    return "leave the key out where the number is not known" if text.casefold() in {"nan", "?", "unknown"} else ""
