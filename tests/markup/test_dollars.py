"""Dollars: which enclose a formula, and which are money (X7)."""

import pytest

from profilegen.markup import Markup
from profilegen.model.text import Text

MARKUP = Markup()


def formulas(text: str) -> list[str]:
    """The sources of the formulas in a text."""
    shown = MARKUP.block(Text(text)).html
    parts = shown.split('<annotation encoding="application/x-tex">')[1:]
    return [part.partition("</annotation>")[0] for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $10",
        "a lone $5",
        "$5-$10",
        "$5–$10",
        "$5, $6, and $7.",
        "costs $5, or $6 now$",
        "US$5 and A$6",
        "S$5-S$10",
        "between $1M and $2M",
        "$1M/$2M",
        "($5)/($6)",
        "$100k ($200k)",
        "5$ or 6$",
        "5$, or 6$",
        "5$/month or 6$/yr",
        "It is $20, $30 or $40.",
        "cost$ and price$",
        "$HOME and $PATH",
        "$ x $",
        "$$",
        "$$$",
        "$$$$",
        "$$ to $$",
        r"from \$x\$ to \$y\$",
        "$a\n\nb$",
        "`$x$`",
    ],
)
def test_money_is_text(text: str) -> None:
    assert formulas(text) == []
    assert MARKUP.inline(Text(text.replace("\n\n", " $ "))).problems == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"from $28.5\%$ to $35.4\%$", [r"28.5\%", r"35.4\%"]),
        ("over $120$ models", ["120"]),
        (r"up to $+19.6\%$.", [r"+19.6\%"]),
        (r"$\mathtt{wd1}$, a method", [r"\mathtt{wd1}"]),
        (r"a $\textit{single}$ one", [r"\textit{single}"]),
        ("$O(n^2)$ and $O(n)$", ["O(n^2)", "O(n)"]),
        ("$k$-means, $n$th, non-$x$", ["k", "n", "x"]),
        (r"$\sim$10, $>$90, 2$\times$ and 10$^{-3}$", [r"\sim", "&gt;", r"\times", "^{-3}"]),
        ("$1, 2, 3$", ["1, 2, 3"]),
        ("$5 for $x$, and $x$ for $5", ["x", "x"]),
        ("$5 million for $x$-rays at $6", ["x"]),
        ("$a_1*b_2*c$", ["a_1*b_2*c"]),
        ("$-5$ and $+3$", ["-5", "+3"]),
        ("a line's $x\ny$ end", ["x\ny"]),
        (r"$x \text{ if $y$} z$", [r"x \text{ if $y$} z"]),
        ("$$x$$", ["x"]),
        ("$$\nx\n$$", ["x"]),
        (r"\(x\) and \[y\]", ["x", "y"]),
        (r"\begin{equation}x\end{equation}", [r"\begin{equation}x\end{equation}"]),
        (r"\$5 and $x$", ["x"]),
        ("$5 and $10 `$` $y$", ["y"]),
    ],
)
def test_formulas_are_found(text: str, found: list[str]) -> None:
    assert formulas(text) == found
