"""How editors and people save a file: six ways to the same end."""

import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final


def in_place(file: Path, text: str) -> None:
    with file.open("r+", encoding="utf-8") as opened:
        opened.write(text)
        opened.truncate()


def truncated_and_slow(file: Path, text: str) -> None:
    """In three pieces, of which only the last makes it a file that can be read."""
    end = text.rindex("---")
    with file.open("w", encoding="utf-8") as opened:
        for piece in (text[:20], text[20:end], text[end:]):
            time.sleep(0.05)
            opened.write(piece)
            opened.flush()


def renamed_over(file: Path, text: str) -> None:
    beside = file.with_name(f"{file.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def deleted_and_created(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text, encoding="utf-8")


def as_vim_does(file: Path, text: str) -> None:
    probe, backup = file.with_name("4913"), file.with_name(f"{file.name}~")
    probe.touch()
    probe.unlink()
    file.rename(backup)
    with file.open("w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    backup.unlink()


def folder_swapped(file: Path, text: str) -> None:
    folder = file.parent
    fresh, old = folder.with_name("papers.new"), folder.parent.parent / "old-papers"
    shutil.copytree(folder, fresh)
    (fresh / file.name).write_text(text, encoding="utf-8")
    folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old)


HABITS: Final[Mapping[str, Callable[[Path, str], None]]] = MappingProxyType(
    {
        habit.__name__: habit
        for habit in (in_place, truncated_and_slow, renamed_over, deleted_and_created, as_vim_does, folder_swapped)
    }
)
