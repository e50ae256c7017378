r"""A title or a note, Markdown with LaTeX in it, as LaTeX alone.

What the page understands is turned or passed on; whatever else LaTeX might obey (`\input`) is printed as typed.
Marks of emphasis are paired by the code that pairs them for the page.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from profilegen.exports.commands import NOTHING, Found, Inside, backslash, brace
from profilegen.exports.formulas import formula
from profilegen.exports.tex import escaped, one_line, sign, with_capitals
from profilegen.markup.emphasis import Run, pair, run_at
from profilegen.markup.linking import DESTINATION
from profilegen.markup.links import BARE, bare_target

DEPTH: Final = 8
"""Commands nest this deep, and what is inside of more is printed as typed; so does emphasis, and more is none."""

_MARK: Final = re.compile(r"[\\$`*_<&~\[!{]")
# Sought only where there is a mark: a colon may be that of an address, whose marks are no emphasis.
_STOP: Final = re.compile(r"[\\$`*_<&~\[!{:]")
_RUN: Final = re.compile(r"\*+|_+")
_SCHEME: Final = re.compile(r"(?<!\w)(?:https?|doi|arxiv)\Z", re.IGNORECASE)
_SCHEME_LENGTH: Final = len("https")
_CODE: Final = re.compile(r"(?<!`)(`++)(.+?)(?<!`)\1(?!`)")
_QUOTED: Final = re.compile(r"``(?=\S)([^`]*?)''|`(?=\S)([^`']*)'(?!\w)")
_TAG: Final = re.compile(r"<(em|i|b|strong|sub|sup)\s?>([^<]*)</\1\s?>", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\](?=\()")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_FORMULA: Final = ("$", r"\$", r"\textbackslash{}")
"""How a formula begins, one that is printed as typed too."""
_SIGN: Final = re.compile(r"\\[A-Za-z]+\{\}")
_TIED: Final = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.)\]}]))~(?=[\w$\\(\[])|(?<=\d)~(?=[^\W\d_])")

_TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {"em": "emph", "i": "emph", "b": "textbf", "strong": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
)
_OPENINGS: Final[Mapping[str, str]] = MappingProxyType({"<em>": "\\emph{", "<strong>": "\\textbf{"})
_WIDTHS: Final[Mapping[str, int]] = MappingProxyType({"<em>": 1, "</em>": 1, "<strong>": 2, "</strong>": 2})


class _Made(NamedTuple):
    """LaTeX for a part of the text, and how much deeper in emphasis what follows is: 1, 0 or -1."""

    start: int
    end: int
    tex: str
    deeper: int = 0


def latex(source: str, *, capitals: bool = False) -> str:
    r"""The text as LaTeX on one line, its braces balanced; with `capitals`, braces keep those that carry meaning."""
    text, plain = one_line(source), with_capitals if capitals else escaped
    return (_read(text, 0, plain, 0, len(text)) if _MARK.search(text) else plain(text)).strip()


def _read(text: str, depth: int, plain: Callable[[str], str], start: int, end: int) -> str:
    """The part of the text from `start` to `end`, with what stands around it in view, as the page has it."""
    if depth > DEPTH:
        return plain(text[start:end])
    made, runs = _scanned(text, partial(_read, text, depth + 1, escaped), start, end)
    if runs:
        pair(runs)
        made = sorted(chain(made, *map(_tags, runs)))
    return _joined(text, made, plain, start, end)


def _scanned(text: str, inside: Inside, start: int, end: int) -> tuple[list[_Made], list[Run]]:
    """What stands for itself, and the runs of marks beside it, but those in an address."""
    made: list[_Made] = []
    runs: list[Run] = []
    position = address = start
    while found := _STOP.search(text, position, end):
        at, position = found.span()
        if found.group() == ":":
            address = _address_end(text, at)
        elif run := _RUN.match(text, at):
            position = run.end()
            runs += [run_at(text, at, position - at, at)] if at >= address else []
        else:
            tex, past = _RULES[found.group()](text, at, inside)
            if at < past <= end:
                made.append(_Made(at, past, tex))
                position = past
    return made, runs


def _address_end(text: str, at: int) -> int:
    """Where the address ends whose scheme ends at `at`; `at` where none stands there."""
    scheme = _SCHEME.search(text[max(0, at - _SCHEME_LENGTH - 1) : at])
    found = BARE.match(text, at - len(scheme.group())) if scheme else None
    return found.start() + len(bare_target(found)[0]) if found else at


def _tags(run: Run) -> Iterator[_Made]:
    """The marks of a run that have partners; those that stand between them are text."""
    at = run.out
    for tag in run.before:
        yield _Made(at, at + _WIDTHS[tag], "}", -1)
        at += _WIDTHS[tag]
    at += run.count
    for tag in run.after:
        yield _Made(at, at + _WIDTHS[tag], _OPENINGS[tag], 1)
        at += _WIDTHS[tag]


def _joined(text: str, made: Sequence[_Made], plain: Callable[[str], str], start: int, end: int) -> str:
    """What was made with the text between, which is `plain` outside of emphasis."""
    pieces: list[str] = []
    depth = 0
    for one in made:
        deepest = max(depth, depth + one.deeper)
        pieces.append((escaped if depth else plain)(text[start : one.start]))
        if deepest <= DEPTH or not one.deeper:
            pieces.append(_kept(one.tex) if plain is with_capitals and not deepest else one.tex)
        start, depth = one.end, depth + one.deeper
    return "".join(pieces) + plain(text[start:end])


def _kept(tex: str) -> str:
    r"""A formula or a sign with a capital (`\LaTeX{}`) in braces: BibTeX spares no command that is not in them."""
    return f"{{{tex}}}" if tex != tex.lower() and (tex.startswith(_FORMULA) or _SIGN.fullmatch(tex)) else tex


def _dollar(text: str, at: int, _inside: Inside) -> Found:
    return formula(text, at)


def _backtick(text: str, at: int, inside: Inside) -> Found:
    if quoted := _QUOTED.match(text, at):
        if quoted.group(1) is not None:
            return f"``{inside(*quoted.span(1))}''", quoted.end()
        return f"`{inside(*quoted.span(2))}'", quoted.end()
    code = _CODE.match(text, at)
    return (f"\\texttt{{{escaped(code.group(2).strip())}}}", code.end()) if code else NOTHING


def _angle(text: str, at: int, inside: Inside) -> Found:
    found = _TAG.match(text, at)
    return (f"\\{_TAGS[found.group(1).lower()]}{{{inside(*found.span(2))}}}", found.end()) if found else NOTHING


def _link(text: str, at: int, inside: Inside) -> Found:
    """A citation has the text of a link alone."""
    found = _LINK.match(text, at)
    target = DESTINATION.match(text, found.end()) if found else None
    if not found or not target or not (target.group(1) or target.group(2)):
        return NOTHING
    return inside(*found.span(1)), target.end()


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
        "<": _angle,
        "&": _ampersand,
        "~": _tilde,
        "[": _link,
        "!": _link,
    }
)
