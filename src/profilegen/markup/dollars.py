"""Which dollars enclose a formula, and which are money."""

import re
from typing import Final

_CONTENT: Final = re.compile(r"(?:[^$\\]|\\.)*+(?=\$)", re.DOTALL)
_DISPLAY: Final = re.compile(r"\$\$((?:[^$\\]|\\.|\$(?!\$))++)\$\$(?!\$)", re.DOTALL)
_OPEN_TEXT: Final = re.compile(r"\\(?:text(?:rm|it|bf|normal)?|mbox|hbox)\s*\{[^{}]*$")
_PROSE: Final = re.compile(r"(?:^|[\s,.;(])[A-Za-z]{2,}(?=[\s,.;)]|$)")
_TEX: Final = re.compile(r"[\\^_=<>{}|]")
_AFTER_PRICE: Final = frozenset(",.;:/)?!")
_TEXTS_IN_A_FORMULA: Final = 4


def inline_end(text: str, at: int) -> int:
    """Where the formula that opens with the `$` at `at` ends, past its closing `$`; 0 where the dollar is money.

    As in Pandoc, the opening dollar has a non-blank after it and the closing one has one before it. Beyond that, a
    dollar before a digit closes only what cannot be an amount (`$>$5` yes, `$5-$10` no), and a number followed by
    words is an amount (`$6 now$`), unless there is TeX in it. Nor does a formula begin or end in code.
    """
    end = _closing(text, at + 1)
    content = text[at + 1 : end]
    if end < 0 or not content or content[0].isspace() or content[-1].isspace():
        return 0
    return 0 if _is_money(text[at - 1 : at], content, text[end + 1 : end + 2]) else end + 1


def display_end(text: str, at: int) -> int:
    """Where the formula that opens with the `$$` at `at` ends, past its closing `$$`; 0 where there is none."""
    found = _DISPLAY.match(text, at)
    if not found or not found.group(1).strip():
        return 0
    words = _PROSE.search(found.group(1)) and not _TEX.search(found.group(1))
    return 0 if words else found.end()


def _closing(text: str, start: int) -> int:
    r"""The first dollar from `start` that is not inside a `\text{..}` of the formula; -1 where there is none."""
    position = start
    for _ in range(_TEXTS_IN_A_FORMULA):
        found = _CONTENT.match(text, position)
        if not found:
            return -1
        if not _OPEN_TEXT.search(text[start : found.end()]):
            return found.end()
        inner = _CONTENT.match(text, found.end() + 1)
        if not inner:
            return found.end()
        position = inner.end() + 1
    return -1


def _is_money(before: str, content: str, after: str) -> bool:
    if "`" in content and "\\" not in content:
        return True
    prose = bool(_PROSE.search(content)) and not _TEX.search(content)
    if after.isdigit() and (content[0].isdigit() or prose):
        return True
    if before.isdigit() and (content[0] in _AFTER_PRICE or content.strip("-–0123456789.,") == ""):
        return True
    return content[0].isdigit() and prose
