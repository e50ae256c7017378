"""`profilegen import`: papers from bibliographies, old sites and services into content files."""

import sys
from pathlib import Path

import click

FORMATS = ("bibtex", "ris", "csl", "json", "pmlr", "academicpages", "hugoblox")


@click.command(
    "import",
    short_help="Bring in papers from files, folders and services.",
    epilog="Example: profilegen import papers.bib --author 'Ada Lovelace'",
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site's folder; default: this folder.",
)
@click.option("--format", "notation", type=click.Choice(FORMATS), help="The notation, where its content does not tell.")
@click.option("--author", "names", multiple=True, metavar="NAME", help="Make a file for this author; repeatable.")
@click.option("--authors", type=click.Choice(["all"]), help="Make a file for every author.")
@click.option(
    "--overwrite", multiple=True, metavar="KEY", help="Let the source's value replace the site's; repeatable."
)
@click.option("--dry-run", is_flag=True, help="Show the changes as a diff, and write nothing.")
@click.option("--contact", metavar="EMAIL", envvar="PROFILEGEN_CONTACT", help="Said to services, which ask for it.")
def import_(  # noqa: PLR0913, PLR0917 - the options of a command are its parameters
    sources: tuple[str, ...],
    site: Path,
    notation: str | None,
    names: tuple[str, ...],
    authors: str | None,
    overwrite: tuple[str, ...],
    contact: str | None,
    *,
    dry_run: bool,
) -> int:
    """Import papers from each SOURCE into the site.

    A SOURCE is a file or folder (BibTeX, RIS, CSL-JSON, PMLR, academicpages, HugoBlox, a site's own JSON), `-` for
    standard input, or openalex:A5023888391, orcid:0000-0002-1825-0097, arxiv:2101.00010, doi:10.1000/182.

    A known paper gets only what it lacks; where a value differs, the site's stays and the difference is shown.
    """
    from profilegen.cli.import_report import show
    from profilegen.importing.authors import Wanted
    from profilegen.importing.site import Order, import_into

    people = Wanted(names, everybody=authors == "all")
    order = Order(sources, notation or "", overwrite, people, contact or "", write=not dry_run)
    done = import_into(site, order, _standard_input)
    return show(done, dry_run=dry_run)


def _standard_input() -> bytes:
    return sys.stdin.buffer.read()
