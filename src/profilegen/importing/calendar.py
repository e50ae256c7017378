"""Dates as bibliographies write them: months in every spelling, ranges, a day among the words."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from profilegen.model.dates import PartialDate
from profilegen.model.folding import folded_key

_NAMES: Final = (
    "jan januar january janvier enero gennaio janeiro januari ene gen",
    "feb februar february fevrier febrero febbraio fevereiro februari fev",
    "mar marz march mars marzo marco maart mrz maerz maa",
    "apr april avril abril aprile abr avr",
    "may mai mayo maggio maio mei mag",
    "jun june juni juin junio giugno junho giu",
    "jul july juli juillet julio luglio julho lug juil",
    "aug august aout agosto augustus ago",
    "sep sept september septembre septiembre settembre setembro set",
    "oct october oktober octobre octubre ottobre outubro okt ott out",
    "nov november novembre noviembre novembro",
    "dec december dezember decembre diciembre dicembre dezembro dez dic desember",
)
MONTHS: Final = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
"""Names of months, without diacritics, and their numbers."""

_ISO: Final = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?(?![0-9])")
_YEAR: Final = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2}|21[0-9]{2})(?![0-9])")
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_WORD: Final = re.compile(r"[^\W\d_]+|[0-9]{1,2}(?![0-9])")


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """The date as precise as it exists: of a 31 February the month, of a month 0 the year."""
    for parts in ((month, day), (month, None), (None, None)):
        try:
            return PartialDate(year, *parts).iso
        except ValueError:
            continue
    return ""


def date_of(year: str, month: str = "", day: str = "", date: str = "") -> str:
    """`2026`, `2026-05` or `2026-05-28` from what a source says; "" where it names no year."""
    whole = _from_iso(date) or _from_iso(month) if re.match(r"\s*[0-9]{4}", date or month) else ""
    if whole:
        return whole
    found = _YEAR.search(year) or _YEAR.search(date)
    if not found:
        return ""
    words = f"{month} {_rest(date, found)}" if date else month
    number, first_day = month_and_day(words)
    return iso(int(found.group()), number, _day(day) or first_day)


def from_parts(parts: Iterable[object]) -> str:
    """The date of year, month and day, numbers or texts of digits, as far as there are such; "" where none is."""
    numbers = [int(part) for part in takewhile(_NUMBER.fullmatch, map(str, parts))]
    return iso(*numbers[:3]) if numbers else ""


def month_and_day(text: str) -> tuple[int | None, int | None]:
    """The first month that the text names, and the day beside it."""
    words = [folded_key(word) for word in _WORD.findall(text)]
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    numbers = [int(word) for word in words if word.isdigit()]
    if month is None:
        return (numbers[0] if numbers and 1 <= numbers[0] <= len(_NAMES) else None), None
    days = [number for number in _days(text, numbers) if 1 <= number <= 31]  # noqa: PLR2004 - of a month
    return month, days[0] if days else None


def _days(text: str, numbers: list[int]) -> Iterator[int]:
    """Numbers beside a month are days, unless two months are named (`30 May - 2 June` is one day at least)."""
    yield from numbers if not re.search(r"[0-9]\s*[-–/]+\s*[0-9]", text) else ()


def _from_iso(text: str) -> str:
    found = _ISO.match(text.strip())
    if found is None:
        return ""
    year, month, day = (int(part) if part else None for part in found.groups())
    return iso(year, month, day) if year else ""


def _rest(date: str, found: re.Match[str]) -> str:
    return date.replace(found.group(), " ")


def _day(text: str) -> int | None:
    found = re.fullmatch(r"\s*([0-9]{1,2})\s*", text)
    return int(found.group(1)) if found else None
