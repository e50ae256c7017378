r"""Formulas in a title, as TeX that may stand in anybody's document."""

import re
from typing import Final

from profilegen.exports.tex import escaped
from profilegen.markup.dollars import display_end, inline_end

_DOLLARS: Final = re.compile(r"\$\$+")
_TOKEN: Final = re.compile(r"\\([A-Za-z]+|.|\Z)|\^\^|[{}%#&$]", re.DOTALL)
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
    """The formula that begins at `at`, as `$..$`, and where it ends; "" and 0 where the page has none there.

    One that is not safe is printed as typed, and so are two dollars and more that enclose nothing.
    """
    width, end = _dollars(text, at) if text[at] == "$" else _bracketed(text, at)
    if not end:
        return "", 0
    tex = _checked(text[at + width : end - width].strip())
    return f"${tex}$" if tex else escaped(text[at:end]), end


def _dollars(text: str, at: int) -> tuple[int, int]:
    """How many dollars there are on either side, and the end."""
    if several := _DOLLARS.match(text, at):
        return 2, display_end(text, at) or several.end()
    return 1, inline_end(text, at)


def _bracketed(text: str, at: int) -> tuple[int, int]:
    closing = {"(": "\\)", "[": "\\]"}.get(text[at + 1 : at + 2], "")
    end = text.find(closing, at + 2) if closing else -1
    return 2, end + 2 if end > 0 and text[at + 2 : end].strip() else 0


def _checked(body: str) -> str:
    """The formula with braces that BibTeX can count; "" where they do not pair up or it does more than to print."""
    pieces: list[str] = []
    end = depth = 0
    for found in _TOKEN.finditer(body):
        if found.group() in ("^^", "$", "\\") or found.group(1) in _REFUSED:
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
