"""The allow list that every text passes: tags and attributes that a text may have, and nothing else."""

from typing import Final

import nh3

TAGS: Final = frozenset(
    "a b blockquote br code em hr i img li ol p pre strong sub sup table tbody td th thead tr u ul".split()
    + [f"h{level}" for level in range(1, 7)]
)
"""The tags of a text, before its formulas are put in."""

_ALIGNED: Final = frozenset({"align-left", "align-center", "align-right"})
_CLEANER: Final = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(),
    attributes={"a": {"href", "title", "rel"}, "img": {"src", "alt", "title"}, "ol": {"start"}},
    allowed_classes={"td": set(_ALIGNED), "th": set(_ALIGNED)},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def cleaned(html: str) -> str:
    """The HTML well nested, without anything that is not on the list."""
    return _CLEANER.clean(html).replace("&nbsp;", "\u00a0")
