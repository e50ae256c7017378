"""A person's text, with the place it came from, and what it becomes."""

from typing import Final

from profilegen.problems import Place, Span
from profilegen.values import Apart

_PRINTABLE: Final = bytes(range(0x20, 0x7F))


def is_printable(text: str) -> bool:
    """As `text.isprintable()`, which looks each character up: here these are all but the printable ones of ASCII."""
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    return not odd or odd.decode("utf-8", "surrogatepass").isprintable()


class Text(Apart, frozen=True, array_like=True):
    """Markdown and LaTeX as a person typed them. `span` says where it stands; it takes no part in equality."""

    source: str
    span: Span = Span(Place(""))

    APART = frozenset({"span"})

    def __bool__(self) -> bool:
        return bool(self.source)


NO_TEXT: Final = Text("")


class Html(str):
    """Safe HTML: a template puts it in as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


NO_HTML: Final = Html("")
