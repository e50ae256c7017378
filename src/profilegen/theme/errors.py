"""What goes wrong in a template, said with the template, its line, the page and the name at fault."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError
from jinja2.utils import missing

from profilegen.problems import Failure, escaped, quoted
from profilegen.theme.find import TEMPLATES, Layer


class Missing(StrictUndefined):
    """A name that is not there: an error wherever it is used, said in a reader's words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"{quoted(name)} is not defined"
        return f"{type(self._undefined_obj).__name__} has no {quoted(name)}"


def failure(error: Exception, template: str, page: str, layers: Sequence[Layer]) -> Failure:
    """The failure of a page; `page` says which, "" where there is none, `template` is where the rendering began."""
    if isinstance(error, TemplateSyntaxError):
        place = f"{_called(error.filename or error.name or template, layers)}:{error.lineno}"
    else:
        place = _innermost(error.__traceback__, layers) or template
    where = f" ({page})" if page else ""
    return Failure(f"{place}: {_said(error)}{where}", "mend the template")


def _said(error: Exception) -> str:
    if isinstance(error, (TemplatesNotFound, TemplateNotFound)):
        return f"there is no template {quoted(error.message or '')}"
    if isinstance(error, TemplateError):
        return escaped(error.message or type(error).__name__)
    return escaped(str(error) or type(error).__name__)


def _innermost(step: TracebackType | None, layers: Sequence[Layer]) -> str:
    """The last line of a template on the way to the error, "" where there is none."""
    place = ""
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if any(Path(file).is_relative_to(layer.templates) for layer in layers):
            place = f"{_called(file, layers)}:{step.tb_lineno}"
        step = step.tb_next
    return place


def _called(file: str, layers: Sequence[Layer]) -> str:
    for layer in layers:
        if Path(file).is_relative_to(layer.templates):
            return layer.called(TEMPLATES, Path(file).relative_to(layer.templates).as_posix())
    return file
