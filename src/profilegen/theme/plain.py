"""What quickly compiled templates are printed with: escaped texts that are texts, and macros that are functions."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final

from jinja2 import Undefined
from jinja2.runtime import Context, LoopContext, Macro
from markupsafe import escape

from profilegen.model.text import Html
from profilegen.pages.views import ChartView, Tile
from profilegen.values import Struct

try:
    from markupsafe._speedups import _escape_inner
except ImportError:  # not on every platform, nor in every version

    def _escape_inner(text: str, /) -> str:
        return str(escape(text))


escaped: Final = _escape_inner
"""The text with what means something in HTML replaced."""

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


class Turn(Struct, frozen=True):
    """What a template can ask of `loop`, apart from what depends on the things themselves."""

    index0: int
    index: int
    revindex0: int
    revindex: int
    first: bool
    last: bool
    length: int

    def __str__(self) -> str:
        raise TypeError("a template prints its loop")


@lru_cache(maxsize=64)
def turns(length: int) -> tuple[Turn, ...]:
    """The turns of a loop over so many things."""
    return tuple(
        [
            Turn(at, at + 1, length - at - 1, length - at, first=at == 0, last=at == length - 1, length=length)
            for at in range(length)
        ]
    )


def looped(things: Iterable[object], undefined: type[Undefined], *nested: Any) -> Iterable[tuple[object, object]]:  # noqa: ANN401 - as Jinja2 has it
    """Each thing, and its turn in the loop."""
    if nested:
        return LoopContext(things, undefined, *nested)
    known = tuple(things)
    return zip(known, turns(len(known)), strict=True)


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
