"""Where the time of a build goes."""

import time
from heapq import heappush, heappushpop
from typing import Final

from profilegen.values import Struct

SHOWN: Final = 5
"""So many of the slowest are told."""


class Lap(Struct, frozen=True):
    """A step of a build, or a part of one, and how many seconds it took; `times` is how often it was done."""

    name: str
    seconds: float
    times: int = 1


class Slow:
    """What took longest: by template all pages together, each page, and each content file by itself."""

    def __init__(self) -> None:
        self._rendering = self._writing = self._measuring = 0.0
        self._templates: dict[str, tuple[float, int]] = {}
        self._pages: list[tuple[float, str]] = []
        self._files: list[tuple[float, str]] = []

    def printed(self, template: str, page: str, rendering: float, writing: float, measuring: float) -> None:
        """A page was rendered and written, by whomever, in so many seconds each; `measuring` is a part of the first."""
        before, times = self._templates.get(template, (0.0, 0))
        self._templates[template] = (before + rendering, times + 1)
        self._rendering += rendering
        self._writing += writing
        self._measuring += measuring
        _push(self._pages, rendering, page)

    def read(self, file: str, seconds: float) -> None:
        """A content file was read."""
        _push(self._files, seconds, file)

    @property
    def parts(self) -> tuple[Lap, ...]:
        """How long it took to measure people for all pages, to render and to write these, by all who did it."""
        if not self._templates:
            return ()
        rendering = self._rendering - self._measuring
        return (Lap("measure", self._measuring), Lap("render", rendering), Lap("write", self._writing))

    @property
    def templates(self) -> tuple[Lap, ...]:
        """The templates that took longest, the slowest first."""
        laps = (Lap(name, seconds, times) for name, (seconds, times) in self._templates.items())
        return tuple(sorted(laps, key=lambda lap: (-lap.seconds, lap.name))[:SHOWN])

    @property
    def pages(self) -> tuple[Lap, ...]:
        """The pages that took longest, the slowest first."""
        return _sorted(self._pages)

    @property
    def files(self) -> tuple[Lap, ...]:
        """The content files that took longest, the slowest first."""
        return _sorted(self._files)


class Laps:
    """The steps of a build, timed one after the other, and what was slow in them."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._taken: list[Lap] = []
        self.slow = Slow()

    def lap(self, name: str) -> None:
        """The step of that name ends now."""
        now = time.perf_counter()
        self._taken.append(Lap(name, now - self._last))
        self._last = now

    @property
    def taken(self) -> tuple[Lap, ...]:
        """The steps so far."""
        return tuple(self._taken)


def _push(slowest: list[tuple[float, str]], seconds: float, name: str) -> None:
    if len(slowest) < SHOWN:
        heappush(slowest, (seconds, name))
    elif seconds > slowest[0][0]:
        heappushpop(slowest, (seconds, name))


def _sorted(slowest: list[tuple[float, str]]) -> tuple[Lap, ...]:
    return tuple(Lap(name, seconds) for seconds, name in sorted(slowest, reverse=True))
