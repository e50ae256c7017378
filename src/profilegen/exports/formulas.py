r"""Formulas in a title, as TeX that may stand in anybody's document."""

import re
from typing import Final

_FORMULA: Final = re.compile(
    r"\$\$(?P<display>(?:[^$\\]|\\.)++)\$\$|\$(?P<inline>(?:[^$\\]|\\.)++)\$|\\\((?P<round>(?:[^\\]|\\(?!\)).)++)\\\)"
    r"|\\\[(?P<square>(?:[^\\]|\\(?!\]).)++)\\\]",
    re.DOTALL,
)
_TOKEN: Final = re.compile(r"\\([A-Za-z]+|.)|\^\^|[{}%#&]", re.DOTALL)
_TEX: Final = re.compile(r"[\\^_=<>{}|]")
_PROSE: Final = re.compile(r"(?:^|[\s,.;(])[A-Za-z]{2,}(?=[\s,.;)]|$)")
_BRACES: Final = {"{": r"\lbrace ", "}": r"\rbrace "}

_REFUSED: Final = frozenset(
    "input include includeonly includegraphics openin openout closein closeout read readline write immediate special "
    "endinput catcode lccode uccode def edef gdef xdef let futurelet global csname endcsname expandafter aftergroup "
    "afterassignment noexpand unexpanded scantokens newcommand renewcommand providecommand newenvironment newwrite "
    "newread newif DeclareMathOperator DeclareRobustCommand makeatletter loop repeat directlua latelua luaexec "
    "ShellEscape usepackage RequirePackage documentclass begin end verb verbatiminput lstinputlisting inputminted "
    "typeout message errmessage show jobname everymath everydisplay everypar output shipout batchmode errorstopmode "
    "halign valign par bye dump href url label tag".split()
)
"""Commands that read, write, define or run something, or leave the formula."""


def formula(text: str, at: int) -> tuple[str, int]:
    """The formula that begins at `at`, as `$..$`, and where it ends; "" and 0 where there is none that is safe.

    A dollar is money where the page shows it as money: see `_is_money`.
    """
    found = _FORMULA.match(text, at)
    if found is None or found.lastgroup is None:
        return "", 0
    body: str = found[found.lastgroup]
    if found.lastgroup == "inline" and _is_money(body, text[found.end() : found.end() + 1]):
        return "", 0
    tex = _checked(body.strip())
    return (f"${tex}$", found.end()) if tex else ("", 0)


def _is_money(body: str, after: str) -> bool:
    """Whether dollars enclose no formula: a blank inside of one, or amounts with words and no TeX between them."""
    if body[0].isspace() or body[-1].isspace():
        return True
    prose = bool(_PROSE.search(body)) and not _TEX.search(body)
    return (after.isdigit() and (body[0].isdigit() or prose)) or (body[0].isdigit() and prose)


def _checked(body: str) -> str:
    """The formula with braces that BibTeX can count; "" where they do not pair up or it does more than to print."""
    pieces: list[str] = []
    end = depth = 0
    for found in _TOKEN.finditer(body):
        if found.group() == "^^" or found.group(1) in _REFUSED:
            return ""
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if depth < 0:
            return ""
        pieces += (body[end : found.start()], _token(found))
        end = found.end()
    return "" if depth else "".join(pieces) + body[end:]


def _token(found: re.Match[str]) -> str:
    if found.group() in "%#&":
        return f"\\{found.group()}"
    return _BRACES.get(found.group(1) or "", found.group())
