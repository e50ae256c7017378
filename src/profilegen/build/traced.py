"""A site read from the catalogue, one record at a time; what each page is made from is written down as it is made."""

import math
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final, Generic, TypeVar

from profilegen.build.measuring import measured_papers
from profilegen.corpus.corpus import Corpus
from profilegen.metrics import Definition, Measured
from profilegen.model.author import Reported
from profilegen.output.catalogue import Stock
from profilegen.pages.once import Once

Value = TypeVar("Value")
Part = TypeVar("Part")

ORDERS = "orders"
"""The shelf of items that say which ids stand on another shelf, and in which order."""


TEXTS_KEPT: Final = 2_000
PAPERS_KEPT: Final = 30_000
"""So many texts and papers are kept, and as many before them: reading one again takes less than its memory costs."""


class Trace:
    """The numbers of the items that were looked up since it was last taken.

    `measuring` is the seconds that went into people's numbers, from the beginning on.
    """

    def __init__(self) -> None:
        self.touched: list[int] = []
        self.measuring = 0.0

    def take(self) -> list[int]:
        """The numbers, each once, sorted; from here on it is empty."""
        found = sorted(set(self.touched))
        self.touched.clear()
        return found


class Shelf(Mapping[str, Value], Generic[Value]):
    """The items of a shelf as values, decoded when they are looked up, or `at_hand`; and each look written down.

    Who asks for what is not there, or for all there is, depends on which items there are: on the shelf's order.
    """

    def __init__(
        self,
        stock: Stock,
        name: str,
        decode: Callable[[bytes], Value],
        touched: list[int],
        lately: float = math.inf,
        at_hand: Mapping[str, Value] | None = None,
    ) -> None:
        self._lately = lately
        self._at_hand = at_hand
        self._name = name
        self._order = stock.shelves.get(ORDERS, {}).get(name, -1)
        self._stock = stock
        self._decode = decode
        self._touched = touched
        self._known: dict[str, tuple[int, Value]] = {}
        self._older: dict[str, tuple[int, Value]] = {}

    @cached_property
    def _ids(self) -> Mapping[str, int]:
        return self._stock.shelves.get(self._name, {})

    def __getitem__(self, id_: str) -> Value:
        known = self._known.get(id_) or self._again(id_)
        self._touched.append(known[0])
        return known[1]

    def _again(self, id_: str) -> tuple[int, Value]:
        """What was not asked for of late; what nobody asks for again is let go."""
        if len(self._known) >= self._lately:
            self._known, self._older = {}, self._known
        known = self._older.get(id_)
        if known is None:
            number = self._ids.get(id_)
            if number is None:
                self._touched.append(self._order)
                raise KeyError(id_)
            known = (number, self._decode(self._stock[number]) if self._at_hand is None else self._at_hand[id_])
        self._known[id_] = known
        return known

    def __iter__(self) -> Iterator[str]:
        self._touched.append(self._order)
        return iter(self._ids)

    def __len__(self) -> int:
        self._touched.append(self._order)
        return len(self._ids)

    def __contains__(self, id_: object) -> bool:
        number = self._ids.get(id_) if isinstance(id_, str) else None
        self._touched.append(self._order if number is None else number)
        return number is not None


class Field(Mapping[str, Part], Generic[Value, Part]):
    """One field of the values of a shelf, by their ids."""

    def __init__(self, shelf: Mapping[str, Value], pick: Callable[[Value], Part]) -> None:
        self._shelf = shelf
        self._pick = pick

    def __getitem__(self, id_: str) -> Part:
        return self._pick(self._shelf[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf)

    def __len__(self) -> int:
        return len(self._shelf)


class Measures(Mapping[str, tuple[Measured, ...]]):
    """The metrics of everybody who has a page, computed when they are asked for."""

    def __init__(self, corpus: Corpus, definitions: tuple[Definition, ...], trace: Trace, shared: Once) -> None:
        self._corpus = corpus
        self._definitions = definitions
        self._trace = trace
        self._shared = shared

    def __getitem__(self, person_id: str) -> tuple[Measured, ...]:
        person = self._corpus.people[person_id]
        if not person.has_page:
            raise KeyError(person_id)
        # Two who wrote the same papers have the same numbers, unless somebody reports others.
        papers, reported = self._corpus.papers_of[person_id], person.author.reported if person.author else {}
        key = ("measured", person_id if reported else papers)
        return self._shared.get(key, lambda: self._measured(papers, reported))

    def _measured(self, papers: tuple[str, ...], reported: Mapping[str, Reported]) -> tuple[Measured, ...]:
        began = time.perf_counter()
        found = measured_papers(self._corpus, papers, reported, self._definitions)
        self._trace.measuring += time.perf_counter() - began
        return found

    def __iter__(self) -> Iterator[str]:
        return (person.id for person in self._corpus.people.values() if person.has_page)

    def __len__(self) -> int:
        return sum(1 for _ in self)
