"""Views to bytes: the Jinja environment of a theme, and a page rendered in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from profilegen.pages.views import View
from profilegen.problems import Failure
from profilegen.theme.assets import Asset, assets_of
from profilegen.theme.find import Theme


@dataclass(frozen=True, slots=True)
class Renderer:
    """A theme ready to render pages, and the files they ask for."""

    theme: Theme
    assets: Mapping[str, Asset]
    environment: Environment

    def render(self, kind: str, view: View) -> bytes:
        """The bytes of a page; Failure where a template is wrong, naming template, line and page."""
        try:
            template = self.environment.get_template(f"{kind}.html")
            return template.render(view=view, frame=view.frame).encode("utf-8")
        except TemplateSyntaxError as error:
            raise Failure(f"{error.name}:{error.lineno}: {error.message}", "mend the template") from error
        except TemplateError as error:
            where = f" (page '{view.frame.page_title}')"
            raise Failure(f"{_place(error, kind)}: {error.message}{where}", "mend the template") from error


def renderer(theme: Theme) -> Renderer:
    """The theme's templates, compiled as they are asked for: everything escaped, undefined names refused."""
    environment = Environment(
        loader=FileSystemLoader(theme.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    assets = assets_of(theme)
    environment.globals["assets"] = {name: asset.address for name, asset in assets.items()}
    return Renderer(theme, assets, environment)


def _place(error: TemplateError, kind: str) -> str:
    """The innermost line of a template in the traceback."""
    place = f"{kind}.html"
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            place = f"{name.rpartition('templates')[2].lstrip('/')}:{step.tb_lineno}"
        step = step.tb_next
    return place
