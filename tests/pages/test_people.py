"""The list of people: groups, order, columns."""

from pathlib import Path

from profilegen.pages.views import PeopleView
from sites import view_of


def people(root: Path, settings: str, **authors: str) -> PeopleView:
    files = {f"content/authors/{name}.yaml": text for name, text in authors.items()}
    found = view_of(root, {"profilegen.yaml": f"home: people\n{settings}", **files}, "")
    assert isinstance(found, PeopleView)
    return found


def groups(view: PeopleView) -> list[tuple[str, list[str]]]:
    return [(group.heading, [person.name for person in group.people]) for group in view.groups]


def test_groups_stand_in_the_settings_order_and_alumni_last(tmp_path: Path) -> None:
    view = people(
        tmp_path,
        "groups: [Faculty, Students]\n",
        a="name: A A\ngroup: Students\n",
        b="name: B B\ngroup: Faculty\n",
        c="name: C C\nto: 2020\n",
        d="name: D D\n",
        e="name: E E\ngroup: Guests\n",
    )
    assert groups(view) == [
        ("Faculty", ["B B"]), ("Students", ["A A"]), ("Guests", ["E E"]), ("Others", ["D D"]), ("Alumni", ["C C"]),
    ]  # fmt: skip


def test_without_groups_there_is_no_heading_and_weights_come_first(tmp_path: Path) -> None:
    view = people(tmp_path, "", z="name: Zoe Zimt\nweight: 1\n", a="name: Ada Abel\n", m="name: Max Born\n")
    assert groups(view) == [("", ["Zoe Zimt", "Ada Abel", "Max Born"])]


def test_columns_are_there_when_asked_for(tmp_path: Path) -> None:
    papers = "title: T\nauthors: [Ada Abel]\ncitations: 3\n"
    files = {"content/papers/p.yaml": papers, "content/authors/a.yaml": "name: Ada Abel\n"}
    settings = "home: people\ntheme: {people_columns: [h_index, novelty]}\n"
    view = view_of(tmp_path, {"profilegen.yaml": settings, **files}, "")
    assert isinstance(view, PeopleView)
    assert view.columns == ("h-index", "Novelty")
    assert [person.numbers for group in view.groups for person in group.people] == [("1", "–")]
