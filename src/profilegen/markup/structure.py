"""Markdown's blocks, by Python-Markdown, on a text whose emphasis, links, code and formulas are signs."""

import re
import xml.etree.ElementTree as ET
from typing import Final

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_NO_BLOCKS: Final = ("code", "reference")
_HEADING: Final = re.compile(r"h([1-6])")
_DEEPEST: Final = 6


class Structure:
    """A Markdown parser without raw HTML, made once and used for many texts."""

    def __init__(self) -> None:
        parser = Markdown(extensions=["tables", "sane_lists"], output_format="html")
        _keep_blocks(parser)
        self._levels = _ForPages(parser)
        parser.treeprocessors.register(self._levels, "for_pages", 0)
        self._parser = parser

    def block(self, masked: str, heading_level: int) -> str:
        """The text as HTML; its highest headings, whether `# ` or `## `, are of `heading_level`, 1-6."""
        self._levels.first = heading_level
        return self._parser.reset().convert(masked)


class _ForPages(Treeprocessor):
    """Headings below the page's own, columns of tables aligned by classes."""

    first = 1

    def run(self, root: ET.Element) -> None:
        found = [int(heading[1]) for element in root.iter() if (heading := _HEADING.fullmatch(element.tag))]
        highest = min(found, default=1)
        for element in root.iter():
            if heading := _HEADING.fullmatch(element.tag):
                element.tag = f"h{min(_DEEPEST, int(heading[1]) + self.first - highest)}"
            elif element.tag in ("td", "th") and (style := element.attrib.pop("style", "")):
                element.set("class", "align-" + style.removeprefix("text-align:").strip("; "))


def _keep_blocks(parser: Markdown) -> None:
    """Takes out raw HTML, and everything within a line: the scan has done that before."""
    parser.preprocessors.deregister("html_block")
    parser.treeprocessors.deregister("inline")
    parser.treeprocessors.deregister("unescape")
    for name in _NO_BLOCKS:
        parser.parser.blockprocessors.deregister(name)
