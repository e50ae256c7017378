r"""A title or a note, Markdown with LaTeX in it, as LaTeX alone.

What the page understands is turned or passed on; whatever else LaTeX might obey (`\input`) is printed as typed.
"""

import html
import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from profilegen.exports.commands import NOTHING, Found, Inside, backslash, brace
from profilegen.exports.formulas import formula
from profilegen.exports.tex import escaped, one_line, sign, with_capitals

DEPTH: Final = 8
"""Emphasis and commands nest this deep; what is inside of more is printed as typed."""

_MARK: Final = re.compile(r"[\\$`*_<&~\[!{]")
_STRONG: Final = re.compile(r"(?<!\w)(\*\*|__)(?=[^\s*_])(.+?)(?<=\S)\1(?!\w)")
_STAR: Final = re.compile(r"\*(?=[^\s*])((?>\\.|\$[^$]*\$|`[^`]*`|[^\\*])+?)(?<=\S)\*(?!\*)")
_UNDERSCORE: Final = re.compile(r"(?<!\w)_(?=[^\s_])((?>\\.|\$[^$]*\$|`[^`]*`|[^\\_]|(?<=\w)_(?=\w))+?)(?<=\S)_(?!\w)")
_CODE: Final = re.compile(r"(?<!`)(`++)(.+?)(?<!`)\1(?!`)")
_QUOTED: Final = re.compile(r"``(?=\S)([^`]*?)''|`(?=\S)([^`']*)'(?!\w)")
_TAG: Final = re.compile(r"<(em|i|b|strong|sub|sup)\s?>([^<]*)</\1\s?>", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]+(?:\s+\"[^\"]*\")?\)")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_SIGN: Final = re.compile(r"\\[A-Za-z]+\{\}")
_TIED: Final = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.)\]}]))~(?=[\w$\\(\[])|(?<=\d)~(?=[^\W\d_])")

_TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {"em": "emph", "i": "emph", "b": "textbf", "strong": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
)


def latex(source: str, *, capitals: bool = False) -> str:
    r"""The text as LaTeX on one line, its braces balanced; with `capitals`, braces keep those that carry meaning."""
    text, plain = one_line(source), with_capitals if capitals else escaped
    return (_read(text, 0, plain) if _MARK.search(text) else plain(text)).strip()


def _read(text: str, depth: int, plain: Callable[[str], str]) -> str:
    if depth > DEPTH:
        return plain(text)
    inside = partial(_read, depth=depth + 1, plain=escaped)
    pieces: list[str] = []
    start = position = 0
    while found := _MARK.search(text, position):
        tex, end = _RULES[found.group()](text, found.start(), inside)
        position = end or found.end()
        if end:
            pieces += (plain(text[start : found.start()]), _kept(tex) if plain is with_capitals else tex)
            start = end
    return "".join(pieces) + plain(text[start:])


def _kept(tex: str) -> str:
    r"""A formula or a sign with a capital (`\LaTeX{}`) in braces: BibTeX spares no command that is not in them."""
    return f"{{{tex}}}" if tex != tex.lower() and (tex.startswith("$") or _SIGN.fullmatch(tex)) else tex


def _dollar(text: str, at: int, _inside: Inside) -> Found:
    return formula(text, at)


def _backtick(text: str, at: int, inside: Inside) -> Found:
    if quoted := _QUOTED.match(text, at):
        if quoted.group(1) is not None:
            return f"``{inside(quoted.group(1))}''", quoted.end()
        return f"`{inside(quoted.group(2))}'", quoted.end()
    code = _CODE.match(text, at)
    return (f"\\texttt{{{escaped(code.group(2).strip())}}}", code.end()) if code else NOTHING


def _emphasis(text: str, at: int, inside: Inside) -> Found:
    if strong := _STRONG.match(text, at):
        return f"\\textbf{{{inside(strong.group(2))}}}", strong.end()
    found = _STAR.match(text, at) or _UNDERSCORE.match(text, at)
    return (f"\\emph{{{inside(found.group(1))}}}", found.end()) if found else NOTHING


def _angle(text: str, at: int, inside: Inside) -> Found:
    found = _TAG.match(text, at)
    return (f"\\{_TAGS[found.group(1).lower()]}{{{inside(found.group(2))}}}", found.end()) if found else NOTHING


def _link(text: str, at: int, inside: Inside) -> Found:
    """A citation has the text of a link alone."""
    found = _LINK.match(text, at)
    return (inside(found.group(1)), found.end()) if found else NOTHING


def _ampersand(text: str, at: int, _inside: Inside) -> Found:
    found = _ENTITY.match(text, at)
    return (sign(html.unescape(found.group())), found.end()) if found else NOTHING


def _tilde(text: str, at: int, _inside: Inside) -> Found:
    return ("~", at + 1) if _TIED.match(text, at) else NOTHING


_RULES: Final[Mapping[str, Callable[[str, int, Inside], Found]]] = MappingProxyType(
    {
        "\\": backslash,
        "{": brace,
        "$": _dollar,
        "`": _backtick,
        "*": _emphasis,
        "_": _emphasis,
        "<": _angle,
        "&": _ampersand,
        "~": _tilde,
        "[": _link,
        "!": _link,
    }
)
