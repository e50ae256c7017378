"""Hostile texts: nothing harmful comes out (X1-X3), and nothing takes long (E6)."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profilegen.markup import MATH_CLASSES, Markup
from profilegen.markup.clean import TAGS
from profilegen.model.addresses import checked_address
from profilegen.model.text import Text

MARKUP = Markup()
SIZE = 200_000
SECONDS = 6.0
"""Processor time for 200 kB; about 1 s where the machine does nothing else, over 20 s for what is to be caught."""

VOID = frozenset({"br", "hr", "img"})
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "code": {"class"},
    "td": {"class"},
    "th": {"class"},
}
CLASSES = re.compile(r"formula|language-[\w+#.-]+|align-(left|right|center)")
MATHML = frozenset(
    "math semantics annotation mrow mi mn mo mtext mspace msub msup msubsup mover munder munderover mfrac msqrt mroot "
    "mtable mtr mtd mpadded mphantom mmultiscripts mprescripts span s".split()
)
MATH_ATTRIBUTES = frozenset(
    "display displaystyle scriptlevel lspace rspace stretchy encoding mathvariant accent accentunder width height "
    "depth voffset linethickness mathcolor mathbackground minsize maxsize form fence separator largeop movablelimits "
    "symmetric class columnalign rowspan columnspan tabindex".split()
)


class Judge(HTMLParser):
    """Reads HTML strictly: tags balanced, each tag and attribute allowed, each address checked."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        in_math = "math" in self.open
        assert tag in TAGS or (in_math and tag in MATHML), tag
        for name, value in attrs:
            assert name in (MATH_ATTRIBUTES if in_math else ATTRIBUTES.get(tag, set())), (tag, name)
            self.judge(name, value or "", in_math=in_math)

    def judge(self, name: str, value: str, *, in_math: bool) -> None:
        if name in ("href", "src"):
            assert checked_address(value) == value
        if name == "src":
            assert not value.startswith(("http", "mailto"))
        if name == "class":
            assert all(item in MATH_CLASSES if in_math else CLASSES.fullmatch(item) for item in value.split())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        pytest.fail(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data}")


def judge(html: str) -> None:
    judged = Judge()
    judged.feed(html)
    judged.close()
    assert judged.open == []
    assert not re.search("[\x00-\x08\ufdd0-\ufdef]", html)


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("*", "**", "_", "[", "]", "![", "](", ")", "(", "`", "``", "```\n", "~~~\n", "\\", "\\\\", "$", "$$"),
                *("<em>", "</em>", "<b>", "</i>", "<sub>", "<", ">", "<!--", "-->", "<![CDATA[", "]]>", "<?php", "?>"),
                *(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "<a href=javascript:x>",
                    "<svg/onload=x>",
                ),
                *("<style>", "<math><mtext>", "</math>", "<p style=x>", "{{7*7}}", "{% x %}", '" onclick="x', "'"),
                *(
                    "[a](javascript:x)",
                    "[a](data:x 'y')",
                    '[a](b "c")',
                    "[a](<b>)",
                    "![a](b)",
                    "![a](//b)",
                    "[r]",
                    "[r][]",
                ),
                *("[r]: javascript:x\n", "[r]: https://a.org\n", "<javascript:x>", "<https://a.org>", "https://a.org/"),
                *(
                    "https://u@a.org",
                    "doi:10.1000/1",
                    "arXiv:2101.00010",
                    "\\url{",
                    "\\href{",
                    "javascript:x}{",
                    "}",
                    "{",
                ),
                *(
                    "\\textbf{",
                    "{\\em ",
                    "\\emph{",
                    "\\cite{",
                    "\\'e",
                    '{\\"o}',
                    "\\begin{align}",
                    "\\end{align}",
                    "\\foo",
                ),
                *(
                    "\\(",
                    "\\)",
                    "\\[",
                    "\\]",
                    "\\text{",
                    "\\color{red}",
                    "\\frac",
                    "&",
                    "&lt;",
                    "&#60;",
                    "&#0;",
                    "&amp;",
                ),
                *(
                    "\n",
                    "\n\n",
                    "\n- ",
                    "\n> ",
                    "\n# ",
                    "\n1. ",
                    "\n    ",
                    "\n\t",
                    "|",
                    "\n-|-\n",
                    "a | b",
                    "  \n",
                    "---\n",
                ),
                *(
                    "\x00",
                    "\x02",
                    "\x02klzzwxh:0000\x03",
                    "\x02wzxhzdk:0\x03",
                    "\x02amp\x03",
                    "\ufdd00\ufdd1",
                    "\ufdd2",
                ),
                *(
                    "\u202e",
                    "\u200b",
                    "\ud800",
                    "\ufffe",
                    "\r\n",
                    "\r",
                    "\u2028",
                    "a",
                    " ",
                    "x y",
                    "漢",
                    "-",
                    "--",
                    "~",
                ),
            ]
        ),
        st.text(max_size=3),
    ),
    max_size=16,
).map("".join)


