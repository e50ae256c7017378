"""The site's date, and dates that lie in the future."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from profilegen.model.author import Author, Reported
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Paper
from profilegen.model.records import Records
from profilegen.model.settings import Settings
from profilegen.problems import Place, Problem, problem

UNDATED: Final = PartialDate(1970)
"""The date of a site whose content has no date: nothing on it is shown or counted by one."""

_START: Final = datetime.date(1970, 1, 1)
_DAY: Final = 86_400


def site_date(
    settings: Settings, stated: Iterable[PartialDate], epoch: int | None, today: PartialDate | None
) -> PartialDate:
    """The settings' `as_of`, else SOURCE_DATE_EPOCH (`epoch`, seconds; UTC), else the newest date `stated`.

    A date after `today` does not count: it is the one way in which the day of the build shows, and such content has a
    warning. Content without future dates gives the same site's date on any later day.
    """
    if settings.as_of:
        return settings.as_of
    if epoch is not None:
        day = _START + datetime.timedelta(days=epoch // _DAY)
        return PartialDate(day.year, day.month, day.day)
    past = (date for date in stated if not (today and date.after(today)))
    return max(past, key=lambda date: date.key, default=UNDATED)


def stated_dates(papers: Iterable[Paper], authors: Iterable[Author]) -> frozenset[PartialDate]:
    """The dates of papers, of their versions and numbers, and of reported numbers, each once: many share one."""
    of_papers = (date for paper in papers for date in dates_of_paper(paper) if date)
    of_authors = (reported.as_of for author in authors for reported in author.reported.values() if reported.as_of)
    return frozenset((*of_papers, *of_authors))


def future_dates(records: Records, stated: Iterable[PartialDate], today: PartialDate | None) -> Iterator[Problem]:
    """A warning for each paper with a date after `today`, and for each such day of an author's.

    `stated` are the records' `stated_dates`.
    """
    if today is None:
        return
    late = {date for date in stated if date.after(today)}
    for paper in records.papers if late else ():
        key, date = next(((key, date) for key, date in _by_key(paper) if date in late), ("", None))
        if date:
            yield _future(paper.place(key), date)
    for author in records.authors:
        if author.died and author.died.after(today):
            yield _future(author.place("died"), author.died)
        numbers = [reported for reported in author.reported.values() if reported.as_of in late]
        yield from (_future(place, date) for date, place in _firsts(numbers).items())


def _firsts(numbers: Iterable[Reported]) -> Mapping[PartialDate, Place]:
    """The days of these numbers, each with the place of its first number."""
    found: dict[PartialDate, Place] = {}
    for number in numbers:
        if number.as_of:
            found.setdefault(number.as_of, number.place)
    return found


def _future(at: Place, date: PartialDate) -> Problem:
    hint = "check the year, or leave the date out until then"
    return problem("future-date", at, f"{date.iso} lies in the future", hint)


def _by_key(paper: Paper) -> Iterator[tuple[str, PartialDate | None]]:
    """The same dates as `dates_of_paper`, each with the key that it stands under."""
    yield from (("date", paper.date), ("added", paper.added), ("updated", paper.updated))
    yield from (("dates", date) for date in paper.dates.values())
    yield from (("versions", version.date) for version in paper.versions)
    yield from (("ratings", rating.as_of) for rating in paper.ratings.values())
    yield "citations", paper.citations.as_of if paper.citations else None


def dates_of_paper(paper: Paper) -> Iterator[PartialDate | None]:
    """The dates that a paper states of itself, its versions and its numbers."""
    yield paper.date
    yield paper.added
    yield paper.updated
    if paper.dates:
        yield from paper.dates.values()
    if paper.versions:
        yield from [version.date for version in paper.versions]
    if paper.ratings:
        yield from [rating.as_of for rating in paper.ratings.values()]
    if paper.citations:
        yield paper.citations.as_of
