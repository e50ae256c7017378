"""page.html, redirect.html, 404.html and search.html."""

from dataclasses import dataclass, field

from profilegen.model.text import Html
from profilegen.pages.views.parts import Frame, LinkView


@dataclass(frozen=True, slots=True)
class OwnPageView:
    """page.html: a page that a person wrote."""

    frame: Frame
    title: Html
    body: Html


@dataclass(frozen=True, slots=True)
class SearchView:
    """search.html: the page that searches; `engine` is the address of the script that knows the index."""

    frame: Frame
    engine: str


@dataclass(frozen=True, slots=True)
class RedirectView:
    """redirect.html: an address that moved."""

    frame: Frame
    target: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html: any address that does not exist; its links are absolute, or there are none."""

    frame: Frame
    links: tuple[LinkView, ...] = field(default=())
