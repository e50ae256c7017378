"""`profilegen serve`: the site in the browser, as it is at every save."""

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from profilegen.preview.follow import Change
    from profilegen.preview.run import Reports
    from profilegen.preview.site import State


@click.command(
    short_help="Show the site in the browser, anew at every save.", epilog="Example: profilegen serve --open"
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The first port to try; 0: any."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; others may reach it.")
@click.option("--open", "in_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--drafts", is_flag=True, help="Show drafts as well.")
def serve(site: Path, port: int, host: str, *, in_browser: bool, drafts: bool) -> None:
    """Show the site in the folder SITE (default: this folder) in the browser, and anew at every save.

    Nothing is written. Ctrl-C ends it.
    """
    from profilegen.cli.clock import clock
    from profilegen.preview.run import Wanted, preview

    preview(Wanted(site.resolve(), host, port, drafts, clock()), _reports(in_browser=in_browser))


def _reports(*, in_browser: bool) -> "Reports":
    from profilegen.preview.run import Reports

    def ready(address: str, state: "State") -> None:
        _ready(address, state)
        if in_browser:
            click.launch(address)

    return Reports(_say, ready, _change, _bug)


def _ready(address: str, state: "State") -> None:
    from profilegen.cli.report import report

    report(state.problems)
    if state.failure is not None:
        _say(f"error: {state.failure.message} ({state.failure.hint})")
    click.echo(f"{address} shows the site; Ctrl-C ends it")


def _change(change: "Change") -> None:
    from profilegen.cli.report import report, tally

    report(change.news)
    if change.failure is not None:
        _say(f"error: {change.failure.message} ({change.failure.hint})")
    found = tally(change.problems)
    click.echo(
        f"{_saved(change.paths)}: {change.touched}, {change.seconds * 1000:.0f} ms{f' ({found})' if found else ''}"
    )


def _saved(paths: tuple[str, ...]) -> str:
    from profilegen.problems import quoted_path

    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{quoted_path(paths[0])}{more}"


def _say(text: str) -> None:
    click.echo(text, err=True)


def _bug(error: Exception) -> None:
    from profilegen.problems import escaped

    said = escaped(f"{type(error).__name__}: {error}")
    _say(f"error: {said} (this is a bug of profilegen's: please report it with what --debug prints)")
    if "--debug" in sys.argv:
        traceback.print_exception(error)
