"""Types of papers by what BibTeX, CSL, Crossref and ORCID call them."""

from typing import Final

from profilegen.content.schema.paper import TYPE_SYNONYMS
from profilegen.model.paper import PaperType

_WORDS: Final = {**{member.value: member for member in PaperType}, **TYPE_SYNONYMS}


def type_named(word: str) -> PaperType:
    """The type of that name; `other` where there is none."""
    return _WORDS.get(word.strip().lower().replace("_", "-"), PaperType.OTHER)
