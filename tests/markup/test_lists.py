"""Lists as people write them: set in by two blanks, right below a paragraph, with paragraphs and code of their own."""

import pytest

from profilegen.markup import Markup
from profilegen.model.text import Text
from profilegen.problems import Place, Span

MARKUP = Markup()


def block(source: str) -> str:
    """The HTML without its line feeds."""
    return MARKUP.block(Text(source, Span(Place("content/pages/a.md", 5, 1), 0))).html.replace("\n", "")


NESTED = "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"


@pytest.mark.parametrize("step", ["  ", "   ", "    ", "\t"])
def test_a_list_in_a_list_is_set_in_by_two_blanks_or_more(step: str) -> None:
    assert block(f"- a\n{step}- b\n{step}- c\n- d") == NESTED


def test_lists_in_numbered_lists_are_set_in_below_the_text() -> None:
    assert block("1. a\n   - b\n   - c\n2. d") == "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>"
    assert block("10. a\n    1. b") == '<ol start="10"><li>a<ol><li>b</li></ol></li></ol>'


def test_lists_nest_and_end_at_any_depth() -> None:
    made = block("- a\n  - b\n    - c\n\n      more\n  - d\n- e\n\nThe end.")
    deepest = "<ul><li><p>c</p><p>more</p></li></ul>"
    middle = f"<ul><li><p>b</p>{deepest}</li><li><p>d</p></li></ul>"
    assert made == f"<ul><li><p>a</p>{middle}</li><li><p>e</p></li></ul><p>The end.</p>"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Text:\n- a\n- b", "<p>Text:</p><ul><li>a</li><li>b</li></ul>"),
        ("Text:\n* a $x$", None),
        ("Text:\n1. a\n2. b", "<p>Text:</p><ol><li>a</li><li>b</li></ol>"),
        ("It was in\n2021. Then\n+ more\n-5 less", "<p>It was in2021. Then+ more-5 less</p>"),
        ("- a\n2021. Then", "<ul><li>a2021. Then</li></ul>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    ],
)
def test_a_list_may_follow_a_line_of_text(source: str, html: str | None) -> None:
    made = block(source)
    assert made == html if html else made.startswith("<p>Text:</p><ul><li>a <math>")


def test_an_item_may_have_paragraphs_and_code() -> None:
    assert block("- a\n\n  more\n- b") == "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"
    code = "<pre><code>x - y</code></pre>"
    assert block("1. a\n\n   ```\n   x - y\n   ```\n\n2. b") == f"<ol><li><p>a</p>{code}</li><li><p>b</p></li></ol>"


@pytest.mark.parametrize("rule", ["- - -", "* * *", "---"])
def test_a_rule_is_no_item(rule: str) -> None:
    assert block(f"a\n\n{rule}\n\nb") == "<p>a</p><hr><p>b</p>"


def test_lists_are_not_nested_deeper_than_is_safe_however_they_are_set_in() -> None:
    source = "\n".join(f"{'  ' * depth}- a" for depth in range(40))
    (found,) = MARKUP.block(Text(source, Span(Place("content/pages/a.md", 5, 1), 0))).problems
    assert found.code == "nested-text"
