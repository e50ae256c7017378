"""E5: what YAML eats is said, with the way to write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.content.nodes import plain
from profilegen.content.yaml_events import parse_yaml
from profilegen.content.yaml_losses import in_quotes, quoting_hint
from profilegen.problems import Problem

PROSE = frozenset({"title", "tags"})


def losses(text: str) -> tuple[Problem, ...]:
    return parse_yaml(text, "a.md", 2, PROSE)[1]


def only(text: str) -> str:
    (found,) = losses(text)
    assert found.code == "lost-text"
    return str(found)


def test_e5_a_comment_cuts_a_title() -> None:
    assert only("x: y\ntitle: C # and F\n") == (
        "a.md:3:10: error: YAML reads '# and F' as a comment, not as a part of the value "
        '(write title: "C # and F", or put the comment on a line of its own) [lost-text]'
    )


def test_a_comment_cuts_the_last_line_of_a_title_and_an_item() -> None:
    assert only("title: A long\n  title \t# cut").startswith("a.md:3:10:")
    assert 'write - "C # F"' in only("tags:\n  - A\n  - C # F\n")
    assert "put the whole value in quotes" in only("tags: [A, B # C\n  ]\n")


def test_a_title_that_is_a_comment_throughout_is_lost() -> None:
    assert "'#1 in the world'" in only("title: #1 in the world\n")


@pytest.mark.parametrize(
    "text",
    [
        "title: C# and F\n",
        "title: 'C # and F' # a comment\n",
        "title: # to be filled in\n",
        "title: ~ # none\ndoi: 10.1/x # checked\n",
        "x: {title: A} # nested keys are no prose\n",
        "tags: [A, B] # a comment\n",
        "title: A\n# a comment\n",
        "title: | # a comment\n  A # B\n",
        "authors:\n  - A # first\ntitle: B\n",
    ],
)
def test_comments_that_cut_nothing_are_left_alone(text: str) -> None:
    assert losses(text) == ()


@pytest.mark.parametrize(
    "typed",
    r"\ell \beta \nu \theta \rho \alpha \vec{x} \frac{1} \textbf{a} \Lambda \Phi a\_b \b{o} \0 \times G\"odel".split(),
)
def test_e5_an_escape_that_is_latex_is_lost(typed: str) -> None:
    found = only(f'x: "the {typed} of"\n')
    assert "use single quotes, or double the backslash" in found
    assert f":2:{9 + typed.index(chr(92))}:" in found


def test_the_place_of_an_escape_on_a_later_line() -> None:
    assert only('x: "one\n  two $\\ell$"\n').startswith("a.md:3:8: ")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"line\nnext", "line\nnext"),
        (r"a\tb", "a\tb"),
        (r"a\n", "a\n"),
        (r"\u00e9t\xe9", "été"),
        (r"\\ell", r"\ell"),
        (r"say \"yes\" now", 'say "yes" now'),
        (r"a\/b\ c", "a/b c"),
        (r"\\\\nu", r"\\nu"),
    ],
)
def test_escapes_that_are_meant_are_read(typed: str, read: str) -> None:
    node, problems = parse_yaml(f'x: "{typed}"\n', "a.md")
    assert not problems
    assert node is not None
    assert plain(node) == {"x": read}


@pytest.mark.parametrize("typed", [r"\x1b[31m", r"a\rb", r"\u0007", r"\ufeff"])
def test_an_escape_cannot_bring_in_what_may_not_stand_in_a_file(typed: str) -> None:
    (found,) = losses(f'x: "{typed}"\n')
    assert (found.code, found.place.line, found.place.column) == ("bad-character", 2, 4)


@pytest.mark.parametrize("typed", [r"\p", r"\sigma", r"\xi", r"\underline{x}", r"Erd\'os", r"\uD83D\uDE00"])
def test_e5_an_escape_that_yaml_does_not_know_has_the_same_hint(typed: str) -> None:
    found = only(f'x: "{typed}"\n')
    assert "(use single quotes, or double the backslash) [lost-text]" in found
    assert f":2:{5 + typed.index(chr(92))}:" in found


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("A: B", '"A: B"'),
        (r"A: \ell", r"'A: \ell'"),
        ('"Why" not', "'\"Why\" not'"),
        ("'it's'", '"it\'s"'),
        ('"The "best" one"', "'The \"best\" one'"),
        ('"A" and "B"', '\'"A" and "B"\''),
        (r"it's \ell", r"'it''s \ell'"),
    ],
)
def test_a_value_is_quoted_so_that_it_is_kept(value: str, written: str) -> None:
    assert in_quotes(value) == written


def test_a_hint_keeps_what_stands_before_the_value_and_stays_short() -> None:
    assert quoting_hint("  - title:  A: B  ") == 'write - title:  "A: B"'
    assert quoting_hint("title: " + "x" * 200) == "put the whole value in quotes"
    assert quoting_hint("title: a\u202eb") == r'write title: "a\u202eb"'


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1).map(str.strip).filter(bool))
def test_a_quoted_value_is_read_as_it_was_typed(value: str) -> None:
    node, problems = parse_yaml(f"x: {in_quotes(value)}\n", "a.md")
    assert not problems
    assert node is not None
    assert plain(node) in ({"x": value}, {"x": value[1:-1]})
