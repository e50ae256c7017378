"""Signs that stand for finished pieces and for literal characters while Markdown reads a text.

They are Unicode noncharacters, which no text may hold; those that come in are replaced before anything is read.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Final

from profilegen.values import Struct

_FIRST: Final = 0xFDD0
_START, _END = chr(_FIRST), chr(_FIRST + 1)
_LITERAL: Final = "&*_#>-+.!|=~`\\"
_HIDE: Final = {ord(sign): chr(_FIRST + 2 + place) for place, sign in enumerate(_LITERAL)}
_SHOW: Final = {hidden: html.escape(chr(sign), quote=False) for sign, hidden in _HIDE.items()}
_SHOW_PLAIN: Final = {hidden: chr(sign) for sign, hidden in _HIDE.items()}
_PIECE: Final = re.compile(f"{_START}([0-9]+){_END}")
_HIDDEN: Final = re.compile("[\ufdd0-\ufdef]")
_ALONE: Final = re.compile(f"<p>({_START}[0-9]+{_END})</p>")
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS: Final = re.compile(r"\r\n?")


class When(Enum):
    """When a piece is put in: tags before the allow list, so that it mends their nesting; what it would drop, after."""

    BEFORE = 0
    AFTER = 1
    AFTER_AS_BLOCK = 2


class Piece(Struct, frozen=True):
    """Finished HTML and how it reads as plain text; `bare` marks a link that nobody asked for by markup."""

    html: str
    plain: str = ""
    when: When = When.BEFORE
    bare: bool = False


def readable(source: str) -> str:
    """The source with LF as line ends, and a replacement character for each character that no text may hold."""
    text = _LINE_ENDS.sub("\n", source) if "\r" in source else source
    return _FORBIDDEN.sub("\ufffd", text)


def literal(text: str) -> str:
    """`text` so that Markdown sees none of its signs in it."""
    return text.translate(_HIDE)


def sign(number: int) -> str:
    """What stands for the piece of this number."""
    return f"{_START}{number}{_END}"


def put_in_tags(text: str, pieces: Sequence[Piece]) -> str:
    """The HTML with its tags and links; what stands alone as a block loses its paragraph."""

    def unwrapped(found: re.Match[str]) -> str:
        piece = _piece(found.group(1), pieces)
        return found.group(1) if piece.when is When.AFTER_AS_BLOCK else found.group()

    if not pieces:
        return text
    return _put_in(_ALONE.sub(unwrapped, text), pieces, lambda piece: piece.when is When.BEFORE)


def put_in_rest(text: str, pieces: Sequence[Piece]) -> str:
    """The finished HTML: formulas and code in their places, literal characters as themselves."""
    return _shown(_put_in(text, pieces, lambda _: True), _SHOW)


def plain(text: str, pieces: Sequence[Piece]) -> str:
    """Text with signs as a reader would read it aloud."""
    filled = _PIECE.sub(lambda found: pieces[int(found.group(1))].plain, text) if pieces else text
    return _shown(filled, _SHOW_PLAIN)


def without_bare_links(text: str, pieces: Sequence[Piece]) -> str:
    """Text for the inside of a link: links that were only found in it are text again."""

    def unlinked(found: re.Match[str]) -> str:
        piece = pieces[int(found.group(1))]
        return literal(piece.plain) if piece.bare else found.group()

    return _PIECE.sub(unlinked, text)


def _shown(text: str, table: Mapping[str, str]) -> str:
    # They are few: a text's translate would look up all others too, and take ten times as long.
    return text if text.isascii() else _HIDDEN.sub(lambda found: table.get(found.group(), found.group()), text)


def _piece(text: str, pieces: Sequence[Piece]) -> Piece:
    return pieces[int(text[1:-1])]


def _put_in(text: str, pieces: Sequence[Piece], wanted: Callable[[Piece], bool]) -> str:
    def html_of(found: re.Match[str]) -> str:
        piece = pieces[int(found.group(1))]
        return piece.html if wanted(piece) else found.group()

    return _PIECE.sub(html_of, text) if pieces else text
