r"""LaTeX as BibTeX files have it, to Markdown and to plain text."""

import re
import time
from html import unescape
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profilegen.exports.tex import escaped
from profilegen.importing.latex import markdown, plain
from profilegen.markup.converter import Markup
from profilegen.model.text import Text

TAG: Final = re.compile(r"</?(?:em|i|b|strong|sub|sup|sc|p)\b")
"""Tags in the text of a title are markup, not signs."""


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"K\"{o}glmeier, Bu\u{g}rahan Tem\"{u}r", "Köglmeier, Buğrahan Temür"),
        (r"\'{\i}, {\'e}, \'e, \`{a}, \^o, \~n, \=a, \.z", "í, é, é, à, ô, ñ, ā, ż"),
        (r"{\v c}, \v{S}, \H{o}, \k{a}, \r{u}, \d{s}", "č, Š, ő, ą, ů, ṣ"),
        (r"\aa ngstr\"om, \AE ther, \o, {\O}re, \l{}, \ss{}e, {\ss}", "ångström, Æther, ø, Øre, ł, ße, ß"),
        (r"A.~J.~M. and A.\,B.", "A. J. M. and A. B."),
        (r"R\&D at 5\%, a\_b, \#1, \$5", "R&D at 5%, a_b, #1, $5"),
        ("pages 1--3 --- ``quoted'' text", "pages 1–3 — “quoted” text"),
        (r"{\em one} \textit{two} \emph{three} {\bf four}", "one two three four"),
        (r"\mnras", "Monthly Notices of the Royal Astronomical Society"),
        (r"H\textsubscript{2}O and \ensuremath{\alpha_1}", "H2O and α1"),
        (r"{\&}amp; &amp; \&amp; &lt; &#233;", "& & & < é"),
        (r"\url{https://example.org/a_b} \href{https://example.org}{here}", "https://example.org/a_b here"),
        (r"\unknown{kept} \TeX{} \LaTeX", "kept TeX LaTeX"),
        (r"\noopsort{1973a}1973", "1973"),
        (r"H $\lt$sc$\gt$ii$\lt$/sc$\gt$ regions", "H ii regions"),
        (r"as in \cite{a,b}, \citep[see][p.~3]{c} and Fig.~\ref{fig:x}\label{y}", "as in [a,b], [c] and Fig. fig:x"),
        (r"\cite and \ref", "cite and ref"),
        (r"\glqq a\grqq{} \copyright{} \S 3, \textunderscore", "„a“ © §3, _"),
        (r"Ro\textcommabelow{s}u, \noindent\selectfont one\newline two\par three", "Roșu, one two three"),
        (r"as of \today", "as of"),
        ("} odd { braces", "odd braces"),
        (r"trailing \ ", "trailing"),
        ("\\", ""),
        (r"\'", "'"),
        (r"\v", ""),
        (r"{\'", "'"),
    ],
)  # fmt: skip
def test_plain_text(tex: str, text: str) -> None:
    assert plain(tex) == text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("{{Influence}} of {Coronary} {P}laque", "Influence of Coronary Plaque"),
        (r"gas at z {\ensuremath{\sim}} 1", r"gas at z $\sim$ 1"),
        (r"a $O(n^2)$ bound, \(x\) and \[y\]", "a $O(n^2)$ bound, $x$ and $$y$$"),
        (r"costs $5 and $10", r"costs \$5 and \$10"),
        (r"{\em Homo sapiens} \textbf{now}", "*Homo sapiens* **now**"),
        (r"H\textsubscript{2}O 10\textsuperscript{th}", "H<sub>2</sub>O 10<sup>th</sup>"),
        ("the A* search, C* and a_b", r"the A\* search, C\* and a_b"),
        (r"\href{https://example.org/a}{here}", "[here](https://example.org/a)"),
        ("<i>Homo</i> <sc>ii</sc> a<b", r"<i>Homo</i> ii a\<b"),
        ("800─1088 MHz", "800–1088 MHz"),
    ],
)
def test_markdown(tex: str, text: str) -> None:
    assert markdown(tex) == text


def page_text(source: str) -> str:
    """What a reader sees of a title."""
    return unescape(re.sub(r"<[^>]*>", "", Markup().inline(Text(source)).html))


@given(st.text(alphabet="ab XY1$\\{}*_`<>&;[]()~^%#'\"-:é–“λ", max_size=24))
def test_any_text_that_was_escaped_for_latex_is_shown_as_it_was(text: str) -> None:
    clean = " ".join(text.split())
    assume(not TAG.search(clean) and "&amp;" not in clean)
    tex = escaped(clean).replace("--", "-{}-").replace("--", "-{}-").replace("''", "'{}'").replace("''", "'{}'")
    assert plain(tex) == clean
    assert page_text(markdown(tex)) == clean


@pytest.mark.parametrize(
    "tex",
    ["{" * 40_000, "}" * 40_000, "$" * 20_001, "\\'" * 20_000, "\\emph{" * 10_000, "\\[" * 10_000, "{\\'" * 10_000,
     "x {y} " * 60_000, "\\" * 20_001, "<" * 40_000, "&" * 40_000, "``" * 20_000],
)  # fmt: skip
def test_a_hostile_value_is_read_in_little_time(tex: str) -> None:
    start = time.monotonic()
    markdown(tex)
    plain(tex)
    assert time.monotonic() - start < 4
