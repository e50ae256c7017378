"""Values written as YAML: they read back as the same text, here and by a reader of YAML 1.2."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from profilegen.content import nodes
from profilegen.content.load import PROSE
from profilegen.content.nodes import Plain
from profilegen.content.notation import entry, in_flow, record, scalar
from profilegen.content.read import parse_source
from profilegen.content.source import Source, readable

LETTERS = st.text(alphabet="ab 0:#-?[]{}\"'\\,&*!|>%@`~.\n\tß\x85\u2028é$", max_size=12)
TEXTS = st.one_of(LETTERS, st.text(max_size=20)).map(readable).filter(bool)
KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
VALUES: st.SearchStrategy[Plain] = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
    max_leaves=6,
)


def read_back(text: str) -> tuple[Plain, str]:
    read = parse_source(Source("a.md", text), PROSE)
    assert read.problems == ()
    assert read.node is not None
    return nodes.plain(read.node), read.body.source


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), TEXTS)
@example({"a": "---"}, "---")
@example({"a": "- a\n- b", "b": " a\nb", "c": "a\n\n b\n", "d": "\ta\nb"}, "a")
@example({"a": "null", "b": "~", "c": "NO", "d": "0123", "e": "1.10", "f": "12:30"}, "- a")
@example({"a": ['\n"a']}, "a")
@example({"a": ["...", "a: b", "a, b", "#"]}, "a\n---\nb")
def test_what_is_written_reads_back_as_the_same_text(fields: dict[str, Plain], body: str) -> None:
    found, text = read_back(record(fields, body))
    assert found == fields
    assert text == body.strip(" \t\n")


@given(TEXTS)
def test_on_one_line_too(text: str) -> None:
    assert read_back(f"---\na: {scalar(text)}\nb: {in_flow([text, {text: text}])}\n---\n")[0] == {
        "a": text,
        "b": [text, {text: text}],
    }


@given(st.text(alphabet="ab1.0e:-_ yesnotrue#'\"", min_size=1, max_size=8))
def test_text_is_text_or_a_whole_number_to_other_readers(text: str) -> None:
    found = YAML(typ="safe", pure=True).load(io.StringIO(f"a: {scalar(text)}\n"))["a"]
    assert str(found) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("On Things", "On Things"),
        ("Notes: A Sketch", '"Notes: A Sketch"'),
        ('The "A" in', 'The "A" in'),
        ('"A" in: it', "'\"A\" in: it'"),
        ("It's so", "It's so"),
        ("2026", "2026"),
        ("2026-05-28", "2026-05-28"),
        ("2101.00010", '"2101.00010"'),
        ("041008", '"041008"'),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (r"$\alpha$", r"'$\alpha$'"),
        ("C# and F#", "C# and F#"),
        ("C #", '"C #"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_a_record_looks_as_a_person_would_write_it() -> None:
    fields: dict[str, Plain] = {
        "title": "On Things",
        "authors": ["Ada Lovelace", "Byron, Ada", {"literal": "The Group"}],
        "tags": ["a", "b"],
        "links": {"pdf": "https://example.org/a.pdf"},
        "citations": {"count": "3", "by_year": {"2020": "3"}},
        "note": "one\n\ntwo",
    }
    assert record(fields, "An abstract.") == (
        "---\n"
        "title: On Things\n"
        "authors:\n"
        "  - Ada Lovelace\n"
        '  - "Byron, Ada"\n'
        "  - {literal: The Group}\n"
        "tags: [a, b]\n"
        "links:\n"
        "  pdf: https://example.org/a.pdf\n"
        "citations: {count: 3, by_year: {2020: 3}}\n"
        "note: |-\n"
        "  one\n"
        "\n"
        "  two\n"
        "---\n"
        "An abstract.\n"
    )


def test_a_long_list_has_a_line_for_each_item() -> None:
    assert entry("tags", ["word " * 10] * 3).count("\n") == 3
