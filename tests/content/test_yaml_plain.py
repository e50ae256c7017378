"""The short way through plain YAML gives the very tree that libyaml's events make, or leaves the text to them."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profilegen.content.nodes import find, plain
from profilegen.content.yaml_events import parse_yaml
from profilegen.content.yaml_plain import plain_tree
from profilegen.problems import Place

PROSE = frozenset({"title", "venue"})
CHECKOUT = Path(__file__).resolve().parents[2]

KEYS = st.sampled_from(["title", "authors", "x-a", "date_2", "null", "No", "a", "A1", "a.b", "a..."])
GAPS = st.sampled_from([" ", "  ", "", "\t"])
SCALARS = st.sampled_from(
    r"""
A title¦A: b¦A:b¦a # b¦a#b¦#b¦"Q"¦"Q, [r]: s # t"¦"a\n"¦"a" b¦"a¦'s'¦'it''s'¦'a\b'¦2026¦-1¦-a¦- a¦null¦~¦NULL
é¦中文 x¦...¦…¦a, b¦(a)¦.5¦+1¦$x$ is¦$a: b¦=¦?a¦? a¦*a¦&a¦!a¦%a¦@a¦`a`¦https://a.b/c?d=e#f¦a:¦\x¦\"¦
{}¦[]¦[ ]¦[a]¦[a, "b: c", 'd' ]¦[a,b]¦[a, ]¦[a¦a]¦[[a]]¦[a: b]¦[a b, c.d, -e, 'x'y]¦["a":b]¦[null, ~]
[a #b]¦[a, (b), $c]¦{a: b}¦{ a: b }¦{a: b, c: [d, e f], g: "h"}¦{a:}¦{a}¦{a: b, a: c}¦{null: a}¦{2025: 3, 2026: -4}
{a:b}¦{a: b:c}¦{a: https://b.c/d}¦[{a: b}, {c: {d: 'e'}}]¦{a: b]¦[a}¦{a: , b: c}¦{a: b,}¦{"a": b}¦{a : b}¦{a: ~}
{? a: b}¦{a: *b}¦{a: b} c¦[a] [b]¦{a: it's, b: c|d&e}¦{a: b - c}¦[a?, b]¦[-1, - a]¦[a:, b]¦{a: b\, c: d}
[[[[[[[[[a]]]]]]]]]
    """.strip()
    .replace("\n", "¦")
    .split("¦")
) | st.sampled_from(["a\u2028b", "\u00a0a", "[a\u00a0b]"])
FLOWS = st.text(" ab:,[]{}'\"-#é?~.", max_size=12)
VALUES = (
    SCALARS | st.text("ab:#- \"'[],\\é~", max_size=8) | FLOWS.map("[{}]".format) | FLOWS.map(lambda text: f"{{{text}}}")
)
INDENTS = st.sampled_from(["", "", " ", "  ", "  ", "    "])
LINES = st.builds(
    lambda indent, dash, key, value, end: f"{indent}{dash}{key}{value}{end}",
    INDENTS,
    st.sampled_from(["", "", "- ", "-  ", "-"]),
    st.just("") | st.builds(lambda key, gap: f"{key}:{gap}", KEYS, GAPS),
    VALUES,
    st.sampled_from(["", "", "", " ", " # c", "\t"]),
)
OTHER_LINES = st.sampled_from(["# a", "", "---", "..."])
TEXTS = st.lists(LINES | OTHER_LINES, max_size=6).map(lambda lines: "".join(f"{line}\n" for line in lines))
ALL_PLAIN = """\
title: "A: title # with signs"
# a comment
authors:
  - Ada Lovelace
  -  "Hopper, Grace"
  - name: Emmy Noether
    orcid: 0000-0002-1825-0097
    affiliations: [Göttingen, 'Bryn Mawr']
  - ...

tags: [a, "b, c", 'd' , 2.5]
links:
    code: https://example.org/#x
    pdf:  'a.pdf'
venue:  NULL
awards:
- One
- Two   
empty: []
dates: {submitted: 2025-12-01, published: 2026-05}
citations:
  count: 4
  by_year: {2025: 1, 2026: 3}
options:
  nav.width:
      kind: choice
      about:
       de: Breite
  charts: [a, b]
related:
  - {kind: erratum, doi: 10.1000/182, url: https://example.org/a}
  - { kind: 'retraction', of: [a, "b"], at: {} }
"""  # noqa: W291 - blanks at the end of a line are what is tried


def test_what_people_write_goes_the_short_way() -> None:
    tree = plain_tree(ALL_PLAIN, "a.md", 2)
    assert tree is not None
    assert (tree, ()) == parse_yaml(ALL_PLAIN, "a.md", 2, PROSE)
    assert plain(find(tree, ("authors",))) == [
        "Ada Lovelace",
        "Hopper, Grace",
        {"name": "Emmy Noether", "orcid": "0000-0002-1825-0097", "affiliations": ["Göttingen", "Bryn Mawr"]},
        "...",
    ]
    assert find(tree, ("authors", 2, "affiliations", 1)).place == Place("a.md", 9, 31)


def test_every_content_file_of_the_project_reads_the_same() -> None:
    short = 0
    for file in sorted(CHECKOUT.glob("**/content/*/*.md")):
        text = file.read_text(encoding="utf-8").split("---\n")[1]
        tree = plain_tree(text, file.name, 2)
        assert tree is None or (tree, ()) == parse_yaml(text, file.name, 2, PROSE)
        short += tree is not None
    assert short > 10


def test_every_theme_of_the_project_is_read_without_the_parser() -> None:
    files = sorted(CHECKOUT.glob("**/themes/*/*.yaml"))
    assert len(files) > 1
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert (plain_tree(text, file.name, 1), ()) == parse_yaml(text, file.name, 1, PROSE)


@given(TEXTS)
@example("a: b\n  - c\n")
@example("a: b\n- c\n")
@example("a:\n  - b\n   - c\n")
@example("a:\n  - b\n - c\n")
@example("a:\n  - b: c\n    - d\n")
@example("a:\n  - b: c\n   d: e\n")
@example("a:\n  - b\n    c: d\n")
@example("a:\n  - \n  - b\n")
@example("a:\n - - b\n")
@example("a:\n b: c\n  d\n")
@example("a:\n b:\n  c: d\n  e:\n   f: g\n h: i\n")
@example("a:\n b:\n   c: d\n  e: f\n")
@example("a:\n b: c\n   d: e\n")
@example("a:\n b:\n  c\n  d\n")
@example("a:\n b:\n c: d\n")
@example("a:\n b:\n  - c\n")
@example("a:\n - b:\n    c: d\n")
@example("a:\n  b: c\n d: e\n")
@example("a: b\na: c\n")
@example("a:\n  - b: c\n    b: d\n")
def test_both_ways_give_the_same(text: str) -> None:
    tree = plain_tree(text, "a.md", 3)
    assert tree is None or (tree, ()) == parse_yaml(text, "a.md", 3, PROSE)


@pytest.mark.parametrize("deep", [9, 33, 5_000])
@pytest.mark.parametrize(("opening", "held", "closing"), [("[", "", "]"), ("[", "b", "]"), ("{a: ", "b", "}")])
def test_deep_brackets_are_left_to_the_parser(deep: int, opening: str, held: str, closing: str) -> None:
    assert plain_tree(f"a: {opening * deep}{held}{closing * deep}\n", "a.md", 1) is None


@pytest.mark.parametrize(
    "text",
    ["", "a: b", "a: b: c\n", "a: b #c\n", 'a: "\\n"\n', "a: |\n  b\n", "a: b\n  c\n", "a: *b\n", "a:\tb\n", "a:\n"],
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert plain_tree(text, "a.md", 1) is None
