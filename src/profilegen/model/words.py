"""The words that pages print, apart from what a person wrote: one table, so that a site can have its own."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Texts by key; `{name}` in a text is replaced. A text that counts has two keys: `papers.one`, `papers.other`."""

    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def say(self, key: str, **values: str) -> str:
        """The text of `key` with the values put in."""
        return self.texts[key].format_map(values)

    def count(self, key: str, number: int, **values: str) -> str:
        """The text of `key` for so many, `{n}` being the number with its thousands grouped."""
        form = "one" if number == 1 else "other"
        return self.texts[f"{key}.{form}"].format_map({"n": f"{number:,}", **values})
