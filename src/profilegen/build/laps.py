"""Where the time of a build goes."""

import time

from profilegen.values import Struct


class Lap(Struct, frozen=True):
    """A step of a build, and how many seconds it took."""

    name: str
    seconds: float


class Laps:
    """The steps of a build, timed one after the other."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._taken: list[Lap] = []

    def lap(self, name: str) -> None:
        """The step of that name ends now."""
        now = time.perf_counter()
        self._taken.append(Lap(name, now - self._last))
        self._last = now

    @property
    def taken(self) -> tuple[Lap, ...]:
        """The steps so far."""
        return tuple(self._taken)
