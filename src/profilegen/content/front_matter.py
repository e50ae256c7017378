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
    if (parts := _split_plain(text)) is not None:
        return parts
    opening = _FENCE.match(text)
    if opening is None:
        return problem("front-matter", Place(source.path), "the file does not begin with front matter", _HINT)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return problem("front-matter", Place(source.path), "the front matter does not end", _HINT)
    begin = _body_begin(text, closing.end())
    body_line = 1 + text.count("\n", 0, begin)
    return FrontMatter(text[opening.end() + 1 : closing.start()], 2, text[begin:].rstrip(" \t\n"), body_line)


def _split_plain(text: str) -> FrontMatter | None:
    """The parts where both fences are bare and the body begins right after them, as in nearly all files."""
    end = text.find("\n---", 3)
    begin = end + len("\n---\n")
    if not text.startswith("---\n") or end < 0 or text[begin - 1 : begin] != "\n" or text[begin : begin + 1].isspace():
        return None
    yaml = text[len("---\n") : end + 1]
    return FrontMatter(yaml, 2, text[begin:].rstrip(" \t\n"), yaml.count("\n") + 3)


def _body_begin(text: str, fence_end: int) -> int:
    blank = _BLANK_LINES.match(text, fence_end)
    return blank.end() if blank else fence_end
