"""What happens to the files of a site, as the system tells it; and the wait until a burst of it is over."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from profilegen.preview.scan import FOLDERS, is_watched

QUIET_SECONDS: Final = 0.05
"""A burst is over when nothing happened for so long."""

BURST_SECONDS: Final = 0.1
"""A burst that does not end is looked at after so long all the same."""

_STOP_SECONDS: Final = 2.0

# Opening and closing to read must not count: the preview reads what it is told of.
_TOLD: Final[list[type[FileSystemEvent]]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]

Heard: TypeAlias = SimpleQueue[str]
"""Paths from the site's root, with `/`, to which something happened."""


class Watch:
    """Listens to what happens to the files of the site in the folder `root`, a path without links.

    `works` is False where the system refuses, which is said: then nothing is heard, and somebody has to look.
    """

    def __init__(self, root: Path, say: Callable[[str], None]) -> None:
        self.heard: Heard = SimpleQueue()
        self.works = False
        self._root = root
        self._say = say
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        """Begin to listen, or listen anew where folders were put in the place of others."""
        self.stop()
        try:
            self._observer = Observer()
            self._listen(self._observer)
            self.works = True
        except OSError as error:
            self.stop()
            self._say(f"the system does not tell of changes ({error.strerror or error}): looking every second instead")

    def stop(self) -> None:
        """Listen no longer."""
        observer, self._observer, self.works = self._observer, None, False
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join(_STOP_SECONDS)

    def _listen(self, observer: BaseObserver) -> None:
        listener = _Listener(self._root, self.heard)
        observer.schedule(listener, str(self._root), event_filter=_TOLD)
        for folder in FOLDERS:
            if (self._root / folder).is_dir():
                observer.schedule(listener, str(self._root / folder), recursive=True, event_filter=_TOLD)
        observer.start()


def burst(heard: Heard, patience: float) -> frozenset[str]:
    """The paths that are heard of within `patience` seconds and until the burst is over; none where it stays quiet."""
    paths: set[str] = set()
    with suppress(Empty):
        paths.add(heard.get(timeout=max(patience, 0)))
        end = time.monotonic() + BURST_SECONDS
        while (left := end - time.monotonic()) > 0:
            paths.add(heard.get(timeout=min(left, QUIET_SECONDS)))
    return frozenset(paths)


class _Listener(FileSystemEventHandler):
    """Hands on the paths of events."""

    def __init__(self, root: Path, heard: Heard) -> None:
        self._root = root
        self._heard = heard

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._hear(os.fsdecode(event.src_path))
        self._hear(os.fsdecode(event.dest_path))

    def _hear(self, told: str) -> None:
        path = os.path.relpath(told, self._root).replace(os.sep, "/") if told else ""
        if is_watched(path):
            self._heard.put(path)
