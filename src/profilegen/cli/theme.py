"""`profilegen theme`: which themes there are, one of one's own, and what a template gets."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from profilegen.pages.page import Page
    from profilegen.theme.find import Layer

NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")

_site = click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site's folder; default: this folder.",
)


@click.group()
def theme() -> None:
    """See, change and write the theme of a site."""


@theme.command("list", short_help="List the themes that the site can use.", epilog="Example: profilegen theme list")
@_site
def list_(site: Path) -> int:
    """List the themes that the site can use; `*` stands before the one that it does."""
    from profilegen.build.weight import has_errors
    from profilegen.cli.report import report
    from profilegen.content.load import load_look
    from profilegen.theme.find import find_themes

    themes = find_themes(site)
    look, problems = load_look(site, themes)
    for name, folder in themes.by_name.items():
        mark = "*" if name == look.theme else " "
        whose = "the site's" if folder.is_relative_to(site) else "comes with profilegen"
        click.echo(f"{mark} {name}  ({whose})")
    report(problems)
    return 1 if has_errors(problems) else 0


@theme.command(short_help="Make a theme of the site's own.", epilog="Example: profilegen theme new mine")
@click.argument("name")
@_site
def new(site: Path, name: str) -> int:
    """Make a theme NAME of the site's own, which stands on the default theme. Nothing is overwritten."""
    from profilegen.theme.own import new_theme

    if not NAME.fullmatch(name):
        raise click.BadParameter("a theme's name has small letters, digits, - and _ only", param_hint="NAME")
    for path in new_theme(site, name):
        click.echo(f"made {path.relative_to(site).as_posix()}")
    click.echo(f"write `theme: {name}` into profilegen.yaml to use it")
    return 0


@theme.command(
    short_help="Copy a template or static file into the site.",
    epilog="Example: profilegen theme eject sections/about.html",
)
@click.argument("template")
@_site
def eject(site: Path, template: str) -> int:
    """Copy one template or static file of the theme in use into the site, where it takes the theme's place.

    Nothing is overwritten.
    """
    from profilegen.theme.own import eject as take_out

    source, own = take_out(_layers(site), template)
    click.echo(f"{source} -> {own.relative_to(site.resolve()).as_posix()}")
    return 0


@theme.command(
    "view",
    short_help="Print what the template of a page gets.",
    epilog="Example: profilegen theme view papers/gdsd-2026/",
)
@click.argument("address")
@_site
def view_(site: Path, address: str) -> int:
    """Print as JSON what the template of the page at ADDRESS gets; "/" is the home page."""
    from profilegen.build.compose import compose
    from profilegen.build.weight import has_errors
    from profilegen.cli.clock import clock
    from profilegen.cli.report import report
    from profilegen.pages.plan import VIEWS, view
    from profilegen.problems import Failure, quoted
    from profilegen.theme.seen import seen

    composed = compose(site, clock())
    if composed.site is None or has_errors(composed.problems):
        report(composed.problems)
        return 1
    page = _page(composed.pages, address)
    if page.kind not in VIEWS:
        raise Failure(f"the file {quoted(page.address)} has no template", "templates get what pages show")
    click.echo(seen(page, view(composed.site, page)))
    return 0


def _layers(site: Path) -> "tuple[Layer, ...]":
    """The folders of the site and of its theme; Failure where the settings do not say which that is."""
    from profilegen.build.weight import has_errors
    from profilegen.cli.report import report
    from profilegen.content.load import load_look
    from profilegen.problems import Failure
    from profilegen.theme.find import find_themes, layers

    themes = find_themes(site)
    look, problems = load_look(site, themes)
    if has_errors(problems):
        report(problems)
        raise Failure("the theme in use is not known", "mend the problems above")
    return layers(site, themes.by_name[look.theme])


def _page(pages: "tuple[Page, ...]", address: str) -> "Page":
    """The page at the address, which may begin with a slash and miss the one at its end."""
    from profilegen.corpus.wording import did_you_mean
    from profilegen.problems import Failure, quoted

    by_address = {page.address: page for page in pages}
    plain = address.lstrip("/")
    for known in (plain, f"{plain}/"):
        if known in by_address:
            return by_address[known]
    hint = did_you_mean(plain if plain.endswith("/") else f"{plain}/", by_address)
    raise Failure(f"the site has no page {quoted(address)}", hint)
