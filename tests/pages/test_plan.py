"""Which pages a site has, and which would meet at one address."""

from pathlib import Path

import pytest

from profilegen.pages.plan import is_html
from profilegen.pages.views import RedirectView
from sites import composed, site_of, view_of

ADA = {"content/authors/ada.yaml": "name: Ada Lovelace\n"}
GRACE = {"content/authors/grace.yaml": "name: Grace Hopper\n"}
PAPER = {"content/papers/notes.yaml": "title: Notes\nauthors: [Ada Lovelace]\ncategory: cs.LG\n"}


def kinds(root: Path, files: dict[str, str]) -> dict[str, str]:
    return {at: page.kind for at, page in site_of(root, files)[1].items() if is_html(page)}


def test_one_author_is_the_home(tmp_path: Path) -> None:
    assert kinds(tmp_path, ADA | PAPER) == {
        "": "author",
        "404.html": "404",
        "authors/": "people",
        "authors/ada/": "redirect",
        "fields/cs.lg/": "category",
        "papers/": "papers",
        "papers/notes/": "paper",
    }


def test_several_authors_make_the_people_the_home(tmp_path: Path) -> None:
    pages = kinds(tmp_path, ADA | GRACE | PAPER)
    assert (pages[""], pages["authors/"]) == ("people", "redirect")
    assert (pages["authors/ada/"], pages["authors/grace/"]) == ("author", "author")


@pytest.mark.parametrize(
    ("home", "kind", "redirected"),
    [
        ("profile grace", "author", "authors/grace/"),
        ("people", "people", "authors/"),
        ("papers", "papers", "papers/"),
        ("page teaching", "page", "teaching/"),
    ],
)
def test_the_home_is_as_set_and_its_own_address_leads_there(
    tmp_path: Path, home: str, kind: str, redirected: str
) -> None:
    own = {"content/pages/teaching.md": "---\ntitle: Teaching\n---\nCourses.\n"}
    files = ADA | GRACE | PAPER | own | {"profilegen.yaml": f"home: {home}\n"}
    pages = kinds(tmp_path, files)
    assert (pages[""], pages[redirected]) == (kind, "redirect")
    moved = view_of(tmp_path, files, redirected)
    assert isinstance(moved, RedirectView)
    assert moved.target == "../" * redirected.count("/")


def test_names_without_a_file_get_pages_when_asked_for(tmp_path: Path) -> None:
    pages = kinds(tmp_path, PAPER | {"profilegen.yaml": "author_pages: all\n"})
    assert pages["authors/ada-lovelace/"] == "author"


def test_old_addresses_lead_to_the_record(tmp_path: Path) -> None:
    moved = "title: Notes\nauthors: [Ada]\nold_urls: [/pub/Notes.html, 2019/notes/, x/index.html]\n"
    _, pages = site_of(tmp_path, {"content/papers/notes.yaml": moved})
    assert {at for at, page in pages.items() if page.kind == "redirect"} >= {"pub/Notes.html", "2019/notes/", "x/"}
    view = view_of(tmp_path, {}, "2019/notes/")
    assert isinstance(view, RedirectView)
    assert view.target == "../../papers/notes/"


def test_two_records_that_would_share_a_page_are_an_error_that_names_both(tmp_path: Path) -> None:
    """N2, also on a disk that takes `A` and `a` for one."""
    files = {
        "content/papers/one.yaml": "title: A\nauthors: [Ada]\nold_urls: [/Papers/TWO/]\n",
        "content/papers/two.yaml": "title: B\nauthors: [Ada]\n",
    }
    (found,) = [found for found in composed(tmp_path, files).problems if found.severity == "error"]
    assert found.code == "shared-page"
    assert {"content/papers/one.yaml", "content/papers/two.yaml"} == {found.place.path, *found.message.split()} & {
        "content/papers/one.yaml",
        "content/papers/two.yaml",
    }


@pytest.mark.parametrize("name", ["papers", "authors", "fields", "assets", "index", "404"])
def test_a_page_of_ones_own_cannot_take_the_place_of_the_sites(tmp_path: Path, name: str) -> None:
    made = composed(tmp_path, {f"content/pages/{name}.md": "---\ntitle: Mine\n---\n"})
    assert [found.code for found in made.problems if found.severity == "error"]


@pytest.mark.parametrize("name", ["con", "CON.x", "nul", "王小明", "a" * 200, "ÄÖ", "a b", "x%2e", "index"])
def test_any_file_name_makes_a_safe_address_or_an_error(tmp_path: Path, name: str) -> None:
    """N1: ASCII, lower case, 1-80 bytes, no device name, no dot name."""
    made = composed(tmp_path, {f"content/papers/{name}.yaml": "title: A\nauthors: [Ada]\n"})
    if made.site is None:
        assert made.problems
        return
    (page,) = [page for page in made.pages if page.kind == "paper"]
    segment = page.address.removeprefix("papers/").rstrip("/")
    assert segment.isascii()
    assert segment == segment.casefold()
    assert 1 <= len(segment) <= 80
    assert segment.split(".")[0] not in {"con", "nul", ""}


def test_files_beside_a_record_are_copied_to_its_page(tmp_path: Path) -> None:
    files = {
        "content/papers/deep/Talk 1/index.yaml": "title: T\nauthors: [Ada]\nlinks: {slides: slides.pdf}\n",
        "content/papers/deep/Talk 1/slides.pdf": "%PDF",
        "content/papers/deep/Talk 1/more/a.csv": "1",
    }
    made = composed(tmp_path, files)
    assert [(attached.source, attached.file) for attached in made.attachments] == [
        ("content/papers/deep/Talk 1/more/a.csv", "papers/talk-1/more/a.csv"),
        ("content/papers/deep/Talk 1/slides.pdf", "papers/talk-1/slides.pdf"),
    ]


def test_a_file_beside_a_record_cannot_overwrite_a_page(tmp_path: Path) -> None:
    files = {
        "content/papers/a/index.yaml": "title: T\nauthors: [Ada]\n",
        "content/papers/a/INDEX.html": "mine",
    }
    (found,) = [found for found in composed(tmp_path, files).problems if found.severity == "error"]
    assert str(found).startswith("content/papers/a/INDEX.html:1:1: error: it would be copied to where the page")
