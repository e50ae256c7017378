r"""Plain text as LaTeX prints it: signs escaped, capitals kept.

Letters beyond ASCII stay UTF-8: biber reads nothing else by default, BibTeX passes bytes through, and LaTeX has taken
UTF-8 for granted since 2018, while `{\"o}` would have to be guessed for every script that has no such spelling.

BibTeX counts braces whether a backslash stands before them or not, so a brace that is meant as a sign is always
written by name.
"""

import re
from typing import Final

from profilegen.model.text import is_printable

_SIGNS: Final = {
    **dict.fromkeys(map(chr, (*range(0x20), *range(0x7F, 0xA0))), ""),
    **{sign: f"\\{sign}" for sign in "$&#%_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "\xa0": "~",
}
# A class by itself is looked for many times faster than with something beside it.
_SIGN: Final = re.compile(f"[{re.escape(''.join(_SIGNS))}]")
_PAIR: Final = re.compile("'(?=')")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PERHAPS_KEPT: Final = re.compile(r"[A-Z](?:(?<=[\w'].)|[a-z0-9']*[0-9]|(?<!A)(?![A-Za-z0-9]))")
"""What every word of ASCII with capitals to be kept has in it: looked for before the words are."""


def escaped(text: str) -> str:
    """`text` so that LaTeX prints it as it is, two apostrophes as such; control characters are dropped."""
    made = _SIGN.sub(_named, text)
    return _PAIR.sub("'{}", made) if "''" in made else made


def sign(text: str) -> str:
    """A sign so that LaTeX prints it as it is whatever stands beside it."""
    return "{'}" if text == "'" else escaped(text)


def with_capitals(text: str) -> str:
    """`text` escaped, with braces around the words that a style must not set in small letters: `{LLMs} as Judges`."""
    if text.isascii() and _PERHAPS_KEPT.search(text) is None:
        return escaped(text)
    if _SIGN.search(text) is None and "''" not in text:
        return _WORD.sub(_braced, text)
    pieces: list[str] = []
    end = 0
    for word in _WORD.finditer(text):
        pieces.append(escaped(text[end : word.start()]))
        pieces.append(_braced(word))
        end = word.end()
    return "".join(pieces) + escaped(text[end:])


def one_line(text: str) -> str:
    """`text` with each run of blanks as one."""
    # Of what can be printed, a space is the only blank.
    even = is_printable(text) and "  " not in text and text.strip() == text
    return text if even else " ".join(text.split())


def _named(found: re.Match[str]) -> str:
    return _SIGNS[found.group()]


def _braced(found: re.Match[str]) -> str:
    word = found.group()
    return word if word.islower() or not _keeps_capitals(word) else f"{{{word}}}"


def _keeps_capitals(word: str) -> bool:
    """Whether the word has a capital beyond its first letter, a capital and a digit, or is a letter such as C or X."""
    if len(word) == 1:
        return word.isupper() and word != "A"
    return word[1:] != word[1:].lower() or (word[0].isupper() and any(map(str.isdigit, word)))
