"""Bylines as pages show them: linked, with the page's own person set off."""

from typing import Final

from profilegen.model.paper import Contributor, Paper
from profilegen.model.settings import BylineStyle
from profilegen.pages import address
from profilegen.pages.site import Site
from profilegen.pages.views import BylineName, BylineView

SHOWN: Final = 3
"""How many names a card shows before `et al.`."""


def short_byline(site: Site, paper: Paper, root: str, self_id: str) -> BylineView:
    """The first three authors; with `first-three-and-self` also the page's own person who stands further back."""
    named = [index for index, entry in enumerate(paper.byline.entries) if entry is not None]
    shown = named[:SHOWN]
    if site.settings.byline is BylineStyle.FIRST_THREE_AND_SELF and self_id:
        credits_ = site.corpus.credits[paper.id]
        shown += [index for index in named[SHOWN:] if credits_[index] == self_id]
    names = tuple(_name(site, paper, index, root, self_id) for index in shown)
    return BylineView(names, et_al=len(shown) < len(named) or not paper.byline.complete)


def full_byline(site: Site, paper: Paper, root: str) -> BylineView:
    """Every author that the paper names."""
    named = (index for index, entry in enumerate(paper.byline.entries) if entry is not None)
    names = tuple(_name(site, paper, index, root, "") for index in named)
    return BylineView(names, et_al=not paper.byline.complete)


def _name(site: Site, paper: Paper, index: int, root: str, self_id: str) -> BylineName:
    entry = paper.byline.entries[index]
    if entry is None:
        raise ValueError("a gap in a byline has no name")
    printed = entry.name.full
    person_id = site.corpus.credits[paper.id][index]
    if person_id is None:
        return BylineName(printed, notes=_notes(entry))
    url, outside = person_link(site, person_id, root)
    return BylineName(printed, url, outside, is_self=person_id == self_id, notes=_notes(entry))


def person_link(site: Site, person_id: str, root: str) -> tuple[str, bool]:
    """Where a person's name leads: the profile, else the homepage (outside), else nowhere."""
    person = site.corpus.people[person_id]
    if person.has_page:
        return address.link(root, site.address_of_person(person)), False
    links = person.author.links if person.author is not None else ()
    homepage = next((link.url for link in links if link.label.casefold() in {"homepage", "website"}), "")
    return homepage, bool(homepage)


def _notes(entry: Contributor) -> str:
    words = ("equal contribution" if entry.equal else "", "corresponding author" if entry.corresponding else "")
    return ", ".join(word for word in words if word)
