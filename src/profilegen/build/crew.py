"""Who does the work: this process alone, or several that are sent pieces of it."""

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self, TypeVar

from profilegen.output.moves import PUBLIC
from profilegen.problems import Failure

if TYPE_CHECKING:
    from concurrent.futures import Executor

Task = TypeVar("Task")
Result = TypeVar("Result")

ENOUGH: Final = 600
"""Files or pages from which on several workers are faster than one, by measurement."""

ORPHAN_SECONDS: Final = 0.5
"""How soon a worker notices that the build is gone."""

FORKED: Final = sys.platform == "linux"
"""Whether a process is forked, which shares what is there already; elsewhere each begins with nothing."""

MOST: Final = 8
"""More workers than this wait for the disk."""


class Crew:
    """This process, and others that it calls in once there is enough to do; `asked` says how many, None what is best.

    The others are given their work through an Executor: whoever has a better one puts it in its place here.
    """

    def __init__(self, asked: int | None = None) -> None:
        self._asked = asked
        self._pool: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def each(self, work: Callable[[Task], Result], tasks: Iterable[Task], pieces: int) -> Iterator[Result]:
        """The result of each task, in their order; `pieces` is how many files or pages are in them.

        Raises:
            Failure: a worker died.
        """
        if self.alone(pieces):
            yield from map(work, tasks)
            return
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - what works alone does without

        pool = self._called(pieces)
        try:
            with _undisturbed():
                results = pool.map(work, tasks)
            yield from results
        except BrokenProcessPool as error:
            raise Failure(
                "a worker process died",
                "perhaps the memory ran out: 'profilegen build --workers 1' does without workers",
            ) from error

    def told(self) -> None:
        """Whoever is called in from here on knows what this process knows by now, where a process can be forked."""
        if FORKED and self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def let_go(self) -> None:
        """Nothing more is asked of the others: they end while this process goes on."""
        if self._pool is not None:
            self._pool.shutdown(wait=False)

    def alone(self, pieces: int) -> bool:
        """Whether this process does so much by itself."""
        return self._pool is None and self._wanted(pieces) == 1

    def _wanted(self, pieces: int) -> int:
        return self._asked or (min(_cores(), MOST) if pieces >= ENOUGH else 1)

    def _called(self, pieces: int) -> "Executor":
        if self._pool is None:
            with _undisturbed():
                self._pool = _pool(self._wanted(pieces))
        return self._pool


def _pool(workers: int) -> "Executor":
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - what works alone does without
    from multiprocessing import get_context  # noqa: PLC0415 - the same

    context = get_context("fork" if FORKED else "spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(os.getpid(),))
    pool.submit(os.getpid)  # they start with the first piece of work
    return pool


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits: in the middle of handing out work it would leave locks held, and processes half begun."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def cut(pieces: Sequence[Task], size: int) -> Iterator[tuple[Task, ...]]:
    """The pieces in portions of `size`, the last one smaller."""
    return (tuple(pieces[start : start + size]) for start in range(0, len(pieces), size))


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(parent: int) -> None:
    """A worker leaves Ctrl-C to the build, and ends with it; like the build, it collects no garbage on its way."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.umask(PUBLIC)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(ORPHAN_SECONDS)
    os._exit(1)
