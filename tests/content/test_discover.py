"""Which files are records, which stand beside one, and which are refused, lost or passed over."""

import os
import socket
from pathlib import Path

import pytest

from profilegen.content.discover import Discovered, Found, discover

PAPERS = "content/papers"


def site(root: Path, *names: str) -> Path:
    """A site with empty files of these names below its papers' folder."""
    for name in names:
        path = root / PAPERS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def said(discovered: Discovered) -> list[str]:
    return [str(found) for found in discovered.problems]


def ids(discovered: Discovered) -> list[str]:
    return [found.id for found in discovered.files]


def test_records_are_found_at_any_depth_sorted_by_path(tmp_path: Path) -> None:
    found = discover(site(tmp_path, "b.yaml", "2020/c.yml", "a.md", "2020/x/d.v2.md"), PAPERS)
    assert [(record.shown, record.id) for record in found.files] == [
        ("content/papers/2020/c.yml", "c"),
        ("content/papers/2020/x/d.v2.md", "d.v2"),
        ("content/papers/a.md", "a"),
        ("content/papers/b.yaml", "b"),
    ]
    assert found.files[2] == Found(str(tmp_path / PAPERS / "a.md"), "content/papers/a.md", "a")
    assert found.problems == ()


@pytest.mark.parametrize("index", ["index.md", "index.yaml", "index.yml"])
def test_a_folder_with_an_index_is_a_record_with_its_files_beside(tmp_path: Path, index: str) -> None:
    names = ["2020/deep/" + name for name in (index, "paper.pdf", "figures/b/1.png", "figures/a.md", "notes.md")]
    found = discover(site(tmp_path, *names), PAPERS)
    folder = tmp_path / PAPERS / "2020/deep"
    assert found.files == (
        Found(
            str(folder / index),
            f"content/papers/2020/deep/{index}",
            "deep",
            (folder / "figures/a.md", folder / "figures/b/1.png", folder / "notes.md", folder / "paper.pdf"),
        ),
    )
    assert found.problems == ()


def test_an_index_at_the_top_is_a_record_like_any_other(tmp_path: Path) -> None:
    assert ids(discover(site(tmp_path, "index.md", "a.md"), PAPERS)) == ["a", "index"]


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    assert discover(tmp_path, PAPERS) == Discovered()


def test_a_file_where_the_folder_belongs_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / PAPERS).touch()
    assert said(discover(tmp_path, PAPERS)) == [
        "content/papers:1:1: error: it cannot be read: Not a directory [unreadable-file]"
    ]


LEFTOVERS = """
    .a.md .git/a.md a.md~ a.md.swp .a.md.swo #a.md# .#a.md 4913 a.tmp a.bak a.md.orig Thumbs.db desktop.ini
    __pycache__/a.md old~/a.md
"""


@pytest.mark.parametrize("name", [*LEFTOVERS.split(), ".a\nb.md"])
def test_n3_hidden_files_and_leftovers_are_passed_over(tmp_path: Path, name: str) -> None:
    assert discover(site(tmp_path, name, "d/index.md", f"d/{name}"), PAPERS).problems == ()
    found = discover(tmp_path, PAPERS)
    assert [(record.id, record.beside) for record in found.files] == [("d", ())]


def test_a_file_of_no_record_is_a_warning(tmp_path: Path) -> None:
    assert said(discover(site(tmp_path, "2020/a.bib", "b.MD", "README"), PAPERS)) == [
        f"content/papers/{name}:1:1: warning: the file belongs to no record "
        "(a record is ID.md, ID.yaml or ID/index.md; its further files stand in its folder ID/) [lost-file]"
        for name in ("2020/a.bib", "README", "b.MD")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2020/a.md", "a.yaml"),
        ("A.md", "a/index.md"),
        ("a/index.md", "a/index.yaml"),
        ("caf\u00e9.md", "x/cafe\u0301.md"),
        ("STRASSE.md", "stra\u00dfe.md"),
    ],
)
def test_n2_an_id_of_two_files_names_both(tmp_path: Path, first: str, second: str) -> None:
    found = discover(site(tmp_path, first, second), PAPERS)
    assert len(found.files) == 2
    (problem,) = found.problems
    assert (problem.code, problem.place.path) == ("duplicate-id", f"{PAPERS}/{second}")
    assert f"{PAPERS}/{first}" in problem.message


def test_the_files_beside_a_record_have_no_ids(tmp_path: Path) -> None:
    assert discover(site(tmp_path, "a/index.md", "a/b.md", "b.md"), PAPERS).problems == ()


