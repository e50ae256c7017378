"""The documents of the project, and the examples and commands that stand in them."""

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from folders import CHECKOUT

DOCUMENTS: Final = (
    CHECKOUT / "README.md",
    *sorted((CHECKOUT / "docs").glob("*.md")),
    CHECKOUT / "themes/default/README.md",
)

_FENCE: Final = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block: `info` is what stands behind the backticks: a language, what it is, a path."""

    document: str
    line: int
    info: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"

    @property
    def kind(self) -> str:
        """The language and what the example is, `yaml site`."""
        return " ".join(self.info[:2])

    @property
    def path(self) -> str:
        """The file that the reader is told to write, "" where it is none."""
        return self.info[2] if len(self.info) > 2 else ""

    @property
    def commands(self) -> list[list[str]]:
        """The commands that stand behind `$ `, in words, without comments."""
        lines = (line[2:] for line in self.text.splitlines() if line.startswith("$ "))
        return [shlex.split(line, comments=True) for line in lines]


def examples(*documents: Path) -> Iterator[Example]:
    """Every fenced block of the documents."""
    for document in documents or DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        shown = document.relative_to(CHECKOUT).as_posix()
        for found in _FENCE.finditer(text):
            yield Example(shown, text.count("\n", 0, found.start()) + 1, tuple(found["info"].split()), found["text"])


def followed(*documents: Path) -> Iterator[Example]:
    """The blocks that a reader follows: commands, and files to write."""
    yield from (example for example in examples(*documents) if example.info[:1] == ("console",) or example.path)


def updating() -> bool:
    """Whether the made parts of the documents are to be made anew."""
    return bool(os.environ.get("PROFILEGEN_UPDATE"))
