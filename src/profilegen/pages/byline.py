"""Bylines as pages show them: linked, with the page's own person set off."""

from collections.abc import Sequence
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


def is_long(site: Site, paper: Paper) -> bool:
    """Whether a card leaves out some of the paper's authors, but not on the profiles of these."""
    return len(paper.byline.entries) > SHOWN and site.settings.byline is BylineStyle.FIRST_THREE_AND_SELF


def extra_self(site: Site, paper: Paper, self_id: str) -> str:
    """The person where a card shows them beside the first three authors, else ""."""
    if not self_id or not is_long(site, paper):
        return ""
    credited = site.corpus.credits[paper.id]
    if self_id not in credited[SHOWN:]:
        return ""
    return self_id if self_id in [credited[index] for index in _named(paper)[SHOWN:]] else ""


def short_byline(site: Site, paper: Paper, self_id: str, root: str) -> BylineView:
    """The first three authors, and `self_id` though further back, with the place if known; the others are `full`."""
    credited, named = site.corpus.credits[paper.id], _named(paper)
    shown = named[:SHOWN]
    if self_id:
        shown += [index for index in named[SHOWN:] if credited[index] == self_id]
    views = _marked(site, paper, credited, root)
    return BylineView(
        names=_names(site, paper, shown, views),
        full=_names(site, paper, named, views) if len(shown) < len(named) else (),
        et_al=len(shown) < len(named) or len(named) < len(views),
        open_end=views[-1] is None,
    )


def full_byline(site: Site, paper: Paper, root: str) -> BylineView:
    """Every author that the paper names; nobody is marked, since a paper's page is nobody's own."""
    credited, named = site.corpus.credits[paper.id], _named(paper)
    views = _views(site, paper, credited, root, marked=False)
    names = _names(site, paper, named, views)
    return BylineView(names, (), et_al=len(named) < len(views), open_end=views[-1] is None)


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


def _marked(site: Site, paper: Paper, credited: Sequence[str | None], root: str) -> Sequence[BylineName | None]:
    """The names by their positions, each marked, so that it can be told on its person's own page."""
    marked = "mark" in site.shown("card")
    if len(credited) <= SHOWN:
        return _views(site, paper, credited, root, marked=marked)
    # A long byline is shown on a card of its own to each of those who come late in it.
    return site.shared.get(("names", paper.id, root), lambda: _views(site, paper, credited, root, marked=marked))


def _views(
    site: Site, paper: Paper, credited: Sequence[str | None], root: str, *, marked: bool
) -> list[BylineName | None]:
    pairs = zip(paper.byline.entries, credited, strict=True)
    return [None if entry is None else _name(site, entry, id_, root, marked=marked) for entry, id_ in pairs]


def _names(
    site: Site, paper: Paper, shown: Sequence[int], views: Sequence[BylineName | None]
) -> tuple[BylineName, ...]:
    """The names at these positions, with the place of each that does not follow the one before."""
    found = [view for index in shown if (view := views[index])]
    if not shown or shown[-1] == len(shown) - 1:
        return tuple(found)
    gaps = [index != before + 1 for before, index in zip([-1, *shown], shown, strict=False)]
    return tuple(
        [
            replace(view, gap=True, place=_place(site.words, paper, index)) if gap else view
            for view, index, gap in zip(found, shown, gaps, strict=True)
        ]
    )


def _name(site: Site, entry: Contributor, person_id: str | None, root: str, *, marked: bool) -> BylineName:
    if not person_id:
        return BylineName(entry.name.full, notes=_notes(site.words, entry))
    url, outside = person_link(site, person_id, root)
    mark = Html(address.mark_of(person_id)) if marked else NO_HTML
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
