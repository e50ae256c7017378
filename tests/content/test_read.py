"""A content file read: keys, body, problems, for Markdown and YAML, good and bad."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilegen.content.nodes import plain
from profilegen.content.read import Parsed, read_node
from profilegen.model.text import Text
from profilegen.problems import Place, Span

PROSE = frozenset({"title"})


def read(tmp_path: Path, text: str | bytes, name: str = "a.md") -> Parsed:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_node(path, f"content/{name}", PROSE)


def said(parsed: Parsed) -> list[str]:
    return [str(found) for found in parsed.problems]


def test_a_markdown_file_is_keys_and_a_body_with_its_place(tmp_path: Path) -> None:
    parsed = read(tmp_path, "---\ntitle: A\n---\n\nOne $x$\n  two\n")
    assert parsed.problems == ()
    assert parsed.node is not None
    assert plain(parsed.node) == {"title": "A"}
    assert parsed.node.entries["title"].value.place == Place("content/a.md", 2, 8)
    assert parsed.body == Text("One $x$\n  two")
    assert parsed.body.span == Span(Place("content/a.md", 5, 1), indent=0)
    assert parsed.body.span.place(parsed.body.source, 10) == Place("content/a.md", 6, 3)


@pytest.mark.parametrize("name", ["a.yaml", "a.yml"])
def test_a_yaml_file_has_no_body(tmp_path: Path, name: str) -> None:
    parsed = read(tmp_path, "title: A\nabstract: |\n  B\n", name)
    assert parsed.node is not None
    assert plain(parsed.node) == {"title": "A", "abstract": "B\n"}
    assert (parsed.body, parsed.problems) == (Text(""), ())


@pytest.mark.parametrize(("text", "line"), [("---\n---\nBody", 2), ("---\n# nothing\n---\n", 2)])
def test_front_matter_without_keys_is_an_empty_map(tmp_path: Path, text: str, line: int) -> None:
    parsed = read(tmp_path, text)
    assert parsed.problems == ()
    assert parsed.node is not None
    assert parsed.node.entries == {}
    assert parsed.node.place == Place("content/a.md", line, 1)


def test_e5_line_ends_and_a_byte_order_mark_change_no_place(tmp_path: Path) -> None:
    text = "---\ntitle: A: B\n---\nBody\n"
    expected = ['content/a.md:2:9: error: a `: ` stands in an unquoted value (write title: "A: B") [lost-text]']
    for raw in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        assert said(read(tmp_path, raw)) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title:A\n", "1:1: error: text stands where the keys belong"),
        ("- a\n", "1:1: error: a list stands where the keys belong"),
    ],
)
def test_a_file_that_is_no_map_is_refused_at_its_value(tmp_path: Path, text: str, problem: str) -> None:
    parsed = read(tmp_path, text, "a.yaml")
    hint = "(write `key: value`, one on a line, with a blank after the colon) [wrong-kind]"
    assert said(parsed) == [f"content/a.yaml:{problem} {hint}"]
    assert parsed.node is None


def test_what_is_lost_is_said_and_the_rest_can_still_be_checked(tmp_path: Path) -> None:
    parsed = read(tmp_path, "---\ntitle: A # B\nauhtors: [C]\n---\n")
    assert [found.code for found in parsed.problems] == ["lost-text"]
    assert parsed.node is not None
    assert plain(parsed.node) == {"title": "A", "auhtors": ["C"]}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"---\ntitle: \xff\n---\n", "bad-encoding"),
        (b"---\ntitle: \x00\n---\n", "bad-character"),
        (b"title: A\n", "front-matter"),
        (b"---\ntitle: [\n---\n", "yaml-syntax"),
        (b"---\n" + b"[" * 40_000 + b"\n---\n", "too-deep"),
        (b"---\na: &x b\n---\n", "yaml-feature"),
        (b"---\n" + b"# \n" * 2_000_000 + b"---\n", "file-too-large"),
    ],
)
def test_a_file_that_cannot_be_read_is_no_tree(tmp_path: Path, raw: bytes, code: str) -> None:
    parsed = read(tmp_path, raw)
    assert parsed.node is None
    assert [found.code for found in parsed.problems] == [code]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    parsed = read_node(tmp_path / "none.md", "none.md")
    assert [found.code for found in parsed.problems] == ["unreadable-file"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.binary().map(lambda raw: b"---\n" + raw + b"\n---\n"), st.sampled_from(["a.md", "a.yaml"]))
def test_no_bytes_raise(tmp_path: Path, raw: bytes, name: str) -> None:
    parsed = read(tmp_path, raw, name)
    assert parsed.node is not None or parsed.problems
    assert all(str(found).isprintable() for found in parsed.problems)
