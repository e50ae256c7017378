"""Formulas: TeX to MathML, with the reason and the place where one cannot be converted."""

import html
import re
from functools import lru_cache
from typing import Final

from math_core import LatexError, LatexToMathML

from profilegen.markup.formula_text import readable_formula
from profilegen.markup.macros import MACROS
from profilegen.markup.mathml import without_style
from profilegen.values import Struct

LENGTH: Final = 4_000
"""A formula has at most this many characters."""

NESTING: Final = 200
"""Commands and groups in a formula nest at most this deep: the converter's stack ends the process near 3,000."""

REMEMBERED: Final = 1_024
"""So many short formulas are remembered: `$n$` stands in many texts."""

_SHORT: Final = 200
_DEFINITION: Final = re.compile(
    r"\\(?:(?:re|provide)?newcommand|providecommand|[gex]?def|let|futurelet|global|long|outer|newenvironment"
    r"|DeclareMathOperator|DeclarePairedDelimiter)(?![A-Za-z])"
)
_PLACE: Final = re.compile(r"([0-9]+): (.*)", re.DOTALL)
_ANNOTATION: Final = re.compile(r"(<annotation [^>]*>).*(</annotation>)", re.DOTALL)
_PART: Final = re.compile(r"\\[A-Za-z]+|\\.|\S", re.DOTALL)

# What people paste from documents, said the way the converter understands it.
_UNNUMBERED: Final = re.compile(r"\\(begin|end)\{(align|gather|multline)\}")
_WHOLE: Final = re.compile(r"\s*\\begin\{(equation\*?|displaymath|math)\}(.*)\\end\{\1\}\s*", re.DOTALL)
_RENAMED: Final = {
    "split": "aligned",
    "alignedat": "aligned",
    "alignat": "align*",
    "alignat*": "align*",
    "flalign": "align*",
    "flalign*": "align*",
    "smallmatrix": "matrix",
    "tabular": "array",
    "eqnarray": "array",
    "eqnarray*": "array",
    **{f"{kind}matrix*": f"{kind}matrix" for kind in ("", "p", "b", "B", "v", "V")},
}
_ENVIRONMENT: Final = re.compile(
    r"\\(begin|end)\{(split|(?:al|flal)ign\*?|alignat\*?|alignedat|smallmatrix|tabular|eqnarray\*?|[pbBvV]?matrix\*)\}"
    r"(?:\s*\[[a-z]\])?"
)
_COLUMNS: Final = re.compile(r"(\\begin\{(?:alignat\*?|alignedat)\})\s*\{[0-9]+\}")
_ROW_SPACE: Final = re.compile(r"\\\\\*?\s*\[\s*-?[0-9.]+\s*(?:em|ex|pt|mm|cm|in|pc|mu|px)\s*\]|\\\\\*")
_POSITION: Final = re.compile(r"(\\begin\{(?:aligned|gathered|split)\})\s*\[[tbc]\]")
_COLUMN_GAPS: Final = re.compile(r"(?<=[{|a-z}])@\{[^{}]*\}")
_DOUBLE_RULES: Final = re.compile(r"(\\h(?:dash)?line\s*){2,}")
_DROPPED: Final = re.compile(r"\\(?:label|vspace\*?)\s*\{[^{}]*\}")
_MODEL: Final = re.compile(r"\\textcolor\s*(\[[A-Za-z]+\])\s*(\{[^{}]*\})\s*\{")
_PERCENT: Final = re.compile(r"(?<!\\)%(?!\n)")
_TEXT: Final = re.compile(r"\\(text(?:rm|normal|it|bf|up)?|mbox|hbox)\s*\{([^{}]*\$[^{}]*)\}")
_XML_ENTITY: Final = re.compile(r"&(?:lt|gt|amp);")
_NEEDS_HELP: Final = re.compile(r"%|&[lga]|\$|\\(?:begin|label|vspace|textcolor)|\\\\")


class Formula(Struct, frozen=True):
    """A formula as MathML; where `fault` says why there is none, its source as code. `at` is the fault's offset."""

    html: str
    plain: str
    fault: str = ""
    at: int = 0


