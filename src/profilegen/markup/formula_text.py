"""A formula in plain text, for window titles, feeds and screen readers: Unicode where it is simple, else TeX."""

import re
from typing import Final

from profilegen.markup.symbols import FUNCTIONS, MATHS, SIGNS

_FONT: Final = re.compile(
    r"\\(?:math(?:rm|it|bf|sf|tt|cal|scr|frak|normal|bin|rel|op|ord)|text(?:rm|it|bf|sf|tt|sc|normal|up)?|mbox|hbox"
    r"|boldsymbol|bm|pmb|emph|operatorname\*?|ensuremath|widetilde|smash)\s*\{([^{}]*)\}"
)
_OLD_FONT: Final = re.compile(r"\{\\(?:rm|it|bf|sf|tt|cal|em)(?![A-Za-z])\s*([^{}]*)\}")
_BLACKBOARD: Final = re.compile(r"\\(?:mathbb|mathds|Bbb)\s*(?:\{([A-Z])\}|([A-Z]))")
_DOUBLE: Final = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)\s*")
_SPACE: Final = re.compile(r"\\[,;:! ]|\\q?quad(?![A-Za-z])|~")
_SIZE: Final = re.compile(r"\\(?:left|right|[bB]ig{1,2}[lrm]?)(?![A-Za-z])\.?")
_ESCAPED: Final = re.compile(r"\\([%&#_$])")
_SCRIPT: Final = re.compile(r"([\^_])(?:\{([^{}]+)\}|([^\s{}\\^_]))")
_LEFT: Final = re.compile(r"[\\{}^_&]")
_UPPER: Final = str.maketrans(
    "0123456789+-=()niabcdefghjklmoprstuvwxyzT*′∗", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ*′*"
)
_LOWER: Final = str.maketrans("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")


def readable_formula(tex: str) -> str:
    r"""The formula on one line: `O(n^2)` is O(n²), `\frac{a}{b}` stays as it is."""
    source = " ".join(tex.split())
    if _plain(source):
        return source
    text = _SIZE.sub("", _SPACE.sub(" ", source))
    text = _FONT.sub(r"\1", _OLD_FONT.sub(r"\1", _FONT.sub(r"\1", text)))
    text = _BLACKBOARD.sub(lambda found: _DOUBLE.get(found[1] or found[2], found[0]), text)
    text = _COMMAND.sub(_sign, _ESCAPED.sub(r"\1", text))
    text = _SCRIPT.sub(_script, text.replace("^∘", "°").replace("^{∘}", "°"))
    text = " ".join(text.split())
    return text if text and not _LEFT.search(text) else source


def _plain(source: str) -> bool:
    return not _LEFT.search(source) and "~" not in source


def _sign(found: re.Match[str]) -> str:
    name = found[1]
    if name in FUNCTIONS:
        return f" {name} "
    sign = MATHS.get(name) or SIGNS.get(name)
    spaced = " " if found[0].endswith(" ") and not (sign and sign.isalpha()) else ""
    return sign + spaced if sign else found[0]


def _script(found: re.Match[str]) -> str:
    argument = found[2] or found[3]
    table = _UPPER if found[1] == "^" else _LOWER
    return argument.translate(table) if all(ord(letter) in table for letter in argument) else found[0]
