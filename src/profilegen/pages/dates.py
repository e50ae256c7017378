"""Dates as a page prints them."""

from profilegen.model.dates import PartialDate
from profilegen.model.words import Words
from profilegen.pages.views import DateView


def shown(date: PartialDate, year: int, words: Words) -> DateView:
    """`May 28` in the site's `year`, else `Oct 28, 2023`; a month or a year alone where no more is known."""
    return DateView(date.iso, _short(date, year, words))


def in_full(date: PartialDate, words: Words) -> DateView:
    """`28 October 2023`, `October 2023` or `2023`."""
    if date.month is None:
        return DateView(date.iso, str(date.year))
    parts = {"day": str(date.day or ""), "month": words[f"months.{date.month}"], "year": str(date.year)}
    return DateView(date.iso, words.say("date.day" if date.day else "date.month", **parts))


def _short(date: PartialDate, year: int, words: Words) -> str:
    if date.month is None:
        return str(date.year)
    parts = {"day": str(date.day or ""), "month": words[f"months_short.{date.month}"], "year": str(date.year)}
    if date.day is None:
        return words.say("date.card_month", **parts)
    return words.say("date.card_this_year" if date.year == year else "date.card", **parts)
