"""The words of pages: the theme's, and a site's own texts for the same keys."""

from pathlib import Path

import pytest

from folders import CHECKOUT
from profilegen.model.words import UnknownWordError, Words, pair, placeholders
from sites import site_of
from theme.themed import MINE, PAPER, problems, rendered


def words(root: Path, files: dict[str, str]) -> Words:
    return site_of(root, PAPER | files)[0].words


def test_a_site_has_its_own_texts_over_the_themes(tmp_path: Path) -> None:
    theme = MINE | {"themes/mine/words.yaml": "nav.people: Crew\nnav.papers: Works\nmine.new: New {x}\n"}
    found = words(tmp_path, theme | {"words.yaml": "nav.people: Members\nx-note: mine\nmine.new: Fresh {x}\n"})
    assert (found["nav.people"], found["nav.papers"], found["footer.as_of"]) == ("Members", "Works", "As of")
    assert found.say("mine.new", x="1") == "Fresh 1"


def test_numbers_choose_between_one_and_other() -> None:
    found = Words({"papers.one": "{n} paper", "papers.other": "{n} papers in {place}"})
    assert found.count("papers", 1) == "1 paper"
    assert found.count("papers", 1234, place="print") == "1,234 papers in print"


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("nav.poeple: x", "1:1: error: unknown key 'nav.poeple' (did you mean 'nav.people'?) [unknown-key]"),
        (
            'papers.one: "{m} Paper"',
            "1:13: error: 'papers.one' cannot be '{m} Paper': nothing stands for {m} (it is given {n}) [bad-value]",
        ),
        (
            'nav.people: "{n}"',
            "1:13: error: 'nav.people' cannot be '{n}': nothing stands for {n} (it is given no names) [bad-value]",
        ),
        ("papers.one: {n}", "1:13: error: 'papers.one' takes a text (put the text in quotes) [wrong-kind]"),
        ("papers.one: [n]", "1:13: error: 'papers.one' takes a text (write it as one text) [wrong-kind]"),
    ],
)
def test_a_wrong_word_is_an_error_at_its_place(tmp_path: Path, own: str, said: str) -> None:
    assert problems(tmp_path, {"words.yaml": f"{own}\n"}) == [f"words.yaml:{said}"]


@pytest.mark.parametrize("text", ["{n", "n}", "{}", "{{n}}", "{n.x}", "{n!r}", "{n:>9}", "{0}", "{N}"])
def test_braces_hold_plain_names_only(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="a brace stands alone"):
        placeholders(text)
    (found,) = problems(tmp_path, {"words.yaml": f'papers.other: "{text}"\n'})
    assert found.startswith("words.yaml:1:15: error: 'papers.other' cannot be ")


def test_words_are_escaped_and_a_missing_one_is_an_error(tmp_path: Path) -> None:
    """X1."""
    files = {"words.yaml": 'nav.people: "<b>{{7*7}}</b>"\n'}
    assert problems(tmp_path, files)
    files = {"words.yaml": "nav.people: <b>\n", "templates/paper.html": "{{ words['nav.people'] }}"}
    assert rendered(tmp_path, files) == "&lt;b&gt;"
    with pytest.raises(UnknownWordError, match=r"there is no word 'nav\.nothing'"):
        words(tmp_path, {})["nav.nothing"]


def test_the_default_themes_words_that_count_come_in_pairs() -> None:
    text = (CHECKOUT / "themes/default/words.yaml").read_text(encoding="utf-8")
    keys = {line.partition(":")[0] for line in text.splitlines() if line and not line.startswith("#")}
    alone = {key for key in keys if not set(pair(key)) <= keys}
    assert alone == {"types.other", "type_headings.other"}
