"""A theme of one's own: a new one that stands on the default theme, or single files taken out of the theme in use."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from profilegen.corpus.wording import did_you_mean
from profilegen.model.theme import CONTRACT
from profilegen.problems import Failure, quoted
from profilegen.theme.assets import static_files
from profilegen.theme.find import STATIC, TEMPLATES, THEMES, Layer, files_below

_THEME: Final = """\
contract: {contract}
name: {name}
# What is not here is the default theme's: options, templates, static files, words.
options: {{}}
"""
_BASE: Final = """\
{% extends "default/base.html" %}
{# What stands around every page. The blocks that it has are in the README of the default theme. #}
"""


def new_theme(site: Path, name: str) -> tuple[Path, ...]:
    """Make the theme `name` in the site, and return its files; Failure where there is one already."""
    folder = site / THEMES / name
    if folder.exists() or folder.is_symlink():
        raise Failure(f"{THEMES}/{name} is there already", "choose another name")
    files = {"theme.yaml": _THEME.format(contract=CONTRACT, name=name), f"{TEMPLATES}/base.html": _BASE}
    for place, text in files.items():
        _write(folder / place, text.encode("utf-8"))
    return tuple(folder / place for place in files)


def eject(layers: Sequence[Layer], name: str) -> tuple[str, Path]:
    """Copy a template or a static file of the theme in use into the site; where it came from, and the new file.

    `layers` are the site's and the theme's. Failure where the theme has no such file or the site has its own.
    """
    site, *themes = layers
    files: dict[str, tuple[Layer, str, Path]] = {}
    for layer in reversed(themes):
        files |= {static: (layer, STATIC, path) for static, path in static_files(layer).items()}
    for layer in reversed(themes):
        files |= {template: (layer, TEMPLATES, path) for template, path in _templates(layer).items()}
    if name not in files:
        hint = did_you_mean(name, files) or "`profilegen theme list` names the theme in use"
        raise Failure(f"the theme has no template or static file {quoted(name)}", hint)
    layer, part, source = files[name]
    own = site.folder / part / name
    if own.exists() or own.is_symlink():
        raise Failure(f"{part}/{name} is there already", "it is used in place of the theme's")
    _write(own, source.read_bytes())
    return layer.called(part, name), own


def _templates(layer: Layer) -> dict[str, Path]:
    return {path.relative_to(layer.templates).as_posix(): path for path in files_below(layer.templates)}


def _write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror or error}", "make the folder writable") from error
