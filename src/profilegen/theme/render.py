"""Views to bytes: the templates of a site and its theme, compiled once, and a page rendered in them."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateNotFound

from profilegen.model.theme import Look
from profilegen.pages.address import completed
from profilegen.pages.page import Page
from profilegen.pages.plan import template_of, text_of, view
from profilegen.pages.site import Site
from profilegen.pages.views import CardView, FeedView, PictureView, SitemapView, View
from profilegen.theme.assets import Addresses, Asset, assets_of, fingerprinted
from profilegen.theme.cards import Cards, Printer
from profilegen.theme.css import css
from profilegen.theme.errors import Missing, failure
from profilegen.theme.find import Layer
from profilegen.theme.picture import png
from profilegen.theme.quick import Quick
from profilegen.values import Struct

OPTIONS_CSS: Final = "options.css"
"""The template of the stylesheet that carries what the site chose, and the name that it is asked for by."""


CARD: Final = "card.html"
"""The template of a paper in a list."""

ALONE: Final = (FeedView, SitemapView, PictureView)
"""The views of pages that nothing stands around."""

Templates = TypeVar("Templates", bound=Environment)


class Renderer(Struct, frozen=True):
    """A theme ready to render pages, and the files they ask for: those to copy, and those made here.

    `quick` has the templates of `environment`, for the text of most pages.
    """

    layers: tuple[Layer, ...]
    environment: Environment
    quick: Quick
    assets: tuple[Asset, ...]
    made: tuple[tuple[str, bytes], ...]

    def print(self, site: Site, page: Page, cards: Cards | None = None) -> bytes:
        """The bytes of any page of the site: its template's, its writer's or its picture's; as `render` does it."""
        text = text_of(site, page)
        if text is not None:
            return text.encode("utf-8")
        drawn = self.render(page, view(site, page), cards)
        return png(drawn.decode("utf-8")) if page.kind == "picture" else drawn

    def render(self, page: Page, view: View, cards: Cards | None = None) -> bytes:
        """The text of a page; Failure where a template is wrong, naming template, line, page and variable.

        `cards` keeps the cards printed so far for the next page that shows the same ones.
        """
        name = template_of(page.kind)
        try:
            if isinstance(view, ALONE):
                return self._text(name, {"view": view}).encode("utf-8")
            printer = Printer(cards or Cards(), view.frame, self._card)
            text = self._text(name, {"view": view, "frame": view.frame, "card": printer})
        except Exception as error:
            raise failure(error, name, f"page /{page.address}", self.layers) from error
        return completed(text, view.frame.root, view.frame.own).encode("utf-8")

    def _card(self, view: CardView) -> str:
        return self._text(CARD, {"view": view})

    def _text(self, name: str, given: dict[str, Any]) -> str:
        """The text of the template: printed quickly, or, where that cannot be done, in all the ways Jinja2 knows."""
        if name not in self.quick.refused:
            try:
                return self.quick.page(name).text(given)
            except Exception:  # noqa: BLE001 - whatever it is: the other way does it right, or says what is wrong
                self.quick.refused.add(name)
        return self.environment.get_template(name).render(given)


def renderer(layers: Sequence[Layer], look: Look) -> Renderer:
    """The templates of these layers, compiled as they are asked for: everything escaped, undefined names refused.

    Every template has `options`, `words` and `assets`. Failure where a static file cannot be read, or the template of
    the options' stylesheet is wrong.
    """
    environment, quick = _settled(Environment, layers), _settled(Quick, layers)
    assets = assets_of(layers)
    addresses = {name: asset.address for name, asset in assets.items()}
    environment.globals |= {"options": look.options, "words": look.words, "assets": Addresses(addresses)}
    made = dict(_made(environment, layers))
    addresses |= {name: address for name, (address, _) in made.items()}
    environment.globals["assets"] = Addresses(addresses)
    quick.globals |= environment.globals
    copied = tuple(asset for name, asset in assets.items() if name not in made)
    return Renderer(tuple(layers), environment, quick, copied, tuple(made.values()))


def _settled(kind: type[Templates], layers: Sequence[Layer]) -> Templates:
    return kind(
        loader=_loader(layers),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _made(environment: Environment, layers: Sequence[Layer]) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """The stylesheet of the options, written by `css`, which lets nothing through that could end a declaration."""
    sheets = environment.overlay(autoescape=False, finalize=css)
    try:
        content = sheets.get_template(OPTIONS_CSS).render().encode("utf-8")
    except TemplateNotFound as error:
        if error.name == OPTIONS_CSS:
            return
        raise failure(error, OPTIONS_CSS, "", layers) from error
    except Exception as error:
        raise failure(error, OPTIONS_CSS, "", layers) from error
    yield OPTIONS_CSS, (fingerprinted(OPTIONS_CSS, content), content)


def _loader(layers: Sequence[Layer]) -> BaseLoader:
    """Plain names are looked for from the site on, `theme/NAME` from the theme on, `default/NAME` in the last layer."""
    after = {"theme": layers[1:], "default": layers[-1:]}
    prefixed = PrefixLoader({prefix: _folders(later) for prefix, later in after.items()})
    return ChoiceLoader([prefixed, _folders(layers)])


def _folders(layers: Sequence[Layer]) -> FileSystemLoader:
    return FileSystemLoader([layer.templates for layer in layers])
