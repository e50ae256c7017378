"""The view of the list of people."""

from collections.abc import Iterator
from typing import Final

from profilegen.corpus.corpus import Person
from profilegen.metrics import counted
from profilegen.pages import address
from profilegen.pages.byline import person_link
from profilegen.pages.frame import frame
from profilegen.pages.site import Site
from profilegen.pages.views import GroupView, PeopleView, PersonView

FEW: Final = 12
"""So many people are found faster by eye than by typing."""


def people_view(site: Site, at: str, _subject: str) -> PeopleView:
    """Everyone, by group in the settings' order; then people without a group; those who left without one come last."""
    root = address.root_from(at)
    return PeopleView(
        frame=frame(site, at, site.words["people.heading"]),
        heading=site.words["people.heading"],
        searched=len(site.corpus.people) > FEW,
        columns=tuple(_columns(site)),
        groups=tuple(_groups(site, root)) if site.shows("people", "groups") else (),
    )


def _groups(site: Site, root: str) -> Iterator[GroupView]:
    members: dict[str, list[PersonView]] = {name: [] for name in site.settings.groups}
    rest: list[PersonView] = []
    left: list[PersonView] = []
    for person in sorted(site.corpus.people.values(), key=_by_hand):
        group = members.setdefault(_group(person), []) if _group(person) else left if _has_left(person) else rest
        group.append(_person(site, person, root))
    yield from (GroupView(name, tuple(people)) for name, people in members.items() if people)
    if rest:
        yield GroupView(site.words["people.others"] if left or any(members.values()) else "", tuple(rest))
    if left:
        yield GroupView(site.words["people.alumni"], tuple(left))


def _by_hand(person: Person) -> tuple[bool, object]:
    """People with a weight first, by weight; the rest as the corpus sorts them."""
    weight = person.author.weight if person.author else None
    return (weight is None, weight or 0)


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
