"""Views to bytes: the templates of a site and its theme, compiled once, and a page rendered in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateNotFound

from profilegen.model.theme import Look
from profilegen.pages.plan import Page
from profilegen.pages.views import View
from profilegen.theme.assets import Addresses, Asset, assets_of, fingerprinted
from profilegen.theme.css import css
from profilegen.theme.errors import Missing, failure
from profilegen.theme.find import Layer

OPTIONS_CSS: Final = "options.css"
"""The template of the stylesheet that carries what the site chose, and the name that it is asked for by."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """A theme ready to render pages, and the files they ask for: those to copy, and those made here."""

    layers: tuple[Layer, ...]
    environment: Environment
    assets: tuple[Asset, ...]
    made: tuple[tuple[str, bytes], ...]

    def render(self, page: Page, view: View) -> bytes:
        """The bytes of a page; Failure where a template is wrong, naming template, line, page and variable."""
        name = f"{page.kind}.html"
        try:
            text = self.environment.get_template(name).render(view=view, frame=view.frame)
        except Exception as error:
            raise failure(error, name, f"page /{page.address}", self.layers) from error
        return text.encode("utf-8")


def renderer(layers: Sequence[Layer], look: Look) -> Renderer:
    """The templates of these layers, compiled as they are asked for: everything escaped, undefined names refused.

    Every template has `options`, `words` and `assets`. Failure where a static file cannot be read, or the template of
    the options' stylesheet is wrong.
    """
    environment = Environment(
        loader=_loader(layers),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    assets = assets_of(layers)
    addresses = {name: asset.address for name, asset in assets.items()}
    environment.globals |= {"options": look.options, "words": look.words, "assets": Addresses(addresses)}
    made = dict(_made(environment, layers))
    addresses |= {name: address for name, (address, _) in made.items()}
    environment.globals["assets"] = Addresses(addresses)
    copied = tuple(asset for name, asset in assets.items() if name not in made)
    return Renderer(tuple(layers), environment, copied, tuple(made.values()))


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
