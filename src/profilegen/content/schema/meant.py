"""What somebody means who writes a key or a list as it is written elsewhere."""

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.content.notation import in_flow
from profilegen.content.schema.refusals import nearest
from profilegen.problems import QUOTED_LENGTH, escaped

_ELSEWHERE: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("year", "month", "day", "published", "date_published"), "date")
    | dict.fromkeys(("journal", "booktitle", "conference"), "venue")
    | dict.fromkeys(("pdf", "code", "data", "slides", "poster", "video", "project"), "links")
    | dict.fromkeys(("github", "website", "homepage"), "links")
    | dict.fromkeys(("summary", "description"), "abstract")
    | {"issue": "number", "school": "institution", "eprint": "arxiv", "page": "pages", "affiliation": "affiliations"}
)
"""Keys of BibTeX and of other generators' front matter, and the key here: some are nearer to another one's letters."""

_NAMES: Final = frozenset({"authors", "editors", "advisors"})
_BETWEEN: Final = re.compile(r"\s*[;\n]\s*")
_BETWEEN_NAMES: Final = re.compile(r"\s*[;\n]\s*|\s+(?:and|&)\s+")


def key_meant(key: str, known: Collection[str]) -> str:
    """The one of the known keys that is meant; "" where none seems to be."""
    word = key.casefold()
    if word not in _ELSEWHERE:
        return nearest(key, known)
    return _ELSEWHERE[word] if _ELSEWHERE[word] in known else ""


def list_meant(key: str, text: str) -> str:
    """The list that a text in the place of one stands for, as the file should have it."""
    parts = [part for part in (_BETWEEN_NAMES if key in _NAMES else _BETWEEN).split(text.strip()) if part]
    if not (key in _NAMES and _inverted(parts)):
        parts = [item.strip() for part in parts for item in part.split(",") if item.strip()]
    listed = escaped(in_flow(list(parts)))
    return listed if len(listed) <= QUOTED_LENGTH else f"{listed[: QUOTED_LENGTH - 1]}…"


def _inverted(names: list[str]) -> bool:
    """Whether each of the names is `Family, Given`; of a single pair that is known where the family has one word."""
    alone = len(names) == 1 and " " in names[0].partition(",")[0]
    return not alone and all(name.count(",") == 1 for name in names)
