"""The front matter of a Markdown file parted from its body."""

import re
from typing import Final

from profilegen.content.source import Source
from profilegen.problems import Place, Problem, problem
from profilegen.values import Struct

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*\n)*")
_HINT: Final = "begin the file with a line `---`, then the keys, then another line `---`, then the text"


class FrontMatter(Struct, frozen=True):
    """The two parts of a Markdown file, each with the number of its first line, from 1."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split(source: Source) -> FrontMatter | Problem:
    """The keys between the first line `---` and the next, and the body without blank lines around it."""
    text = source.text
    opening = _FENCE.match(text)
    if opening is None:
        return problem("front-matter", Place(source.path), "the file does not begin with front matter", _HINT)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return problem("front-matter", Place(source.path), "the front matter does not end", _HINT)
    begin = _body_begin(text, closing.end())
    body_line = 1 + text.count("\n", 0, begin)
    return FrontMatter(text[opening.end() + 1 : closing.start()], 2, text[begin:].rstrip(" \t\n"), body_line)


def _body_begin(text: str, fence_end: int) -> int:
    blank = _BLANK_LINES.match(text, fence_end)
    return blank.end() if blank else fence_end