class Formulas:
    """The converter: made once, since it reads its macros; no formula changes what becomes of another."""

    def __init__(self) -> None:
        self._convert = LatexToMathML(
            macros=dict(MACROS),
            annotation=True,
            allow_unreliable_rendering=True,
            fancy_error=False,
        ).convert_with_local_state
        self._remembered = lru_cache(REMEMBERED)(self._made)

    def formula(self, tex: str, *, display: bool) -> Formula:
        """The formula that `tex`, without its dollars, says; on a line of its own where `display`."""
        return self._remembered(tex, display) if len(tex) <= _SHORT else self._made(tex, display)

    def _made(self, tex: str, display: bool) -> Formula:  # noqa: FBT001 - by place, for the memory
        if fault := _too_much(tex):
            return _refused(tex, fault)
        given = _understandable(tex)
        try:
            mathml = self._convert(given, displaystyle=display)
        except LatexError as error:
            at, reason = _place_and_reason(error)
            return _refused(tex, reason, at if given == tex else 0)
        source = html.escape(tex, quote=False)
        if display:  # it scrolls where it is wider than its column, so a keyboard must reach it
            mathml = mathml.replace("<math ", '<math tabindex="0" ', 1)
        annotated = _ANNOTATION.sub(lambda found: found.group(1) + source + found.group(2), without_style(mathml))
        return Formula(annotated, readable_formula(tex))


def _refused(tex: str, fault: str, at: int = 0) -> Formula:
    return Formula(f'<code class="formula">{html.escape(tex, quote=False)}</code>', readable_formula(tex), fault, at)


def _place_and_reason(error: LatexError) -> tuple[int, str]:
    """The offset, and the converter's words as part of a sentence."""
    found = _PLACE.fullmatch(str(error))
    at, reason = (int(found.group(1)), found.group(2)) if found else (0, str(error))
    return at, (reason[:1].lower() + reason[1:]).rstrip(".").replace('"', "'")


def _too_much(tex: str) -> str:
    if len(tex) > LENGTH:
        return f"it is longer than {LENGTH:,} characters"
    if "\\" in tex and _DEFINITION.search(tex):
        return "a formula cannot define commands"
    if len(tex) > _SHORT and _depth(tex) > NESTING:
        return f"it is nested more than {NESTING} deep"
    return ""


def _depth(tex: str) -> int:
    """How deep groups and arguments can nest: a command takes what follows within a character as its argument."""
    level = deepest = gap = 0
    groups: list[int] = []
    for part in _PART.findall(tex):
        if part in ("{", "\\left", "\\begin"):
            groups.append(level)
            level, gap = level + 1, 0
        elif part in ("}", "\\right", "\\end"):
            level, gap = (groups.pop() if groups else 0), 0
        elif part.startswith("\\") or part in "^_":
            level, gap = level + 1, 0
        else:
            gap += 1
            if gap > 1:
                level = groups[-1] + 1 if groups else 0
        deepest = max(deepest, level)
    return deepest


def _understandable(tex: str) -> str:
    if not _NEEDS_HELP.search(tex):
        return tex
    plain = _XML_ENTITY.sub(lambda found: html.unescape(found.group()), tex)
    plain = _TEXT.sub(_split_text, _PERCENT.sub(r"\\%", plain))
    plain = _MODEL.sub(r"{\\color\1\2", plain)
    return _known_environments(plain) if "\\begin" in plain else _ROW_SPACE.sub(r"\\\\", plain)


def _known_environments(tex: str) -> str:
    plain = _DROPPED.sub("", _ROW_SPACE.sub(r"\\\\", _POSITION.sub(r"\1", tex)))
    plain = _DOUBLE_RULES.sub(r"\1", _COLUMN_GAPS.sub("", plain))
    if whole := _WHOLE.fullmatch(plain):
        plain = whole.group(2)
    plain = _ENVIRONMENT.sub(_renamed, _COLUMNS.sub(r"\1", plain))
    return _UNNUMBERED.sub(r"\\\1{\2*}", plain)


def _renamed(found: re.Match[str]) -> str:
    side, name = found.group(1), found.group(2)
    columns = "{rcl}" if side == "begin" and name.startswith("eqnarray") else ""
    return f"\\{side}{{{_RENAMED.get(name, name)}}}{columns}"


def _split_text(found: re.Match[str]) -> str:
    r"""`\text{if $x$}` as `\text{if }x`, since the converter knows no formula within a text."""
    parts = re.split(r"(?<!\\)\$", found.group(2))
    return "".join(f"{{{part}}}" if place % 2 else f"\\{found.group(1)}{{{part}}}" for place, part in enumerate(parts))
