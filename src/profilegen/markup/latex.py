r"""LaTeX in prose: commands, groups, accents; formulas in `\(..\)`, `\[..\]` and environments."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.markup.linking import checked, link_opening, url_argument
from profilegen.markup.links import unescaped
from profilegen.markup.pieces import formula_piece
from profilegen.markup.scan import Opening, Scan
from profilegen.markup.signs import literal
from profilegen.markup.symbols import ACCENT, LETTERS, MATHS, REFERENCE, SIGNS, accented, referred

_COMMAND: Final = re.compile(r"\\([A-Za-z]+)(\*?)")
_ENVIRONMENT: Final = re.compile(
    r"\\begin\{((?:equation|align|gather|multline|eqnarray|flalign|alignat)\*?|displaymath|math|split|aligned|gathered"
    r"|cases|array|[pbBvV]?matrix|smallmatrix)\}"
)
_ARGUMENT: Final = re.compile(r"\s*\{([^{}]*+)\}")
_OPEN_ARGUMENT: Final = re.compile(r"\s*\{")
_HREF: Final = re.compile(r"\s*\{([^{}\n]*+)\}\s*\{")
_BRACED_LETTER: Final = re.compile(rf"\{{(?:({ACCENT.pattern})|\\([A-Za-z]{{1,2}}))\s*\}}")
_DECLARATION: Final = re.compile(r"\{\s*\\(em|it|bf|tt|sl|sc|rm|sf|itshape|bfseries|ttfamily|scshape)(?![A-Za-z])\s*")
_FIRST_COMMAND: Final = re.compile(r"\{\\([A-Za-z]+)")
_BLANKS: Final = re.compile(r"\s+")
_CLOSE_ROUND: Final = re.compile(r"\\\)")
_CLOSE_SQUARE: Final = re.compile(r"\\\]")

# Tags around a command's argument; "" for commands that change nothing a page shows.
_TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("textbf", "mathbf", "bf", "bfseries"), "strong"),
        **dict.fromkeys(("emph", "textit", "textsl", "mathit", "em", "it", "sl", "itshape"), "em"),
        **dict.fromkeys(("texttt", "mathtt", "tt", "ttfamily"), "code"),
        **dict.fromkeys(("underline", "uline"), "u"),
        **dict.fromkeys(("textsc", "sc", "scshape", "rm", "sf", "text", "textrm", "textsf", "textup", "textmd"), ""),
        **dict.fromkeys(("textnormal", "mbox", "hbox", "ensuremath", "textcolor"), ""),
        **dict.fromkeys(("mathrm", "mathcal", "mathbb", "mathsf", "mathfrak", "mathscr"), ""),
        "textsuperscript": "sup",
        "textsubscript": "sub",
    }
)
_DROPPED: Final = frozenset(
    "noindent xspace protect par smallskip medskip bigskip centering small large normalsize footnotesize sloppy "
    "selectfont maketitle null relax allowbreak nobreak leavevmode bfseries itshape".split()
)
_BREAKS: Final = frozenset({"newline", "linebreak"})
_SPACES: Final = {",": "\u2009", " ": " ", "\n": "\n"}
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def command(scan: Scan, at: int) -> int:
    """Whatever begins with a backslash."""
    following = scan.text[at + 1 : at + 2]
    if following.isalpha() and following.isascii():
        return _named(scan, at)
    if following in ("(", "["):
        return _formula(scan, at, following)
    if following == "\\":
        return _two_backslashes(scan, at)
    if (found := ACCENT.match(scan.text, at)) and (letter := _accent(scan, at, found)):
        scan.write(literal(letter))
        return found.end()
    return _escape(scan, at, following)


def _accent(scan: Scan, at: int, found: re.Match[str]) -> str:
    r"""The accented letter; "" for `1\.a`, where Markdown's escape is meant."""
    return "" if found["mark"] == "." and scan.text[at - 1 : at].isdigit() else accented(found)


def _escape(scan: Scan, at: int, following: str) -> int:
    if not following or (following not in _SPACES and following not in _PUNCTUATION):
        scan.write(literal("\\"))
        return at + 1
    if not _is_silent(scan.text, at, following):
        scan.write(_SPACES.get(following) or literal(following))
    return at + 2


def _is_silent(text: str, at: int, following: str) -> bool:
    """Whether this is LaTeX's italic correction after a group, or its place for a hyphen within a word."""
    before, after = text[at - 1 : at], text[at + 2 : at + 3]
    return (following == "/" and before == "}") or (following == "-" and before.isalpha() and after.isalpha())


def _two_backslashes(scan: Scan, at: int) -> int:
    """LaTeX's end of a line before a blank, else Markdown's backslash."""
    after = scan.text[at + 2 : at + 3]
    if after.isspace() or not after:
        scan.break_line()
    else:
        scan.write(literal("\\"))
    return at + 2


