"""The theme of a site, found by its name."""

from collections.abc import Sequence
from pathlib import Path

from profilegen.model.theme import Look
from profilegen.pages.plan import template_of
from profilegen.theme.find import Layer, find_themes, layers
from profilegen.theme.named import named
from profilegen.theme.render import Renderer, renderer


def theme_of(root: Path, look: Look) -> Renderer:
    """What renders the pages of the site in the folder `root`: its own templates and those of its theme."""
    return renderer(theme_layers(root, look), look)


def theme_layers(root: Path, look: Look) -> tuple[Layer, ...]:
    """Where the templates and static files of the site's look are."""
    return layers(root, find_themes(root).by_name[look.theme])


def shows_citations(layers: Sequence[Layer]) -> bool:
    """Whether the page of a paper may show its citation."""
    return "citation" in named(layers, [template_of("paper")])
