"""The view of a feed: the newest papers of a scope, with whole addresses and whole abstracts."""

import re
from collections.abc import Iterator
from typing import Final

from profilegen.model.dates import PartialDate
from profilegen.model.paper import Paper
from profilegen.pages import address
from profilegen.pages.card import address_of_paper
from profilegen.pages.scope import SITE, scope_of
from profilegen.pages.site import Site
from profilegen.pages.views import FeedAuthor, FeedEntry, FeedView

NEWEST: Final = 50
"""So many papers are in a feed: a reader that looks in once a month misses none."""

# Said by what is left out: a set of all others takes ten times as long to compile.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed_view(site: Site, at: str, subject: str) -> FeedView:
    """The feed of a scope at the address `at`, the newest papers first."""
    scope = scope_of(site, subject)
    papers = sorted((site.corpus.papers[paper_id] for paper_id in scope.papers), key=_newest, reverse=True)[:NEWEST]
    entries = tuple(_entry(site, paper) for paper in papers)
    url = site.settings.url
    return FeedView(
        id=f"{url}{at}",
        title=xml(scope.title if subject == SITE else f"{scope.title} · {site.title}"),
        subtitle=xml(site.settings.description if subject == SITE else ""),
        language=site.settings.language,
        home=f"{url}{scope.page}",
        updated=max((entry.updated for entry in entries), default=_instant(site.corpus.as_of)),
        author=xml(site.title),
        rights=xml(site.settings.license),
        entries=entries,
    )


def xml(text: str) -> str:
    """The text without the characters that no XML document may hold."""
    return _NO_XML.sub("", text)


def changed(paper: Paper) -> PartialDate | None:
    """When the paper was last changed on the site, as far as its file says."""
    return paper.updated or paper.added or paper.date


def _newest(paper: Paper) -> tuple[tuple[int, int, int], str]:
    date = paper.added or paper.date
    return (date.key if date else (0, 0, 0), paper.id)


def _entry(site: Site, paper: Paper) -> FeedEntry:
    texts, url = site.texts.papers[paper.id], site.settings.url
    at = changed(paper) or site.corpus.as_of
    return FeedEntry(
        id=f"{url}{address_of_paper(paper)}",
        title=xml(texts.title.plain),
        updated=_instant(at),
        published=_instant(paper.date) if paper.date else "",
        authors=tuple(_authors(site, paper)),
        categories=tuple(xml(term) for term in (*paper.categories, *paper.tags)),
        content=xml(address.placed(texts.abstract.html, url)),
    )


def _authors(site: Site, paper: Paper) -> Iterator[FeedAuthor]:
    for entry, person_id in zip(paper.byline.entries, site.corpus.credits[paper.id], strict=True):
        if entry is not None:
            person = site.corpus.people[person_id] if person_id else None
            page = f"{site.settings.url}{site.address_of_person(person)}" if person and person.has_page else ""
            yield FeedAuthor(xml(entry.name.full), page)


def _instant(date: PartialDate) -> str:
    """The start of a date as RFC 3339 has it."""
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"
