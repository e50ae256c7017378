"""Plain text as Markdown that prints it, and HTML from abstracts as Markdown."""

import html
import re
from html.parser import HTMLParser
from typing import Final

from profilegen.content.source import readable

_MEANS: Final = re.compile(
    r"""\\(?=[\s!-/:-@\[-`{-~A-Za-z]|$)    # an escape or a command
    |[`$~*{}]
    |(?<!\w)_|_(?!\w)                    # emphasis
    |<(?=[A-Za-z/!?])                    # a tag
    |\[(?=[^\[\]]*\]\((?!https?://))      # a link, but for one that was made here
    |&(?=\#?\w+;)                        # an entity
    |(?<=-)-|(?<=')'                     # a dash, a quote
    """,
    re.VERBOSE,
)
_ENTITIES: Final = {sign: f"&#{ord(sign)};" for sign in "\\`~'-"}
_KNOWN_TAG: Final = re.compile(r"</?(?:em|i|b|strong|sub|sup)>", re.IGNORECASE)


WRAPPED: Final = 160
"""A text whose lines are all longer than this was not wrapped."""


def escaped(text: str) -> str:
    """`text` so that the page prints it as it is; the inline tags that abstracts and titles have are left to it."""
    return _MEANS.sub(_backslashed, text)


def _backslashed(found: re.Match[str]) -> str:
    if found.group() == "<" and _KNOWN_TAG.match(found.string, found.start()):
        return "<"
    # `\~n` and its like are accents to the page, and `\-` is no dash.
    return _ENTITIES.get(found.group()) or f"\\{found.group()}"


def tidy(text: str) -> str:
    """One line of readable text: runs of blanks as one."""
    return " ".join(readable(text).split())


class _Html(HTMLParser):
    """HTML on its way to Markdown: paragraphs, lists, links and the inline tags that are understood."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = _local(tag)
        if name in _INLINE:
            self.pieces.append(f"<{_INLINE[name]}>")
        elif name in _BLOCKS:
            self.pieces.append("\n\n")
        elif name == "br":
            self.pieces.append("\n")
        elif name in ("li", "list-item"):
            self.pieces.append("\n- ")
        elif name == "a":
            self.links.append(dict(attrs).get("href") or "")
            self.pieces.append("[")
        self.silent += name in _SILENT

    def handle_endtag(self, tag: str) -> None:
        name = _local(tag)
        if name in _INLINE:
            self.pieces.append(f"</{_INLINE[name]}>")
        elif name in _BLOCKS:
            self.pieces.append("\n\n")
        elif name == "a" and self.links:
            self.pieces.append(f"]({self.links.pop()})")
        self.silent = max(0, self.silent - (name in _SILENT))

    def handle_data(self, text: str) -> None:
        if not self.silent:
            self.pieces.append(text)


_INLINE: Final = {
    "i": "em",
    "em": "em",
    "italic": "em",
    "b": "strong",
    "strong": "strong",
    "bold": "strong",
    "sub": "sub",
    "sup": "sup",
}
_BLOCKS: Final = frozenset("p div section sec ul ol list h1 h2 h3 h4 h5 h6 title blockquote".split())
_SILENT: Final = frozenset("script style annotation tex-math-off".split())
_ANY_TAG: Final = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>")
_HEADING: Final = re.compile(r"^\s*(?:Abstract|Summary)\s*\n", re.IGNORECASE)


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def from_html(text: str) -> str:
    """Markdown of a text that may hold HTML or JATS tags and entities; formulas in dollars are left as they are."""
    if not _ANY_TAG.search(text):
        return paragraphs(html.unescape(text) if re.search(r"&#?\w+;", text) else text)
    parser = _Html()
    parser.feed(text)
    parser.close()
    return paragraphs(_HEADING.sub("", "".join(parser.pieces).lstrip("\n")))


def paragraphs(text: str) -> str:
    """Readable text: lines without blanks at their ends, one empty line between paragraphs."""
    lines = [" ".join(line.split()) for line in readable(text).split("\n")]
    if all(len(line) > WRAPPED for line in lines if line):
        # Nobody wraps at this width: each line is a paragraph, as folded YAML has it.
        return "\n\n".join(line for line in lines if line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


_STRIPPED: Final = re.compile(r"</?(?!(?:em|i|b|strong|sub|sup)>)[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>")
_RENAMED: Final = {
    "jats:italic": "i",
    "italic": "i",
    "jats:bold": "b",
    "bold": "b",
    "jats:sub": "sub",
    "jats:sup": "sup",
    "inf": "sub",
}
_FORMULA: Final = re.compile(r"\$(?=[^\s$])(?:\\.|[^$\\])*(?<=[^\s\\])\$(?!\d)")
_MATHS: Final = re.compile(r"[\\^_{}=<>+]|^[A-Za-z]$")


def inline(text: str) -> str:
    """A title from HTML, JATS or arXiv's LaTeX as inline Markdown: tags that mean something, formulas, else as is."""
    named = re.sub(r"(</?)([\w:]+)(?=[\s>])[^<>]*>", _renamed, html.unescape(text) if "&" in text else text)
    plain = tidy(_STRIPPED.sub("", named))
    pieces: list[str] = []
    end = 0
    for found in _FORMULA.finditer(plain):
        if _MATHS.search(found.group()[1:-1]):
            pieces += (escaped(plain[end : found.start()]), found.group())
            end = found.end()
    return "".join(pieces) + escaped(plain[end:])


def _renamed(found: re.Match[str]) -> str:
    name = found.group(2).lower()
    return f"{found.group(1)}{_RENAMED[name]}>" if name in _RENAMED else found.group()


def untagged(text: str) -> str:
    """Plain text of one line: HTML's tags and entities taken out."""
    return tidy(re.sub(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>", "", html.unescape(text)))
