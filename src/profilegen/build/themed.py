"""The theme of a site, found by its name."""

from pathlib import Path

from profilegen.build.templates import theme_layers
from profilegen.model.theme import Look
from profilegen.theme.render import Renderer, renderer


def theme_of(root: Path, look: Look) -> Renderer:
    """What renders the pages of the site in the folder `root`: its own templates and those of its theme."""
    return renderer(theme_layers(root, look), look)
