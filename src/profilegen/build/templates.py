"""The templates of a site, and what they show and do not show."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from profilegen.model.theme import Look
from profilegen.pages.listing import paged
from profilegen.pages.plan import template_of
from profilegen.problems import Place, Problem, problem
from profilegen.theme.find import Layer, find_themes, layers
from profilegen.theme.named import lacking, named

_PAGER: Final = "pager"
_HINT: Final = "print its links as the default theme does, or set `page_length: off`"


def theme_layers(root: Path, look: Look) -> tuple[Layer, ...]:
    """Where the templates and static files of the site's look are."""
    return layers(root, find_themes(root).by_name[look.theme])


def shows_citations(layers: Sequence[Layer]) -> bool:
    """Whether the page of a paper may show its citation."""
    return "citation" in named(layers, [template_of("paper")])


def lost_pages(root: Path, look: Look, pages: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """A problem for each kind of list that comes in pages, of which its template shows only the first.

    `pages` are the kinds and files of the site's pages.
    """
    kinds = paged(pages)
    of_site = theme_layers(root, look) if kinds else ()
    places = ((template_of(kind), lacking(of_site, template_of(kind), _PAGER)) for kind in kinds)
    return tuple(problem("no-pager", Place(at), _said(template), _HINT) for template, at in places if at)


def _said(template: str) -> str:
    return f"{template} prints a list of several pages, and nothing asks for view.pager: no way leads to the others"