def _formula(scan: Scan, at: int, opening: str) -> int:
    end = scan.next_place(_CLOSE_ROUND if opening == "(" else _CLOSE_SQUARE, at + 2)
    if end < 0 or not scan.text[at + 2 : end].strip():
        scan.write(literal(opening))
        return at + 2
    scan.put(formula_piece(scan, at, (at + 2, end), display=opening == "["))
    return end + 2


def _named(scan: Scan, at: int) -> int:
    found = _COMMAND.match(scan.text, at)
    if not found:
        return _escape(scan, at, "")
    if name_rule := _BY_NAME.get(found.group(1)):
        return name_rule(scan, at)
    for rule in (_tagged, _sign, _reference):
        if end := rule(scan, at, found):
            return end
    if (accent := ACCENT.match(scan.text, at)) and (letter := accented(accent)):
        scan.write(literal(letter))
        return accent.end()
    scan.write(literal(found.group()))
    return found.end()


def _tagged(scan: Scan, at: int, found: re.Match[str]) -> int:
    name = found.group(1)
    argument = _OPEN_ARGUMENT.match(scan.text, found.end(1))
    if name not in _TAGS or not argument:
        return 0
    start = argument.end()
    if name == "textcolor" and (color := _HREF.match(scan.text, found.end(1))):
        start = color.end()
    _open_group(scan, at, start, _TAGS[name])
    return start


def _open_group(scan: Scan, at: int, start: int, tag: str) -> None:
    before, after = (f"<{tag}>", f"</{tag}>") if tag else ("", "")
    scan.open(Opening("{", start, len(scan.out), before, after))
    scan.write(literal(scan.text[at:start]))


def _sign(scan: Scan, _at: int, found: re.Match[str]) -> int:
    name, end = found.group(1), found.end(1)
    if name in LETTERS:
        scan.write(LETTERS[name])
        blanks = _BLANKS.match(scan.text, end)
        return _without_braces(scan, blanks.end() if blanks else end)
    if (shown := SIGNS.get(name) or MATHS.get(name)) is not None:
        scan.write(literal(shown))
        return _without_braces(scan, end)
    if name in _DROPPED:
        blanks = _BLANKS.match(scan.text, end)
        return blanks.end() if blanks else end
    if name in _BREAKS:
        scan.break_line()
        return end
    return 0


def _without_braces(scan: Scan, end: int) -> int:
    return end + 2 if scan.text.startswith("{}", end) else end


def _reference(scan: Scan, at: int, _found: re.Match[str]) -> int:
    reference = REFERENCE.match(scan.text, at)
    if not reference:
        return 0
    if shown := referred(reference):
        scan.write(literal(shown))
    return reference.end()


def _environment(scan: Scan, at: int) -> int:
    found = _ENVIRONMENT.match(scan.text, at)
    closing = f"\\end{{{found.group(1)}}}" if found else ""
    end = scan.next_place(re.compile(re.escape(closing)), at) if found else -1
    if end < 0:
        scan.write(literal("\\begin"))
        return at + len("\\begin")
    end += len(closing)
    scan.put(formula_piece(scan, at, (at, end), display=True))
    return end


def _url(scan: Scan, at: int) -> int:
    start = at + len("\\url")
    found = _ARGUMENT.match(scan.text, start)
    if not found:
        scan.write(literal("\\url"))
        return start
    url_argument(scan, found.start(1), found.group(1).strip())
    return found.end()


def _href(scan: Scan, at: int) -> int:
    start = at + len("\\href")
    found = _HREF.match(scan.text, start)
    if not found:
        scan.write(literal("\\href"))
        return start
    target = unescaped(found.group(1).strip())
    address = checked(scan, found.start(1), target) if scan.findings.linked else ""
    scan.open(link_opening("{", found.end(), len(scan.out), address))
    scan.write(literal(scan.text[at : found.end()]))
    return found.end()


def brace(scan: Scan, at: int) -> int:
    r"""The beginning of a group: `{\em ..}`, a letter as `{\"o}`, or a brace as typed."""
    if found := _BRACED_LETTER.match(scan.text, at):
        letter = accented(found) if found[1] else LETTERS.get(found.group(found.re.groups), "")
        if letter:
            scan.write(literal(letter))
            return found.end()
    if declared := _DECLARATION.match(scan.text, at):
        _open_group(scan, at, declared.end(), _TAGS[declared.group(1)])
        return declared.end()
    known = _FIRST_COMMAND.match(scan.text, at)
    invisible = known and (known[1] in _TAGS or known[1] in SIGNS or known[1] in MATHS)
    scan.open(Opening("{", at + 1, len(scan.out), "" if invisible else None))
    scan.write("{")
    return at + 1


def close_brace(scan: Scan, at: int) -> int:
    """The end of a group."""
    opening = scan.close("{")
    if opening is None or opening.before is None or (opening.link and scan.holds_link(opening)):
        scan.write("}")
    else:
        scan.enclose(opening)
    return at + 1


_BY_NAME: Final[Mapping[str, Callable[[Scan, int], int]]] = MappingProxyType(
    {"begin": _environment, "url": _url, "href": _href}
)
