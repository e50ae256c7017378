"""`profilegen build`: content in, site out."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen.cli.asking import address
from profilegen.cli.progress import Teller

if TYPE_CHECKING:
    from profilegen.build.run import Built


def _workers(_context: click.Context, _parameter: click.Parameter, value: str) -> int | None:
    if value == "auto":
        return None
    if not (value.isascii() and value.isdigit() and int(value)):
        raise click.BadParameter("it takes a number from 1 on, or auto")
    return int(value)


@click.command(short_help="Write the site into the folder output.", epilog="Example: profilegen build --strict")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the site goes; default: the folder output in SITE."
)
@click.option(
    "--url", metavar="ADDRESS", callback=address, default="", help="Where the site will be, if the settings do not say."
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
@click.option(
    "--workers",
    metavar="N|auto",
    default="auto",
    callback=_workers,
    help="How many processes work on it; auto, the default, takes what is fastest.",
)
@click.option("--no-cache", is_flag=True, help="Make everything anew, whatever was kept of earlier builds.")
@click.option("--timings", is_flag=True, help="Print where the time went.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON on standard output.")
def build(  # noqa: PLR0913 - one for each option
    site: Path,
    output: Path | None,
    url: str,
    *,
    strict: bool,
    workers: int | None,
    no_cache: bool,
    timings: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Build the site in the folder SITE (default: this folder).

    Reads SITE/content and SITE/profilegen.yaml, and writes static pages. What did not change since the last build is
    neither read nor written. Where anything is wrong with the content, every problem is reported and the old output
    stays as it is.
    """
    from profilegen.build.run import Manner
    from profilegen.build.run import build as make
    from profilegen.cli.clock import clock
    from profilegen.cli.report import report

    start = time.perf_counter()
    manner = Manner(strict=strict, workers=workers, remembering=not no_cache)
    built = make(site, output or site / "output", clock(), manner, Teller(silent=quiet or as_json), url)
    seconds = time.perf_counter() - start
    if as_json:
        click.echo(json.dumps(_outcome(built, seconds), ensure_ascii=False, indent=2))
    else:
        report(built.problems)
        _sum_up(built, seconds, quiet=quiet)
    if timings:
        _time(built, seconds)
    return 1 if built.written is None else 0


def _sum_up(built: "Built", seconds: float, *, quiet: bool) -> None:
    from profilegen.cli.report import tally

    found = tally(built.problems)
    if built.written is None:
        click.echo(f"not built: {found}; the site is as it was", err=True)
    elif not quiet:
        click.echo(f"{_made(built)}, {seconds:.2f} s{f' ({found})' if found else ''}")


def _made(built: "Built") -> str:
    from profilegen.cli.report import number

    files = built.written
    if files is None:
        raise ValueError("nothing was written")
    counts = (number(built.pages, "page"), number(built.papers, "paper"), number(built.authors, "author"))
    return f"{', '.join(counts)}: {files.written:,} written, {files.unchanged:,} unchanged, {files.removed:,} removed"


def _outcome(built: "Built", seconds: float) -> dict[str, object]:
    from profilegen.cli.report import as_json

    files = built.written
    return {
        "built": files is not None,
        "pages": built.pages,
        "papers": built.papers,
        "authors": built.authors,
        "written": files.written if files else 0,
        "unchanged": files.unchanged if files else 0,
        "removed": files.removed if files else 0,
        "seconds": round(seconds, 3),
        "problems": [as_json(found) for found in built.problems],
    }


def _time(built: "Built", seconds: float) -> None:
    for lap in built.laps:
        click.echo(f"{lap.seconds:8.3f} s  {lap.name}", err=True)
        for part in built.slow.parts if lap.name == "print" else ():
            click.echo(f"{part.seconds:8.3f} s    {part.name}, all processes together", err=True)
    click.echo(f"{seconds:8.3f} s  in all", err=True)
    slow = built.slow
    for what, slowest in (("content files", slow.files), ("templates", slow.templates), ("pages", slow.pages)):
        if slowest:
            click.echo(f"slowest {what}:", err=True)
        for lap in slowest:
            times = f" ({lap.times:,} times)" if what == "templates" else ""
            click.echo(f"{lap.seconds:8.3f} s  {lap.name}{times}", err=True)
