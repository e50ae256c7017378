"""Front matter and body: where one ends and the other begins."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profilegen.content import front_matter
from profilegen.content.front_matter import FrontMatter, split
from profilegen.content.source import Source
from profilegen.problems import Place, Problem


def parts(text: str) -> FrontMatter | Problem:
    return split(Source("a.md", text))


def test_keys_and_body_know_their_first_lines() -> None:
    assert parts("---\ntitle: A\n---\n\n \t\nBody\n\n  more\n\n \n") == FrontMatter(
        "title: A\n", 2, "Body\n\n  more", 6
    )


def test_the_first_line_of_the_body_keeps_its_indent() -> None:
    assert parts("---\n---\n\n    code\n") == FrontMatter("", 2, "    code", 4)


@pytest.mark.parametrize(
    "text", ["---\na: b\n---", "---\na: b\n---\n", "--- \t\na: b\n---  \n\n\n", "---\na: b\n---\n  "]
)
def test_a_body_may_be_empty(text: str) -> None:
    found = parts(text)
    assert isinstance(found, FrontMatter)
    assert (found.yaml, found.body) == ("a: b\n", "")


@pytest.mark.parametrize("text", ["", "title: A\n", "\n---\na: b\n---\n", " ---\na: b\n---\n", "----\na: b\n----\n"])
def test_a_file_without_front_matter_is_an_error(text: str) -> None:
    found = parts(text)
    assert isinstance(found, Problem)
    assert (found.code, found.place) == ("front-matter", Place("a.md"))
    assert "begin the file with a line `---`" in found.hint


@pytest.mark.parametrize(
    "text", ["---", "---\na: b\n", "---\na: b\n...\nBody\n", "---\na: b\n --- \n", "---\na: b\n--- x\n"]
)
def test_front_matter_that_does_not_end_is_an_error(text: str) -> None:
    found = parts(text)
    assert isinstance(found, Problem)
    assert "does not end" in found.message


def test_a_rule_in_the_body_and_a_separator_of_another_kind_are_text() -> None:
    found = parts("---\na: x\u2028---\n---\nA\n\n---\n\nB\n")
    assert isinstance(found, FrontMatter)
    assert (found.yaml, found.body) == ("a: x\u2028---\n", "A\n\n---\n\nB")


@given(st.text("ab \n-\u2028", max_size=40), st.text("ab \n-#\t", max_size=40))
def test_what_is_split_stands_in_the_file_at_the_lines_it_names(keys: str, body: str) -> None:
    text = f"---\n{keys}\n---\n{body}"
    found = parts(text)
    assert isinstance(found, FrontMatter)
    lines = text.split("\n")
    for part, first in ((found.yaml, found.yaml_line), (found.body, found.body_line)):
        own = part.split("\n")
        for number, line in enumerate(own):
            there = lines[first - 1 + number] if first - 1 + number < len(lines) else ""
            assert line == there or (number == len(own) - 1 and there.startswith(line))


PIECES = st.sampled_from(["---\n", "---", "----\n", "--- \n", "a: b\n", "\n", " ", "\t", "Body", "\u00a0", "...\n"])


@given(st.lists(PIECES, max_size=8).map("".join))
@example("---\n---\nBody")
@example("---\na: b\n---\n\n\nBody\n")
@example("---\na: b\n----\n---\nBody\n")
def test_plain_fences_part_a_file_as_all_others_do(text: str) -> None:
    short = parts(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(front_matter, "_split_plain", lambda _: None)
        assert short == parts(text)
