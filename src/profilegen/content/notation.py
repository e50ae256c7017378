"""Values as the YAML of a content file: what is written reads back as the same text, in any other reader too."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from profilegen.content.nodes import Plain

WIDTH: Final = 110
"""A list is written on one line up to this many columns."""

STEP: Final = "  "
"""What every level is set in by."""

_PLAIN: Final = re.compile(r"[\w(/][^\x00-\x1f]*|\.\.\.")
_NOT_PLAIN: Final = re.compile(r":(?:\s|$)|\s#|\s$|[\x85\u2028\u2029]")
_NOT_IN_FLOW: Final = re.compile(r"[,\[\]{}:]")
# What YAML 1.1 or 1.2 takes for something other than text or a whole number: it would be printed otherwise by others.
_TAKEN: Final = re.compile(
    r"y|n|yes|no|on|off|true|false|null|nan|inf|0\d[\d_]*|0[box][\da-f_]+|\d[\d_]*\.[\d_]*(?:e[+-]?\d+)?|\d+e[+-]?\d+"
    r"|\d[\d_]*_[\d_]*|\d+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?[t\s].*",
    re.IGNORECASE,
)


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` on one line: as it is where that is safe, else in quotes; `flow` within `[...]` or `{...}`."""
    safe = _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and not _TAKEN.fullmatch(text)
    if safe and not (flow and _NOT_IN_FLOW.search(text)):
        return text
    if "\n" in text or "\t" in text:
        # `\n` and `\t` might begin a command of LaTeX, and `\"` an umlaut, and are refused for it; these are not.
        marked = text.replace("\\", "\\\\").replace('"', "\\x22")
        return f'"{marked}"'.replace("\n", "\\x0A").replace("\t", "\\x09")
    if "\\" in text or '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def in_flow(value: Plain) -> str:
    """`value` on one line, lists as `[a, b]` and maps as `{a: b}`."""
    match value:
        case None:
            return "null"
        case str():
            return scalar(value, flow=True)
        case list():
            return f"[{', '.join(map(in_flow, value))}]"
        case _:
            return f"{{{', '.join(f'{scalar(key, flow=True)}: {in_flow(item)}' for key, item in value.items())}}}"


def entry(key: str, value: Plain, indent: str = "") -> str:
    """The line or lines of `key: value`, without a line feed at the end."""
    lead = f"{indent}{scalar(key)}:"
    if isinstance(value, str):
        return f"{lead} {_text(value, indent)}"
    line = f"{lead} {in_flow(value)}"
    if not value or key == "citations" or _is_short(line, value):
        return line
    return "\n".join([lead, *below(value, indent + STEP)])


def below(value: Plain, indent: str) -> Iterator[str]:
    """The lines of a list or a map that stands below its key, each item on a line of its own."""
    if isinstance(value, Mapping):
        yield from (entry(key, item, indent) for key, item in value.items())
    elif isinstance(value, list):
        yield from (f"{indent}- {_item(item, indent)}" for item in value)
    else:
        raise TypeError("a text stands on the line of its key")


def record(fields: Mapping[str, Plain], body: str = "") -> str:
    """A whole Markdown file: the fields in their order, then the body."""
    head = "\n".join(entry(key, value) for key, value in fields.items())
    text = body.strip(" \t\n")
    return f"---\n{head}\n---\n{text}\n" if text else f"---\n{head}\n---\n"


def _is_short(line: str, value: Plain) -> bool:
    return isinstance(value, list) and len(line) <= WIDTH and all(isinstance(item, str) for item in value)


def _item(item: Plain, indent: str) -> str:
    # A comma in quotes, so that the list may be written on one line later.
    return _text(item, indent) if isinstance(item, str) and "\n" in item else in_flow(item)


def _text(text: str, indent: str) -> str:
    """A text after its key: several lines as a block, so that they stay readable."""
    if "\n" not in text or "\t" in text:
        return scalar(text)
    if text != text.strip("\n") or not text.strip():
        return scalar(text)
    # A first line that is set in would be taken for the block's own indent.
    mark = "|2-" if text.startswith(" ") else "|-"
    lines = (f"{indent}{STEP}{line}" if line else "" for line in text.split("\n"))
    return "\n".join([mark, *lines])
