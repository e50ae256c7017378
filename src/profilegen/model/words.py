"""The words that pages print, apart from what a person wrote: one table, so that a site can have its own."""

import re
from collections.abc import Mapping
from typing import Final

from profilegen.values import Struct

PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""What is replaced in a text."""


class UnknownWordError(Exception):
    """A page asks for a word that is not in the table; no LookupError, since templates pass over these."""


class Words(Struct, frozen=True):
    """Texts by key; `{name}` in a text is replaced. A text that counts has two keys: `papers.one`, `papers.other`."""

    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        if key not in self.texts:
            raise UnknownWordError(f"there is no word '{key}'")
        return self.texts[key]

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def say(self, key: str, **values: str) -> str:
        """The text of `key` with the values put in."""
        return self[key].format_map(values)

    def count(self, key: str, number: int, **values: str) -> str:
        """The text of `key` for so many, `{n}` being the number with its thousands grouped."""
        form = "one" if number == 1 else "other"
        return self[f"{key}.{form}"].format_map({"n": f"{number:,}", **values})


def placeholders(text: str) -> frozenset[str]:
    """The names in braces; ValueError where a brace stands for nothing."""
    if {"{", "}"} & set(PLACEHOLDER.sub("", text)):
        raise ValueError("a brace stands alone: a text has only names in braces, as in {n}")
    return frozenset(PLACEHOLDER.findall(text))


def pair(key: str) -> tuple[str, ...]:
    """The keys of the texts for one and for more, where `key` is one of them; else `key` alone."""
    stem, dot, form = key.rpartition(".")
    return (f"{stem}.one", f"{stem}.other") if dot and form in {"one", "other"} else (key,)
