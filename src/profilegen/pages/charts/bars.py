"""Numbers by year as bars."""

from collections.abc import Iterator, Mapping
from typing import Final

from profilegen.model.words import Words
from profilegen.pages.charts.coordinates import Line, Row, length, text_width
from profilegen.pages.charts.yearly import Yearly
from profilegen.values import Struct

WIDTH: Final = 320.0
HEIGHT: Final = 120.0
MOST_YEARS: Final = 80
"""Of a longer time, the last years are shown."""

_SIDE: Final = 14.0  # half of the widest label of a year
_TOP: Final = 16.0
_BASELINE: Final = 102.0
_YEAR_Y: Final = 115.0
_ABOVE: Final = 4.0
_WIDEST_SLOT: Final = 40.0
_FILLED: Final = 0.72
_ROUND: Final = 2.0
_BETWEEN: Final = 4.0
_STEPS: Final = (5, 10, 20)


class Bar(Struct, frozen=True):
    """The bar of a year. `value` and `year` are its labels, "" where there is no room, with the middle of each."""

    x: str
    y: str
    width: str
    height: str
    value_x: str
    value_y: str
    year_x: str
    year_y: str
    value: str
    year: str


class BarChart(Struct, frozen=True):
    """A finished chart: `text` says it in a sentence, `rows` in a table, `left_out` what it does not show."""

    width: str
    height: str
    view_box: str
    radius: str
    baseline: Line
    bars: tuple[Bar, ...]
    text: str
    left_out: str
    rows: tuple[Row, ...]


def bars(yearly: Yearly, words: Words, *, last: int) -> BarChart | None:
    """A bar for each year from the first to the last one with a number; None where there is none.

    Years after `last`, the site's year, are left out and said, as are those more than MOST_YEARS before the last bar.
    """
    known = {year: number for year, number in yearly.numbers.items() if number and year <= last}
    if not known:
        return None
    first = max(min(known), max(known) - MOST_YEARS + 1)
    shown = {year: known.get(year, 0) for year in range(first, max(known) + 1)}
    return BarChart(
        width=length(WIDTH),
        height=length(HEIGHT),
        view_box=f"0 0 {length(WIDTH)} {length(HEIGHT)}",
        radius=length(_ROUND),
        baseline=Line("0", length(_BASELINE), length(WIDTH), length(_BASELINE)),
        bars=tuple(_bars(shown)),
        text=_sentence(yearly, shown, words),
        left_out=" ".join(_left_out(yearly, words, first, last)),
        rows=tuple(Row(str(year), f"{number:,}") for year, number in shown.items()),
    )


def _bars(shown: Mapping[int, int]) -> Iterator[Bar]:
    most = max(shown.values())
    slot = min((WIDTH - 2 * _SIDE) / len(shown), _WIDEST_SLOT)
    roomy = all(text_width(f"{number:,}") + _BETWEEN <= slot for number in shown.values())
    step = _step(slot)
    highest = next(year for year, number in shown.items() if number == most)
    width, below = length(_FILLED * slot), length(_YEAR_Y)
    for at, (year, number) in enumerate(shown.items()):
        middle = _SIDE + (at + 0.5) * slot
        height = (_BASELINE - _TOP) * number / most
        value = f"{number:,}" if (roomy and number) or year == highest else ""
        label = _year_label(year, step)
        yield Bar(
            x=length(middle - _FILLED * slot / 2),
            y=length(_BASELINE - height),
            width=width,
            height=length(height),
            value_x=length(_within(middle, text_width(value))),
            value_y=length(_BASELINE - height - _ABOVE),
            year_x=length(_within(middle, text_width(label))),
            year_y=below,
            value=value,
            year=label,
        )


def _step(slot: float) -> int:
    """Every how many years there is room for a label."""
    if text_width("’20") + _BETWEEN <= slot:
        return 1
    return next(step for step in _STEPS if text_width("2020") + _BETWEEN <= step * slot)


def _year_label(year: int, step: int) -> str:
    """`’20` where each year has a label, else `2020` for those that have one."""
    if step == 1:
        return f"’{year % 100:02d}"
    return "" if year % step else str(year)


def _within(middle: float, width: float) -> float:
    """The middle of a label that begins and ends inside of the drawing."""
    return min(max(middle, width / 2), WIDTH - width / 2)


def _sentence(yearly: Yearly, shown: Mapping[int, int], words: Words) -> str:
    """`15 papers from 2020 to 2026, most in 2025: 5`."""
    years, most = list(shown), max(shown.values())
    said = {"count": words.count(yearly.count_key, sum(shown.values()))}
    if len(years) == 1:
        return words.say("charts.in_year", year=str(years[0]), **said)
    said |= {"first": str(years[0]), "last": str(years[-1]), "most": f"{most:,}"}
    best = [year for year in years if shown[year] == most]
    if len(best) == 1:
        return words.say("charts.in_years_best", year=str(best[0]), **said)
    return words.say("charts.in_years_even", **said)


def _left_out(yearly: Yearly, words: Words, first: int, last: int) -> Iterator[str]:
    if yearly.left_out:
        yield yearly.left_out
    early = sum(number for year, number in yearly.numbers.items() if year < first)
    late = sum(number for year, number in yearly.numbers.items() if year > last)
    for key, number, year in (("charts.before", early, first), ("charts.after", late, last)):
        if number:
            yield words.count(key, number, count=words.count(yearly.count_key, number), year=str(year))
