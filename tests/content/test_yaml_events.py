"""YAML to a tree of text: what is typed is what is read, at its place; what is not used here is refused."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from profilegen.content.nodes import Mapping, Node, Plain, Scalar, Sequence, find, plain
from profilegen.content.yaml_events import parse_yaml
from profilegen.problems import Place, Problem, Severity

TYPEABLE = st.characters(
    exclude_categories=["Cs", "Cc"], include_characters="\t\x85\u2028", exclude_characters="\ufeff\ufffe\uffff"
)
LINE = st.text(TYPEABLE, min_size=1)
YAML_LIKE = st.text("ab:- []{},#&*!|>'\"%@`?~\n\n  \\n\t\x85\u2028\u0301", max_size=60)


def read(text: str, first_line: int = 1) -> Node:
    node, problems = parse_yaml(text, "a.yaml", first_line)
    assert not problems
    assert node is not None
    return node


def scalar(text: str, *path: str | int) -> Scalar:
    found = find(read(text), path)
    assert isinstance(found, Scalar)
    return found


def codes(text: str) -> list[str]:
    node, problems = parse_yaml(text, "a.yaml")
    assert problems
    assert node is None
    return [found.code for found in problems]


def character_at(text: str, place: Place) -> str:
    return text.split("\n")[place.line - 1][place.column - 1]


@pytest.mark.parametrize(
    "typed", ["NO", "0123", "12:30", "1.10", "2101.00010", "1e3", "true", "2026-05-28", "0x1F", "1_000"]
)
def test_e5_scalars_mean_what_was_typed(typed: str) -> None:
    assert plain(read(f"x: {typed}\n")) == {"x": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "  # a comment"])
def test_e5_empty_and_null_mean_absent(typed: str) -> None:
    assert plain(read(f"x: {typed}\ny: 1\n")) == {"x": None, "y": "1"}


@pytest.mark.parametrize("typed", ["''", '""', "'~'", '"null"', "nULL", "none", "|-\n  ~"])
def test_quoted_nulls_are_text(typed: str) -> None:
    assert not scalar(f"x: {typed}\n", "x").null


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n", "~\n", "---\n...\n"])
def test_an_empty_document_is_none(text: str) -> None:
    assert parse_yaml(text, "a.yaml") == (None, ())


def test_places_count_from_the_first_line() -> None:
    node = read("a: b\nc: [d]\n", 7)
    assert find(node, ("c", 0)).place == Place("a.yaml", 8, 5)


def test_e5_a_second_key_names_both_lines_and_the_first_value_stays() -> None:
    node, problems = parse_yaml("title: A\nx: {y: 1, y: 2}\n'title': B\ntitle: C\n", "a.yaml", 2)
    assert [str(found) for found in problems] == [
        "a.yaml:3:11: error: the key 'y' stands on line 3 and again on line 3 (keep one of them) [duplicate-key]",
        "a.yaml:4:1: error: the key 'title' stands on line 2 and again on line 4 (keep one of them) [duplicate-key]",
        "a.yaml:5:1: error: the key 'title' stands on line 2 and again on line 5 (keep one of them) [duplicate-key]",
    ]
    assert node is not None
    assert plain(node) == {"title": "A", "x": {"y": "1"}}


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("x: &a b\n", 4, "the anchor &a"),
        ("x: &a [b]\n", 4, "the anchor &a"),
        ("x: *a\n", 4, "the alias *a"),
        ("x: !t b\n", 4, "the tag '!t'"),
        ("x: ! b\n", 4, "the tag '!'"),
        ("x: !!str b\n", 4, "the tag 'tag:yaml.org,2002:str'"),
        ("x: !!map {a: b}\n", 4, "the tag 'tag:yaml.org,2002:map'"),
        ("&k x: b\n", 1, "the anchor &k"),
        ("%YAML 1.1\n---\nx: y\n", 1, "a directive (a line with `%`)"),
        ("%TAG ! tag:a,2000:\n---\nx: y\n", 1, "a directive (a line with `%`)"),
    ],
)
def test_e5_yaml_that_is_not_used_is_refused(text: str, column: int, what: str) -> None:
    node, (found,) = parse_yaml(text, "a.yaml")
    assert node is None
    assert (found.code, found.place.column) == ("yaml-feature", column)
    assert found.message == f"{what} is YAML that is not used here"


def test_all_such_places_are_named() -> None:
    assert codes("a: &x 1\nb: *x\nc: !t 2\n") == ["yaml-feature"] * 3


def test_a_second_document_is_refused_at_its_place() -> None:
    node, (found,) = parse_yaml("a: b\n---\nc: d\n", "a.yaml")
    assert node is None
    assert (found.code, found.place.line) == ("yaml-feature", 2)


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "{a: b}: c\n", "[a]: b\n", "? - a\n: b\n", "?\n: b\n", "~: b\n"])
def test_keys_are_text(text: str) -> None:
    assert codes(text) == ["wrong-kind"]


NESTED: list[Callable[[int], str]] = [
    lambda depth: "[" * depth + "]" * depth,
    lambda depth: "- " * depth + "a",
    lambda depth: "{a: " * depth + "b" + "}" * depth,
    lambda depth: "".join("  " * level + "a:\n" for level in range(depth)),
    lambda depth: "? " * depth + "a",
]


@pytest.mark.parametrize("nested", NESTED)
def test_e6_thirty_two_levels_are_read(nested: Callable[[int], str]) -> None:
    _, problems = parse_yaml(nested(32), "a.yaml")
    assert all(found.code == "wrong-kind" for found in problems)


@pytest.mark.parametrize("nested", NESTED)
@pytest.mark.parametrize("depth", [33, 30_000])
def test_e6_deeper_nesting_ends_the_reading(nested: Callable[[int], str], depth: int) -> None:
    text = nested(depth if nested is not NESTED[3] else min(depth, 1_000))
    assert codes(text)[-1] == "too-deep"


@pytest.mark.parametrize("opening", ["? [", "x: [", "[? ", "{? ", "x: {a: [", "{[", "? {"])
def test_e6_unclosed_nesting_ends_the_reading(opening: str) -> None:
    assert codes(opening * 2 + "[" * 100_000) == ["too-deep"]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("form", ["x: a{}b\ny: c\n", "x: 'a{}b'\ny: c\n", 'x: "a{}b"\ny: c\n', "x: |-\n  a{}b\ny: c\n"])
def test_e1_lines_end_at_line_feeds_only(separator: str, form: str) -> None:
    node = read(form.format(separator))
    assert plain(node) == {"x": f"a{separator}b", "y": "c"}
    assert find(node, ("y",)).place == Place("a.yaml", form.count("\n"), 4)


def test_separators_leave_characters_of_private_use_alone() -> None:
    assert plain(read("x: \ue000\u2028\ue001\ue002\n")) == {"x": "\ue000\u2028\ue001\ue002"}


@pytest.mark.parametrize(
    ("text", "span_start", "indent"),
    [
        ("x: abc\n", (1, 4), 0),
        ("x: 'abc'\n", (1, 5), 0),
        ('x: "abc"\n', (1, 5), 0),
        ("x: a\n  b\n", (1, 4), None),
        ('x: "a\nb"\n', (1, 4), None),
        ("x: 'it''s'\n", (1, 4), None),
        ('x: "a\\tb"\n', (1, 4), None),
        ('x: "a\n  b"\n', (1, 4), None),
        ("x: |\n  abc\n", (2, 3), 2),
        ("x: |+ # comment\n\n   \n    abc\n\n", (2, 5), 4),
        ("x: |2\n     abc\n", (2, 3), 2),
        ("- y\n- x: |1-\n    abc\n", (3, 4), 3),
        ("x: >\n  abc\n  def\n", (2, 3), None),
        ("x: |\n\n", (2, 1), 0),
        ("x: |", (2, 1), 0),
    ],
)
def test_spans_know_how_text_and_file_run(text: str, span_start: tuple[int, int], indent: int | None) -> None:
    node = read(text)
    found = find(find(node, (1,)), ("x",))
    assert isinstance(found, Scalar)
    assert (found.span.start.line, found.span.start.column) == span_start
    assert found.span.indent == indent


@given(LINE)
def test_a_single_quoted_line_is_read_back_with_the_place_of_each_character(line: str) -> None:
    text = "x: y\nkey: '" + line.replace("'", "''") + "'\n"
    found = scalar(text, "key")
    assert found.value == line
    if "'" not in line:
        assert all(character_at(text, found.span.place(line, at)) == line[at] for at in range(len(line)))


@given(st.lists(st.text(TYPEABLE), min_size=1), st.integers(1, 9), st.sampled_from(["", "title: A\n", "# x\n\n"]))
def test_a_block_is_read_back_with_the_place_of_each_character(lines: list[str], indent: int, before: str) -> None:
    text = f"{before}key: |{indent}+\n" + "".join(" " * indent + line + "\n" for line in lines)
    found = scalar(text, "key")
    assert found.value == "\n".join(lines) + "\n"
    assume(any(line.strip(" ") for line in lines))
    for at, character in enumerate(found.value):
        if character != "\n":
            assert character_at(text, found.span.place(found.value, at)) == character


WORDS = st.text("bc1 :-[]{},#&*!|>'\"%@`?~\\é\n", max_size=12)
TREES = st.recursive(WORDS, lambda below: st.lists(below, max_size=3) | st.dictionaries(WORDS, below, max_size=3))


@given(
    st.dictionaries(WORDS, TREES, min_size=1), st.sampled_from([True, False, None]), st.sampled_from([None, *"'\"|>"])
)
def test_what_is_written_as_yaml_is_read_back(tree: dict[str, Plain], flow: bool | None, style: str | None) -> None:  # noqa: FBT001 - PyYAML's own
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style=style)
    assert plain(read(text)) == tree


@given(YAML_LIKE | st.text())
def test_e1_any_text_is_read_or_has_a_problem_inside_it(text: str) -> None:
    text = text.replace("\r", "")
    node, problems = parse_yaml(text, "a.yaml")
    lines = text.split("\n")
    for found in problems:
        assert is_said_well(found)
        assert 1 <= found.place.column <= len(lines[found.place.line - 1]) + 1
    assert isinstance(node, Mapping | Sequence | Scalar | None)


def is_said_well(found: Problem) -> bool:
    return found.severity is Severity.ERROR and bool(found.message) and str(found).isprintable()


def test_a_file_full_of_mistakes_is_given_up() -> None:
    assert codes("a: b\n" * 1_000) == ["duplicate-key"] * 100


def test_many_keys_are_read_in_one_pass() -> None:
    text = "".join(f"k{number}: v\n" for number in range(50_000))
    node = read(text)
    assert isinstance(node, Mapping)
    assert len(node.entries) == 50_000
