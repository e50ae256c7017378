"""What a list of papers can be filtered and sorted by."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from profilegen.pages.views import CardView, FilterView, ToolsView

FEW: Final = 4
"""A list of fewer papers is read faster than filtered."""

MOST_FIELDS: Final = 12
"""So many categories, the most frequent ones, are offered as filters."""


def tools(cards: Sequence[CardView], *, by_field: bool = True, paged: bool = False) -> ToolsView | None:
    """The tools for these cards: only what tells some of them from others; None for a short list.

    `by_field` is False where the page has links to the fields already, `paged` True where the list goes on elsewhere.
    """
    if len(cards) < FEW:
        return None
    names = {card.field.short: card.field.name for card in cards if card.field is not None}
    frequency = Counter(card.keys.field for card in cards if card.keys.field).most_common(MOST_FIELDS)
    fields = tuple(FilterView(short, names[short], count) for short, count in frequency)
    with_code = sum(bool(card.keys.code) for card in cards)
    return ToolsView(
        paged=paged,
        total=len(cards),
        fields=fields if by_field and len(fields) > 1 else (),
        years=tuple(sorted({card.keys.year for card in cards if card.keys.year}, reverse=True)),
        code=0 < with_code < len(cards),
        cited=any(card.keys.citations for card in cards),
        scored=any(card.keys.score for card in cards),
    )
