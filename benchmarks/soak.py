"""Two thousand saves in six styles under a running preview: none missed, none twice, memory and handles steady.

PYTHONPATH=tests python benchmarks/soak.py [SAVES]
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from folders import write_files
from preview.habits import HABITS
from preview.serving import SITE, Preview, previewed

SAVES: Final = 2000

PAPER: Final = "content/papers/engine.md"

PATIENCE: Final = 10.0
"""Seconds after which a save counts as missed."""

WARM: Final = 100
"""After so many saves memory and handles are counted for the first time."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds: memory in MB, open files, threads."""

    memory: int
    files: int
    threads: int


def main(saves: int) -> int:
    """The exit code: 0 if all is well."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        root = write_files(Path(folder).resolve(), SITE)
        with previewed(root) as running:
            outcomes = _saved(running, root, saves)
            warm = list(islice(outcomes, min(WARM, saves)))
            first = _held(running.process.pid)
            missed = (warm + list(outcomes)).count(False)
            time.sleep(1)
            last, told = _held(running.process.pid), len(running.changes)
    print(f"{saves:,} saves: {missed} missed, {told - (saves - missed)} lines too many")
    print(f"after {WARM}: {first}\nat the end: {last}")
    steady = (
        last.files <= first.files + 2 and last.threads <= first.threads + 2 and last.memory <= first.memory * 1.2 + 5
    )
    return 0 if not missed and told == saves and steady else 1


def _saved(running: Preview, root: Path, saves: int) -> Iterator[bool]:
    """For each save, whether it was shown."""
    for number, (name, habit) in enumerate(islice(cycle(HABITS.items()), saves)):
        mark = f"Number {number} by {name}."
        before = len(running.changes)
        habit(root / PAPER, f"{SITE[PAPER]}{mark}\n")
        shown = _shown(running, mark, before)
        if not shown or len(running.changes) > before + 1:
            print(name, running.changes[before:])
        yield shown


def _shown(running: Preview, mark: str, told: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if len(running.changes) > told and mark in running.ask("/papers/engine/").text:
            return True
        time.sleep(0.005)
    return False


def _held(process: int) -> Held:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    lines = dict(line.split(":", 1) for line in status)
    files = len(list(Path(f"/proc/{process}/fd").iterdir()))
    return Held(int(lines["VmRSS"].split()[0]) // 1024, files, int(lines["Threads"]))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SAVES))
