"""A new site: it builds at once, says every setting, and never takes the place of a file."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folders import tree, write_files
from profilegen.content.load import load_settings
from profilegen.content.read import read_node
from profilegen.content.schema.commented import commented_settings, shown_value
from profilegen.content.schema.part import keys_of
from profilegen.content.schema.site import SiteFile
from profilegen.problems import Failure
from profilegen.starting.site import WORKFLOW, Wanted, add_workflow, begin_site
from profilegen.starting.texts import scalar
from sites import composed

ADA = Wanted("Ada Lovelace", "Engines: a site")


def test_a_new_site_has_a_profile_two_samples_and_no_mistake(tmp_path: Path) -> None:
    begun = begin_site(tmp_path, ADA)
    made = composed(tmp_path, {})
    assert begun.made == (
        "profilegen.yaml",
        "content/authors/ada-lovelace.md",
        "content/papers/sample-article.md",
        "content/papers/sample-preprint.md",
        ".gitignore",
    )
    assert [found.code for found in made.problems] == ["sample-paper", "sample-paper", "no-url"]
    assert made.site is not None
    assert made.site.settings.title == "Engines: a site"
    assert made.site.corpus.papers_of["ada-lovelace"] == ("sample-article", "sample-preprint")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    mine = {".gitignore": "mine", "content/papers/sample-article.md": "mine", WORKFLOW: "mine"}
    write_files(tmp_path, mine)
    begun = begin_site(tmp_path, Wanted("Ada", "Ada", github=True))
    assert begun.kept == ("content/papers/sample-article.md", ".gitignore", WORKFLOW)
    assert {name: held for name, held in tree(tmp_path).items() if name in mine} == dict.fromkeys(mine, b"mine")
    before = tree(tmp_path)
    begin_site(tmp_path, Wanted("Other", "Other"))
    add_workflow(tmp_path)
    assert {**tree(tmp_path), **before} == tree(tmp_path)


def test_a_file_where_a_folder_belongs_is_a_failure(tmp_path: Path) -> None:
    write_files(tmp_path, {"content": "a file"})
    with pytest.raises(Failure, match=r"content.authors.ada-lovelace\.md"):
        begin_site(tmp_path, ADA)


@pytest.mark.parametrize("field", list(keys_of(SiteFile)))
def test_every_setting_says_what_it_is_and_shows_a_value(field: str) -> None:
    setting = keys_of(SiteFile)[field]
    assert setting.description, f"{field} has no description"
    assert shown_value(setting), f"{field} needs an example: its default says nothing"
    assert re.search(rf"^(# )?{field}:", commented_settings({}), re.MULTILINE)


def test_what_is_commented_out_is_good_when_it_is_not(tmp_path: Path) -> None:
    (tmp_path / "profilegen.yaml").write_text(_uncommented(commented_settings({"title": "A"})), encoding="utf-8")
    read, problems = load_settings(tmp_path)
    assert problems == ()
    assert (read.title, read.language, read.groups) == ("A", "en", ("Faculty", "Students", "Alumni"))


def test_what_is_commented_out_and_has_a_default_is_the_default(tmp_path: Path) -> None:
    untouched, _ = load_settings(tmp_path)
    defaults = [key for key, field in keys_of(SiteFile).items() if field.get_default()]
    text = _uncommented(commented_settings({}))
    kept = "\n".join(line for line in text.splitlines() if line.partition(":")[0] in defaults)
    (tmp_path / "profilegen.yaml").write_text(kept, encoding="utf-8")
    assert load_settings(tmp_path) == (untouched, ())


def _uncommented(text: str) -> str:
    """Every setting in force; sentences stay comments."""
    return re.sub(r"^# (?=\w+:( |$)|  )", "", text.replace("# all:", "# all"), flags=re.MULTILINE)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).map(lambda text: f"{text} {text[:1]}"))
@settings(max_examples=200)
def test_words_are_read_back_as_they_were_typed(words: str) -> None:
    assert _read(f"title: {scalar(words)}\nauthors: [{scalar(words)}, B]\n") == {
        "title": words,
        "authors": [words, "B"],
    }


@pytest.mark.parametrize("words", ["null", "No", "3.14", "- a", "it's", 'say "hi"', r"\ell", "a: b", "a #b", "[a", "~"])
def test_words_that_mean_something_to_yaml_are_read_back(words: str) -> None:
    assert _read(f"title: {scalar(words)}\n") == {"title": words}


def _read(text: str) -> object:
    import tempfile

    from profilegen.content import nodes

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.yaml")
        path.write_text(text, encoding="utf-8")
        parsed = read_node(path, "a.yaml", frozenset({"title"}))
    assert parsed.problems == ()
    assert parsed.node is not None
    return nodes.plain(parsed.node)
