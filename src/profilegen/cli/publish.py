"""`profilegen publish`: the site onto GitHub Pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from profilegen.publishing.change import Change
    from profilegen.publishing.publish import Destination


def _domain(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    from profilegen.publishing.remote import is_domain

    if text is not None and not is_domain(text):
        raise click.BadParameter("it is a domain alone, as in ada.example.org")
    return text and text.lower()


@click.command(short_help="Put the site on GitHub Pages.", epilog="Example: profilegen publish --dry-run")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--dry-run", is_flag=True, help="Build and check, show what would change, and change nothing.")
@click.option("--branch", metavar="NAME", help="The branch that GitHub Pages shows; default: gh-pages.")
@click.option("--remote", metavar="NAME", help="The git remote; default: origin, else the only one.")
@click.option("-m", "--message", help="The message of the commit; default: which commit the site is of.")
@click.option("--cname", metavar="DOMAIN", callback=_domain, help="The site's own domain, such as ada.example.org.")
@click.option(
    "--adopt",
    type=click.Choice(["keep", "replace"]),
    help="Of files on the branch that are not from profilegen: keep them, or replace them all. A CNAME always stays.",
)
@click.option("--strict", is_flag=True, help="Let warnings stop it as errors do.")
def publish(site: Path, *, dry_run: bool, strict: bool, **where: str | None) -> int:
    """Build the site in the folder SITE (default: this folder), check it, and put it on GitHub Pages.

    The site is committed to the branch gh-pages of the remote repository and pushed there. Your branches, index, work
    tree and stash are not touched, nothing is forced, and files on the branch that are not from profilegen stay.

    \b
    The first time:
      git init
      git remote add origin https://github.com/YOU/REPOSITORY.git
      profilegen publish

    \b
    Exit codes: 0 published, or nothing to do; 1 the site is not fit for it; 2 wrong usage;
    4 git, the other side or the network said no. Nothing is then changed.
    """  # noqa: D301 - click reads the character \b, which keeps lines as they are
    from profilegen.build.sources import check_site
    from profilegen.publishing import publish as publishing

    check_site(site)
    wanted = publishing.Wanted(**where)
    destination = publishing.find_destination(site, wanted)
    if not _is_built(site, destination.url, strict=strict):
        return 1
    change = publishing.plan(destination, site / "output", wanted)
    if change.nothing:
        return _say(f"nothing to publish: {_shown_at(destination)}")
    _show(change, destination, names=dry_run)
    if dry_run:
        return _say("dry run: nothing was published")
    commit = publishing.publish(destination, change, wanted.message or "")
    _say(f"published as {commit[:12]}: {_shown_at(destination)}")
    _what_is_left(site, destination)
    return 0


def _is_built(site: Path, url: str, *, strict: bool) -> bool:
    """Build and check the site; whether it may be published. What keeps it from that is said."""
    from profilegen.build.run import Manner, build
    from profilegen.cli.clock import clock
    from profilegen.cli.progress import Teller
    from profilegen.cli.report import number, report, tally
    from profilegen.content.load import load_settings
    from profilegen.publishing.files import site_files
    from profilegen.publishing.publish import check_built

    output = site / "output"
    built = build(site, output, clock(), Manner(strict=strict), Teller(), url)
    found, files = built.problems, site_files(output) if built.written else {}
    report(found)
    if built.written is not None:
        found = check_built(files, found, load_settings(site)[0].url or url, "output")
        report(found)
    if built.written is None or found:
        click.echo(f"not published: {tally(found)}", err=True)
        return False
    click.echo(f"checked {number(len(files), 'file')}: nothing is wrong")
    return True


def _show(change: "Change", destination: "Destination", *, names: bool) -> None:
    from profilegen.publishing.change import listed_paths

    kinds = {"added": change.added, "changed": change.changed, "removed": change.removed, "not ours, kept": change.kept}
    counts = ", ".join(f"{len(paths):,} {kind}" for kind, paths in kinds.items() if paths)
    click.echo(f"{destination.branch.name} of {destination.remote.address}: {counts}")
    for kind, paths in kinds.items():
        if names and paths:
            click.echo(f"  {kind}: {listed_paths(paths)}")


def _shown_at(destination: "Destination") -> str:
    return destination.url or f"{destination.branch.name} of {destination.remote.address}"


def _what_is_left(site: Path, destination: "Destination") -> None:
    """What the user may want to do besides: a setting to click once, content to commit."""
    from profilegen.cli.report import number
    from profilegen.content.load import load_settings
    from profilegen.publishing.publish import unsaved

    url = load_settings(site)[0].url
    if url and destination.url and url != destination.url:
        click.echo(f"profilegen.yaml says that the site is at {url}: write url: {destination.url}, or give --cname")
    if destination.branch.listed is None and destination.remote.settings:
        click.echo(f"once, at {destination.remote.settings}")
        click.echo(
            f"  Build and deployment > Source: Deploy from a branch > {destination.branch.name}, / (root) > Save"
        )
    if destination.branch.empty:
        click.echo("the repository holds the site alone so far: commit and push your content too")
    changed = unsaved(destination.git)
    if changed:
        click.echo(f"published as on disk: {number(len(changed), 'file')} here not committed to git")


def _say(text: str) -> int:
    click.echo(text)
    return 0
