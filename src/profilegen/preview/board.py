"""What is shown at the moment, and who waits for it to change."""

import asyncio

from profilegen.preview.pages import Pages
from profilegen.preview.report import Told
from profilegen.values import Struct


class Edition(Struct, frozen=True):
    """What is shown between two changes: the last good pages, None where there are none yet, and what is wrong."""

    pages: Pages | None
    errors: tuple[Told, ...] = ()
    warnings: tuple[Told, ...] = ()


class Board:
    """Holds the edition that is shown; one thread puts up the next, any number of connections wait for it."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._waiting: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def put_up(self, edition: Edition) -> None:
        """Show another edition; from any thread."""
        self.edition = edition
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._wake)

    async def another(self, than: Edition) -> Edition:
        """An edition other than this one, as soon as there is one."""
        self._loop = asyncio.get_running_loop()
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            while self.edition is than:
                await event.wait()
                event.clear()
        finally:
            self._waiting.discard(event)
        return self.edition

    def _wake(self) -> None:
        for event in self._waiting:
            event.set()
