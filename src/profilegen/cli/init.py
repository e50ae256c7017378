"""`profilegen init`: a new site that builds at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from profilegen.cli.asking import asked, person_name, words_of_a_line

if TYPE_CHECKING:
    from profilegen.starting.write import Begun


@click.command(short_help="Begin a site.", epilog="Example: profilegen init my-site --name 'Ada Lovelace' --github")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option("--name", callback=person_name, metavar="NAME", help="Whose site it is, as papers print the name.")
@click.option("--title", callback=words_of_a_line, help="What the site is called; default: the name.")
@click.option("--github", is_flag=True, help="Write a workflow that checks, builds and deploys at every push.")
@click.option("--from", "origin", metavar="SITE", help="Move a site over: its folder, or a .bib file.")
def init(directory: Path, name: str | None, title: str | None, origin: str | None, *, github: bool) -> int:
    """Begin a site in the folder DIR (default: this folder): settings, an author, two sample papers.

    Asks for what is not given where it runs on a terminal. No file is overwritten; in a folder that holds content, only
    the workflow is added, with --github. The samples are left out as soon as the site has a paper of its own.

    --from takes the folder of an al-folio, academicpages or HugoBlox site, or a bibliography: author, papers with their
    files, selected ones and old addresses come over, and no samples are written.
    """
    from profilegen.problems import Failure, quoted_path
    from profilegen.starting.site import Wanted, add_workflow, begin_site, has_settings, is_begun

    if is_begun(directory):
        if origin or not github:
            hint = "name a new folder, or `profilegen import` the papers" if origin else "`--github` adds the workflow"
            raise Failure(f"there is a site in {quoted_path(str(directory))} already", hint)
        return _told(add_workflow(directory))
    if origin:
        from profilegen.cli.init_from import moved

        return moved(directory, origin, name, title, github=github)
    name = name or asked("Your name, as papers print it", "--name", person_name)
    if not (title or has_settings(directory)):
        title = asked("The title of the site", "--title", words_of_a_line, default=name)
    return _told(begin_site(directory, Wanted(name, title or name, github=github)), directory)


def _told(begun: "Begun", directory: Path | None = None) -> int:
    for path in begun.made:
        click.echo(f"made {path}")
    for path in begun.kept:
        click.echo(f"kept {path}, which was there")
    if any(path.startswith(".github") for path in begun.made):
        click.echo("once, in the repository at GitHub: Settings > Pages > Source: GitHub Actions")
    if directory is not None:
        where = "" if directory == Path() else f" {_typed(directory)}"
        click.echo(f"next: profilegen serve --open{where}")
    return 0


def _typed(path: Path) -> str:
    """A path as it is typed in a shell."""
    import shlex

    return shlex.quote(str(path))
