"""Long lists in pages: which there are, what is on each, how they lead to one another."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from folders import run_profilegen, write_files
from profilegen.pages import address
from profilegen.pages.plan import view
from profilegen.pages.sitemap import places
from profilegen.pages.views import CategoryView, ListView, PapersView, PeopleView
from profilegen.values import replace
from sites import composed, site_of, view_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Seen

Value = TypeVar("Value")

URL = "url: https://example.org/\n"
LISTS = "lists: [{name: all, title: Everything}]\n"
FOLDERS = ("papers/", "authors/", "fields/cs.lg/", "lists/all/")
FAMILIES = ("Abel", "Born", "Curie", "Dirac", "Euler", "Fermi", "Gauss", "Hopper", "Ito")


def site(count: int, settings: str = "page_length: 3\n") -> dict[str, str]:
    """So many papers, a year apart, the last one the newest, each by somebody else."""
    papers = {
        f"content/papers/p{n}.yaml": f"title: T{n}\nauthors: [A {FAMILIES[n]}]\ndate: {2000 + n}\ncategory: cs.LG\n"
        for n in range(count)
    }
    return papers | {"profilegen.yaml": f"author_pages: all\nhome: people\n{URL}{LISTS}{settings}"}


def listed(found: object) -> list[str]:
    """What stands on the page of a list, in order."""
    if isinstance(found, PapersView):
        return [card.id for year in found.years for card in year.cards]
    if isinstance(found, PeopleView):
        return [person.name for group in found.groups for person in group.people]
    assert isinstance(found, CategoryView | ListView)
    return [card.id for card in found.cards]


@pytest.mark.parametrize(
    ("count", "settings", "sizes"),
    [
        (0, "page_length: 3\n", [0]),
        (1, "page_length: 3\n", [1]),
        (3, "page_length: 3\n", [3]),
        (4, "page_length: 3\n", [3, 1]),
        (9, "page_length: 3\n", [3, 3, 3]),
        (9, "page_length: off\n", [9]),
        (9, "page_length: 0\n", [9]),
        (9, "", [9]),
    ],
)
def test_a_list_has_the_pages_it_needs_and_they_hold_everything_once(
    tmp_path: Path, count: int, settings: str, sizes: list[int]
) -> None:
    made, pages = site_of(tmp_path, site(count, settings))
    for folder in FOLDERS if count else FOLDERS[:2]:
        first = "" if folder == "authors/" else folder
        addresses = [first, *(f"{folder}page/{number}/" for number in range(2, len(sizes) + 1))]
        assert {at for at in pages if at == first or at.startswith(f"{folder}page/")} == set(addresses)
        shown = [listed(view(made, pages[at])) for at in addresses]
        assert [len(part) for part in shown] == sizes
        together = [one for part in shown for one in part]
        people = [f"A {family}" for family in FAMILIES[:count]]
        newest_first = [f"p{n}" for n in reversed(range(count))]
        assert together == (people if folder == "authors/" else newest_first)


def test_the_pages_of_a_list_lead_to_one_another(tmp_path: Path) -> None:
    made, pages = site_of(tmp_path, site(9))
    for folder in FOLDERS:
        first = "" if folder == "authors/" else folder
        addresses = [first, f"{folder}page/2/", f"{folder}page/3/"]
        for number, at in enumerate(addresses):
            found = view(made, pages[at])
            assert isinstance(found, PapersView | PeopleView | CategoryView | ListView)
            assert found.pager is not None
            assert [_target(at, page.url) for page in found.pager.pages] == addresses
            assert [page.current for page in found.pager.pages] == [one == number for one in range(3)]
            around = ["", *addresses, ""][number : number + 3]
            assert _target(at, found.pager.previous) == (around[0] if number else None)
            assert _target(at, found.pager.next) == (around[2] if number < 2 else None)


def _target(at: str, url: str) -> str | None:
    """The address that a relative link leads to, None for no link."""
    if not url:
        return None
    path = posixpath.normpath(posixpath.join(at, url))
    return "" if path == "." else f"{path}/"


def test_each_page_says_what_it_is_and_the_first_has_what_is_about_the_whole(tmp_path: Path) -> None:
    made, pages = site_of(tmp_path, site(7))
    first, second = (view(made, pages[at]) for at in ("papers/", "papers/page/2/"))
    assert isinstance(first, PapersView)
    assert isinstance(second, PapersView)
    assert (first.heading, second.heading) == ("7 Papers", "Papers, page 2")
    assert (first.frame.page_title, second.frame.page_title) == ("Papers", "Papers, page 2")
    assert second.frame.canonical == "https://example.org/papers/page/2/"
    assert (bool(first.files), bool(first.fields), bool(first.frame.head.links)) == (True, True, True)
    assert (second.files, second.fields, second.frame.head.links) == ((), (), ())
    field = view(made, pages["fields/cs.lg/page/3/"])
    assert isinstance(field, CategoryView)
    assert (field.frame.page_title, field.heading) == ("Machine Learning, page 3", "Papers, page 3")
    assert view_of(tmp_path, {}, "authors/page/2/").frame.page_title == "People, page 2"  # type: ignore[union-attr] # it is a page for people


def test_pages_are_called_by_what_is_on_them(tmp_path: Path) -> None:
    made, pages = site_of(tmp_path, site(7))
    people, papers = view(made, pages[""]), view(made, pages["papers/"])
    assert isinstance(people, PeopleView)
    assert isinstance(papers, PapersView)
    assert people.pager is not None
    assert papers.pager is not None
    assert [page.span for page in people.pager.pages] == ["Abel – Curie", "Dirac – Fermi", "Gauss"]
    assert [page.span for page in papers.pager.pages] == ["2006 – 2004", "2003 – 2001", "2000"]


def test_a_list_in_another_order_has_no_years_to_call_its_pages_by(tmp_path: Path) -> None:
    found = view_of(tmp_path, site(7, "page_length: 3\nsort: [date]\n"), "fields/cs.lg/")
    assert isinstance(found, CategoryView)
    assert found.pager is not None
    assert [page.span for page in found.pager.pages] == ["", "", ""]


def test_a_year_or_a_group_that_goes_on_has_its_heading_again(tmp_path: Path) -> None:
    files = {f"content/papers/{name}.yaml": f"title: {name}\nauthors: [A B]\ndate: 2020\n" for name in "abcd"}
    files |= {"profilegen.yaml": "home: papers\npage_length: 3\n"}
    made, pages = site_of(tmp_path, files)
    assert (pages["papers/"].kind, pages["papers/page/2/"].kind) == ("redirect", "papers")
    for at in ("", "papers/page/2/"):
        found = view(made, pages[at])
        assert isinstance(found, PapersView)
        assert [year.heading for year in found.years] == ["2020"]


def test_a_page_does_not_grow_with_the_number_of_pages(tmp_path: Path) -> None:
    names = "".join(f"- A N{n:04}\n" for n in range(1000))
    files = {
        "content/papers/p.yaml": f"title: T\nauthors:\n{names}",
        "profilegen.yaml": "author_pages: all\nhome: people\npage_length: 1\n",
    }
    made, _ = site_of(tmp_path, files)
    for at in ("", "authors/page/500/", "authors/page/1000/"):
        page = made.list_pages[at]
        numbers = [link.number for link in page.links]
        assert len(numbers) < 40
        assert {1, page.number, 1000, max(1, page.number - 1), min(1000, page.number + 1)} <= set(numbers)


class Looked(Mapping[str, Value]):
    """Which values were looked up; to go through all of them is refused."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values_of, self.seen = values, set[str]()

    def __getitem__(self, key: str) -> Value:
        self.seen.add(key)
        return self.values_of[key]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("all were asked for")

    def __len__(self) -> int:
        raise AssertionError("all were asked for")


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_further_page_looks_at_nothing_but_what_it_shows(tmp_path: Path, folder: str) -> None:
    made, pages = site_of(tmp_path, site(9))
    papers, people = Looked(made.corpus.papers), Looked(made.corpus.people)
    watched = replace(made, corpus=replace(made.corpus, papers=papers, people=people))
    shown = listed(view(watched, pages[f"{folder}page/2/"]))
    assert papers.seen == {"p3", "p4", "p5"}
    assert people.seen == {f"a-{FAMILIES[n].casefold()}" for n in (3, 4, 5)}
    assert len(shown) == 3


