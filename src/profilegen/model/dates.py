"""Dates as precise as they are known: a year, a month or a day."""

import datetime
import re
from typing import Final, Self

from profilegen.values import Struct

_FORM: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_MONTHS: Final = 12


class PartialDate(Struct, frozen=True, array_like=True):
    """A year, a month of a year, or a day: `month` and `day` are None where they are not known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month is no date")
        month = 1 if self.month is None else self.month
        datetime.date(self.year, month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that `2026`, `2026-05` or `2026-05-28` says; ValueError with the reason for anything else."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError("a date is written 2026, 2026-05 or 2026-05-28")
        year, month, day = found.groups()
        try:
            return cls(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            raise ValueError(_missing(int(year), int(month or 1))) from None

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as the date is known: what `<time datetime>` takes."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def key(self) -> tuple[int, int, int]:
        """Sorts by time; a date known less precisely comes before those it may contain."""
        return (self.year, self.month or 0, self.day or 0)

    def after(self, other: Self) -> bool:
        """Whether the date lies wholly after `other`: `2026` is not after `2026-05-28`, `2027` is."""
        pairs = zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True)
        for mine, theirs in pairs:
            if mine is None or theirs is None:
                return False
            if mine != theirs:
                return mine > theirs
        return False


def _missing(year: int, month: int) -> str:
    """What a date in this year and month asks for that there is not."""
    if year < datetime.MINYEAR:
        return f"there is no year {year:04d}"
    return "there is no such day" if 1 <= month <= _MONTHS else f"there is no month {month:02d}"
