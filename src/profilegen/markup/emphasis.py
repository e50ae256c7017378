"""Emphasis by stars and underscores, paired as CommonMark pairs them.

Done here, since Python-Markdown 3.11 loses text where marks overlap: `a*b**c*d` comes out without its `d`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

DEPTH: Final = 32
"""So many runs of marks wait for their partners at once; the oldest of more are text."""

_STRONG: Final = 2
_THREE: Final = 3


@dataclass(slots=True)
class Run:
    """Marks that stand together: what is left of them, and the tags that they have become on either side."""

    mark: str
    count: int
    opens: bool
    closes: bool
    out: int
    length: int = 0
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.length = self.count


def run_at(text: str, at: int, length: int, out: int) -> Run:
    """The run of `length` marks at `at`: it opens before a character and closes after one, underscores not in words."""
    before, after = text[at - 1 : at] if at else "", text[at + length : at + length + 1]
    opens, closes = bool(after.strip()), bool(before.strip())
    if text[at] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return Run(text[at], length, opens, closes, out)


def pair(runs: Sequence[Run]) -> None:
    """Turns the marks of a text into tags, from left to right, each with the nearest partner before it."""
    waiting: list[Run] = []
    for run in runs:
        while run.closes and run.count:
            place = _partner(waiting, run)
            if place < 0:
                break
            del waiting[place + 1 :]
            _join(waiting[place], run)
            if not waiting[place].count:
                waiting.pop()
        if run.opens and run.count:
            waiting.append(run)
            del waiting[:-DEPTH]


def _partner(waiting: Sequence[Run], run: Run) -> int:
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place].mark == run.mark and _fit(waiting[place], run):
            return place
    return -1


def _fit(opening: Run, closing: Run) -> bool:
    """CommonMark's rule of three: `*a**b*` is one emphasis, since its middle could do both."""
    if not (opening.closes or closing.opens) or (opening.length + closing.length) % _THREE:
        return True
    return opening.length % _THREE == 0 and closing.length % _THREE == 0


def _join(opening: Run, closing: Run) -> None:
    width = min(_STRONG, opening.count, closing.count)
    tag = "strong" if width == _STRONG else "em"
    opening.after.insert(0, f"<{tag}>")
    closing.before.append(f"</{tag}>")
    opening.count -= width
    closing.count -= width
