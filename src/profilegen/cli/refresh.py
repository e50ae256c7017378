"""`profilegen refresh`: citation counts and published versions brought up to date."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from profilegen.importing.refreshing import Refreshed


@click.command(
    short_help="Bring citation counts up to date.",
    epilog="Example: profilegen refresh --author ada-lovelace --dry-run",
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--source", default="openalex", show_default=True, help="Who counts the citations.")
@click.option("--author", default="", metavar="ID", help="Only the papers of this author.")
@click.option("--accept", is_flag=True, help="Take counts too that drop by more than a tenth, or are from elsewhere.")
@click.option("--dry-run", is_flag=True, help="Show the changes as a diff, and write nothing.")
@click.option("--contact", metavar="EMAIL", envvar="PROFILEGEN_CONTACT", help="Said to services, which ask for it.")
def refresh(site: Path, source: str, author: str, contact: str | None, *, accept: bool, dry_run: bool) -> None:
    """Ask how often the papers of the site in the folder SITE (default: this folder) were cited, and write it down.

    Papers are asked for by DOI and arXiv id. The count goes into the paper's file with its years, source and day; the
    published version of a preprint goes under `versions`. A count that drops by more than a tenth is shown, not taken.
    """
    from profilegen.cli.clock import clock
    from profilegen.importing.refreshing import Services, refreshed
    from profilegen.importing.services import arxiv, client, counter
    from profilegen.importing.site import check_site
    from profilegen.importing.writing import write

    check_site(site)
    services = Services(counter(source), arxiv(), client(contact or ""), clock().today)
    done = refreshed(site, services, author, accept=accept)
    if not dry_run:
        write(site, done.changes)
    _show(done, dry_run=dry_run)


def _show(done: "Refreshed", *, dry_run: bool) -> None:
    from profilegen.cli.import_report import counted, diff, some
    from profilegen.importing.refreshing import Fate
    from profilegen.importing.writing import difference

    some(done.left, "counts that were left", "left as they are: --accept takes them")
    if dry_run:
        diff(difference(done.changes))
    fates = list(done.fates.values())
    left = fates.count(Fate.DROPPED) + fates.count(Fate.FOREIGN)
    counted(
        {
            "updated": fates.count(Fate.UPDATED),
            "same": fates.count(Fate.SAME),
            "left": left,
            "unknown": fates.count(Fate.UNKNOWN),
            "published": len(done.published),
        },
        dry_run=dry_run,
    )
