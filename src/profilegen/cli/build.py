"""`profilegen build`: content in, site out."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen.cli.progress import Teller

if TYPE_CHECKING:
    from profilegen.build import Built


@click.command(epilog="Example: profilegen build --strict")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the site goes; default: the folder output in SITE."
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON on standard output.")
def build(site: Path, output: Path | None, *, strict: bool, quiet: bool, as_json: bool) -> int:
    """Build the site in the folder SITE (default: this folder).

    Reads SITE/content and SITE/profilegen.yaml, and writes static pages. Where anything is wrong with the content,
    every problem is reported and the old output stays as it is.
    """
    from profilegen.build import build as make
    from profilegen.cli.clock import clock
    from profilegen.cli.report import report

    start = time.perf_counter()
    built = make(site, output or site / "output", clock(), strict=strict, say=Teller(silent=quiet or as_json))
    if as_json:
        click.echo(json.dumps(_outcome(built, time.perf_counter() - start), ensure_ascii=False, indent=2))
    else:
        report(built.composed.problems)
        _sum_up(built, time.perf_counter() - start, quiet=quiet)
    return 1 if built.written is None else 0


def _sum_up(built: "Built", seconds: float, *, quiet: bool) -> None:
    from profilegen.cli.report import tally

    found = tally(built.composed.problems)
    if built.written is None:
        click.echo(f"not built: {found}; the site is as it was", err=True)
    elif not quiet:
        click.echo(f"{_made(built)}, {seconds:.2f} s{f' ({found})' if found else ''}")


def _made(built: "Built") -> str:
    pages, records, files = built.composed.pages, built.composed.records, built.written
    if files is None:
        raise ValueError("nothing was written")
    counts = (
        _number(len(pages), "page"),
        _number(len(records.papers), "paper"),
        _number(len(records.authors), "author"),
    )
    return f"{', '.join(counts)}: {files.written:,} written, {files.unchanged:,} unchanged, {files.removed:,} removed"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _outcome(built: "Built", seconds: float) -> dict[str, object]:
    from profilegen.cli.report import as_json

    composed, files = built.composed, built.written
    return {
        "built": files is not None,
        "pages": len(composed.pages),
        "papers": len(composed.records.papers),
        "authors": len(composed.records.authors),
        "written": files.written if files else 0,
        "unchanged": files.unchanged if files else 0,
        "removed": files.removed if files else 0,
        "seconds": round(seconds, 3),
        "problems": [as_json(found) for found in composed.problems],
    }
