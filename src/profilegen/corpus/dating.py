"""The site's date, and dates that lie in the future."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from profilegen.model.author import Author
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Paper
from profilegen.model.records import Records
from profilegen.problems import Problem, problem

UNDATED: Final = PartialDate(1970)
"""The date of a site whose content has no date: nothing on it is shown or counted by one."""

_START: Final = datetime.date(1970, 1, 1)
_DAY: Final = 86_400


def site_date(records: Records, epoch: int | None, today: PartialDate | None) -> PartialDate:
    """The settings' `as_of`, else SOURCE_DATE_EPOCH (`epoch`, seconds; UTC), else the newest date in the content.

    The newest date is that of a paper, a version, a number or a reported number. A date after `today` does not count:
    it is the one way in which the day of the build shows, and such content has a warning. Content without future
    dates gives the same site's date on any later day.
    """
    if records.settings.as_of:
        return records.settings.as_of
    if epoch is not None:
        day = _START + datetime.timedelta(days=epoch // _DAY)
        return PartialDate(day.year, day.month, day.day)
    past = (date for date in set(_dates(records)) if not (today and date.after(today)))
    return max(past, key=lambda date: date.key, default=UNDATED)


def future_dates(records: Records, today: PartialDate | None) -> Iterator[Problem]:
    """A warning for each paper and reported number that is dated after `today`."""
    if today is None:
        return
    late = {date for date in _all_shown(records.papers) if date.after(today)}
    for paper in records.papers if late else ():
        key, date = next(((key, date) for key, date in _shown(paper) if date.after(today)), ("", None))
        if date:
            message = f"{date.iso} lies in the future"
            yield problem("future-date", paper.place(key), message, "check the year, or leave the date out until then")
    for author in records.authors:
        for reported in author.reported.values():
            if reported.as_of and reported.as_of.after(today):
                yield problem("future-date", reported.place, f"{reported.as_of.iso} lies in the future")


def _all_shown(papers: Iterable[Paper]) -> set[PartialDate]:
    """The dates that papers show, each once: many share one."""
    several = {date for paper in papers if paper.dates for date in paper.dates.values()}
    return several | {paper.date for paper in papers if paper.date}


def _shown(paper: Paper) -> Iterator[tuple[str, PartialDate]]:
    if paper.date:
        yield "date", paper.date
    for date in paper.dates.values():
        yield "dates", date


def _dates(records: Records) -> Iterator[PartialDate]:
    for paper in records.papers:
        yield from [date for date in dates_of_paper(paper) if date]
    for author in records.authors:
        yield from _of_author(author)


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


def _of_author(author: Author) -> Iterator[PartialDate]:
    yield from (reported.as_of for reported in author.reported.values() if reported.as_of)