def link(path: Path, target: Path | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_links_inside_the_site_are_followed(tmp_path: Path) -> None:
    root = site(tmp_path / "site", "a/index.md")
    (root / "shared/deep").mkdir(parents=True)
    (root / "shared/deep/b.md").touch()
    link(root / PAPERS / "linked.md", "../../shared/deep/b.md")
    link(root / PAPERS / "folder", root / "shared")
    link(root / PAPERS / "a/figures", root / "shared")
    found = discover(root, PAPERS)
    assert found.problems == ()
    assert ids(found) == ["a", "b", "linked"]
    assert found.files[0].beside == (root / PAPERS / "a/figures/deep/b.md",)


@pytest.mark.parametrize("name", ["a.md", "a", "b/figures"])
@pytest.mark.parametrize("target", ["outside", "outside/x.md", "site-2"])
def test_n3_links_that_leave_the_site_are_refused(tmp_path: Path, name: str, target: str) -> None:
    for folder in ("outside", "site-2"):
        (tmp_path / folder).mkdir()
    (tmp_path / "outside/x.md").touch()
    root = site(tmp_path / "site", "b/index.md")
    link(root / PAPERS / name, tmp_path / target)
    found = discover(root, PAPERS)
    assert said(found) == [
        f"content/papers/{name}:1:1: error: the link leaves the site (put what it leads to in its place) [refused-file]"
    ]
    assert [(record.id, record.beside) for record in found.files] == [("b", ())]


@pytest.mark.parametrize("where", ["content", PAPERS])
def test_n3_a_content_folder_outside_the_site_is_refused(tmp_path: Path, where: str) -> None:
    site(tmp_path / "outside", "a.md")
    link(tmp_path / "site" / where, tmp_path / "outside" / where)
    found = discover(tmp_path / "site", PAPERS)
    assert found.files == ()
    assert [problem.code for problem in found.problems] == ["refused-file"]


def test_the_site_itself_may_be_reached_through_a_link(tmp_path: Path) -> None:
    site(tmp_path / "site", "a.md")
    (tmp_path / "here").symlink_to(tmp_path / "site")
    assert discover(tmp_path / "here", PAPERS).problems == ()


def test_a_link_to_something_hidden_is_refused(tmp_path: Path) -> None:
    root = site(tmp_path, "a/index.md")
    (root / ".git").mkdir()
    (root / ".git/config").touch()
    link(root / PAPERS / "a/config.txt", root / ".git/config")
    found = discover(root, PAPERS)
    assert [(problem.code, problem.message) for problem in found.problems] == [
        ("refused-file", "the link leads to something hidden")
    ]
    assert found.files[0].beside == ()


@pytest.mark.parametrize("target", [".", "..", "../..", "self"])
def test_n3_links_that_lead_in_a_circle_are_refused(tmp_path: Path, target: str) -> None:
    root = site(tmp_path, "x/a.md")
    link(root / PAPERS / "x/self", target)
    found = discover(root, PAPERS)
    assert ids(found) == ["a"]
    assert [(problem.code, problem.message) for problem in found.problems] == [
        ("refused-file", "the link leads in a circle")
    ]


def test_folders_that_link_to_each_other_end(tmp_path: Path) -> None:
    root = site(tmp_path, "x/a.md", "y/b.md")
    link(root / PAPERS / "x/y", root / PAPERS / "y")
    link(root / PAPERS / "y/x", root / PAPERS / "x")
    codes = {problem.code for problem in discover(root, PAPERS).problems}
    assert codes == {"refused-file", "duplicate-id"}


def test_a_link_that_leads_nowhere_is_unreadable(tmp_path: Path) -> None:
    root = site(tmp_path, "a.md")
    link(root / PAPERS / "b.md", "none.md")
    assert said(discover(root, PAPERS)) == [
        "content/papers/b.md:1:1: error: it cannot be read: No such file or directory [unreadable-file]"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFOs")
@pytest.mark.parametrize("name", ["b.md", "a/b.pdf"])
def test_n3_fifos_sockets_and_links_to_devices_are_refused(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path, "a/index.md")
    os.mkfifo(root / PAPERS / name)
    link(root / PAPERS / "null.md", "/dev/null")
    monkeypatch.chdir(root / PAPERS)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        found = discover(root, PAPERS)
    assert ids(found) == ["a"]
    assert [(problem.code, problem.place.path) for problem in found.problems] == [
        ("refused-file", f"{PAPERS}/{each}") for each in sorted([name, "null.md", "socket.md"])
    ]


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="the system's names are Unicode")
def test_a_name_that_is_not_utf8_is_refused_and_shown(tmp_path: Path) -> None:
    root = site(tmp_path, "a.md")
    Path(os.fsdecode(os.fsencode(root / PAPERS) + b"/caf\xe9.md")).touch()
    assert said(discover(root, PAPERS)) == [
        r"content/papers/caf\xe9.md:1:1: error: the name is not UTF-8 (rename it) [refused-file]"
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only a user without rights is refused")
def test_a_folder_without_permission_is_unreadable(tmp_path: Path) -> None:
    root = site(tmp_path, "x/a.md", "b.md")
    (root / PAPERS / "x").chmod(0)
    found = discover(root, PAPERS)
    (root / PAPERS / "x").chmod(0o700)
    assert ids(found) == ["b"]
    assert [problem.code for problem in found.problems] == ["unreadable-file"]
