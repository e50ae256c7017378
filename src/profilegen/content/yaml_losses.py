"""Text that YAML reads as something else than its author meant, and how to write it so that it is kept."""

import re
from typing import Final

from profilegen.content.nodes import Scalar
from profilegen.content.source import place_at
from profilegen.problems import Place, Problem, escaped, problem, quoted

ESCAPE_HINT: Final = "use single quotes, or double the backslash"
QUOTE_HINT: Final = "put the whole value in quotes"

_LEAD: Final = re.compile(r"[ ]*((?:-[ ]+)*(?:[\w-]+[ \t]*:[ \t]+)?)")
_HINT_LENGTH: Final = 160
COMMENT: Final = re.compile(r"[ \t]+(#.*)")
# An empty value before `# ...` is a comment as people write them; `#1 in the world` is not.
_COMMENT_FOR_VALUE: Final = re.compile(r"[ \t]+(#[^\s#].*)")

# `\x41` and `\u00e9` are asked for; `\a \b \e \f \v \0` make control characters, `\N \L \P` line ends, `\_` a no-break
# space, which nobody types in a record; `\n \r \t` are meant unless they begin a command of LaTeX; `G\"odel` is an
# umlaut.
_ESCAPE: Final = re.compile(r"""\\(?:(?P<never>[abefv0NLP_][A-Za-z]*)|(?P<maybe>[nrt][A-Za-z]+)|(?P<other>.|\n))""")
_UMLAUT: Final = re.compile(r"""(?<=[A-Za-z])\\"[AEIOUYaeiouy]""")
_COMMANDS: Final = frozenset(
    """
    nabla natural ncong ne nearrow neg neq newblock newcommand newline newpage nexists nge ngeq ngtr ni nleq nless nmid
    nobreak noindent nolimits nonumber normalfont normalsize not notag notin nparallel nprec nsim nsubseteq nsucc
    nsupseteq nu null numberline nwarrow
    raggedright raise raisebox rangle rbrace rbrack rceil ref renewcommand require resizebox restriction rfloor rgroup
    rho right rightarrow rightharpoondown rightharpoonup rightleftarrows rightleftharpoons rightrightarrows
    rightsquigarrow risingdotseq rm rmfamily root rotatebox rule rtimes rvert rVert
    tabular tag tan tanh tau tbinom text textasciicircum textasciitilde textbackslash textbf textcircled textcolor
    textdegree textemdash textendash textgreater textit textless textmd textnormal textquotedblleft textquotedblright
    textquoteleft textquoteright textregistered textrm textsc textsf textsl textstyle textsubscript textsuperscript
    texttrademark texttt textup textwidth tfrac thanks therefore theta thickapprox thicksim thinspace tilde times tiny
    to top trademark triangle triangledown triangleleft trianglelefteq triangleq triangleright trianglerighteq tt
    ttfamily twoheadleftarrow twoheadrightarrow
    """.split()
)
"""Commands of LaTeX, of its AMS packages and of graphics that begin with n, r or t and have two letters or more."""


def comment_loss(scalar: Scalar, line: str, end: int, line_number: int) -> Problem | None:
    """Text that a comment cuts from an unquoted value, which ends at `line[end]`, a line of the file."""
    found = (COMMENT if scalar.value else _COMMENT_FOR_VALUE).match(line, end)
    if found is None or (scalar.null and scalar.value):
        return None
    place = Place(scalar.path, line_number, found.start(1) + 1)
    message = f"YAML reads {quoted(found[1].rstrip())} as a comment, not as a part of the value"
    begin = scalar.column - 1 if scalar.value else found.start(1)
    quoting = quoting_hint(line, begin) if scalar.line == line_number else QUOTE_HINT
    hint = f"{quoting}, or put the comment on a line of its own"
    return problem("lost-text", place, message, hint)


def escape_loss(raw: str, start: Place) -> Problem | None:
    """The first escape that nobody means, in the source `raw` of a double-quoted scalar that begins at `start`."""
    found = next((escape for escape in _ESCAPE.finditer(raw) if _is_lost(escape)), None) or _UMLAUT.search(raw)
    if found is None:
        return None
    place = place_at(raw, found.start(), start.path, start.line)
    if place.line == start.line:
        place = Place(start.path, start.line, start.column + found.start())
    message = f"in double quotes YAML reads {quoted(found[0])} as an escape, not as it is typed"
    return problem("lost-text", place, message, ESCAPE_HINT)


def quoting_hint(line: str, column: int | None = None) -> str:
    """How to write the value of `line` (`key: value`, `- value`) so that YAML takes it as it is typed.

    Where the value is known to begin at `column`, from 0, and the line's own begins elsewhere, the hint names none.
    """
    lead = _LEAD.match(line)
    if lead is None or len(line) > _HINT_LENGTH or column not in (None, lead.end()):
        return QUOTE_HINT
    value = line[lead.end() :].strip(" \t")
    return f"write {escaped(lead[1] + in_quotes(value))}" if value else QUOTE_HINT


def in_quotes(value: str) -> str:
    """`value` as a quoted YAML scalar of one line; quotes that already stand around all of it are not doubled."""
    value = _without_quotes(value)
    if "\\" in value or '"' in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def value_column(line: str) -> int | None:
    """The column, from 0, at which the value of `line` begins; None where the line is no `key: value` or `- value`."""
    lead = _LEAD.match(line)
    return lead.end() if lead and lead[1] and lead.end() < len(line) else None


def _is_lost(escape: re.Match[str]) -> bool:
    return bool(escape["never"]) or escape["maybe"] in _COMMANDS


def _without_quotes(value: str) -> str:
    mark, inner = value[0], value[1:-1]
    if mark not in "'\"" or value[-1] != mark or len(value) < 3:  # noqa: PLR2004 - two quotes and what they hold
        return value
    # `"A" and "B"`: the first quote is closed before the last one is reached.
    after = inner.find(mark) + 1
    return value if after and inner[after : after + 1] in ("", " ") else inner
