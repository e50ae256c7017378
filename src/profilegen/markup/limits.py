"""What a text may ask of the Markdown parser: nesting and density that keep its work linear."""

import re
from typing import Final

NESTING: Final = 32
"""Lists and quotations nest at most this deep."""

PARTS: Final = 20_000
"""A text has at most this many lines and cells of tables."""

WORK: Final = 20_000_000
"""Copied characters that one paragraph may cost: the parser copies it for each of its headings and rules."""

_INDENT: Final = "    "
_BLANK: Final = re.compile(r"\n(?:[ >]*\n)+")
_PREFIX: Final = re.compile(r"(?:[ ]*+(?:>|[-+*](?=[ ])|[0-9]++\.(?=[ ])))*+[ ]*+")
_MARKER: Final = re.compile(r">|[-+*]|[0-9]+\.")
_LINE: Final = re.compile(r"^[ >]*+(?:[-+*][ ]++(?=\S)|[0-9]++\.[ ]++(?=\S))*+(?:#|[-=*_+][-=*_ ]*+$)", re.MULTILINE)
_DIVIDER: Final = re.compile(r"^(?=[^\n|]*\|)[-|: >]++$", re.MULTILINE)


def excess(masked: str) -> str:
    """Why the parser must not read this text, or ""."""
    if any(_deep(line) for line in masked.split("\n")):
        return f"lists or quotations are nested more than {NESTING} deep"
    if masked.count("\n") + masked.count("|") > PARTS:
        return f"it has more than {PARTS:,} lines and cells"
    return next(filter(None, map(_dense, _BLANK.split(masked))), "")


def _deep(line: str) -> bool:
    prefix = _PREFIX.match(line)
    text = prefix.group() if prefix else ""
    return len(_MARKER.findall(text)) + text.count(_INDENT) > NESTING


def _dense(block: str) -> str:
    lines = len(_LINE.findall(block))
    if lines * len(block) > WORK:
        return f"a paragraph of {len(block):,} characters has {lines:,} headings and rules"
    columns = 1 + max((line.count("|") for line in _DIVIDER.findall(block)), default=0)
    if columns > 1 and columns * (block.count("\n") + 1) > PARTS:
        return f"a table has more than {PARTS:,} cells"
    return ""
