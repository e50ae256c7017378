"""Titles with Markdown and LaTeX in them, as LaTeX alone."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profilegen.exports.inline import DEPTH, latex
from profilegen.markup.converter import Markup
from profilegen.markup.dollars import inline_end
from profilegen.model.text import Text

MARKUP = Markup()
# No signs that LaTeX would have escaped, but the underscore.
MARKS = st.text(alphabet="*_*_ aB1.(:/@", min_size=1, max_size=40)
TAGS = {"<em>": r"\emph{", "<strong>": r"\textbf{", "</em>": "}", "</strong>": "}", "_": r"\_"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Energy *and* **Mass** _of_ `x_y`", r"Energy \emph{and} \textbf{Mass} \emph{of} \texttt{x\_y}"),
        ("50% of A & B # 1_000 ^ ~", r"50\% of A \& B \# 1\_000 \textasciicircum{} \textasciitilde{}"),
        (r"\textbf{Bold} \emph{Em} {\em em} {\bf bf}", r"\textbf{Bold} \emph{Em} \emph{em} \textbf{bf}"),
        (r"Erd\H{o}s, Schr\"odinger, {\ss}, \o re", r"Erd{\H{o}}s, Schr{\"o}dinger, {\ss}, {\o}re"),
        (r"Schrödinger’s “Cat”", "Schrödinger’s “Cat”"),
        (r"$\alpha$-stable and \alpha-stable", r"$\alpha$-stable and $\alpha$-stable"),
        (r"\(x^2\) and \[y\] and $$z$$", "$x^2$ and $y$ and $z$"),
        (r"$\{x\}$ and $\left\{x\right.$", r"$\lbrace x\rbrace $ and $\left\lbrace x\right.$"),
        ("H<sub>2</sub>O and <em>a</em>", r"H\textsubscript{2}O and \emph{a}"),
        ("a < b | c > d &amp; &lt;", r"a \textless{} b \textbar{} c \textgreater{} d \& \textless{}"),
        ("``Quoted'' and `single'", "``Quoted'' and `single'"),
        ("Two '' and three ''' as typed", "Two '{}' and three '{}'{}' as typed"),
        (r"'&#39; and '\'", "'{'} and '{'}"),
        ("[here](https://example.org/) ![not](a.png)", "here not"),
        (r"escaped \* \_ \# \$", r"escaped * \_ \# \$"),
        ("{GDSD} of 1990", r"\textbraceleft{}GDSD\textbraceright{} of 1990"),
        ("a\nb\u2028c\x07", "a b c"),
        ("[A](https://example.org/a_(b) 'c') [d](<e f>) [g]()", r"A d [g]()"),
        (r"C~3 and \LaTeX{} and \text{x}", r"C~3 and \LaTeX{} and \textnormal{x}"),
        (r"**a *b* c**", r"\textbf{a \emph{b} c}"),
        ("snake_case_name and 2*3*4", r"snake\_case\_name and 2\emph{3}4"),
        ("**De**pendency, ***a** b*", r"\textbf{De}pendency, \emph{\textbf{a} b}"),
        ("*a [b* c](d)*", r"\emph{a b* c}"),
        (r"\emph{**a*} *a \textbf{b* c}", r"\emph{**a*} *a \textbf{b* c}"),
        (r"*a `b*` $c*d$ \* \name* e*", r"\emph{a \texttt{b*} $c*d$ * \textbackslash{}name* e}"),
        ("see https://example.org/_a_*b* *c*", r"see https://example.org/\_a\_*b* \emph{c}"),
        (r"\cite{a_b}, \citep[p. 3]{c} and Fig.~\ref{fig:x}\label{y}", r"[a\_b], [c] and Fig.~fig:x"),
        (
            r"\href{https://example.org/a_b}{the *site*}, \url{https://example.org/a_b}",
            r"the \emph{site}, https://example.org/a\_b",
        ),
        (
            r"\cite, \ref{ and \url",
            r"\textbackslash{}cite, \textbackslash{}ref\textbraceleft{} and \textbackslash{}url",
        ),
    ],
)
def test_what_the_page_understands_is_turned_into_latex(typed: str, written: str) -> None:
    assert latex(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("GDSD: Reinforcement of LLMs", "{GDSD}: Reinforcement of {LLMs}"),
        ("Energy-Based Self-Distillation", "Energy-Based Self-Distillation"),
        ("LLaDA-8B with T5 and Llama3", "{LLaDA}-{8B} with {T5} and {Llama3}"),
        ("A Vitamin C for McDonald's", "A Vitamin {C} for {McDonald's}"),
        ("$L^2$ and $x$ and \\Gamma", "{$L^2$} and $x$ and {$\\Gamma$}"),
        (r"*GDSD* and \LaTeX", r"\emph{GDSD} and {\LaTeX{}}"),
        (r"LLMs *of LLMs* LLMs, *$L$* $L$", r"{LLMs} \emph{of LLMs} {LLMs}, \emph{$L$} {$L$}"),
        ("$A{$ and \\(A{\\)", r"{\$A\textbraceleft{}\$} and {\textbackslash{}(A\textbraceleft{}\textbackslash{})}"),
        ("LLM*s and LLMs_", r"{LLM}*s and {LLMs}\_"),
        ("ÉTÉ Über 王", "{ÉTÉ} Über 王"),
    ],
)
def test_braces_keep_the_capitals_that_carry_meaning(typed: str, written: str) -> None:
    assert latex(typed, capitals=True) == written


@pytest.mark.parametrize(
    "hostile",
    [
        r"\input{/etc/passwd}",
        r"\write18{rm -rf}",
        r"$\input{x}$",
        r"$\write18{x}$",
        r"\(\catcode`\%=12\)",
        r"$\csname input\endcsname x$",
        r"\textbf{\input{x}}",
        r"$^^5cinput{x}$",
        r"\def\x{y}",
    ],
)
def test_a_command_that_does_more_than_print_is_printed(hostile: str) -> None:
    written = latex(hostile).replace(r"\textbackslash{}", "")
    assert not any(f"\\{name}" in written for name in ("input", "write", "catcode", "csname", "def"))
    assert "^^" not in written


def test_a_formula_whose_braces_do_not_pair_up_is_text() -> None:
    assert latex("$x{$ and $y$") == r"\$x\textbraceleft{}\$ and $y$"


def test_a_comment_cannot_hide_in_a_formula() -> None:
    assert latex("$5%x$ and $a$") == r"$5\%x$ and $a$"


@pytest.mark.parametrize(
    "title",
    [
        "$5 and $10",
        "$x$ and $y$",
        "$ x$",
        "$x $",
        "$5$",
        "$5-$10",
        "$x^2$3",
        "US$5 and US$6",
        "$6 now$",
        "$n$-th",
        "a$",
    ],
)
def test_the_same_dollars_are_formulas_as_on_the_page(title: str) -> None:
    on_the_page = bool(inline_end(title, title.index("$")))
    assert ("\\$" not in latex(title)) == on_the_page


@pytest.mark.parametrize("title", ["$$a$", "$$$", r"\( \)", "$$x and y$$", "$^^5c$", r"$\text{a $b}$ c$", r"\(a\\)"])
def test_dollars_and_brackets_without_a_formula_that_may_be_printed_stay(title: str) -> None:
    assert "$" not in latex(title).replace(r"\$", "")


@given(MARKS)
@example("_:__")
@example("*_**a_*")
def test_marks_are_emphasis_where_they_are_on_the_page(title: str) -> None:
    shown = MARKUP.inline(Text(title)).html
    for typed, written in TAGS.items():
        shown = shown.replace(typed, written)
    assert latex(title).split() == shown.split()


def test_an_accent_needs_all_of_its_braces() -> None:
    assert latex(r"{\`{\}}") == r"\textbraceleft{}\textasciigrave{}\textbraceleft{}\textbraceright{}\textbraceright{}"


def test_emphasis_nests_no_deeper_than_latex_can_take() -> None:
    assert latex("*" * 300 + "x" + "*" * 300) == r"\textbf{" * DEPTH + "x" + "}" * DEPTH


def test_nesting_without_end_is_printed() -> None:
    assert latex(r"\emph{" * 300 + "x" + "}" * 300).count("{") == latex(r"\emph{" * 300 + "x" + "}" * 300).count("}")


@pytest.mark.parametrize(
    "sign", ["*", "_", "`", "$", "[", "{", "\\", "<", "**a ", "*a ", "$a", "`a", "\\emph{", "*$a$"]
)
def test_a_title_of_signs_is_read_at_once(sign: str) -> None:
    started = time.perf_counter()
    latex((sign * 2_000)[:2_000], capitals=True)
    assert time.perf_counter() - started < 1
