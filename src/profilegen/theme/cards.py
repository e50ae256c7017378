"""Printed cards: each but once, however many pages show it."""

from collections.abc import Callable
from typing import Final

from profilegen.model.text import Html
from profilegen.pages.address import apart, joined, placed
from profilegen.pages.views import CardView, Frame

KEPT: Final = 40_000
"""With more printed cards than these, printing some again takes less than the memory costs."""


class Cards:
    """The cards printed of late, by the way from their page to the root and the identity of their views."""

    def __init__(self) -> None:
        self.printed: dict[str, dict[int, tuple[CardView, list[str]]]] = {}

    def keep(self, view: CardView, root: str, text: str) -> tuple[CardView, list[str]]:
        """The view with its text, cut where somebody is marked."""
        if sum(map(len, self.printed.values())) >= KEPT:
            for known in self.printed.values():
                known.clear()
        # The view is kept as well, so that no other one can be at its place in memory.
        found = self.printed[root][id(view)] = (view, apart(placed(text, root)))
        return found


class Printer:
    """What a template gets as `card`: called with the view of a card, it gives the card as the page shows it."""

    takes: Final = 1

    def __init__(self, cards: Cards, frame: Frame, make: Callable[[CardView], str]) -> None:
        self._cards, self._make = cards, make
        self._root, self._own = frame.root, frame.own
        self._known = cards.printed.setdefault(frame.root, {})

    def of_one(self, view: CardView) -> str:
        """The text of the card."""
        known = self._known.get(id(view))
        if known is None:
            known = self._cards.keep(view, self._root, self._make(view))
        return joined(known[1], self._own)

    def __call__(self, view: CardView) -> Html:
        """The card, for a template that does more with it than print it."""
        return Html(self.of_one(view))
