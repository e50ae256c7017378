"""`profilegen duplicates`: pairs of papers that look like one."""

from pathlib import Path

import click


@click.command(short_help="Show pairs of papers that look like one.", epilog="Example: profilegen duplicates")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def duplicates(site: Path) -> None:
    """Show pairs of papers of the site in the folder SITE (default: this folder) that look like one, and why.

    `profilegen merge` makes one of two; `accept: [duplicate-title]` in either says that they are two.
    """
    from profilegen.importing.duplicates import pairs
    from profilegen.importing.known import known_papers
    from profilegen.importing.site import check_site
    from profilegen.problems import quoted_path

    check_site(site)
    found = pairs(known_papers(site))
    for pair in found:
        click.echo(f"{quoted_path(pair.paths[0])} and {quoted_path(pair.paths[1])}: {', '.join(pair.reasons)}")
        click.echo(f"  profilegen merge {pair.keep} {pair.other}")
    click.echo(f"{len(found):,} {'pair' if len(found) == 1 else 'pairs'}")
