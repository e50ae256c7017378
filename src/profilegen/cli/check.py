"""`profilegen check`: what is wrong with the content, without building."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen.cli.report import Format, number, report, tally

if TYPE_CHECKING:
    from profilegen.build.compose import Composed


@click.command(short_help="Report every problem, write nothing.", epilog="Example: profilegen check --format github")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option(
    "--format",
    "style",
    type=click.Choice(Format, case_sensitive=False),
    default=Format.TEXT,
    help="Lines of text, a JSON list, or annotations for GitHub's workflows.",
)
@click.option("--built", is_flag=True, help="Check what SITE/output holds, as publish does: links, samples, sizes.")
def check(site: Path, style: Format, *, strict: bool, built: bool) -> int:
    """Read the site in the folder SITE (default: this folder) and report every problem. Nothing is written."""
    from profilegen.build.compose import compose
    from profilegen.build.weight import stops
    from profilegen.cli.clock import clock

    composed = compose(site, clock())
    if built and composed.site is not None:
        return _check_built(site, composed, style)
    report(composed.problems, style)
    if style is Format.TEXT:
        records = composed.records
        read = f"{number(len(records.papers), 'paper')}, {number(len(records.authors), 'author')}"
        click.echo(f"{read}: {tally(composed.problems) or 'nothing is wrong'}")
    return 1 if stops(composed.problems, strict=strict) else 0


def _check_built(site: Path, composed: "Composed", style: Format) -> int:
    from profilegen.problems import Failure
    from profilegen.publishing.files import site_files
    from profilegen.publishing.publish import check_built

    if not (site / "output").is_dir():
        raise Failure("there is no folder 'output' in the site", "build it first: profilegen build")
    files = site_files(site / "output")
    found = check_built(files, composed.problems, composed.records.settings.url, "output")
    report(found, style)
    if style is Format.TEXT:
        click.echo(f"{len(files):,} files: {tally(found) or 'nothing is wrong'}")
    return 1 if found else 0
