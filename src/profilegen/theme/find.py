"""Where themes are: in the site, in the package, or in the checkout that the package was installed from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from profilegen.problems import Failure

DEFAULT: Final = "default"


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder with `templates/` and `static/`."""

    name: str
    folder: Path

    @property
    def templates(self) -> Path:
        """Where its templates are."""
        return self.folder / "templates"

    @property
    def static(self) -> Path:
        """Where its style sheets, scripts and pictures are."""
        return self.folder / "static"


def find_theme(site: Path, name: str = DEFAULT) -> Theme:
    """The theme of that name: the site's own before the package's; Failure where there is none."""
    for themes in (site / "themes", *_shipped()):
        if (themes / name / "templates").is_dir():
            return Theme(name, themes / name)
    raise Failure(f"there is no theme '{name}'", f"put it into {site / 'themes' / name}")


def _shipped() -> tuple[Path, ...]:
    """The wheel carries the default theme inside the package; a checkout has it beside `src`."""
    package = Path(__file__).resolve().parent.parent
    return (package / "themes", package.parent.parent / "themes")
