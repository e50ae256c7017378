"""What each sign of a paragraph does: one function a sign, from its place to the place where reading goes on."""

import html
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.markup.dollars import display_end, inline_end
from profilegen.markup.emphasis import run_at
from profilegen.markup.latex import brace, close_brace, command
from profilegen.markup.linking import angle, bang, bare_link, bracket, close_bracket
from profilegen.markup.pieces import code_piece, formula_piece
from profilegen.markup.scan import Findings, Scan
from profilegen.markup.signs import literal

Rule = Callable[[Scan, int], int]

# One set of characters, since a search for that is many times faster than one for alternatives.
_SIGN: Final = re.compile(r"[\\$`<&\[\]{}!~\"'#:\n*_|-]")
_SCHEME: Final = re.compile(r"(?<!\w)(?:https?|doi|arxiv)\Z", re.IGNORECASE)
_SCHEME_LENGTH: Final = len("https")
_RULE_LINE: Final = re.compile(r"(?:[-|:= ]++|[* ]++|[_ ]++)(?=\n|\Z)")
_DIVIDER: Final = re.compile(r"\n[ >]*(?=[-|:])[-|: ]*+(?=\n|\Z)")
_BLOCK_START: Final = re.compile(r"[ ]*(?:[-+*>|]|[0-9]+\.[ ])")
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_INVISIBLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_TIED: Final = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.)\]}]))~(?=[\w$\\(\[])|(?<=\d)~(?=[^\W\d_])")
_TWO_CLOSE: Final = re.compile(r"''|\"")
_ONE_CLOSES: Final = re.compile(r"(?<=\S)'(?!\w)")
_DASHES: Final = {2: "–", 3: "—"}


def read(text: str, offset: int, findings: Findings) -> str:
    """The paragraph as Markdown is to see it, its pieces added to the findings."""
    scan = Scan(text, offset, findings)
    position = _rule_line(scan, 0)
    while found := _SIGN.search(text, position):
        at = found.start()
        start = max(position, _BEGINNINGS[found.group()](text, at)) if found.group() in _BEGINNINGS else at
        scan.write(text[position:start])
        position = _RULES[found.group()](scan, start)
    scan.write(text[position:])
    scan.settle()
    return "".join(scan.out)


def _scheme_start(text: str, at: int) -> int:
    """Where `https`, `doi` or `arxiv` begins before its colon; the colon's place where none of them does."""
    start = max(0, at - _SCHEME_LENGTH - 1)
    found = _SCHEME.search(text[start:at])
    return start + found.start() if found else at


def _blanks_start(text: str, at: int) -> int:
    """Where the blanks before an end of line begin."""
    while at and text[at - 1] == " ":
        at -= 1
    return at


def _colon(scan: Scan, at: int) -> int:
    if scan.text[at] != ":":
        return bare_link(scan, at)
    scan.write(":")
    return at + 1


def _end_of_line(scan: Scan, at: int) -> int:
    """Two blanks at the end of a line break it."""
    end = scan.text.index("\n", at)
    if end - at >= _BREAK:
        scan.break_line()
    scan.write(scan.text[at:end] + "\n" if end - at < _BREAK else "\n")
    if _BLOCK_START.match(scan.text, end + 1):
        scan.settle()
    return _rule_line(scan, end + 1)


def _rule_line(scan: Scan, at: int) -> int:
    """A line of a table or under a heading, or a rule across the page, is left to Markdown."""
    found = _RULE_LINE.match(scan.text, at)
    scan.write(found.group() if found else "")
    return found.end() if found else at


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
    if length not in _DASHES:
        scan.write("-" * length)
        return at + length
    before, after = scan.text[at - 1 : at] if at else "", scan.text[at + length : at + length + 1]
    scan.write(_DASHES[length] if _is_dash(before, after) else "-" * length)
    return at + length


def _is_dash(before: str, after: str) -> bool:
    """Whether hyphens between these are a dash, and not an option (`--help`), an arrow or a comment."""
    return not (before in ("!", "<") or after == ">" or (before in (" ", "\n", "(", "") and after.isalpha()))


def _tilde(scan: Scan, at: int) -> int:
    scan.write("\u00a0" if _TIED.match(scan.text, at) else literal("~"))
    return at + 1


def _marks(scan: Scan, at: int) -> int:
    length = _run(scan.text, at, scan.text[at])
    scan.emphasise(run_at(scan.text, at, length, len(scan.out)))
    return at + length


def _bar(scan: Scan, at: int) -> int:
    """Emphasis ends with the cell of a table that it stands in."""
    if scan.next_place(_DIVIDER, 0) >= 0:
        scan.settle()
    scan.write("|")
    return at + 1


def _hash(scan: Scan, at: int) -> int:
    """Only what has a blank after it is the sign of a heading: `#1` and `#tag` are text."""
    length = _run(scan.text, at, "#")
    end = at + length
    scan.write("#" * length if not scan.text[end : end + 1].strip() else literal("#" * length))
    return end


def _run(text: str, at: int, character: str) -> int:
    end = at
    while end < len(text) and text[end] == character:
        end += 1
    return end - at


_BREAK: Final = 2
_BEGINNINGS: Final[Mapping[str, Callable[[str, int], int]]] = MappingProxyType(
    {":": _scheme_start, "\n": _blanks_start}
)
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
        ":": _colon,
        "\n": _end_of_line,
        "#": _hash,
        "*": _marks,
        "_": _marks,
        "|": _bar,
    }
)
