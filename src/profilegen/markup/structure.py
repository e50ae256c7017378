"""Markdown's blocks and emphasis, by Python-Markdown, on a text whose links, code and formulas are signs."""

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_INLINE: Final = frozenset({"em_strong", "em_strong2"})
_NO_BLOCKS: Final = ("code", "reference")
_WRAPPED: Final = re.compile(r"<div><p>(.*)</p></div>\s*", re.DOTALL)
_HEADING: Final = re.compile(r"h([1-6])")
_DEEPEST: Final = 6


class Structure:
    """A Markdown parser without raw HTML, made once and used for many texts."""

    def __init__(self) -> None:
        parser = Markdown(extensions=["tables", "sane_lists"], output_format="html")
        _keep_only(parser)
        self._levels = _ForPages(parser)
        parser.treeprocessors.register(self._levels, "for_pages", 0)
        self._parser = parser

    def block(self, masked: str, heading_level: int) -> str:
        """The text as HTML; `# ` is a heading of `heading_level`, 1-6."""
        self._levels.first = heading_level
        return self._parser.reset().convert(masked)

    def inline(self, masked: str) -> str:
        """Emphasis alone: nothing in a title is a list or a heading."""
        root = ET.Element("div")
        ET.SubElement(root, "p").text = masked
        self._parser.reset().treeprocessors["inline"].run(root)
        wrapped = _WRAPPED.fullmatch(self._parser.serializer(root))
        return wrapped.group(1) if wrapped else ""


class _ForPages(Treeprocessor):
    """Headings below the page's own, columns of tables aligned by classes."""

    first = 1

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if heading := _HEADING.fullmatch(element.tag):
                element.tag = f"h{min(_DEEPEST, int(heading.group(1)) + self.first - 1)}"
            elif element.tag in ("td", "th") and (style := element.attrib.pop("style", "")):
                element.set("class", "align-" + style.removeprefix("text-align:").strip("; "))


def _keep_only(parser: Markdown) -> None:
    """Takes out raw HTML, and what the scan has done before: links, code, escapes, entities."""
    parser.preprocessors.deregister("html_block")
    parser.treeprocessors.deregister("unescape")
    for name in _NO_BLOCKS:
        parser.parser.blockprocessors.deregister(name)
    for name in [name for name in _names(parser) if name not in _INLINE]:
        parser.inlinePatterns.deregister(name)


def _names(parser: Markdown) -> list[str]:
    known = (
        "backtick escape reference link image_link image_reference short_reference short_image_ref autolink automail "
        "linebreak html entity not_strong em_strong em_strong2"
    ).split()
    return [name for name in known if name in parser.inlinePatterns]