@given(HOSTILE)
@settings(max_examples=400)
def test_x2_whatever_comes_in_only_what_is_allowed_comes_out(source: str) -> None:
    judge(MARKUP.block(Text(source)).html)
    judge(MARKUP.inline(Text(source)).html)
    judge(MARKUP.inline(Text(source), linked=True).html)


@given(HOSTILE)
def test_x1_plain_text_is_one_line_without_signs_of_the_machine(source: str) -> None:
    plain = MARKUP.block(Text(source)).plain
    assert plain == " ".join(plain.split())
    assert not re.search("[\x00-\x08\ufdd0-\ufdef]", plain)


@given(st.text(alphabet="*_xy []<>`{}|\n-", max_size=25))
@settings(max_examples=300)
def test_no_letter_is_lost(source: str) -> None:
    letters = re.sub("[^xy]", "", source)
    assert re.sub("[^xy]", "", MARKUP.inline(Text(source)).plain) == letters
    assert re.sub("[^xy]", "", MARKUP.block(Text(source.replace("`", ""))).plain) == letters


@given(HOSTILE)
def test_every_problem_lies_within_the_text(source: str) -> None:
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in MARKUP.block(Text(source)).problems:
        assert 1 <= problem.place.line <= len(lines)


def test_a_shown_tag_is_text() -> None:
    assert MARKUP.block(Text("<script>alert(1)</script>")).html == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


FRAGMENTS = (
    *("[", "![", "[a](", "[[a](b)", "[a][", "](", "<", "<![CDATA[", "<!--", "`", "``a", "\\", "\\(", "$", "$a", "$$a"),
    *(
        "*",
        "_",
        "*a ",
        "*a* ",
        "*a **b ",
        "_a*b",
        "{",
        "\\textbf{",
        "\\url{",
        "\\begin{a}",
        "\\begin{align}",
        "\\cite[",
    ),
    *(
        "# a\n",
        "***\n",
        "a\n===\n",
        "-\n",
        "- \n",
        "- a\n",
        "- a\n\n",
        "> a\n\n",
        "> # a\n",
        "a\n* * *\n",
        "- a\n# b\n",
    ),
    *("|", "a|b\n-|-\n", "```\n", "~", "--", "#", "~a", " a", "a  \n", "\t", "&a", "&#1;", "<em>", "<em></em>", "''"),
    *(
        "http://)",
        "http://a ",
        "doi:10.1234/a ",
        "\\'e",
        "\\c",
        "$\\text{$",
        "[a]: b\n",
        "<http://",
        "$x$ ",
        "\\*",
        "%",
    ),
    "".join("`" * length + " " for length in range(1, 600)),
    "| " * 500 + "\n" + "|-" * 500 + "\n" + "|\n" * 400,
    " " * 1_000 + "a",
)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_e6_no_text_of_20_kb_takes_long(fragment: str) -> None:
    source = (fragment * (SIZE // 10 // len(fragment) + 1))[: SIZE // 10]
    assert processor_time(source) < SECONDS / 4


@pytest.mark.parametrize(
    "fragment", ["[", "<![CDATA[", "`", "*a* ", "# a\n", "a\n===\n", "- \n", "$a", "{", "a|b\n-|-\n"]
)
def test_e6_no_text_of_200_kb_takes_long(fragment: str) -> None:
    source = (fragment * (SIZE // len(fragment) + 1))[:SIZE]
    assert processor_time(source) < SECONDS


@given(st.lists(st.sampled_from(FRAGMENTS).map(lambda text: text[:20]), min_size=1, max_size=3), st.integers(1, 3))
@settings(max_examples=25)
def test_e6_no_mixture_takes_long(fragments: list[str], times: int) -> None:
    once = "".join(fragment * times for fragment in fragments)
    source = (once * (SIZE // 10 // len(once) + 1))[: SIZE // 10]
    assert processor_time(source) < SECONDS / 4


def processor_time(source: str) -> float:
    start = time.process_time()
    MARKUP.block(Text(source))
    MARKUP.inline(Text(source))
    return time.process_time() - start


@pytest.mark.parametrize(
    "source",
    [
        "> " * 300 + "a",
        "- " * 300 + "a",
        "1. " * 300 + "a",
        "\n".join("    " * depth + "- a" for depth in range(300)),
        "# a\n" * 15_000,
        "| " * 500 + "\n" + "|-" * 500 + "|\n" + "|\n" * 400,
    ],
)
def test_e6_what_is_nested_too_deep_is_shown_as_typed_with_a_problem(source: str) -> None:
    shown = MARKUP.block(Text(source))
    assert [problem.code for problem in shown.problems] == ["nested-text"]
    assert "<blockquote>" not in shown.html
    judge(shown.html)


def test_nesting_within_the_limit_is_read() -> None:
    shown = MARKUP.block(Text("> " * 30 + "a"))
    assert shown.problems == ()
    assert shown.html.count("<blockquote>") == 30


def test_emphasis_may_nest_without_end() -> None:
    judge(MARKUP.block(Text("*a **b " * 3_000 + "c** d* " * 3_000)).html)
