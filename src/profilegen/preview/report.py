"""What the browser is told of problems: the message, and the lines of the file around it."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TypedDict

from profilegen.content.source import read_source
from profilegen.problems import Failure, Problem, Severity

MOST: Final = 20
"""So many problems of a kind are shown."""

BEFORE: Final = 2
AFTER: Final = 1
"""Lines shown around the one at fault."""

LONGEST: Final = 200
"""Code points of a line that are shown."""

_PLACED: Final = re.compile(r"(?P<path>[^\s:]+):(?P<line>\d+): (?P<message>.*)", re.DOTALL)


class Line(TypedDict):
    """A line of a file, numbered from 1."""

    number: int
    text: str


class Told(TypedDict):
    """A problem as the browser shows it; `column` is 0 where only the line is known."""

    place: str
    line: int
    column: int
    message: str
    hint: str
    lines: list[Line]


def told(root: Path, problems: Iterable[Problem], severity: Severity) -> list[Told]:
    """The problems of that severity, up to MOST of them."""
    chosen = [found for found in problems if found.severity is severity][:MOST]
    return [_told(root, found) for found in chosen]


def told_failure(root: Path, failure: Failure) -> Told:
    """A failure; where it names a line of a template, with the lines."""
    found = _PLACED.fullmatch(failure.message)
    if found is None:
        return Told(place="", line=0, column=0, message=failure.message, hint=failure.hint, lines=[])
    path, line = found["path"], int(found["line"])
    lines = list(_excerpt(root / path, path, line))
    place = f"{path}:{line}"
    return Told(place=place, line=line, column=0, message=found["message"], hint=failure.hint, lines=lines)


def _told(root: Path, found: Problem) -> Told:
    place = found.place
    lines = list(_excerpt(root / place.path, place.path, place.line))
    return Told(
        place=str(place),
        line=place.line,
        column=place.column,
        message=f"{found.message} [{found.code}]",
        hint=found.hint,
        lines=lines,
    )


def _excerpt(file: Path, path: str, line: int) -> Iterator[Line]:
    if os.path.realpath(file) != str(file):
        # A link may lead out of the site.
        return
    source = read_source(file, path)
    if isinstance(source, Problem):
        return
    all_lines = source.text.split("\n")
    for number in range(max(1, line - BEFORE), min(len(all_lines), line + AFTER) + 1):
        yield Line(number=number, text=all_lines[number - 1][:LONGEST])
