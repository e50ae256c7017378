"""Problems as a person, a program or GitHub reads them."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import click

from profilegen.problems import Problem, Severity, escaped

MOST: Final = 50
"""So many problems are shown one by one."""

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def report(problems: Sequence[Problem], style: Format = Format.TEXT) -> None:
    """Print the problems: as text and for GitHub the gravest first and no more than MOST, as JSON all of them."""
    if style is Format.JSON:
        click.echo(json.dumps([as_json(found) for found in problems], ensure_ascii=False, indent=2))
        return
    gravest = sorted(problems, key=lambda found: list(Severity).index(found.severity))
    shown = sorted(gravest[:MOST])
    for found in shown:
        click.echo(_text(found) if style is Format.TEXT else _github(found), err=style is Format.TEXT)
    if len(problems) > MOST:
        click.echo(f"and {len(problems) - MOST} more", err=style is Format.TEXT)


def as_json(found: Problem) -> dict[str, str | int]:
    """A problem for programs."""
    return {
        "path": found.place.path,
        "line": found.place.line,
        "column": found.place.column,
        "severity": found.severity.value,
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
    }


def tally(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`, "" where there are none."""
    numbers = Counter(found.severity for found in problems)
    return ", ".join(number(numbers[severity], severity.value) for severity in Severity if numbers[severity])


def number(count: int, noun: str) -> str:
    """`1 error`, `1,234 errors`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _text(found: Problem) -> str:
    place = click.style(str(found.place), bold=True)
    severity = click.style(found.severity.value, fg=_COLOURS[found.severity], bold=True)
    hint = f" ({found.hint})" if found.hint else ""
    return f"{place}: {severity}: {found.message}{hint} {click.style(f'[{found.code}]', dim=True)}"


def _github(found: Problem) -> str:
    """A workflow command, which GitHub shows on the line at fault."""
    hint = f" ({found.hint})" if found.hint else ""
    where = f"file={_property(found.place.path)},line={found.place.line},col={found.place.column}"
    title = f"title={_property(found.code)}"
    return f"::{_COMMANDS[found.severity]} {where},{title}::{_plain(escaped(found.message + hint))}"


def _plain(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _plain(escaped(text)).replace(":", "%3A").replace(",", "%2C")
