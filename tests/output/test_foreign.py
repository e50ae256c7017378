"""What somebody else put into the output stays as it is (D2, N1)."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from profilegen.output import complete, write_site
from profilegen.output.paths import MANIFEST, STAGING
from profilegen.problems import Failure

Look = Callable[[Path], dict[str, bytes | str]]
OLD = [("index.html", b"home"), ("papers/a/index.html", b"a"), ("papers/b/index.html", b"b")]
NEW = [("index.html", b"new"), ("papers/a/index.html", b"a")]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    write_site(tmp_path / "output", OLD)
    return tmp_path / "output"


def refusal(output: Path, pages: list[tuple[str, bytes]], tree: Look) -> str:
    before = tree(output.parent)
    with pytest.raises(Failure) as failure:
        write_site(output, pages)
    assert tree(output.parent) == before
    assert failure.value.hint
    return failure.value.message


def test_foreign_files_are_kept_and_keep_their_folders(output: Path, tree: Look) -> None:
    foreign = {"CNAME": b"example.org", ".well-known/x/y": b"1", "papers/b/own.txt": b"2", ".nojekyll": b""}
    for path, content in foreign.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(content)
    write_site(output, NEW)
    assert tree(output) == {**dict(NEW), **foreign, MANIFEST: (output / MANIFEST).read_bytes()}


def test_a_page_never_replaces_a_foreign_file_even_of_the_same_bytes(output: Path, tree: Look) -> None:
    (output / "CNAME").write_bytes(b"example.org")
    message = refusal(output, [*NEW, ("CNAME", b"example.org")], tree)
    assert message == f"cannot write {output}/CNAME: something else is there"


def test_a_page_is_not_written_below_a_foreign_file(output: Path, tree: Look) -> None:
    (output / "talks").write_bytes(b"mine")
    assert "output/talks: something else" in refusal(output, [*NEW, ("talks/a/index.html", b"x")], tree)


@pytest.mark.parametrize("path", ["papers/own.txt", "papers/deep/own.txt"])
def test_a_page_does_not_replace_a_folder_that_holds_a_foreign_file(output: Path, tree: Look, path: str) -> None:
    (output / path).parent.mkdir(exist_ok=True)
    (output / path).write_bytes(b"mine")
    assert f"output/{path}: something else" in refusal(output, [("papers", b"x")], tree)


def test_a_page_does_not_replace_an_empty_folder_of_somebody_else(output: Path, tree: Look) -> None:
    (output / "talks").mkdir()
    assert "output/talks: something else" in refusal(output, [*NEW, ("talks", b"x")], tree)


def test_nothing_is_written_through_a_linked_folder(output: Path, tree: Look, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (output / "talks").symlink_to(tmp_path / "outside")
    assert "output/talks: something else" in refusal(output, [*NEW, ("talks/a/index.html", b"x")], tree)


@pytest.mark.parametrize("pages", [NEW, [*OLD[:-1], ("papers/b/index.html", b"x")]])
def test_nothing_is_removed_or_replaced_through_a_linked_folder(
    output: Path, tree: Look, tmp_path: Path, pages: list[tuple[str, bytes]]
) -> None:
    (output / "papers/b").rename(tmp_path / "outside")
    (output / "papers/b").symlink_to(tmp_path / "outside")
    before = tree(tmp_path / "outside")
    if pages == NEW:
        write_site(output, pages)
        assert (output / "papers/b").is_symlink()
    else:
        assert "output/papers/b: something else" in refusal(output, pages, tree)
    assert tree(tmp_path / "outside") == before == {"index.html": b"b"}


def test_a_folder_put_in_place_of_a_page_of_ours_is_kept(output: Path, tree: Look) -> None:
    (output / "papers/b/index.html").unlink()
    (output / "papers/b/index.html").mkdir()
    (output / "papers/b/index.html/own.txt").write_bytes(b"mine")
    assert "own.txt: something else" in refusal(output, OLD, tree)
    write_site(output, NEW)
    assert (output / "papers/b/index.html/own.txt").read_bytes() == b"mine"


def test_a_manifest_that_names_files_outside_removes_nothing(output: Path, tree: Look, tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"precious")
    entry = {"size": 8, "hash": "0" * 32}
    (output / MANIFEST).write_text(json.dumps({"format": 1, "files": {"../victim": entry}}))
    assert "names '../victim'" in refusal(output, NEW, tree)


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[]",
        '{"format": 2}',
        '{"format": 1, "stage": "00000000", "moves": []}',
        '{"format": 2, "moves": [[0, "add", "a"]]}',
        '{"format": 2, "stage": "../../up", "moves": [[0, "add", "a"]]}',
        '{"format": 2, "stage": "00000000", "moves": [[0, "remove", "../victim"]]}',
        '{"format": 2, "stage": "00000000", "moves": [[0, "remove", "/victim"]]}',
        '{"format": 2, "stage": "00000000", "moves": [["../../victim", "add", "index.html"]]}',
        '{"format": 2, "stage": "00000000", "moves": [[-1, "add", "a"]]}',
        '{"format": 2, "stage": "00000000", "moves": [[0, "add", "a"], [0, "add", "b"]]}',
        '{"format": 2, "stage": "00000000", "moves": [[0, "burn", "a"]]}',
        '{"format": 2, "stage": "00000000", "moves": [[0, "add"]]}',
        '{"format": 2, "stage": "00000000", "moves": [0]}',
    ],
)
def test_a_journal_that_cannot_be_trusted_moves_nothing(output: Path, tree: Look, tmp_path: Path, journal: str) -> None:
    (tmp_path / "victim").write_bytes(b"precious")
    (output / STAGING).mkdir()
    (output / STAGING / "journal.json").write_text(journal)
    assert "of an unfinished build is damaged" in refusal(output, NEW, tree)
    with pytest.raises(Failure, match="is damaged"):
        complete(output)


def test_a_staging_folder_that_is_a_link_is_refused(output: Path, tree: Look, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (output / STAGING).symlink_to(tmp_path / "outside")
    assert "is not a folder" in refusal(output, NEW, tree)


def test_a_foreign_file_that_appears_after_the_commit_is_kept_and_the_old_site_stays(output: Path, tree: Look) -> None:
    before = tree(output)
    (output / STAGING / "00000000").mkdir(parents=True)
    (output / STAGING / "00000000" / "CNAME").write_bytes(b"ours")
    moves = '[[1, "remove", "index.html"], [0, "add", "CNAME"]]'
    (output / STAGING / "journal.json").write_text(f'{{"format": 2, "stage": "00000000", "moves": {moves}}}')
    (output / "CNAME").write_bytes(b"mine")
    with pytest.raises(Failure, match="CNAME: File exists"):
        complete(output)
    assert tree(output) == {**before, "CNAME": b"mine"}


def test_nothing_to_complete_changes_nothing(output: Path, tmp_path: Path) -> None:
    assert not complete(output)
    assert not complete(tmp_path / "missing")
    (output / STAGING).mkdir()
    assert complete(output)
    assert not os.path.lexists(output / STAGING)
