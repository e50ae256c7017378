"""Bylines as pages show them: linked, with the page's own person set off."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from profilegen.model.paper import Contributor, Paper
from profilegen.model.settings import BylineStyle
from profilegen.model.text import NO_HTML, Html
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.site import Site
from profilegen.pages.views import BylineName, BylineView
from profilegen.values import replace

SHOWN: Final = 3
"""How many names a card shows before `et al.`."""


def extra_self(site: Site, paper: Paper, self_id: str) -> str:
    """The person where a card shows them beside the first three authors, else ""."""
    if not self_id or len(paper.byline.entries) <= SHOWN:
        return ""
    if site.settings.byline is not BylineStyle.FIRST_THREE_AND_SELF:
        return ""
    credited, named = site.corpus.credits[paper.id], _named(paper)
    return self_id if any(credited[index] == self_id for index in named[SHOWN:]) else ""


def short_byline(site: Site, paper: Paper, self_id: str, root: str) -> BylineView:
    """The first three authors, and `self_id` though further back, with the place if known; the others are `full`."""
    credited, named = site.corpus.credits[paper.id], _named(paper)
    shown = named[:SHOWN]
    if self_id:
        shown += [index for index in named[SHOWN:] if credited[index] == self_id]
    views = {index: _name(site, paper, index, credited[index], root) for index in named}
    return BylineView(
        names=tuple(_names(site, paper, shown, views)),
        full=tuple(_names(site, paper, named, views)) if len(shown) < len(named) else (),
        et_al=len(shown) < len(named) or not paper.byline.complete,
        open_end=paper.byline.entries[-1] is None,
    )


def full_byline(site: Site, paper: Paper, root: str) -> BylineView:
    """Every author that the paper names."""
    credited, named = site.corpus.credits[paper.id], _named(paper)
    views = {index: _name(site, paper, index, credited[index], root) for index in named}
    names = tuple(_names(site, paper, named, views))
    return BylineView(names, (), et_al=not paper.byline.complete, open_end=paper.byline.entries[-1] is None)


def person_link(site: Site, person_id: str, root: str) -> tuple[str, bool]:
    """Where a person's name leads: the profile, else the homepage (outside), else nowhere."""
    person = site.corpus.people[person_id]
    if person.has_page:
        return address.link(root, site.address_of_person(person)), False
    links = person.author.links if person.author is not None else ()
    homepage = next((link.url for link in links if link.label.casefold() in {"homepage", "website"}), "")
    return homepage, bool(homepage)


def _named(paper: Paper) -> list[int]:
    """The positions in the byline that have a name."""
    return [index for index, entry in enumerate(paper.byline.entries) if entry is not None]


def _names(site: Site, paper: Paper, shown: Sequence[int], views: Mapping[int, BylineName]) -> Iterator[BylineName]:
    before = -1
    for index in shown:
        gap = index != before + 1
        yield replace(views[index], gap=True, place=_place(site.words, paper, index)) if gap else views[index]
        before = index


def _name(site: Site, paper: Paper, index: int, person_id: str | None, root: str) -> BylineName:
    entry = paper.byline.entries[index]
    if entry is None:
        raise ValueError(f"{paper.id} names nobody at {index}")
    url, outside = person_link(site, person_id, root) if person_id else ("", False)
    mark = Html(address.mark_of(person_id)) if person_id else NO_HTML
    return BylineName(entry.name.full, url, outside, mark, _notes(site.words, entry))


def _place(words: Words, paper: Paper, index: int) -> str:
    """`no. 7 of 12`, or `no. 7` where the byline goes on unnamed; "" where authors before are left out."""
    if None in paper.byline.entries[:index]:
        return ""
    n, of = f"{index + 1:,}", f"{len(paper.byline.entries):,}"
    return words.say("byline.place", n=n, of=of) if paper.byline.complete else words.say("byline.place_open", n=n)


def _notes(words: Words, entry: Contributor) -> str:
    if not (entry.equal or entry.corresponding):
        return ""
    known = {"byline.equal": entry.equal, "byline.corresponding": entry.corresponding}
    return words["list.comma"].join(words[key] for key, holds in known.items() if holds)
