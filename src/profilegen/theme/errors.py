"""What goes wrong in a template, said with the template, its line, the page and the name at fault."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError
from jinja2.utils import missing

from profilegen.corpus.wording import did_you_mean
from profilegen.problems import Failure, escaped, quoted
from profilegen.theme.find import TEMPLATES, Layer

_MEND: Final = "mend the template"
_STANDS_FOR: Final = "a template that builds on the one in whose place it stands names it theme/NAME or default/NAME"


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
        meant = did_you_mean(name, _names_of(self._undefined_obj))
        has_no = f"{type(self._undefined_obj).__name__} has no {quoted(name)}"
        return f"{has_no} ({meant})" if meant else has_no


def _names_of(value: object) -> Collection[str]:
    """What may be asked of a value by name."""
    fields = getattr(value, "__struct_fields__", ())
    return [name for name in (value if isinstance(value, Mapping) else fields) if isinstance(name, str)]


def failure(error: Exception, template: str, page: str, layers: Sequence[Layer]) -> Failure:
    """The failure of a page; `page` says which, "" where there is none, `template` is where the rendering began."""
    if isinstance(error, TemplateSyntaxError):
        place = f"{_called(error.filename or error.name or template, layers)}:{error.lineno}"
    else:
        place = _innermost(error.__traceback__, layers) or _found(template, layers)
    where = f" ({page})" if page else ""
    return Failure(f"{place}: {_said(error)}{where}", _STANDS_FOR if isinstance(error, RecursionError) else _MEND)


def _said(error: Exception) -> str:
    if isinstance(error, (TemplatesNotFound, TemplateNotFound)):
        return f"there is no template {quoted(error.message or '')}"
    if isinstance(error, RecursionError):
        return "templates or macros ask for one another without end"
    if isinstance(error, UnicodeDecodeError):
        return f"a template is not UTF-8: it has the byte 0x{error.object[error.start]:02x} at offset {error.start}"
    if isinstance(error, TemplateError):
        return escaped(error.message or type(error).__name__)
    return escaped(str(error) or type(error).__name__)


def _found(template: str, layers: Sequence[Layer]) -> str:
    """How messages call the template of that name, which a site or a theme has in place of the default one."""
    having = (layer for layer in layers if (layer.templates / template).is_file())
    return next((layer.called(TEMPLATES, template) for layer in having), template)


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
