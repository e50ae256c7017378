"""New papers and authors: right keys, a free id, the line where the text goes."""

from pathlib import Path

import pytest

from folders import write_files
from profilegen.starting.ids import free_id, id_of_name, id_of_title
from profilegen.starting.records import new_author, new_paper
from profilegen.starting.site import Wanted, begin_site
from sites import composed


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("GDSD: Reinforcement Learning as Denoising", "gdsd"),
        ("Notes on the Analytical Engine of Mr Babbage", "notes-on-the-analytical-engine-of"),
        ("Über $x^2$ und Ähnliches", "uber-und-ahnliches"),
        ("深度学习", "深度学习"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_the_id_of_a_title_is_its_first_words(title: str, wanted: str) -> None:
    assert id_of_title(title) == wanted


def test_an_id_is_no_name_of_a_device() -> None:
    assert id_of_name("Con").startswith("con-")


def test_an_id_fits_any_disk() -> None:
    assert len(id_of_name("学" * 200).encode()) <= 80
    assert len(id_of_name("a" * 200)) <= 80


def test_a_taken_id_gets_a_number() -> None:
    assert free_id("a", {"a", "a-2"}) == "a-3"


def test_a_new_paper_is_by_the_one_author_and_turns_the_samples_into_drafts(tmp_path: Path) -> None:
    begin_site(tmp_path, Wanted("Ada Lovelace", "Ada"))
    record = new_paper(tmp_path, "Notes: on engines", 2026)
    lines = (tmp_path / record.path).read_text(encoding="utf-8").splitlines()
    assert (record.path, lines[record.line - 2 :]) == ("content/papers/notes.md", ["---", ""])
    made = composed(tmp_path, {})
    assert [found.code for found in made.problems] == ["no-url"]
    assert made.site is not None
    assert list(made.site.corpus.papers) == ["notes"]
    assert made.site.corpus.papers_of["ada-lovelace"] == ("notes",)


def test_two_papers_of_one_title_have_two_files(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/papers/2024/notes.yaml": "title: A\nauthors: [A]\n"})
    paths = [new_paper(tmp_path, "Notes", 2026).path for _ in range(2)]
    assert paths == ["content/papers/notes-2.md", "content/papers/notes-3.md"]


def test_a_paper_without_title_or_known_author_is_a_draft(tmp_path: Path) -> None:
    names = {f"content/authors/{name}.yaml": f"name: {name}\n" for name in ("Ada", "Bob")}
    write_files(tmp_path, names)
    for title in ("", "Notes"):
        text = (tmp_path / new_paper(tmp_path, title, 2026).path).read_text(encoding="utf-8")
        assert "authors: [Given Family]" in text
        assert "draft: true" in text
    assert [found.code for found in composed(tmp_path, {}).problems] == ["no-url"]


def test_a_new_author_is_read_without_a_problem(tmp_path: Path) -> None:
    for name in ("Ada Lovelace", "Ada Lovelace", "王伟", 'Conan "the" O\'Brien, Jr.'):
        new_author(tmp_path, name)
    made = composed(tmp_path, {})
    assert [found.code for found in made.problems] == ["no-url"]
    assert sorted(author.id for author in made.records.authors) == [
        "ada-lovelace",
        "ada-lovelace-2",
        "conan-the-o-brien-jr",
        "王伟",
    ]
