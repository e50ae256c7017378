"""Formulas: what is converted, what is refused and where, and that nothing a page forbids comes out."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.markup.formula_text import readable_formula
from profilegen.markup.formulas import LENGTH, NESTING, Formulas
from profilegen.markup.macros import MACROS
from profilegen.markup.mathml import MATH_CLASSES, without_style

FORMULAS = Formulas()
ENVIRONMENTS = (
    "equation equation* align align* gather gather* multline multline* eqnarray eqnarray* flalign split aligned "
    "gathered cases dcases rcases matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix pmatrix* displaymath"
).split()
STYLED = (
    *(
        rf"\begin{{{name}}}a & b \\ c & d\end{{{name}}}"
        for name in ENVIRONMENTS
        if name[:2] not in ("eq", "di", "mu", "ga")
    ),
    r"\begin{equation}\label{a}x\end{equation}",
    r"\begin{gather}a\\b\end{gather}",
    r"\begin{gathered}a\\b\end{gathered}",
    r"\begin{multline}a\\b\\c\end{multline}",
    r"\begin{eqnarray}a&=&b\\c&=&d\end{eqnarray}",
    r"\begin{alignat}{2}a&=b\\c&=d\end{alignat}",
    r"\begin{array}{|l|c:r|}\hline a&b&c\\\hline\hline d&e&f\\\hdashline g&h&i\\\hline\end{array}",
    r"\begin{array}{@{}c@{}}a\end{array}",
    r"\begin{matrix}a&b\\[2em]c&d\end{matrix}",
    r"\color{red}x + \textcolor{blue}{y} + \textcolor[HTML]{00ff00}{z} + \color[rgb]{0.1,0.2,0.3}w",
    r"\sum_{\substack{i<n\\j>0}} \boxed{x}\cancel{y}\bcancel{z}\xcancel{w}",
    r"\hspace{1em}x\kern3pt y\mspace{2mu}\quad\raisebox{1em}{z}",
    r"\text{\textsf{a}\textsc{b}\texttt{c}\textbf{d}\textit{e}\emph{f}}",
    r"\operatorname*{arg\,max}_x \argmin_y \overset{a}{\to} \xrightarrow[a]{b} \sideset{_a}{^b}\sum",
    r"\mathcal{A}\mathbb{R}\mathfrak{g}\mathscr{L}\boldsymbol{x}\cramped{x^2}\prescript{a}{b}{X}",
    r"\genfrac(){1pt}{0}{a}{b} \overbrace{a}^b \sqrt[3]{x} \dddot{x} \not= \left.\middle|\right)",
)
TEX = st.lists(
    st.one_of(
        st.sampled_from([f"\\{name}" for name in MACROS] + [f"\\begin{{{name}}}" for name in ENVIRONMENTS]),
        st.sampled_from(
            r"\frac \sqrt { } [ ] ^ _ & \\ \left( \right) \text{ \color{red} \color[HTML]{0 % # ~ ' \" < > $ \$ x 1 + "
            r"\href{javascript:x}{y} \style{a} \class{b} \end{align} \sum \hat \not \tag{ \label{ \over &lt; <b> "
            r"\def\a \newcommand \unicode{ \hspace{1em} \boxed{ \cancel{ \operatorname{ \mathrm{".split(" ")
        ),
        st.text(max_size=4),
    ),
    max_size=12,
).map("".join)


def converted(tex: str, *, display: bool = False) -> str:
    made = FORMULAS.formula(tex, display=display)
    assert not made.fault, f"{tex}: {made.fault}"
    return made.html


@pytest.mark.parametrize("tex", STYLED)
def test_a_formula_has_no_style_and_only_the_classes_that_a_theme_knows(tex: str) -> None:
    formula = FORMULAS.formula(tex, display=True)
    classes = {name for found in re.findall(r'class="([^"]*)"', formula.html) for name in found.split()}
    assert " style=" not in formula.html
    assert classes <= {*MATH_CLASSES, "formula"}


def test_these_formulas_are_converted() -> None:
    assert [tex for tex in STYLED if FORMULAS.formula(tex, display=True).fault] == []


def test_declarations_become_classes_and_colours_attributes() -> None:
    assert 'class="math-right math-items-end math-flush-right"' in converted(r"\begin{aligned}a&b\end{aligned}")
    assert 'class="math-rule-right"' in converted(r"\begin{array}{c|c}a&b\end{array}")
    assert '<mrow mathcolor="#FF0000">' in converted(r"\color{red}x")
    assert '<mrow class="math-box">' in converted(r"\boxed{x}")


def test_what_is_no_known_declaration_is_dropped() -> None:
    given_style = '<mi style="position:fixed;color:url(x);color:#12345;color:#00ff00">x</mi>'
    assert without_style(given_style) == '<mi mathcolor="#00ff00">x</mi>'


def test_every_class_has_css_without_a_brace() -> None:
    assert all(":" in css and not set(css) & set("{}<>") for css in MATH_CLASSES.values())


@pytest.mark.parametrize(
    "tex",
    [
        r"28.5\%",
        "120",
        r"+19.6\%",
        r"\mathtt{wd1}",
        r"\textit{single}",
        "O(n^2)",
        r"\widetilde{O}(n)",
        r"a,\dotsc,b",
        r"\smash{x}",
        r"\mbox{a b}",
        r"\bm{x}",
        r"\mathds{1}",
        r"\mathbbm{1}",
        r"\argmin_x f(x)",
        r"\Tr A",
        r"\nicefrac{1}{2}",
        r"\ensuremath{x}",
        r"\text{if $x > 0$ and $y$}",
        r"a &lt; b",
        "16%",
        r"x \xspace",
        r"\eqref{a}",
        r"\textup{x}",
        r"\norm{x}",
    ],
)
def test_what_abstracts_contain_is_converted(tex: str) -> None:
    assert converted(tex).startswith("<math>")


@pytest.mark.parametrize("name", sorted(MACROS))
def test_every_added_command_can_be_used(name: str) -> None:
    uses = (f"\\{name}", f"\\{name}{{x}}", f"\\{name}{{x}}{{y}}")
    assert any(not FORMULAS.formula(tex, display=False).fault for tex in uses)


def test_a_percent_sign_is_shown_and_not_the_beginning_of_a_comment() -> None:
    assert "%" in converted("50%").partition("<annotation")[0]


def test_the_source_is_kept_as_the_formulas_annotation() -> None:
    assert '<annotation encoding="application/x-tex">a &amp;lt; \\frac{1}{2}</annotation>' in converted(
        r"a &lt; \frac{1}{2}"
    )


def test_a_formula_on_its_own_line_says_so() -> None:
    assert converted("x", display=True).startswith('<math tabindex="0" display="block">')


def test_a_refused_formula_is_its_source_with_the_reason_and_the_place() -> None:
    made = FORMULAS.formula(r"a<b \foo{x}", display=False)
    assert made.html == r'<code class="formula">a&lt;b \foo{x}</code>'
    assert made.fault == r"unknown command '\foo'"
    assert made.at == 4


@pytest.mark.parametrize("definition", [r"\newcommand{\a}{b}", r"\def\a{b}", r"\let\a=b", r"\gdef\a{b}"])
def test_no_formula_defines_commands_for_the_next(definition: str) -> None:
    assert FORMULAS.formula(definition, display=False).fault == "a formula cannot define commands"
    assert FORMULAS.formula(r"\a", display=False).fault


@pytest.mark.parametrize(
    "tex",
    [
        "x" * (LENGTH + 1),
        "{" * (NESTING + 1) + "}" * (NESTING + 1),
        r"\hat" * (NESTING + 1) + " x",
        r"\frac1" * (NESTING + 1) + "2",
        r"\left(" * (NESTING + 1) + r"\right)" * (NESTING + 1),
        r"\begin{matrix}" * (NESTING + 1),
        "x" + "^{x" * (NESTING + 1) + "}" * (NESTING + 1),
    ],
)
def test_a_formula_that_would_end_the_process_is_refused_before(tex: str) -> None:
    assert FORMULAS.formula(tex, display=False).fault.startswith("it is ")


@given(TEX, st.booleans())
def test_whatever_comes_in_what_comes_out_is_well_formed_and_harmless(tex: str, display: bool) -> None:  # noqa: FBT001 - drawn
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]", "", tex)
    root = ET.fromstring(FORMULAS.formula(clean, display=display).html)  # noqa: S314 - our own output
    for element in root.iter():
        assert element.tag not in ("script", "style", "a", "maction", "img", "iframe")
        assert not [name for name in element.attrib if name == "style" or "href" in name or name.startswith("on")]
        assert set(element.get("class", "").split()) <= {*MATH_CLASSES, "formula"}


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        ("O(n^2)", "O(n²)"),
        (r"+19.6\%", "+19.6%"),
        (r"\mathtt{wd1}", "wd1"),
        (r"\textit{single}", "single"),
        (r"x_i", "xᵢ"),
        (r"10^{-3}", "10⁻³"),
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\ell_1", "ℓ₁"),
        (r"\alpha", "α"),
        (r"k", "k"),
        (r"45^\circ", "45°"),
        (r"\log n", "log n"),
        (r"\left( x \right)", "( x )"),
        (r"\frac{a}{b}", r"\frac{a}{b}"),
        (r"x^{a_b}", r"x^{a_b}"),
        (r"\foo", r"\foo"),
    ],
)
def test_a_formula_reads_as_unicode_where_that_is_simple(tex: str, plain: str) -> None:
    assert readable_formula(tex) == plain
