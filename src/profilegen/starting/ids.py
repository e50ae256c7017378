"""Ids for new records: the names of their files, which are free and readable."""

import re
import unicodedata
from collections.abc import Container
from pathlib import Path
from typing import Final

from profilegen.content.discover import discover
from profilegen.model.folding import folded_key
from profilegen.model.slugs import LENGTH, RESERVED, slug

WORDS: Final = 6
"""So many words of a title make its id."""


def id_of_name(name: str) -> str:
    """The id for a person of that name; in its own script where it is not Latin."""
    folded = folded_key(unicodedata.normalize("NFC", name))
    readable = "-".join("".join(one if _is_letter(one) else " " for one in folded).split())
    return slug(readable) if readable.isascii() else _cut(readable)


def id_of_title(title: str) -> str:
    """The id for a paper of that title: what stands before a colon, or its first words."""
    plain = re.sub(r"\$[^$]*\$|[*`\\{}]", " ", title)
    head, _, rest = plain.partition(":")
    words = (head if rest.strip() and head.strip() else plain).split()
    return id_of_name(" ".join(words[:WORDS]))


def free_id(wanted: str, taken: Container[str]) -> str:
    """`wanted`, else the first of `wanted-2`, `wanted-3`, ... that is not taken."""
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def taken_ids(root: Path, folder: str) -> frozenset[str]:
    """What no new record below `folder` can be called: the ids there are, their addresses, the site's own pages."""
    ids = [found.id for found in discover(root, folder).files]
    return frozenset({*ids, *(one.casefold() for one in ids), *map(slug, ids), *RESERVED})


def _is_letter(character: str) -> bool:
    """Whether it is a letter, a digit, or a mark on one, as vowels are in Indic scripts."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _cut(readable: str) -> str:
    """Within the length that any disk takes: a letter has up to four bytes there."""
    return readable.encode()[:LENGTH].decode(errors="ignore").rstrip("-")
