"""`profilegen clean`: what builds made and kept, removed."""

from pathlib import Path

import click


@click.command(short_help="Remove the built site and the cache.", epilog="Example: profilegen clean")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Where the site is; default: the folder output in SITE."
)
def clean(site: Path, output: Path | None) -> int:
    """Remove the site built from the folder SITE (default: this folder), and what builds keep in .profilegen.

    Files that profilegen did not write stay. The content is not touched, and the next build makes everything anew.
    """
    from profilegen.build.clean import clean as remove
    from profilegen.cli.progress import Teller

    removed = remove(site, output or site / "output", Teller().line)
    click.echo(f"removed {removed:,} file{'' if removed == 1 else 's'} of the site, and the cache")
    return 0
