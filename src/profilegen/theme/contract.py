"""The contract with themes as a reader sees it: templates, views, blocks, options, words, made from the code itself."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_type_hints

from jinja2 import Environment, nodes

from profilegen.model.text import Html
from profilegen.model.theme import Colour, Look, Option, OptionValue
from profilegen.pages.plan import VIEWS, template_of
from profilegen.pages.views import Frame
from profilegen.values import Struct, fields

_PLAIN: Final = {str: "text", Html: "HTML", int: "number", bool: "yes or no", NoneType: "none"}


def contract(templates: Path, assets: Sequence[str], look: Look) -> str:
    """The reference of a theme with these templates, static files, options and words, as Markdown."""
    sections = (
        ("Pages", _pages()),
        ("Views", _views()),
        ("Blocks", _blocks(templates)),
        ("Macros", _macros(templates)),
        ("Options", _options(look.declared)),
        ("Static files", (f"- `{name}`" for name in assets)),
        ("Words", _words(look)),
    )
    return "\n".join(line for heading, lines in sections for line in (f"## {heading}", "", *lines, ""))


def views() -> tuple[type, ...]:
    """The classes of all that templates get, the frame first, each before those that it is made of."""
    found: dict[type, None] = {}
    waiting: list[type] = [Frame, *(_view(kind) for kind in VIEWS)]
    while waiting:
        view = waiting.pop(0)
        if view not in found:
            found[view] = None
            waiting[:0] = [inner for hint in get_type_hints(view).values() for inner in _classes(hint)]
    return tuple(found)


def _view(kind: str) -> type:
    found: type = get_type_hints(VIEWS[kind])["return"]
    return found


def _classes(hint: Any) -> Iterator[type]:  # noqa: ANN401 - any annotation may stand on a field
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


def _pages() -> Iterator[str]:
    yield from ("| template | `view` |", "|---|---|")
    for kind in VIEWS:
        yield f"| `{template_of(kind)}` | {_linked(_view(kind))} |"


def _views() -> Iterator[str]:
    for view in views():
        yield from (f"### {view.__name__}", "", getdoc(view) or "", "", "| field | what it holds |", "|---|---|")
        hints = get_type_hints(view)
        for field in fields(view):
            yield f"| `{field.name}` | {_said(hints[field.name])} |"
        yield ""


def _said(hint: Any) -> str:  # noqa: ANN401 - any annotation may stand on a field
    """What a field holds, in words."""
    inner = get_args(hint)
    if not inner:
        return _PLAIN.get(hint) or _linked(hint)
    if inner[-1] is Ellipsis:
        return f"list of {_said(inner[0])}"
    return (", " if isinstance(hint, type) or NoneType not in inner else " or ").join(_said(one) for one in inner)


def _linked(view: type) -> str:
    return f"[{view.__name__}](#{view.__name__.lower()})"


def _blocks(templates: Path) -> Iterator[str]:
    yield from ("| template | blocks |", "|---|---|")
    for name, tree in _parsed(templates):
        blocks = [f"`{block.name}`" for block in tree.find_all(nodes.Block)]
        if blocks:
            yield f"| `{name}` | {', '.join(blocks)} |"


def _macros(templates: Path) -> Iterator[str]:
    for name, tree in _parsed(templates):
        for macro in tree.find_all(nodes.Macro):
            arguments = ", ".join(argument.name for argument in macro.args)
            yield f"- `{name}`: `{macro.name}({arguments})`"


def _parsed(templates: Path) -> Iterator[tuple[str, nodes.Template]]:
    for path in sorted(templates.rglob("*.html")):
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        yield path.relative_to(templates).as_posix(), tree


def _options(options: Sequence[Option]) -> Iterator[str]:
    yield from ("| option | kind | default | |", "|---|---|---|---|")
    for option in options:
        choices = f": {', '.join(option.choices)}" if option.choices else ""
        yield f"| `{option.name}` | {option.kind}{choices} | {_value(option.default)} | {option.about} |"


def _value(value: OptionValue) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Colour(light, dark):
            return f"{light} light, {dark} dark"
        case tuple():
            return ", ".join(value) or "none"
        case Fraction() | str():
            return str(value)


def _words(look: Look) -> Iterator[str]:
    yield from ("| key | text |", "|---|---|")
    for key, text in look.words.texts.items():
        yield f"| `{key}` | {text} |"
