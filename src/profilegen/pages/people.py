"""The view of the list of people."""

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Final

from profilegen.corpus.corpus import Person
from profilegen.metrics import counted
from profilegen.pages import address
from profilegen.pages.byline import person_link
from profilegen.pages.frame import frame
from profilegen.pages.list_page import ListPage, Section
from profilegen.pages.pager import pager, titled
from profilegen.pages.site import Site
from profilegen.pages.views import GroupView, PeopleView, PersonView

FEW: Final = 12
"""So many people are found faster by eye than by typing."""


def people_view(site: Site, at: str, _subject: str) -> PeopleView:
    """Everyone, or those of one page, by group."""
    page, root = site.list_pages[at], address.root_from(at)
    title = titled(site, page, site.words["people.heading"])
    return PeopleView(
        frame=frame(site, at, title),
        heading=title,
        pager=pager(page, root),
        searched=page.size > FEW,
        columns=tuple(_columns(site)),
        groups=tuple(_groups(site, page, root)) if "groups" in site.shown("people") else (),
    )


def people_by_group(site: Site) -> Iterator[Section]:
    """The ids of all people by group in the settings' order; then those without one; those who left come last."""
    members: dict[str, list[str]] = {name: [] for name in site.settings.groups}
    rest: list[str] = []
    left: list[str] = []
    for person in _by_hand(site.corpus.people.values()):
        group = _group(person)
        listed = members.setdefault(group, []) if group else left if _has_left(person) else rest
        listed.append(person.id)
    yield from (Section(name, tuple(people)) for name, people in members.items() if people)
    if rest:
        yield Section(site.words["people.others"] if left or any(members.values()) else "", tuple(rest))
    if left:
        yield Section(site.words["people.alumni"], tuple(left))


def _groups(site: Site, page: ListPage, root: str) -> Iterator[GroupView]:
    for section in page.sections:
        people = (site.corpus.people[person_id] for person_id in section.ids)
        yield GroupView(section.heading, tuple(_person(site, person, root) for person in people))


def _by_hand(people: Collection[Person]) -> Iterator[Person]:
    """People with a weight first, by weight; the rest as the corpus sorts them."""
    weights = {person.id: _weight(person) for person in people}
    yield from sorted((one for one in people if weights[one.id] is not None), key=lambda one: weights[one.id] or 0)
    yield from (one for one in people if weights[one.id] is None)


def _weight(person: Person) -> Fraction | None:
    return person.author.weight if person.author else None


def _group(person: Person) -> str:
    return person.author.group if person.author else ""


def _has_left(person: Person) -> bool:
    return person.author is not None and person.author.end is not None


def _person(site: Site, person: Person, root: str) -> PersonView:
    url, outside = person_link(site, person.id, root)
    papers = [site.corpus.papers[paper_id] for paper_id in site.corpus.papers_of[person.id]]
    return PersonView(
        name=person.name.full,
        native_name=person.author.native_name if person.author else "",
        url=url,
        outside=outside,
        position=person.author.position if person.author else "",
        count=site.words.count("people.count", len(counted(papers, site.settings))),
        numbers=tuple(_numbers(site, person.id)),
    )


def _columns(site: Site) -> Iterator[str]:
    """The labels of the metrics that the theme's option asks for."""
    columns = site.options.listed("people_columns")
    measured = next(iter(site.measured.values()), ()) if columns else ()
    labels = {one.definition.name: one.definition.label for one in measured}
    return (labels[name] for name in columns if name in labels)


def _numbers(site: Site, person_id: str) -> Iterator[str]:
    """A person's values in the columns, `–` where one is not known."""
    columns = site.options.listed("people_columns")
    texts = {one.definition.name: one.text for one in site.measured.get(person_id, ())} if columns else {}
    return (texts.get(name) or "–" for name in columns)
