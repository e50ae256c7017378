"""Hints that can be pasted: the nearest known id, a text and a byline entry as YAML."""

import re
from collections.abc import Collection
from typing import Final

from profilegen.model.author import Author
from profilegen.model.names import Name
from profilegen.problems import escaped, quoted, quoted_path

_PLAIN: Final = re.compile(r"(?!(?:true|false|yes|no|null)$)[^\W\d_][\w.' -]*", re.IGNORECASE)
_LENGTH_APART: Final = 3


def did_you_mean(word: str, known: Collection[str]) -> str:
    """The known id that is likely meant, as a question; "" where none is near.

    Only those of about the same length and with the same beginning or end are compared: a site has 100,000 ids.
    """
    same = sorted(other for other in known if other.casefold() == word.casefold())
    near = [
        other
        for other in known
        if abs(len(other) - len(word)) <= _LENGTH_APART and (other[:2] == word[:2] or other[-2:] == word[-2:])
    ]
    matches = same or _closest(word, near)
    return f"did you mean {quoted(matches[0])}?" if matches else ""


def _closest(word: str, near: Collection[str]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - nothing is looked for in good files

    return get_close_matches(word, sorted(near), n=1)


def yaml_text(text: str) -> str:
    """The text as it may be typed inside a YAML list or map in brackets, on one line."""
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    quotable = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped(quotable)}"'


def yaml_entry(name: Name, author: str) -> str:
    """A byline entry that says which author is meant."""
    parts = {"literal": name.full} if name.literal else _parts(name)
    written = [f"{key}: {yaml_text(value)}" for key, value in parts.items() if value]
    return "{" + ", ".join([*written, f"id: {yaml_text(author)}"]) + "}"


def add_spelling(author: Author, name: Name) -> str:
    """How to make a spelling one of the author's names."""
    if author.other_names:
        return f"add {yaml_text(name.full)} to other_names in {quoted_path(author.file)}"
    return f'add "other_names: [{yaml_text(name.full)}]" to {quoted_path(author.file)}'


def _parts(name: Name) -> dict[str, str]:
    return {"given": name.given, "particle": name.particle, "family": name.family, "suffix": name.suffix}
