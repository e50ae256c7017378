r"""A value of BibTeX as Markdown with formulas, or as plain text.

pylatexenc knows what the commands print; its own walker is not used: it recurses without bound and takes a lone `$`
for a formula. Here a stack of open groups is kept by hand, so that any text is read in one pass and nothing is dropped
but braces and the names of unknown commands.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from profilegen.importing.markdown import escaped, tidy
from profilegen.importing.symbols import ACCENTS, JOURNALS, accented, sign
from profilegen.markup.symbols import REFERENCE, referred

Wrap = Callable[[str], str]

DEPTH: Final = 20
"""Emphasis is kept this deep in groups."""

MOST_GROUPS: Final = 100
"""Groups deeper than this mean nothing."""

MOST_FAILURES: Final = 20
"""After so many arguments that do not end, none is looked for: the value is no LaTeX."""

ARGUMENT_LIMIT: Final = 2_000
"""Characters within which the argument of an accent, an address or a formula ends."""

_TOKEN: Final = re.compile(r"\\[A-Za-z]+\*?|\\(?s:.)|\$\$?|[{}~]|-{2,3}|``|''|\\$")
_ENTITY: Final = re.compile(r"(?<!\\)&(?:#[0-9]{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});|\{\\&\}amp;|\\&amp;")
_ARGUMENT: Final = re.compile(r"\s*(?:\{|\\[A-Za-z]+|\\?(?s:.))")
_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_OPENING: Final = re.compile(r"\s*\{")
_AFTER_NAME: Final = re.compile(r"\{\}|\s*")
_DOLLAR: Final = re.compile(r"(?<!\\)(?:\\\\)*\$")
_LITERAL: Final = frozenset("&%_#${}")
_BLANKS: Final = {
    "\\ ": " ",
    "\\,": " ",
    "\\;": " ",
    "\\:": " ",
    "\\\\": " ",
    "\\\n": " ",
    "\\/": "",
    "\\-": "",
    "\\!": "",
    "\\@": "",
}
_DASHES: Final = {"--": "–", "---": "—", "``": "“", "''": "”", "~": " "}
_STYLES: Final = {
    **dict.fromkeys("emph textit textsl em it sl itshape slshape".split(), "*"),
    **dict.fromkeys("textbf bf bfseries".split(), "**"),
    "textsubscript": "sub",
    "textsuperscript": "sup",
    "enquote": "“”",
    "mkbibquote": "“”",
}
_SILENT: Final = frozenset(
    "protect relax newblock null small large footnotesize normalsize normalfont selectfont rm tt sc sf rmfamily "
    "ttfamily sffamily scshape upshape mdseries noindent xspace centering allowbreak nobreak leavevmode".split()
)
_BREAKS: Final = frozenset("par newline linebreak smallskip medskip bigskip".split())
_TYPOGRAPHY: Final = re.compile(r"</?(?:sc|scp|italic|roman|span|p|jats:\w+|mml:\w+)(?:\s[^<>]*)?>", re.IGNORECASE)
"""Tags that publishers leave in titles, and that say nothing here."""
_INLINE_TAGS: Final = re.compile(r"</?(?:em|i|b|strong|sub|sup)>", re.IGNORECASE)


@dataclass(slots=True)
class _Frame:
    """An open group: what has been read of it, the text that is not escaped yet, and what becomes of it at its end."""

    wrap: Wrap | None = None
    pieces: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def markdown(tex: str) -> str:
    """The value as inline Markdown: letters, emphasis and formulas as the page understands them."""
    return tidy(_Reader(tex, rich=True).read())


def plain(tex: str) -> str:
    """The value as plain text, formulas as near as Unicode comes to them."""
    return tidy(_INLINE_TAGS.sub("", _Reader(tex, rich=False).read()))


@dataclass(slots=True)
class _Reader:
    """One value on its way to text."""

    tex: str
    rich: bool
    at: int = 0
    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    unclosed: set[str] = field(default_factory=set)
    failures: int = 0
    deeper: int = 0

    def read(self) -> str:
        if "&" in self.tex:
            self.tex = _ENTITY.sub(_from_entity, self.tex)
        while found := _TOKEN.search(self.tex, self.at):
            self._say(self.tex[self.at : found.start()])
            self.at = found.end()
            self._turn(found.group())
        self._say(self.tex[self.at :])
        while len(self.frames) > 1:
            self._close()
        return self._whole(self.frames[0])

    def _put(self, text: str) -> None:
        """Add what is Markdown already."""
        frame = self.frames[-1]
        frame.pieces += (self._escaped(frame), text)

    def _say(self, text: str) -> None:
        """Add text; it is escaped with what stands beside it, since two signs may mean what neither means alone."""
        if text:
            self.frames[-1].said.append(text)

    def _escaped(self, frame: _Frame) -> str:
        text = _TYPOGRAPHY.sub("", "".join(frame.said).replace("─", "–"))
        frame.said.clear()
        return escaped(text) if self.rich else text

    def _whole(self, frame: _Frame) -> str:
        text = "".join((*frame.pieces, self._escaped(frame)))
        return frame.wrap(text) if frame.wrap else text

    def _open(self, wrap: Wrap | None) -> None:
        if len(self.frames) < MOST_GROUPS:
            self.frames.append(_Frame(wrap))
        else:
            self.deeper += 1

    def _end(self) -> None:
        if self.deeper:
            self.deeper -= 1
        elif len(self.frames) > 1:
            self._close()

    def _close(self) -> None:
        frame = self.frames.pop()
        if frame.pieces or frame.wrap:
            self._put(self._whole(frame))
        else:
            self.frames[-1].said += frame.said

    def _turn(self, sign: str) -> None:
        if sign == "{":
            self._open(None)
        elif sign == "}":
            self._end()
        elif sign[0] == "$":
            self._dollar(sign)
        elif sign in _DASHES:
            self._say(_DASHES[sign])
        elif sign in ("\\(", "\\["):
            self._formula("$" if sign == "\\(" else "$$", "\\)" if sign == "\\(" else "\\]")
        elif sign[1:].isalpha() or sign.endswith("*"):
            self._command(sign[1:].removesuffix("*"))
        else:
            self._symbol(sign)

    def _symbol(self, token: str) -> None:
        if token[1:] in _LITERAL:
            self._say(token[1:])
        elif token[1:] in ACCENTS:
            self._accent(token[1:])
        else:
            self._say(_BLANKS.get(token, token[1:]))

    def _dollar(self, mark: str) -> None:
        end = self.tex.find(mark, self.at) if mark == "$$" else self._closing_dollar()
        body = self.tex[self.at : end]
        if (
            end < 0
            or not body.strip()
            or "\n\n" in body
            or (mark == "$" and _is_money(body, self.tex[end + 1 : end + 2]))
        ):
            self._say(mark)
            return
        self.at = end + len(mark)
        self._print_formula(mark, body)

    def _closing_dollar(self) -> int:
        found = _DOLLAR.search(self.tex, self.at)
        return found.end() - 1 if found else -1

    def _formula(self, mark: str, closing: str) -> None:
        # What does not close from here on does not close later either: it is looked for once.
        end = -1 if closing in self.unclosed else self.tex.find(closing, self.at)
        if end < 0:
            self.unclosed.add(closing)
            self._say(closing.translate({ord("]"): "[", ord(")"): "("})[1:])
            return
        body, self.at = self.tex[self.at : end], end + len(closing)
        self._print_formula(mark, body)

    def _print_formula(self, mark: str, body: str) -> None:
        if self.rich:
            self._put(f"{mark}{' '.join(body.split())}{mark}")
        else:
            self._say(plain(re.sub(r"[_^](?=[{\w\\])|\$", "", body)))

    def _command(self, name: str) -> None:
        if name in ACCENTS:
            self._accent(name)
        elif name in _STYLES:
            self._style(name)
        elif name in ("url", "path", "nolinkurl"):
            self._say(self._argument())
        elif name == "href":
            self._link()
        elif name == "ensuremath":
            self._print_formula("$", self._argument())
        elif name == "noopsort":
            self._argument()
        elif reference := REFERENCE.match(self.tex, self.tex.rindex("\\", 0, self.at)):
            self.at = reference.end()
            self._say(referred(reference))
        else:
            self._printed(name)

    def _printed(self, name: str) -> None:
        """A sign or a journal; of an unknown command its argument, else its name."""
        known = sign(name) if sign(name) is not None else JOURNALS.get(name)
        opens = self.tex[self.at : self.at + 1] == "{"
        if known is not None:
            self._say(known)
            self._after_name()
        elif name in _SILENT or name in _BREAKS:
            self._say(" " if name in _BREAKS else "")
            self._after_name()
        elif not opens:
            self._say(name)

    def _after_name(self) -> None:
        """Blanks after a command end its name; so do empty braces."""
        rest = _AFTER_NAME.match(self.tex, self.at)
        self.at = rest.end() if rest else self.at

    def _accent(self, accent: str) -> None:
        found = _ARGUMENT.match(self.tex, self.at)
        if found is None:
            self._say(accented(accent, ""))
            return
        argument = self._argument() if found.group().strip() == "{" else self._single(found)
        self._say(accented(accent, plain(argument)))

    def _single(self, found: re.Match[str]) -> str:
        self.at = found.end()
        text = found.group().strip()
        if text in ("}", ""):
            self.at = found.start()
            return ""
        if text[0] == "\\" and text[1:].isalpha():
            self._after_name()
        return text

    def _argument(self) -> str:
        """The source of the group that follows, past which reading goes on; "" where none does."""
        opened = _OPENING.match(self.tex, self.at)
        if opened is None or self.failures > MOST_FAILURES:
            return ""
        begin, depth = opened.end() - 1, 0
        for found in _BRACE.finditer(self.tex, begin, begin + ARGUMENT_LIMIT):
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if not depth:
                self.at = found.end()
                return self.tex[begin + 1 : found.start()]
        self.at, self.failures = begin + 1, self.failures + 1
        return ""

    def _style(self, name: str) -> None:
        wrap = self._wrap(_STYLES[name])
        blank = re.compile(r"\s*").match(self.tex, self.at)
        after = blank.end() if blank else self.at
        if self.tex[after : after + 1] == "{" and name not in ("em", "it", "sl", "bf"):
            self.at = after + 1
            self._open(wrap)
        else:
            # `{\em ...}`: the rest of the group.
            self.at = after
            self.frames[-1].wrap = self.frames[-1].wrap or (wrap if len(self.frames) > 1 else None)

    def _wrap(self, style: str) -> Wrap | None:
        if style == "“”" and len(self.frames) <= DEPTH:
            return lambda text: f"“{text}”"
        if not self.rich or len(self.frames) > DEPTH:
            return None
        opening, closing = (f"<{style}>", f"</{style}>") if style.isalpha() else (style, style)
        return lambda text: f"{opening}{text.strip()}{closing}" if text.strip() else text

    def _link(self) -> None:
        address = self._argument()
        shown = self._argument() if self.tex[self.at : self.at + 1] == "{" else ""
        text = (markdown if self.rich else plain)(shown) or address
        self._put(f"[{text}]({address})" if self.rich and re.fullmatch(r"https?://[^\s()<>]+", address) else text)


def _from_entity(found: re.Match[str]) -> str:
    """HTML's `&amp;` and its like, which publishers leave in BibTeX, as LaTeX."""
    sign = "&" if found.group().endswith("amp;") else html.unescape(found.group())
    return f"\\{sign}" if sign in _LITERAL else sign


def _is_money(body: str, after: str) -> bool:
    """`$5 and $10`: a figure first, and a figure after the second sign, or words between the two."""
    return bool(re.match(r"\d", body)) and (after.isdigit() or (" " in body and not re.search(r"[\\^_=<>+]", body)))
