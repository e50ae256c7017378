"""Ids of new papers: author, year and the first word of weight, as a person would name the file."""

import re
from collections.abc import Container, Iterator
from itertools import count
from typing import Final

from profilegen.content.schema.paper import PaperFile
from profilegen.model.folding import folded_key
from profilegen.starting.ids import id_of_name

_SMALL: Final = frozenset(
    "a an the of on in for to and or with without from by at as is are be do does can how what when where which who "
    "why toward towards via using into over under between beyond not no it its this that these those your our we you i "
    "der die das ein eine le la les un une el los las il lo de des du von zur zum und et".split()
)
_NOT_READ: Final = re.compile(r"\$[^$]*\$|\\[A-Za-z]+|</?[a-z]+>|&#?\w+;")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MOST_WORDS: Final = 4
_WORD_LENGTH: Final = 24
_NAME_LENGTH: Final = 40


def paper_id(file: PaperFile, taken: Container[str]) -> str:
    """The first of `thomson-2026-role`, `thomson-2026-role-ska`, ..., `thomson-2026-role-ska-2` that is not taken.

    `taken` holds the ids there are, case-folded.
    """
    return next(found for found in _ids(file) if found not in taken)


def _ids(file: PaperFile) -> Iterator[str]:
    name = next((entry.printed() for entry in file.authors if not entry.gap), None)
    family = "" if name is None else (name.full if name.literal else name.family)
    year = f"{file.date.year:04d}" if file.date else ""
    words = _words(file.title)
    tries = range(1, min(len(words), _MOST_WORDS) + 1)
    made = [id_of_name(" ".join((family[:_NAME_LENGTH], year, *words[:number]))) for number in tries]
    made = made or [id_of_name(f"{family[:_NAME_LENGTH]} {year} paper")]
    yield from made
    yield from (f"{made[min(1, len(made) - 1)]}-{number}" for number in count(2))


def _words(title: str) -> list[str]:
    words = (folded_key(word.group()).replace("'", "") for word in _WORD.finditer(_NOT_READ.sub(" ", title)))
    return [word[:_WORD_LENGTH].strip("-") for word in words if word not in _SMALL and len(word) > 1]
