"""The files of a theme that pages ask for, as they are copied into the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from profilegen.theme.find import Theme


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: its name there, its address in the site."""

    name: str
    address: str
    path: Path


def assets_of(theme: Theme) -> Mapping[str, Asset]:
    """Every static file of the theme by its name, in order; hidden files stay where they are."""
    found = sorted(path for path in theme.static.rglob("*") if path.is_file() and not _hidden(path, theme.static))
    names = (path.relative_to(theme.static).as_posix() for path in found)
    return {name: Asset(name, f"assets/{name}", path) for name, path in zip(names, found, strict=True)}


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
