"""page.html, redirect.html, 404.html and search.html."""

from profilegen.model.text import Html
from profilegen.pages.views.parts import Frame, LinkView
from profilegen.values import Struct, field


class OwnPageView(Struct, frozen=True):
    """page.html: a page that a person wrote."""

    frame: Frame
    title: Html
    body: Html


class SearchView(Struct, frozen=True):
    """search.html: the page that searches; `engine` is the address of the script that knows the index."""

    frame: Frame
    engine: str


class RedirectView(Struct, frozen=True):
    """redirect.html: an address that moved."""

    frame: Frame
    target: str


class NotFoundView(Struct, frozen=True):
    """404.html: any address that does not exist; its links are absolute, or there are none."""

    frame: Frame
    links: tuple[LinkView, ...] = field(default=())
