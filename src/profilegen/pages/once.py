"""Values that several pages share, each made once."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Value = TypeVar("Value")


class Once:
    """Keeps what was made under each key.

    `touched` grows with every record that is looked up while a page is made. Who takes a kept value touches what it
    was made from, as if it were made anew.
    """

    def __init__(self, touched: list[int]) -> None:
        self._touched = touched
        self._made: dict[Hashable, tuple[Any, tuple[int, ...]]] = {}

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What stands under `key`, which `make` makes if nothing does."""
        known = self._made.get(key)
        if known is None:
            return self._new(key, make)[0]
        self._touched += known[1]
        value: Value = known[0]
        return value

    def made(self, key: Hashable, make: Callable[[], Value]) -> tuple[Value, tuple[int, ...]]:
        """The same, and the numbers of the records that it was made from."""
        known = self._made.get(key)
        if known is None:
            return self._new(key, make)
        self._touched += known[1]
        return known

    def _new(self, key: Hashable, make: Callable[[], Value]) -> tuple[Value, tuple[int, ...]]:
        start = len(self._touched)
        value = make()
        found = self._made[key] = (value, tuple(dict.fromkeys(self._touched[start:])))
        return found
