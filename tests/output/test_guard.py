"""Which outputs are refused (D1)."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from profilegen.output import check_target, write_site
from profilegen.output.paths import STAGING
from profilegen.problems import Failure


@dataclass(frozen=True, slots=True)
class Place:
    """A site in a repository, and the folders it is made from."""

    root: Path
    protected: Sequence[Path]

    def refusal(self, output: Path) -> str:
        with pytest.raises(Failure) as failure:
            check_target(output, self.root, self.protected)
        assert failure.value.hint
        return failure.value.message

    def accept(self, output: Path) -> None:
        check_target(output, self.root, self.protected)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    root = tmp_path / "work" / "site"
    for folder in ("content/papers", "themes/mine", ".profilegen", "../.git/refs", "../.git/objects"):
        (root / folder).mkdir(parents=True)
    (root / "../.git/HEAD").touch()
    (tmp_path / "home/me").mkdir(parents=True)
    (tmp_path / "current").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home/me"))
    monkeypatch.chdir(tmp_path / "current")
    return Place(root, (root / "content", root / "themes", root / ".profilegen"))


@pytest.mark.parametrize("output", ["output", "public/site", "../elsewhere", "content-of-site", "../../home/me/site"])
def test_a_folder_of_its_own_is_taken(place: Place, output: str) -> None:
    place.accept(place.root / output)


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("/", "is the root of the disk"),
        ("../../home/me", "is the home folder"),
        ("../../home", "is the home folder, or above it"),
        ("../../current", "is the current folder"),
        (".", "is the site's own folder"),
        ("..", "is the site's own folder, or above it"),
        ("output/../content/..", "is the site's own folder"),
        ("content", "content, which the site is made from"),
        ("content/papers/site", "content, which the site is made from"),
        ("CONTENT/papers", "content, which the site is made from"),
        ("themes/mine", "themes, which the site is made from"),
        (".profilegen", ".profilegen, which the site is made from"),
        (".profilegen/site", ".profilegen, which the site is made from"),
        ("../.git", "lies in a git folder"),
        ("../.git/pages/site", "lies in a git folder"),
        ("../.GIT/x", "lies in a git folder"),
    ],
)
def test_a_dangerous_folder_is_refused(place: Place, output: str, reason: str) -> None:
    assert reason in place.refusal(place.root / output)


def test_a_folder_above_a_protected_one_outside_the_site_is_refused(place: Place, tmp_path: Path) -> None:
    (tmp_path / "shared/themes").mkdir(parents=True)
    elsewhere = Place(place.root, (*place.protected, tmp_path / "shared/themes"))
    assert "which the site is made from" in elsewhere.refusal(tmp_path / "shared")
    assert "which the site is made from" in elsewhere.refusal(tmp_path / "shared/themes/output")


@pytest.mark.parametrize("target", [".", "..", "content", "content/papers", "themes", ".profilegen", "../.git"])
def test_a_link_to_a_dangerous_folder_is_refused(place: Place, target: str) -> None:
    (place.root / "output").symlink_to(place.root / target)
    place.refusal(place.root / "output")


@pytest.mark.parametrize("target", ["content", "../.git"])
def test_a_folder_reached_through_a_link_is_refused(place: Place, target: str) -> None:
    (place.root / "way").symlink_to(place.root / target)
    place.refusal(place.root / "way/output")


def test_a_protected_folder_that_is_itself_a_link_is_protected_at_its_end(place: Place, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (place.root / "content/papers").rmdir()
    (place.root / "content").rmdir()
    (place.root / "content").symlink_to(tmp_path / "papers")
    assert "which the site is made from" in place.refusal(tmp_path / "papers/site")


def test_a_repository_under_another_name_is_a_git_folder(place: Place, tmp_path: Path) -> None:
    for part in ("HEAD", "objects", "refs"):
        (tmp_path / "bare" / part).mkdir(parents=True)
    (place.root / "output").symlink_to(tmp_path / "bare")
    assert "lies in a git folder" in place.refusal(place.root / "output")


def test_a_checked_out_repository_is_refused(place: Place, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/.git").write_text("gitdir: elsewhere")
    assert "is a git repository" in place.refusal(tmp_path / "pages")


def test_a_link_to_an_empty_folder_is_taken(place: Place, tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    (place.root / "output").symlink_to(tmp_path / "served")
    place.accept(place.root / "output")


def test_a_link_that_leads_nowhere_is_refused(place: Place) -> None:
    (place.root / "output").symlink_to("gone")
    assert "leads nowhere" in place.refusal(place.root / "output")
    (place.root / "loop").symlink_to("loop")
    assert "leads nowhere" in place.refusal(place.root / "loop")


def test_a_file_is_refused(place: Place) -> None:
    (place.root / "output").write_text("mine")
    assert "is not a folder" in place.refusal(place.root / "output")


def test_a_folder_with_files_is_taken_only_with_our_manifest(place: Place) -> None:
    output = place.root / "output"
    output.mkdir()
    place.accept(output)
    (output / "thesis.tex").write_text("mine")
    assert "is not empty (it holds thesis.tex) and has no manifest" in place.refusal(output)
    (output / "thesis.tex").unlink()
    write_site(output, [("index.html", b"ours")])
    (output / "CNAME").write_text("example.org")
    place.accept(output)


def test_what_a_killed_first_build_left_is_ours(place: Place) -> None:
    (place.root / "output" / STAGING).mkdir(parents=True)
    place.accept(place.root / "output")
    (place.root / "output/index.html").write_text("moved by the killed build")
    place.refusal(place.root / "output")
    (place.root / "output" / STAGING / "journal.json").write_text("{}")
    place.accept(place.root / "output")


def test_home_and_current_folder_may_be_missing(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    place.accept(place.root / "output")
    monkeypatch.chdir(os.sep)
