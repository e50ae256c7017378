"""A text's plain form is what was put in, whether its HTML tells it or it is kept beside it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profilegen.markup import Markup, Rendered
from profilegen.model.paper import Byline, Paper
from profilegen.model.text import Text
from profilegen.pages.texts import PaperText, paper_text

WORDS = st.lists(st.sampled_from(["a", " ", "\n", ">", "&gt;", "<p>", "</p>", "<b>", "&amp;", "é"]), max_size=8).map(
    "".join
)
MARKUP = Markup()


@given(WORDS, WORDS)
@example("<p><img></p>", "")
@example("<p></p>", "")
@example("", "a")
def test_the_plain_text_is_what_was_put_in(html: str, plain: str) -> None:
    line = plain.replace("\n", " ")
    assert Rendered.of(html, line).plain == line


@given(WORDS)
def test_the_plain_text_of_one_paragraph_is_what_was_put_in(plain: str) -> None:
    line, html = plain.replace("\n", " "), plain.replace(">", "&gt;")
    assert Rendered.of(html, line).plain == Rendered.of(f"<p>{html}</p>", line).plain == line


@given(st.text(st.sampled_from("ab ,.>&<\n*$:-"), max_size=30))
@example("a\nb > c")
@example("![](a.png)")
@example("a\n\nb")
def test_what_was_typed_is_known(source: str) -> None:
    assert texts(source).abstract.source == source


@pytest.mark.parametrize("source", ["A title", "Two lines\nof an abstract, 3 > 2"])
def test_a_text_without_marks_is_kept_once(source: str) -> None:
    made = texts(source)
    assert [(one.words, one.typed) for one in (made.title, made.abstract)] == [(None, None)] * 2


def test_a_picture_has_no_plain_text() -> None:
    made = MARKUP.block(Text("![](a.png)"))
    assert made.html
    assert made.plain == ""


def texts(source: str) -> PaperText:
    paper = Paper(id="a", file="a.md", title=Text(source), byline=Byline(()), abstract=Text(source))
    return paper_text(MARKUP, paper)
