r"""What begins with a backslash or a brace in a title: passed on where it only prints, else printed as typed."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.exports.formulas import formula
from profilegen.exports.tex import escaped, sign
from profilegen.markup.symbols import REFERENCE, referred

Inside = Callable[[int, int], str]
"""Reads what stands inside of something else, from one offset of the text to another."""

Found = tuple[str, int]
"""LaTeX, and where reading goes on; NOTHING where the sign means itself."""

NOTHING: Final[Found] = ("", 0)

_ACCENT: Final = re.compile(
    r"\{?(\\(?:['`\"^~=.]\s*(?:\{(?:\\?[A-Za-z])?\}|\\[ij](?![A-Za-z])|[A-Za-z])|[cvuHkrdb](?:\s*\{(?:\\?[A-Za-z])?\}|\s+[A-Za-z](?![A-Za-z]))))"
)
_LETTER: Final = re.compile(r"\{?\\(aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j|dh|DH|th|TH|dj|DJ|ng|NG)(?![A-Za-z])(?:\{\}|\s*)")
_DECLARED: Final = re.compile(r"\{\s*\\(em|it|bf|tt|sl|sc)(?![A-Za-z])\s*")
_HREF: Final = re.compile(r"\\href\s*\{[^{}\n]*+\}\s*\{")
_URL: Final = re.compile(r"\\url\s*\{([^{}]*+)\}")
_NAME: Final = re.compile(r"\\([A-Za-z]+)")
_PUNCTUATION: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES: Final[Mapping[str, str]] = MappingProxyType({" ": " ", ",": r"\,", "/": ""})
_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)

# BibTeX sets what is in `{\\em ..}` in small letters and spares what is in `\\emph{..}`.
_DECLARATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"em": "emph", "it": "textit", "bf": "textbf", "tt": "texttt", "sl": "textsl", "sc": "textsc"}
)
_STYLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: name for name in "emph underline mbox textsuperscript textsubscript".split()},
        **{name: name for name in "textbf textit textsl texttt textsc textrm textsf textup textmd textnormal".split()},
        "text": "textnormal",
    }
)
_SIGNS: Final = frozenset(
    "ldots dots S P copyright pounds dag ddag TeX LaTeX textellipsis textendash textemdash textregistered "
    "texttrademark textdegree textbullet textbackslash textasciitilde textasciicircum textless textgreater textbar "
    "textunderscore textdollar textbraceleft textbraceright textpm texttimes textmu textquoteleft textquoteright "
    "textquotedblleft textquotedblright".split()
)
_MATHS: Final = frozenset(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
    "varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega pm times cdot leq geq neq approx "
    "sim to rightarrow leftarrow infty ell in".split()
)


def backslash(text: str, at: int, inside: Inside) -> Found:
    r"""A formula, an accent, a letter, a style, a sign, a link, the end of a line, or Markdown's escape."""
    if (made := formula(text, at))[1]:
        return made
    for rule in (_accent, _letter):
        if (made := rule(text, at))[1]:
            return made
    for reader in (_named, _linked):
        if (made := reader(text, at, inside))[1]:
            return made
    return _escape(text, at)


def brace(text: str, at: int, inside: Inside) -> Found:
    r"""The beginning of `{\em ..}` or of a letter as `{\"o}`; other braces are printed, as the page prints them."""
    if declared := _DECLARED.match(text, at):
        end = _group_end(text, declared.end())
        if not end:
            return NOTHING
        return f"\\{_DECLARATIONS[declared.group(1)]}{{{inside(declared.end(), end - 1)}}}", end
    found = _accent(text, at)
    return found if found[1] else _letter(text, at)


def _escape(text: str, at: int) -> Found:
    following, after = text[at + 1 : at + 2], text[at + 2 : at + 3]
    if following in _SPACES:
        return _SPACES[following], at + 2
    if following == "\\" and not after.strip():
        return " ", at + 2
    mark = _PUNCTUATION.match(text, at)
    return (sign(mark.group(1)), mark.end()) if mark else NOTHING


def _accent(text: str, at: int) -> Found:
    found = _ACCENT.match(text, at)
    return _closed(text, found, f"{{{found.group(1)}}}") if found else NOTHING


def _letter(text: str, at: int) -> Found:
    found = _LETTER.match(text, at)
    return _closed(text, found, f"{{\\{found.group(1)}}}") if found else NOTHING


def _closed(text: str, found: re.Match[str], tex: str) -> Found:
    """What was found, with the brace after it where one opened before it."""
    if not found.group().startswith("{"):
        return tex, found.end()
    return (tex, found.end() + 1) if text.startswith("}", found.end()) else NOTHING


def _named(text: str, at: int, inside: Inside) -> Found:
    found = _NAME.match(text, at)
    if found is None:
        return NOTHING
    name, end = found.group(1), found.end()
    if (style := _STYLES.get(name)) and text.startswith("{", end):
        close = _group_end(text, end + 1)
        return (f"\\{style}{{{inside(end + 1, close - 1)}}}", close) if close else NOTHING
    after = end + 2 if text.startswith("{}", end) else end
    if name in _SIGNS:
        return f"\\{name}{{}}", after
    if name in _MATHS:
        return f"$\\{name}$", after
    # As on the page, the star of a command that is printed is no mark.
    return (escaped(f"\\{name}*"), end + 1) if text.startswith("*", end) else NOTHING


def _linked(text: str, at: int, inside: Inside) -> Found:
    r"""A citation has the text of a `\href` alone, and of a reference what the page shows."""
    if found := _HREF.match(text, at):
        close = _group_end(text, found.end())
        return (inside(found.end(), close - 1), close) if close else NOTHING
    if found := _URL.match(text, at):
        return escaped(found.group(1).strip()), found.end()
    reference = REFERENCE.match(text, at)
    return (escaped(referred(reference)), reference.end()) if reference else NOTHING


def _group_end(text: str, at: int) -> int:
    """Where the group ends whose content begins at `at`, past its brace; 0 where it does not."""
    depth = 1
    for found in _BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    return 0
