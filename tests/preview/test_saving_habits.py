"""P3, P4: how editors save; every save is seen once, and what is half done is held back."""

import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from folders import write_files
from preview.habits import HABITS
from preview.serving import SITE, Preview, mark_of, previewed, until

ENGINE: Final = "content/papers/engine.md"
ADDRESS: Final = "/papers/engine/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("habits"), SITE)


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Preview]:
    with previewed(root) as running:
        yield running


@pytest.mark.parametrize("habit", HABITS)
def test_p3_ten_saves_are_seen_each_once_however_the_editor_saves(habit: str, root: Path, preview: Preview) -> None:
    before = len(preview.changes)
    for number in range(1, 11):
        part = f"Saved by {habit}, number {number}."
        HABITS[habit](root / ENGINE, f"{SITE[ENGINE]}{part}\n")
        until(partial(_shows, preview, part), part)
        until(partial(_told, preview, before + number), "the line of the change")
    time.sleep(0.4)
    assert len(preview.changes) == before + 10
    assert not any("error" in line for line in preview.lines)


def test_p3_a_folder_that_is_new_renamed_or_removed_is_seen(root: Path, preview: Preview) -> None:
    paper = "---\ntitle: In a Folder\nauthors: [Ada Lovelace]\n---\nText.\n"
    write_files(root, {"content/papers/deep/down/nested.md": paper})
    until(lambda: preview.ask("/papers/nested/").status == 200, "the new folder")
    (root / "content/papers/deep").rename(root / "content/papers/deeper")
    (root / "content/papers/deeper/down/nested.md").rename(root / "content/papers/deeper/down/moved.md")
    until(lambda: preview.ask("/papers/moved/").status == 200, "the renamed file")
    until(lambda: preview.ask("/papers/nested/").status == 404, "the old name")
    shutil.rmtree(root / "content/papers/deeper")
    until(lambda: preview.ask("/papers/moved/").status == 404, "the removed folder")


def test_p3_the_whole_content_can_be_swapped_and_is_still_watched(root: Path, preview: Preview) -> None:
    shutil.copytree(root / "content", root / "fresh")
    (root / "content").rename(root / "gone")
    (root / "fresh").rename(root / "content")
    shutil.rmtree(root / "gone")
    time.sleep(0.5)
    (root / ENGINE).write_text(f"{SITE[ENGINE]}After the swap.\n", encoding="utf-8")
    until(lambda: "After the swap." in preview.ask(ADDRESS).text, "the save after the swap", 1.5)


def test_p3_a_half_saved_file_is_held_back_and_a_broken_one_is_told(root: Path, preview: Preview) -> None:
    shown = preview.ask(ADDRESS).text
    with preview.events("papers/engine/", mark_of(shown)) as events:
        assert next(events)["errors"] == []
        (root / ENGINE).write_text("---\ntitle: On", encoding="utf-8")
        time.sleep(0.15)
        (root / ENGINE).write_text(f"{SITE[ENGINE]}Whole again.\n", encoding="utf-8")
        news = next(events)
        assert (news["errors"], news["changed"]) == ([], True)
        began = time.monotonic()
        (root / ENGINE).write_text("---\ntitle: On", encoding="utf-8")
        assert next(events)["errors"] != []
        assert 0.2 <= time.monotonic() - began < 5
    assert "Whole again." in preview.ask(ADDRESS).text
    (root / ENGINE).write_text(SITE[ENGINE], encoding="utf-8")
    until(lambda: "Whole again." not in preview.ask(ADDRESS).text, "the mended file")


def test_p3_what_the_system_did_not_tell_of_is_found_by_looking(root: Path, preview: Preview) -> None:
    """A linked folder is not watched: the regular look at all files finds the save in it."""
    write_files(root, {"shared/linked.md": "---\ntitle: Linked\nauthors: [Ada Lovelace]\n---\nOld.\n"})
    (root / "content/papers/shared").symlink_to(root / "shared", target_is_directory=True)
    until(lambda: "Old." in preview.ask("/papers/linked/").text, "the linked folder")
    write_files(root, {"shared/linked.md": "---\ntitle: Linked\nauthors: [Ada Lovelace]\n---\nNew.\n"})
    until(lambda: "New." in preview.ask("/papers/linked/").text, "the save behind the link")
    (root / "content/papers/shared").unlink()
    until(lambda: preview.ask("/papers/linked/").status == 404, "the link removed")


def test_p4_what_is_written_beside_the_content_is_no_change(root: Path, preview: Preview) -> None:
    before = len(preview.lines)
    write_files(
        root,
        {
            "output/index.html": "built",
            ".profilegen/cache": "kept",
            "content/papers/.engine.md.swp": "vim",
            "content/papers/engine.md~": "backup",
            "content/papers/#engine.md#": "emacs",
            "notes.txt": "none of ours",
        },
    )
    (root / ENGINE).touch()
    time.sleep(2.5)
    assert preview.lines[before:] == []


def test_a_burst_of_many_files_is_one_change(root: Path, preview: Preview) -> None:
    before = len(preview.changes)
    for number in range(200):
        text = f"---\ntitle: No. {number}\nauthors: [Ada Lovelace]\n---\n"
        write_files(root, {f"content/papers/many{number}.md": text})
    until(lambda: "No. 199" in preview.ask("/papers/many199/").text, "the last one")
    time.sleep(0.5)
    assert 1 <= len(preview.changes) - before <= 5


def _shows(preview: Preview, part: str) -> bool:
    return part in preview.ask(ADDRESS).text


def _told(preview: Preview, count: int) -> bool:
    return len(preview.changes) >= count
