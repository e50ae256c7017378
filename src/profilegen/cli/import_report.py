"""What an import did, as a person reads it: problems, values that differ, a diff, a table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from profilegen.cli.report import MOST, report
from profilegen.problems import Severity, escaped, quoted, quoted_path

if TYPE_CHECKING:
    from profilegen.importing.plan import Outcome
    from profilegen.importing.site import Imported

_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}


def show(done: "Imported", *, dry_run: bool) -> int:
    """Print it all; 1 where an entry was refused."""
    from profilegen.importing.writing import difference

    report(done.plan.problems)
    differences(done.plan.outcomes)
    if dry_run:
        diff(difference(done.plan.changes))
    table(done, dry_run=dry_run)
    return 1 if any(found.severity is Severity.ERROR for found in done.plan.problems) else 0


def differences(outcomes: "Iterable[Outcome]") -> None:
    """Each value that the site has and the source has otherwise, no more than MOST."""
    lines = [
        f"{quoted_path(outcome.path)}: {one.key} is {quoted(one.mine)}, {outcome.place} has {quoted(one.theirs)}"
        for outcome in outcomes
        for one in outcome.differences
    ]
    some(lines, "values that differ", "left as they are: --overwrite KEY takes the source's values of a key")


def some(lines: Sequence[str], what: str, hint: str) -> None:
    """The lines, no more than MOST, and what to do about them."""
    for line in lines[:MOST]:
        click.echo(line)
    if len(lines) > MOST:
        click.echo(f"and {len(lines) - MOST} more {what}")
    if lines:
        click.echo(hint)


def diff(lines: Iterable[str]) -> None:
    """A unified diff, in colours on a terminal."""
    for line in lines:
        click.secho(escaped(line), fg=_COLOURS.get(line[:1]))


def table(done: "Imported", *, dry_run: bool) -> None:
    """How many entries were new, filled, the same, differing, refused."""
    authors = {"authors": len(done.authors)} if done.authors else {}
    counted({**done.counts, **authors}, dry_run=dry_run)


def counted(counts: Mapping[str, int], *, dry_run: bool) -> None:
    """A table of two columns."""
    width = max(len(f"{count:,}") for count in counts.values())
    for name, count in counts.items():
        click.echo(f"{name:<10} {count:>{width},}")
    if dry_run:
        click.echo("nothing was written: this was a dry run")
