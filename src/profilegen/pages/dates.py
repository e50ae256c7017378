"""Dates as a page prints them."""

from typing import Final

from profilegen.model.dates import PartialDate
from profilegen.pages.views import DateView

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT: Final = 3


def shown(date: PartialDate | None, year: int) -> DateView | None:
    """`May 28` in the site's `year`, else `Oct 28, 2023`; a month or a year alone where no more is known."""
    if date is None:
        return None
    return DateView(date.iso, _words(date, year))


def in_full(date: PartialDate) -> DateView:
    """`28 October 2023`, `October 2023` or `2023`."""
    parts = (str(date.day or ""), MONTHS[date.month - 1] if date.month else "", str(date.year))
    return DateView(date.iso, " ".join(part for part in parts if part))


def _words(date: PartialDate, year: int) -> str:
    if date.month is None:
        return str(date.year)
    month = MONTHS[date.month - 1][:_SHORT]
    if date.day is None:
        return f"{month} {date.year}"
    return f"{month} {date.day}" if date.year == year else f"{month} {date.day}, {date.year}"
