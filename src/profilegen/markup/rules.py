"""What each sign of a paragraph does: one function a sign, from its place to the place where reading goes on."""

import html
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.markup.dollars import display_end, inline_end
from profilegen.markup.latex import brace, close_brace, command
from profilegen.markup.linking import angle, bang, bare_link, bracket, close_bracket
from profilegen.markup.pieces import code_piece, formula_piece
from profilegen.markup.scan import Findings, Scan
from profilegen.markup.signs import literal

Rule = Callable[[Scan, int], int]

_TOKEN: Final = re.compile(
    r"(?P<line>^(?=[-|:= ]++$)[-|:= ]++)"
    r"|[\\$`<&\[\]{}!~\"]|'{1,2}|-{2,}|(?<! ) {2,}+\n|(?<!#)#++(?=[^#\s])|(?<!\w)(?:https?://|doi:|arxiv:)",
    re.IGNORECASE | re.MULTILINE,
)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_INVISIBLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_TIED: Final = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.)\]}]))~(?=[\w$\\(\[])|(?<=\d)~(?=[^\W\d_])")
_TWO_CLOSE: Final = re.compile(r"''|\"")
_ONE_CLOSES: Final = re.compile(r"(?<=\S)'(?!\w)")
_DASHES: Final = {2: "–", 3: "—"}


def read(text: str, offset: int, findings: Findings) -> str:
    """The paragraph as Markdown is to see it, its pieces added to the findings."""
    scan = Scan(text, offset, findings)
    position = 0
    while found := _TOKEN.search(text, position):
        scan.write(text[position : found.start()])
        rule = _as_typed if found["line"] else _RULES.get(found.group()[0], bare_link)
        position = rule(scan, found.start())
    scan.write(text[position:])
    return "".join(scan.out)


def _dollar(scan: Scan, at: int) -> int:
    display = scan.text.startswith("$$", at)
    width = 2 if display else 1
    end = display_end(scan.text, at) if display else inline_end(scan.text, at)
    if not end:
        dollars = len(scan.text) - at - len(scan.text[at:].lstrip("$")) if display else 1
        scan.write("$" * dollars)
        return at + dollars
    scan.put(formula_piece(scan, at, (at + width, end - width), display=display))
    return end


def _backticks(scan: Scan, at: int) -> int:
    length = _run(scan.text, at, "`")
    end = scan.next_backticks(at + length, length)
    if closing := _closing_quote(scan, at, length, end):
        marks = ("“", "”") if length > 1 else ("‘", "’")
        scan.write(marks[0])
        scan.closers[closing] = marks[1]
        return at + length
    if end < 0:
        scan.write(literal("`" * length))
        return at + length
    scan.put(code_piece(scan.text[at + length : end]))
    return end + length


def _closing_quote(scan: Scan, at: int, length: int, end: int) -> int:
    """Where LaTeX's quotation that opens with backticks at `at` closes; 0 where they enclose code, or stand alone."""
    start = at + length
    if length > len(_DASHES) or scan.text[start : start + 1].isspace():
        return 0
    closing = scan.next_place(_ONE_CLOSES if length == 1 else _TWO_CLOSE, start)
    if closing < 0 or (length == 1 and (scan.text[at - 1 : at].isalnum())):
        return 0
    if end < 0:
        return closing
    return closing if closing < end and (length > 1 or _opens(scan.text, end)) else 0


def _opens(text: str, at: int) -> bool:
    """Whether the backtick at `at` begins something: a blank or a bracket before it, a letter after it."""
    return (not text[at - 1 : at].strip() or text[at - 1] in "([{") and text[at + 1 : at + 2].isalnum()


def _quote(scan: Scan, at: int) -> int:
    width = 2 if scan.text.startswith("''", at) else 1
    scan.write(scan.closers.get(at, scan.text[at : at + width]))
    return at + width


def _ampersand(scan: Scan, at: int) -> int:
    found = _ENTITY.match(scan.text, at)
    shown = _INVISIBLE.sub("\ufffd", html.unescape(found.group())) if found else "&"
    scan.write(literal(shown))
    return found.end() if found else at + 1


def _hyphens(scan: Scan, at: int) -> int:
    length = _run(scan.text, at, "-")
    before, after = scan.text[at - 1 : at] if at else "", scan.text[at + length : at + length + 1]
    scan.write(_DASHES[length] if length in _DASHES and _is_dash(before, after) else "-" * length)
    return at + length


def _is_dash(before: str, after: str) -> bool:
    """Whether hyphens between these are a dash, and not an option (`--help`), an arrow or a comment."""
    return not (before in ("!", "<") or after == ">" or (before in (" ", "\n", "(", "") and after.isalpha()))


def _as_typed(scan: Scan, at: int) -> int:
    """A line of a table or under a heading, a rule across the page: Markdown's."""
    end = scan.text.find("\n", at)
    scan.write(scan.text[at : end if end >= 0 else len(scan.text)])
    return end if end >= 0 else len(scan.text)


def _tilde(scan: Scan, at: int) -> int:
    scan.write("\u00a0" if _TIED.match(scan.text, at) else literal("~"))
    return at + 1


def _line_break(scan: Scan, at: int) -> int:
    scan.break_line()
    return at + _run(scan.text, at, " ")


def _hash(scan: Scan, at: int) -> int:
    length = _run(scan.text, at, "#")
    scan.write(literal("#" * length))
    return at + length


def _run(text: str, at: int, character: str) -> int:
    end = at
    while end < len(text) and text[end] == character:
        end += 1
    return end - at


_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "\\": command,
        "$": _dollar,
        "`": _backticks,
        "<": angle,
        "&": _ampersand,
        "[": bracket,
        "]": close_bracket,
        "{": brace,
        "}": close_brace,
        "!": bang,
        "~": _tilde,
        '"': _quote,
        "'": _quote,
        "-": _hyphens,
        " ": _line_break,
        "#": _hash,
    }
)
