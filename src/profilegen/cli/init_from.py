"""`profilegen init --from`: a site of another generator, or a bibliography, moved over."""

from pathlib import Path

import click

from profilegen.cli.asking import asked, person_name


def moved(directory: Path, origin: str, name: str | None, title: str | None, *, github: bool) -> int:
    """Move what is at `origin` to a new site in `directory`; 1 where an entry could not be taken."""
    from profilegen.cli.import_report import show
    from profilegen.importing.moving import Move, move, old_site

    old = old_site(origin)
    if not name and not old.reading.person.get("name"):
        name = asked("Your name, as papers print it", "--name", person_name)
    done = move(Move(origin, directory, name or "", title or "", github=github), old)
    for path in done.made:
        if not path.startswith("content/papers/"):
            click.echo(f"made {path}")
    for path in done.kept:
        click.echo(f"kept {path}, which was there")
    if done.files:
        click.echo(f"copied {len(done.files):,} {'file' if len(done.files) == 1 else 'files'} beside the papers")
    return show(done.imported, dry_run=False)
