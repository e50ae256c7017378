"""Texts: Markdown, links, images, problems with their places, and plain text."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.markup import Markup, converter
from profilegen.model.text import Text
from profilegen.problems import Place, Severity, Span

MARKUP = Markup()


def text(source: str) -> Text:
    return Text(source, Span(Place("content/papers/a.md", 5, 1), 0))


def block(source: str) -> str:
    return MARKUP.block(text(source)).html


def inline(source: str) -> str:
    return MARKUP.inline(text(source)).html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("*a* **b** _c_ d_e_f", "<p><em>a</em> <strong>b</strong> <em>c</em> d_e_f</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("# A\n\n## B", "<h3>A</h3>\n<h4>B</h4>"),
        ("A\n===", "<h3>A</h3>"),
        ("***", "<hr>"),
        ("#hashtag and C# and #1", "<p>#hashtag and C# and #1</p>"),
        (r"\# a \* b \_c\_ 1\. d \`x\!", "<p># a * b _c_ 1. d `x!</p>"),
        ("```py\na < b\n```", '<pre><code class="language-py">a &lt; b\n</code></pre>'),
        ("    a *b*", "<pre><code>a *b*\n</code></pre>"),
        ("```\nopen", "<p>```\nopen</p>"),
        ("&copy; &#42;a&#42; &lt;em&gt; &unknown; A&B", "<p>© *a* &lt;em&gt; &amp;unknown; A&amp;B</p>"),
        ("<em>a</em> H<sub>2</sub>O <B>b</B>", "<p><em>a</em> H<sub>2</sub>O <b>b</b></p>"),
        (
            "<script>x</script> <p> <br> <!-- y -->",
            "<p>&lt;script&gt;x&lt;/script&gt; &lt;p&gt; &lt;br&gt; &lt;!-- y --&gt;</p>",
        ),
        ("<em>open </b>", "<p>&lt;em&gt;open &lt;/b&gt;</p>"),
        ("[1] and [a] (b)", "<p>[1] and [a] (b)</p>"),
        ("", ""),
        (" \n\n ", ""),
    ],
)
def test_markdown(source: str, html: str) -> None:
    assert block(source) == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("***a***", "<em><strong>a</strong></em>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("*a **b*** c", "<em>a <strong>b</strong></em> c"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("*a**b*", "<em>a**b</em>"),
        ("a*b**c*d", "a<em>b**c</em>d"),
        ("*[**_*[a](b)", '<em>[**_</em><a href="b">a</a>'),
        ("**De**pendency", "<strong>De</strong>pendency"),
        ("a_b_c __init__ _d_", "a_b_c <strong>init</strong> <em>d</em>"),
        ("a * b * c, A* and B*, p<0.05**", "a * b * c, A* and B*, p&lt;0.05**"),
        ("*a [b* c](d)", '*a <a href="d">b* c</a>'),
        ("*a \\textbf{b* c}", "*a <strong>b* c</strong>"),
        ("*a `b*` c", "*a <code>b*</code> c"),
        ("*a\nb*", "<em>a\nb</em>"),
    ],
)
def test_emphasis(source: str, html: str) -> None:
    assert block(source) == f"<p>{html}</p>"


def test_emphasis_stays_within_its_item_and_its_cell() -> None:
    assert block("- *a\n- b*") == "<ul>\n<li>*a</li>\n<li>b*</li>\n</ul>"
    assert "<em>" not in block("*a | b*\n-|-\nc | d")
    assert inline("*a | b*") == "<em>a | b</em>"


def test_a_table_is_aligned_by_classes() -> None:
    html = block("a | b | c\n:-- | :-: | --:\n1 | `x|y` | $|z|$")
    assert '<td class="align-left">1</td>' in html
    assert '<th class="align-center">b</th>' in html
    assert '<td class="align-center"><code>x|y</code></td>' in html
    assert '<td class="align-right"><math>' in html
    assert "style" not in html


def test_code_stands_in_a_list() -> None:
    assert "<pre><code>x\n</code></pre>\n</li>" in block("- a\n\n    ```\n    x\n    ```\n- b")


def test_headings_begin_at_the_level_asked_for_and_end_at_six() -> None:
    assert MARKUP.block(text("# A\n\n##### B"), heading_level=4).html == "<h4>A</h4>\n<h6>B</h6>"


OUT = ' rel="noopener noreferrer"'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            "at https://github.com/GaryBall/GDSD.",
            f'at <a href="https://github.com/GaryBall/GDSD"{OUT}>https://github.com/GaryBall/GDSD</a>.',
        ),
        ("(https://a.org/x_(y)_z)", f'(<a href="https://a.org/x_(y)_z"{OUT}>https://a.org/x_(y)_z</a>)'),
        ('"https://a.org/!?", 1', f'"<a href="https://a.org/"{OUT}>https://a.org/</a>!?", 1'),
        (r"https://a.org/x\_y", f'<a href="https://a.org/x_y"{OUT}>https://a.org/x_y</a>'),
        ("<https://a.org/?a=1&b=2>", f'<a href="https://a.org/?a=1&amp;b=2"{OUT}>https://a.org/?a=1&amp;b=2</a>'),
        ("doi:10.1000/182.", f'<a href="https://doi.org/10.1000/182"{OUT}>doi:10.1000/182</a>.'),
        ("arXiv:2101.00010v2,", f'<a href="https://arxiv.org/abs/2101.00010v2"{OUT}>arXiv:2101.00010v2</a>,'),
        ("www.a.org, ada@a.org, xhttps://a.org", "www.a.org, ada@a.org, xhttps://a.org"),
        ("<ada@a.org>", f'<a href="mailto:ada@a.org"{OUT}>ada@a.org</a>'),
        ('[*a*](b.pdf "T")', '<a href="b.pdf" title="T"><em>a</em></a>'),
        ("[https://a.org](https://b.org)", f'<a href="https://b.org"{OUT}>https://a.org</a>'),
        ("[a [b](c) d](e)", '[a <a href="c">b</a> d](e)'),
        (
            "[a][r], [r][] and [R]\n\n[r]: <c.pdf> 'T'",
            '<a href="c.pdf" title="T">a</a>, <a href="c.pdf" title="T">r</a> and <a href="c.pdf" title="T">R</a>',
        ),
        (r"\url{https://a.org/b_c~d}", f'<a href="https://a.org/b_c~d"{OUT}>https://a.org/b_c~d</a>'),
        (r"\href{https://a.org}{\textbf{b}}", f'<a href="https://a.org"{OUT}><strong>b</strong></a>'),
        ("![a *b*](c.png)", '<img src="c.png" alt="a b">'),
        ("[![a](b.png)](c)", '<a href="c"><img src="b.png" alt="a"></a>'),
        ("f[i]() and [a](", "f[i]() and [a]("),
    ],
)
def test_links(source: str, html: str) -> None:
    shown = MARKUP.block(text(source))
    assert shown.html == f"<p>{html}</p>"
    assert shown.problems == ()


def test_a_path_inside_the_site_is_written_for_the_page_that_shows_the_text() -> None:
    source = text("[a](x.pdf) ![b](y.png) [c](https://a.org/) \\href{z}{d}")
    html = MARKUP.block(source, rewrite=lambda address: f"../papers/a/{address}").html
    assert 'href="../papers/a/x.pdf"' in html
    assert 'src="../papers/a/y.png"' in html
    assert 'href="https://a.org/"' in html
    assert 'href="../papers/a/z"' in html


@pytest.mark.parametrize(
    ("source", "html", "column"),
    [
        ("see [a](javascript:x)", "<p>see a</p>", 9),
        ("see [a]( <data:x> )", "<p>see a</p>", 11),
        (r"see \href{javascript:x}{a}", "<p>see a</p>", 11),
        (r"see \url{javascript:x}", "<p>see javascript:x</p>", 10),
        ("see https://user@a.org", "<p>see https://user@a.org</p>", 5),
        ("see ![a](https://a.org/x.png)", "<p>see a</p>", 10),
        ("see ![a](//a.org/x.png)", "<p>see a</p>", 10),
    ],
)
def test_an_unsafe_link_is_text_and_a_warning_at_its_place(source: str, html: str, column: int) -> None:
    shown = MARKUP.block(text(f"a\n\n{source}"))
    assert shown.html == f"<p>a</p>\n{html}"
    assert [(p.code, p.severity, p.place) for p in shown.problems] == [
        ("unsafe-link", Severity.WARNING, Place("content/papers/a.md", 7, column))
    ]


def test_an_unsafe_definition_is_a_warning_where_the_address_stands() -> None:
    (problem,) = MARKUP.block(text("[a][r] [r]\n\n[r]: javascript:x")).problems
    assert problem.place == Place("content/papers/a.md", 7, 6)


def test_x7_a_formula_that_cannot_be_converted_is_its_source_and_a_warning_at_its_place() -> None:
    shown = MARKUP.block(text("a\n\nb $x + \\foo y$ c"))
    assert shown.html == '<p>a</p>\n<p>b <code class="formula">x + \\foo y</code> c</p>'
    (problem,) = shown.problems
    assert str(problem) == (
        r"content/papers/a.md:7:8: warning: the formula 'x + \foo y' cannot be converted: unknown command '\foo' "
        "(it is shown as its source; write it with LaTeX's and AMS's own commands) [bad-formula]"
    )


@pytest.mark.parametrize("source", ["1. Foo", "# Foo", "- x", "> x", "    x", "a\n\nb", "===", "| a |", "```"])
def test_a_title_is_one_line_of_text_whatever_it_begins_with(source: str) -> None:
    assert inline(source).replace("&gt;", ">") == " ".join(source.split(" ")).strip().replace("\n", " ")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*A* `b` -- c", "<em>A</em> <code>b</code> – c"),
        ("[a](https://a.org) https://b.org ![c](d.png)", "a https://b.org c"),
        (r"a \\ b", "a   b"),
        ("<i>E. coli</i> & <b", "<i>E. coli</i> &amp; &lt;b"),
    ],
)
def test_titles(source: str, html: str) -> None:
    assert inline(source) == html


def test_a_short_text_may_have_links() -> None:
    assert MARKUP.inline(text("[a](b)"), linked=True).html == '<a href="b">a</a>'


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("*a* **b** `c` $x^2$ $\\frac{a}{b}$", "a b c x² \\frac{a}{b}"),
        ("# A\n\nb\nc\n\n- d\n- e", "A b c d e"),
        ("a | b\n-|-\nc | d", "a b c d"),
        ("[a](b) ![c](d.png) https://e.org", "a c https://e.org"),
        ("A & B <em>c</em> &lt; \\& <d>", "A & B c < & <d>"),
        ("*x* &amp;lt;", "x &lt;"),
        ("```\na  b\n```", "a b"),
    ],
)
def test_plain_text_is_one_line_without_markup(source: str, plain: str) -> None:
    assert MARKUP.block(text(source)).plain == plain


def test_a_template_is_shown_as_typed() -> None:
    assert block("{{7*7}} {% raw %} {{ a }}") == "<p>{{7*7}} {% raw %} {{ a }}</p>"


def test_what_is_rendered_can_be_kept_by_a_worker() -> None:
    shown = MARKUP.block(text("$x$ [a](javascript:x)"))
    assert pickle.loads(pickle.dumps(shown)) == shown  # noqa: S301 - our own bytes


SNIPPETS = (
    *("a", "b", "We", "5", "12.", "--", "---", "$x$", "$5", "$\\foo$", "(see", "https://a.org/b).", "doi:10.1000/1"),
    *(
        "[1]",
        "[a](b)",
        "`c`",
        "``d''",
        "\\'e",
        "\\%",
        "\\&",
        "&",
        "<",
        ">",
        "<em>e</em>",
        "</em>",
        "<i>",
        "{",
        "}",
        "~",
    ),
    *("\\textbf{f}", "{\\em g}", "i~j", "é", "\u00a0", "\u3000", "\u2028", "\n", "\n\n", "\n\n\n", "\\\\", "'", '"'),
    *("=", "-", "+", "#", ".", "!", ":", "&amp;", "&nbsp;", "&lt;", "|", "*", "_", "\t", "<https://a.org/?a&b>"),
)
PROSE = st.lists(st.sampled_from(SNIPPETS), max_size=14).map(" ".join)


@given(st.one_of(PROSE, st.text(max_size=40)))
def test_prose_without_markdowns_signs_is_the_same_with_and_without_the_parser(source: str) -> None:
    findings = MARKUP._findings(text(source), linked=True, rewrite=None)
    masked = converter._read_blocks(findings)
    if not converter._is_prose(masked):
        return
    long = converter._by_markdown(findings, MARKUP._structure.block(masked, 3))
    assert MARKUP.block(text(source)) == long


@given(st.one_of(PROSE, st.text(max_size=40)))
def test_a_text_is_rendered_the_same_each_time(source: str) -> None:
    first = MARKUP.block(text(source))
    MARKUP.block(text("[a]: b\n\n*x [a] $y$"))
    assert MARKUP.block(text(source)) == first
