"""One value of a content file changed: every other byte stays."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.content import nodes
from profilegen.content.edit import Document
from profilegen.content.nodes import Plain
from profilegen.problems import Failure

ORDER = ("title", "authors", "date", "type", "venue", "doi", "links", "citations", "extra")

FILE = """\
---
# A comment at the top
title:   "A: b"   # mine
authors:
  - A B
  - C D   # the second

# before the date
date: 2020
citations: 12   # from elsewhere
links: # of mine
    pdf: http://example.org/c
extra: {a: b,
   c: d}
note: |
   hi
     ho

# the end
---

Body  here.
"""


def edited(text: str, path: Sequence[str], value: Plain) -> list[tuple[str, str]]:
    """The lines that an edit takes away and puts in."""
    before = text.splitlines()
    after = Document("a.md", text.encode()).with_value(path, value, ORDER).raw.decode().splitlines()
    start = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before))
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return [("\n".join(before[start : len(before) - end]), "\n".join(after[start : len(after) - end]))]


@pytest.mark.parametrize(
    ("path", "value", "was", "is_now"),
    [
        (["title"], "New", 'title:   "A: b"   # mine', "title:   New   # mine"),
        (["doi"], "10.1/x", "", "doi: 10.1/x"),
        (["citations"], {"count": "14", "by_year": {"2020": "14"}}, "citations: 12   # from elsewhere",
         "citations: {count: 14, by_year: {2020: 14}}   # from elsewhere"),
        (["links", "pdf"], "http://example.org/d", "    pdf: http://example.org/c", "    pdf: http://example.org/d"),
        (["links", "code"], "http://example.org/e", "", "    code: http://example.org/e"),
        (["extra", "c"], "e", "   c: d}", "   c: e}"),
        (["extra", "f"], "g", "   c: d}", "   c: d, f: g}"),
        (["authors"], ["A B", "E, F"], "  - C D   # the second", '  - "E, F"   # the second'),
        (["venue"], "A Journal", "", "venue: A Journal"),
        (["note"], "short", "note: |\n   hi\n     ho", "note: short"),
        (["tags"], ["a", "b"], "", "tags: [a, b]"),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_key_change(path: list[str], value: Plain, was: str, is_now: str) -> None:
    assert edited(FILE, path, value) == [(was, is_now)]


def test_a_new_key_stands_where_the_order_has_it() -> None:
    lines = Document("a.md", FILE.encode()).with_value(["venue"], "J", ORDER).raw.decode().splitlines()
    assert lines[lines.index("venue: J") - 1] == "date: 2020"
    lines = Document("a.yaml", b"date: 2020\n").with_value(["title"], "T", ORDER).raw.decode().splitlines()
    assert lines == ["title: T", "date: 2020"]


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    raw = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    changed = Document("a.md", raw).with_value(["doi"], "10.1/x", ORDER).with_value(["note"], "a\nb").raw
    assert changed.startswith(b"\xef\xbb\xbf---\r\n")
    assert changed.count(b"\n") == changed.count(b"\r\n")
    mixed = b"title: a\r\nauthors: [A B]\ndate: 2020\n"
    assert Document("a.yaml", mixed).with_value(["date"], "2021").raw == b"title: a\r\nauthors: [A B]\ndate: 2021\n"


def test_a_file_without_a_last_line_end() -> None:
    assert Document("a.yaml", b"title: a").with_value(["date"], "2020").raw == b"title: a\ndate: 2020\n"


def test_a_map_on_one_line_throughout() -> None:
    changed = Document("a.yaml", b"{title: a, authors: [A B]}\n").with_value(["date"], "2020", ORDER)
    assert changed.raw == b"{title: a, authors: [A B], date: 2020}\n"


def test_an_empty_value_is_filled_on_its_line() -> None:
    assert Document("a.yaml", b"title: a\nvenue:   # none yet\n").with_value(["venue"], "J").raw == (
        b"title: a\nvenue: J   # none yet\n"
    )


def test_the_body_is_added_and_replaced() -> None:
    document = Document("a.md", b"---\ntitle: a\n---\n")
    assert document.with_body("An abstract.\n").raw == b"---\ntitle: a\n---\nAn abstract.\n"
    assert Document("a.md", FILE.encode()).with_body("Other").raw.decode() == FILE.replace("Body  here.", "Other")
    assert Document("a.md", b"---\ntitle: a\n---").with_body("b").raw == b"---\ntitle: a\n---\nb\n"


def test_a_body_that_repeats_the_front_matter_is_told_apart() -> None:
    raw = b"---\ntitle: same\n---\ntitle: same\n"
    assert Document("a.md", raw).with_body("other").raw == b"---\ntitle: same\n---\nother\n"
    assert Document("a.md", raw).with_value(["title"], "other").raw == b"---\ntitle: other\n---\ntitle: same\n"


@pytest.mark.parametrize("raw", [b"\xff", b"---\ntitle: a\n", b"no front matter"])
def test_what_cannot_be_read_is_not_changed(raw: bytes) -> None:
    with pytest.raises(Failure, match="cannot be changed safely"):
        Document("a.md", raw).with_value(["title"], "b")


WORDS = st.text(alphabet="ab :#-'\"\\[]{},é\u2028", min_size=1, max_size=10)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A YAML map in many ways of writing, with comments and blank lines."""
    keys = draw(st.lists(st.sampled_from(["title", "date", "venue", "links", "tags", "note"]), min_size=1, unique=True))
    shapes = {
        "plain": "{k}: some words",
        "quoted": "{k}:  'it''s'   # said",
        "double": '{k}: "a: b"',
        "flow": "{k}: [a, 'b, c',\n  d]",
        "list": "{k}:\n- a\n\n- b # two",
        "map": "{k}:  # below\n   a: b\n   c: [d]",
        "block": "{k}: |\n  a\n\n   b\n",
        "folded": "{k}: >-\n  a\n  b",
        "empty": "{k}:",
        "several": "{k}: words\n  that go on",
    }
    lines = [draw(st.sampled_from(sorted(shapes.values()))).replace("{k}", key) for key in keys]
    gaps = draw(st.lists(st.sampled_from(["\n", "\n\n", "\n# a comment\n", "\n\n  # set in\n"]), min_size=len(lines)))
    return "".join(line + gap for line, gap in zip(lines, gaps, strict=False))


@given(files(), st.sampled_from(["title", "links", "doi", "tags"]), st.one_of(WORDS, st.lists(WORDS, max_size=3)))
def test_any_edit_keeps_all_other_values_and_all_comments(text: str, key: str, value: Plain) -> None:
    document = Document("a.yaml", text.encode())
    before = document.read().node
    assert before is not None
    after = document.with_value([key], value, ORDER)
    read = after.read()
    assert read.problems == ()
    assert read.node is not None
    held = nodes.plain(before)
    assert isinstance(held, dict)
    assert nodes.plain(read.node) == {**held, key: value}
    for line in text.splitlines():
        if line.startswith("#"):
            assert line in after.raw.decode()
    again = after.with_value([key], value, ORDER)
    assert nodes.plain(again.read().node or read.node) == {**held, key: value}
