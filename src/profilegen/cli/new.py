"""`profilegen new`: a file for a paper or an author, with the keys that most will fill in."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen.cli.asking import asked, person_name, words_of_a_line

if TYPE_CHECKING:
    from profilegen.starting.records import NewRecord

_site = click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site's folder; default: this folder.",
)
_edit = click.option("--edit", is_flag=True, help="Open the file in $EDITOR, at the line where the text goes.")


@click.group()
def new() -> None:
    """Begin a paper or an author."""


@new.command(
    short_help="Begin a paper.", epilog="Example: profilegen new paper --title 'Notes on the Analytical Engine' --edit"
)
@click.option("--title", callback=words_of_a_line, help="The paper's title.")
@_edit
@_site
def paper(site: Path, title: str | None, *, edit: bool) -> int:
    """Begin a paper: a file below content/papers, named by the title's first words. Nothing is overwritten.

    Asks for the title on a terminal; a paper without one begins as a draft.
    """
    from profilegen.build.sources import check_site
    from profilegen.cli.clock import clock
    from profilegen.starting.records import new_paper

    check_site(site)
    if title is None:
        title = asked("The title, empty if there is none yet", "--title", _title_or_none, default="")
    return _told(site, new_paper(site, title, clock().today.year), edit=edit)


@new.command(short_help="Begin an author.", epilog="Example: profilegen new author 'Ada Lovelace'")
@click.argument("name", callback=person_name)
@_edit
@_site
def author(site: Path, name: str, *, edit: bool) -> int:
    """Begin an author: a file below content/authors, named by the NAME. Nothing is overwritten."""
    from profilegen.build.sources import check_site
    from profilegen.starting.records import new_author

    check_site(site)
    return _told(site, new_author(site, name), edit=edit)


def _title_or_none(context: click.Context | None, option: click.Parameter | None, text: str | None) -> str | None:
    return words_of_a_line(context, option, text) if text else ""


def _told(site: Path, record: "NewRecord", *, edit: bool) -> int:
    from profilegen.problems import quoted

    click.echo(f"made {record.path}; its text begins on line {record.line}")
    if record.namesakes:
        others = ", ".join(map(quoted, record.namesakes))
        click.echo(f"{others} has the same name: write `id:` into the bylines of both, or remove the file", err=True)
    if edit:
        from profilegen.cli.editor import open_editor

        open_editor(site / record.path, record.line)
    return 0