def test_search_engines_are_told_of_all_pages(tmp_path: Path) -> None:
    made, _ = site_of(tmp_path, site(9))
    known = {page.address for page in places(made)}
    assert {f"{folder}page/{number}/" for folder in FOLDERS for number in (2, 3)} <= known


@pytest.mark.parametrize("old", ["papers/page/2/", "authors/page/3/index.html"])
def test_an_old_address_cannot_take_the_place_of_a_page(tmp_path: Path, old: str) -> None:
    """N2."""
    moved = {"content/papers/x.yaml": f"title: X\nauthors: [A Abel]\nold_urls: [{old}]\n"}
    found = [found for found in composed(tmp_path, site(9) | moved).problems if found.severity == "error"]
    assert [one.code for one in found] == ["shared-page"]


def test_a_record_called_page_has_its_own(tmp_path: Path) -> None:
    paper = {"content/papers/page.yaml": "title: X\nauthors: [A Page]\n"}
    _, pages = site_of(tmp_path, site(9) | paper | {"content/authors/page.yaml": "name: A Page\n"})
    assert (pages["papers/page/"].kind, pages["papers/page/2/"].kind) == ("paper", "papers")
    assert (pages["authors/page/"].kind, pages["authors/page/2/"].kind) == ("author", "people")


@pytest.mark.parametrize("length", ["-1", "many", "1.5"])
def test_a_length_is_a_count_or_off(tmp_path: Path, length: str) -> None:
    found = composed(tmp_path, {"profilegen.yaml": f"page_length: {length}\n"}).problems
    assert "bad-number" in [one.code for one in found]


def test_a_reader_comes_from_the_first_page_to_the_last_and_back(tmp_path: Path, page: "Page", seen: "Seen") -> None:
    write_files(tmp_path, site(9))
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page.goto((tmp_path / "output" / address.file_of("papers/")).as_uri())
    titles = []
    for _ in range(2):
        page.get_by_role("link", name="Next page").click()
        titles.append(page.locator("h1").inner_text())
    assert titles == ["Papers, page 2", "Papers, page 3"]
    assert page.locator("nav.pages [aria-current]").inner_text().split() == ["Page", "3", "2002", "–", "2000"]
    assert page.get_by_role("link", name="Next page").count() == 0
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Page 1").click()
    assert page.locator("h1").inner_text() == "9 Papers"
    assert (seen.messages, seen.errors) == ([], [])
