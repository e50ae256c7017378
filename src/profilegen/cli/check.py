"""`profilegen check`: what is wrong with the content, without building."""

from pathlib import Path

import click

from profilegen.cli.report import Format, report, tally


@click.command(epilog="Example: profilegen check --format github")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--strict", is_flag=True, help="Let warnings count as errors do.")
@click.option(
    "--format",
    "style",
    type=click.Choice(Format, case_sensitive=False),
    default=Format.TEXT,
    help="Lines of text, a JSON list, or annotations for GitHub's workflows.",
)
def check(site: Path, style: Format, *, strict: bool) -> int:
    """Read the site in the folder SITE (default: this folder) and report every problem. Nothing is written."""
    from profilegen.build.compose import compose
    from profilegen.build.weight import stops
    from profilegen.cli.clock import clock

    composed = compose(site, clock())
    report(composed.problems, style)
    if style is Format.TEXT:
        records = composed.records
        read = f"{len(records.papers):,} papers, {len(records.authors):,} authors"
        click.echo(f"{read}: {tally(composed.problems) or 'nothing is wrong'}")
    return 1 if stops(composed.problems, strict=strict) else 0
