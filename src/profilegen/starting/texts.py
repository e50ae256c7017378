"""The texts that new files are made from, and how a person's words are put into them."""

import re
from importlib.resources import files
from typing import Final

_MARK: Final = re.compile(r"@([A-Z]+)@")
_PLAIN: Final = re.compile(r"[^\W\d_][^\W_]*(?:[ .'’-]+[^\W\d_][^\W_]*)*")
_NOTHING: Final = frozenset({"null"})


def filled(name: str, /, **words: str) -> str:
    """The text `name` with each `@WORD@` replaced; a word that stands in the text and is not given is a KeyError."""
    return _MARK.sub(lambda mark: words[mark[1].lower()], text(name))


def text(name: str) -> str:
    """The text `name` as it is packaged."""
    return files("profilegen.starting").joinpath("files", name).read_text(encoding="utf-8")


def scalar(words: str) -> str:
    """One line of words as YAML reads it back, also inside `[...]`: plain where it can be, else quoted."""
    if _PLAIN.fullmatch(words) and words.casefold() not in _NOTHING:
        return words
    if "\\" in words or '"' in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'
