"""Where themes are: in the site, in the package, or in the checkout that the package was installed from."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from profilegen.model.theme import DEFAULT_THEME, ThemeFolders
from profilegen.problems import Failure
from profilegen.values import Struct

THEMES: Final = "themes"
TEMPLATES: Final = "templates"
STATIC: Final = "static"


class Layer(Struct, frozen=True):
    """A folder with `templates/` and `static/`, and how messages call it: "" for the site, else `themes/NAME`."""

    folder: Path
    shown: str

    @property
    def templates(self) -> Path:
        """Where its templates are."""
        return self.folder / TEMPLATES

    @property
    def static(self) -> Path:
        """Where its style sheets, scripts and pictures are."""
        return self.folder / STATIC

    def called(self, part: str, name: str) -> str:
        """The path of the file `name` in its folder `part`, for messages."""
        return "/".join(step for step in (self.shown, part, name) if step)


def find_themes(site: Path) -> ThemeFolders:
    """Every theme there is for the site: its own before one of the same name that comes with profilegen."""
    shipped = _shipped()
    found = dict(sorted([*_below(shipped), *_below(site / THEMES)], key=lambda theme: theme[0]))
    return ThemeFolders(found, shipped / DEFAULT_THEME)


def layers(site: Path, theme: Path) -> tuple[Layer, ...]:
    """Where templates and static files are looked for: in the site, in the theme, and in the one that all stand on."""
    base = _shipped() / DEFAULT_THEME
    themes = (Layer(folder.resolve(), f"{THEMES}/{folder.name}") for folder in (theme, base))
    return (Layer(site.resolve(), ""), *dict.fromkeys(themes))


def files_below(folder: Path) -> list[Path]:
    """Every file in the folder and the folders below, sorted; those that a link leads to too, but in no circle."""
    return [Path(file) for file in sorted(_walked(str(folder), frozenset()))]


def _walked(folder: str, above: frozenset[str]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        with os.scandir(real) as entries:
            present = [(f"{folder}/{entry.name}", entry.is_dir(), entry.is_file()) for entry in entries]
    except OSError:
        return  # it is not there, or who needs what is in it will say that it cannot be read
    for path, is_folder, is_file in present:
        if is_folder:
            yield from _walked(path, above | {real})
        elif is_file:
            yield path


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """The themes in a folder of themes, by name: each is a folder with a theme.yaml, templates or static files."""
    for theme in sorted(folder.iterdir()) if folder.is_dir() else ():
        parts = ("theme.yaml", TEMPLATES, STATIC)
        if not theme.name.startswith(".") and any((theme / part).exists() for part in parts):
            yield theme.name, theme


def _shipped() -> Path:
    """The wheel carries the default theme inside the package; a checkout has it beside `src`."""
    package = Path(__file__).resolve().parent.parent
    for themes in (package / THEMES, package.parent.parent / THEMES):
        if (themes / DEFAULT_THEME / TEMPLATES).is_dir():
            return themes
    raise Failure("the default theme is not there", "install profilegen anew")
