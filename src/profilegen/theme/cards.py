"""Printed cards: each but once, however many pages show it."""

from collections.abc import Callable
from typing import Final

from profilegen.model.text import Html
from profilegen.pages.address import apart, joined, placed
from profilegen.pages.views import CardView

KEPT: Final = 40_000
"""With more printed cards than these, printing some again takes less than the memory costs."""


class Cards:
    """The cards printed of late, by the identity of their views and the way from their page to the root."""

    def __init__(self) -> None:
        self._printed: dict[tuple[int, str], tuple[CardView, list[str]]] = {}

    def get(self, view: CardView, root: str, own: str, make: Callable[[], str]) -> Html:
        """The card on a page whose way to the root is `root`; `own` is the id of the person whose profile it is."""
        known = self._printed.get((id(view), root))
        if known is None:
            if len(self._printed) >= KEPT:
                self._printed.clear()
            # The view is kept as well, so that no other one can be at its place in memory.
            known = self._printed[id(view), root] = (view, apart(placed(make(), root)))
        return Html(joined(known[1], own))
