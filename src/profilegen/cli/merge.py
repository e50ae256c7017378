"""`profilegen merge`: two files that are one paper become one."""

from pathlib import Path

import click


@click.command(
    short_help="Make one paper of two.", epilog="Example: profilegen merge rose-2026-periodic rose-2026-periodic-radio"
)
@click.argument("one")
@click.argument("other")
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site's folder; default: this folder.",
)
@click.option("--dry-run", is_flag=True, help="Show the changes as a diff, and write nothing.")
def merge(one: str, other: str, site: Path, *, dry_run: bool) -> None:
    """Make one paper of the papers with the ids ONE and OTHER, keeping every fact.

    The published one is kept before a preprint, else the one that says more. The other goes under `versions`, its
    address under `old_urls`, values of its own that differ under `extra`.
    """
    from profilegen.cli.import_report import diff
    from profilegen.importing.joining import joined
    from profilegen.importing.known import known_authors, known_papers
    from profilegen.importing.site import check_site
    from profilegen.importing.writing import difference, write

    check_site(site)
    done = joined(one, other, known_papers(site), known_authors(site))
    for choice in done.choices:
        click.echo(choice)
    if dry_run:
        diff(difference(done.changes))
        click.echo("nothing was written: this was a dry run")
        return
    write(site, done.changes)
    click.echo(f"{done.gone} is now a part of {done.kept}")
