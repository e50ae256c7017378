"""LaTeX in prose, as abstracts and bibliographies have it."""

import pytest

from profilegen.markup import Markup
from profilegen.model.text import Text

MARKUP = Markup()


def shown(text: str) -> str:
    """A text of one paragraph, without the paragraph."""
    return MARKUP.block(Text(text)).html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (r"\textbf{a \emph{b}}", "<strong>a <em>b</em></strong>"),
        (r"\textit{a}, \texttt{b_c}, \underline{d}", "<em>a</em>, <code>b_c</code>, <u>d</u>"),
        (r"\textsc{a} \text{b} \textrm{c}", "a b c"),
        (r"{\em a} {\bf b} {\it c} {\tt d} {\sc e}", "<em>a</em> <strong>b</strong> <em>c</em> <code>d</code> e"),
        (r"\textbf{a {b} c}", "<strong>a {b} c</strong>"),
        (r"\emph{any}\/ one", "<em>any</em> one"),
        (r"H\textsubscript{2}O x\textsuperscript{2}", "H<sub>2</sub>O x<sup>2</sup>"),
        (r"\textbf{open", r"\textbf{open"),
        (r"\textbf without", r"\textbf without"),
        (r"\textbf{*a* _b_}", "<strong><em>a</em> <em>b</em></strong>"),
        (r"*\textbf{a}*", "<em><strong>a</strong></em>"),
        (r"{\ensuremath{\sim}} 1", "∼ 1"),
        (r"100\% \& \# \_ \{ \} \$", "100% &amp; # _ { } $"),
        (r"\foo{x} \bar", r"\foo{x} \bar"),
        (r"a\ b\,c", "a b\u2009c"),
        (r"C:\\Users", r"C:\Users"),
        ("a \\\\\nb", "a <br>\nb"),
        (r"a\ldots b \dots, \S 3, \copyright", "a… b …, § 3, ©"),
        (r"\textendash \textregistered{}", "– ®"),
        (r"\alpha-helix", "α-helix"),
        (r"\cite{smith2020} in \ref{fig:a}\label{x}", "[smith2020] in fig:a"),
        (r"\citep[p.~3]{a,b}", "[a,b]"),
        (r"\noindent We", "We"),
        ("{BERT} {{7*7}} {% if %}", "{BERT} {{7*7}} {% if %}"),
        (r"a\-b", "ab"),
    ],
)
def test_commands(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (r"\'e \`a \^o \~n \=a \.z", "é à ô ñ ā ż"),
        (r"\"{o} \'{e} \v{c} \c{c} \H{o} \u{g} \d{a} \b{d} \r{a} \k{a}", "ö é č ç ő ğ ạ ḏ å ą"),
        (r"{\"o} {\'{e}} {\v s} \c c \'{\i} \'\i", "ö é š ç í í"),
        (r"Stra\ss{}e S\o ren \AA ngstr\"om {\L}\'od\'z na{\"\i}ve \ae", "Straße Søren Ångström Łódź naïve æ"),
        (r"\~{} \^{}", "~ ^"),
        (r"1\. a", "1. a"),
        (r"\"quoted\"", '"quoted"'),
    ],
)
def test_accents_are_letters_in_nfc(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a--b -- c---d --- e", "a–b – c—d — e"),
        ("pages 1--2", "pages 1–2"),
        ("run with --strict or (--all)", "run with --strict or (--all)"),
        ("a --> b <-- c <!-- d -->", "a --&gt; b &lt;-- c &lt;!-- d --&gt;"),
        ("a ---- b", "a ---- b"),
        ("``quoted'' and ``more''", "“quoted” and “more”"),
        ("`single' and `more'", "‘single’ and ‘more’"),
        ("``it's''", "“it's”"),
        ("it's \"straight\" 'as' typed", "it's \"straight\" 'as' typed"),
        ("`it's code`", "<code>it's code</code>"),
        ("``code ` here``", "<code>code ` here</code>"),
        ("Fig.~1, Smith~et~al., (5)~and~[6]", "Fig.\u00a01, Smith\u00a0et\u00a0al., (5)\u00a0and\u00a0[6]"),
        ("5~km but ~5 and 10~20 and a/~b and ~~c~~", "5\u00a0km but ~5 and 10~20 and a/~b and ~~c~~"),
    ],
)
def test_dashes_quotes_and_ties(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize("code", [r"\textbf{a} $x$ -- ``b'' ~ \'e https://example.org [a](b)", "*a* _b_ <em>c</em>"])
def test_nothing_is_read_in_code(code: str) -> None:
    escaped = code.replace("<", "&lt;").replace(">", "&gt;")
    assert shown(f"```` {code} ````") == f"<code>{escaped}</code>"
    assert shown(f"```\n{code}\n```") == f"<pre><code>{escaped}\n</code></pre>"
