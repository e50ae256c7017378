"""What quickly compiled templates are printed with: escaped texts that are texts, and macros that are functions."""

from collections.abc import Callable
from typing import Final

from jinja2.runtime import Context, Macro
from markupsafe import escape

from profilegen.model.text import Html
from profilegen.pages.views import ChartView, Tile

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:  # not on every platform, nor in every version

    def escaped(text: str, /) -> str:
        """The text with what means something in HTML replaced."""
        return str(escape(text))


SHARED: Final = frozenset({ChartView, Tile})
"""The views that many pages show alike."""


def put(value: object) -> str:
    """What `{{ value }}` prints: escaped, unless it is HTML."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Html else str(escape(value))


class Texts:
    """What was printed of views that many pages show alike, by their identity: so many at a time."""

    MOST: Final = 2_000

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def get(self, view: object, make: Callable[[], str]) -> str:
        """The text of the view, made if it is not known."""
        known = self._known.get(id(view))
        if known is None:
            if len(self._known) >= self.MOST:
                self._known.clear()
            # The view is kept as well, so that no other one can be at its place in memory.
            known = self._known[id(view)] = (view, make())
        return known[1]


class Plain(Macro):
    """A macro that takes nothing but its arguments: called with all of them, `text` gives what it prints.

    One that stands apart from every page, in a template of macros, prints a view that pages share but once.
    """

    def __init__(self, context: Context, text: Callable[..., str], name: str, arguments: tuple[str, ...]) -> None:
        environment, escaping = context.environment, context.eval_ctx.autoescape
        super().__init__(environment, text, name, list(arguments), False, False, False, escaping)
        self.text, self.takes = text, len(arguments)
        self._printed = Texts() if context.parent.keys() == environment.globals.keys() else None

    def of_one(self, view: object) -> str:
        """The text of a macro that takes one thing."""
        if self._printed is not None and type(view) in SHARED:
            return self._printed.get(view, lambda: self.text(view))
        return self.text(view)
