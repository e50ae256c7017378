"""A text's paragraphs and its blocks of code, found line by line before anything else is read."""

import html
import re
from collections.abc import Iterator
from typing import Final

from profilegen.markup.linking import LABEL_LENGTH, label
from profilegen.markup.links import unescaped
from profilegen.values import Struct

_FENCE: Final = re.compile(r"( *)(`{3,}|~{3,}) *([\w+#.-]*)[^`\n]*")
_INDENT: Final = 4
_ITEM: Final = re.compile(r" {0,3}(?:[-+*]|[0-9]+\.) ")
_DEFINITION: Final = re.compile(
    rf" {{0,3}}\[([^\[\]\n]{{1,{LABEL_LENGTH}}})\]:[ \t]*+(?:<([^<>\n]++)>|(\S++))"
    r"(?:[ \t]++(?:\"([^\"\n]*)\"|'([^'\n]*)'|\(([^()\n]*)\)))?[ \t]*"
)


class Lines(Struct, frozen=True):
    """Lines that belong together: a paragraph, or a block of code. `offset` is the first one's in the text."""

    text: str
    offset: int
    code: bool = False
    indent: str = ""
    language: str = ""


Definition = tuple[str, str, int]
"""What a name stands for: address, title, and the offset of the address in the text."""


class _Line(Struct, frozen=True):
    text: str
    offset: int


def blocks(text: str) -> Iterator[Lines]:
    """The paragraphs and blocks of code of a text, in order. A fence that nothing closes is text."""
    lines = list(_lines(text))
    fenced = _fenced(lines) if "```" in text or "~~~" in text else {}
    codes = fenced | (_indented(lines, fenced) if " " * _INDENT in text else {})
    at = 0
    while at < len(lines):
        if at in codes:
            yield _code(lines[at : codes[at]], fenced=at in fenced)
            at = codes[at]
        elif lines[at].text.strip():
            end = _paragraph_end(lines, at, codes)
            yield _joined(lines[at:end])
            at = end
        else:
            at += 1


def definitions(paragraph: Lines) -> tuple[list[Lines], dict[str, Definition]]:
    """What is left of a paragraph without lines such as `[name]: address "title"`, and what those define."""
    found: dict[str, Definition] = {}
    kept: list[list[_Line]] = [[]]
    for line in _lines(paragraph.text):
        if defined := _DEFINITION.fullmatch(line.text):
            name, definition = _definition(defined, paragraph.offset + line.offset)
            found.setdefault(name, definition)
            kept.append([])
        else:
            kept[-1].append(line)
    return [_joined(lines, paragraph.offset) for lines in kept if lines], found


def _definition(found: re.Match[str], offset: int) -> tuple[str, Definition]:
    group = 2 if found.group(2) else 3
    title = next(filter(None, found.groups()[3:]), "")
    return label(found.group(1)), (unescaped(found.group(group)), unescaped(title), offset + found.start(group))


def _joined(lines: list[_Line], offset: int = 0) -> Lines:
    return Lines("\n".join(line.text for line in lines), offset + lines[0].offset)


def code_html(block: Lines) -> str:
    """A block of code, its language as a class that scripts for colours know."""
    kind = f' class="language-{html.escape(block.language)}"' if block.language else ""
    return f"<pre><code{kind}>{html.escape(block.text, quote=False)}\n</code></pre>"


def _lines(text: str) -> Iterator[_Line]:
    offset = 0
    for line in text.split("\n"):
        yield _Line(line, offset)
        offset += len(line) + 1


def _paragraph_end(lines: list[_Line], at: int, codes: dict[int, int]) -> int:
    end = at
    while end < len(lines) and end not in codes and lines[end].text.strip():
        end += 1
    return end


def _fenced(lines: list[_Line]) -> dict[int, int]:
    """For each line that opens a fence, the line after the one that closes it. Reads each kind of fence once."""
    found: dict[int, int] = {}
    unclosed: dict[str, int] = {}
    at = 0
    while at < len(lines):
        fence = _FENCE.fullmatch(lines[at].text)
        end = _fence_end(lines, at, fence.group(2), unclosed) if fence else 0
        if end:
            found[at] = end
        at = end or at + 1
    return found


def _indented(lines: list[_Line], fenced: dict[int, int]) -> dict[int, int]:
    """The same for blocks that begin by their indent, after a blank line and outside of lists."""
    found: dict[int, int] = {}
    after_blank, in_list, at = True, False, 0
    while at < len(lines):
        text = lines[at].text
        end = fenced.get(at) or (_indented_end(lines, at) if after_blank and not in_list else 0)
        if end:
            if at not in fenced:
                found[at] = end
        elif text.strip():
            in_list = bool(_ITEM.match(text)) or (in_list and (not after_blank or text.startswith(" ")))
        after_blank = not (end or text.strip())
        at = end or at + 1
    return found


def _fence_end(lines: list[_Line], at: int, fence: str, unclosed: dict[str, int]) -> int:
    kind = fence[0]
    if len(fence) >= unclosed.get(kind, len(fence) + 1):
        return 0
    for place in range(at + 1, len(lines)):
        line = lines[place].text.strip()
        if line.startswith(fence) and not line.strip(kind):
            return place + 1
    unclosed[kind] = len(fence)
    return 0


def _indented_end(lines: list[_Line], at: int) -> int:
    """The line after a block of code that begins here by its indent; 0 where none does."""
    end = at
    for place in range(at, len(lines)):
        text = lines[place].text
        if text.startswith(" " * _INDENT):
            end = place + 1
        elif text.strip():
            break
    return end if end > at else 0


def _code(lines: list[_Line], *, fenced: bool) -> Lines:
    opening = _FENCE.fullmatch(lines[0].text) if fenced else None
    indent = opening.group(1) if opening else " " * _INDENT
    content = lines[1:-1] if opening else lines
    bare = (_outdented(line.text, len(indent)) for line in content)
    return Lines(
        "\n".join(bare),
        lines[0].offset,
        code=True,
        indent=indent if opening else "",
        language=opening.group(3) if opening else "",
    )


def _outdented(line: str, indent: int) -> str:
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(indent, blanks) :]
