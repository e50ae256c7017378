"""A style that asks itself each question but once: citeproc looks everything up in the XML each time it is needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

Element = Any
"""An element of citeproc's, which has no types."""

_OF_THE_TREE: Final = (
    "get_date get_formatter get_locale_option get_macro get_plural_term get_root get_single_term get_term"
).split()
"""Methods that say the same of each element of a tree, for they ask its root."""

_OF_EACH: Final = (
    "calls_variable et_al get_layout get_option get_parent_delimiter is_locale_date substitute xpath_search"
).split()
"""Methods that say the same each time."""

_FORMATS: Final = {
    "font-style": "font_style",
    "font-variant": "font_variant",
    "font-weight": "font_weight",
    "text-decoration": "text_decoration",
    "vertical-align": "vertical_align",
}
"""What a text is formatted by, in that order: the attribute, and citeproc's method for it."""

_CHANGES: Final = {"text-case": "case", "strip-periods": "strip_periods", "quotes": "quote"}
"""What else is done to a text by a method that looks whether an attribute asks for it."""

_AFFIXES: Final = frozenset(("prefix", "suffix"))
_NAMES: Final = "names"
_DATE_PART: Final = "date-part"
"""Two that citeproc changes as it goes: it gives them a child, or the attributes of another."""


def remembering(style: Element) -> Element:
    """The style of citeproc, which from now on remembers what it found.

    That stays right because nothing in it is ever changed; `style.root.formatter` has to be set before.
    """
    root = style.root
    for locale in root.locales:
        locale.terms = locale.terms
        locale.xpath_search = cache(locale.xpath_search)
    # An element's attributes last as long as somebody holds it.
    style.kept = [list(tree.iter()) for tree in (root, *root.locales)]
    _name_children(root, {})
    _remember(_of_bibliography(root))
    for locale in root.locales:
        _remember(_of_dates(locale))
    return style


def _of_bibliography(root: Element) -> Iterator[Element]:
    """What a bibliography is rendered by."""
    return (
        one
        for kind in ("bibliography", "macro")
        for part in root.iterfind(f"cs:{kind}", root.nsmap)
        for one in part.iter()
    )


def _of_dates(locale: Element) -> Iterator[Element]:
    """What a locale is rendered by, beside its terms."""
    return (one for date in locale.iterfind("cs:date", locale.nsmap) for one in date.iter())


def _remember(elements: Iterable[Element]) -> None:
    held = list(elements)
    shared = {name: cache(getattr(held[0], name)) for name in _OF_THE_TREE} if held else {}
    for element in held:
        _keep_answers(element, shared)
        kind = element.tag.rpartition("}")[2]
        if kind != _DATE_PART:
            _keep_attributes(element)
        if kind == _NAMES:
            _name_children(element, dict.fromkeys(("name", "label")))
        else:
            _keep_children(element)
            _name_children(element, {})


def _keep_answers(element: Element, shared: Mapping[str, Callable[..., object]]) -> None:
    for name, answer in shared.items():
        setattr(element, name, answer)
    for name in _OF_EACH:
        if hasattr(type(element), name):
            setattr(element, name, cache(getattr(element, name)))


def _keep_attributes(element: Element) -> None:
    """Let nothing be done to a text that no attribute asks for."""
    given = dict(element.attrib)
    element.get = given.get
    for attribute, method in _CHANGES.items():
        if attribute not in given and hasattr(type(element), method):
            setattr(element, method, _unchanged)
    formats = [getattr(element, method) for attribute, method in _FORMATS.items() if attribute in given]
    element.format = _formatted(formats) if formats else _as_it_is
    if not formats and _AFFIXES.isdisjoint(given):
        element.wrap = _unchanged


def _keep_children(element: Element) -> None:
    children, plain = element.getchildren(), element.iterchildren

    def iterchildren(*tags: str, **how: object) -> Element:
        return plain(*tags, **how) if tags or how else iter(children)

    element.getchildren = lambda: children
    element.iterchildren = iterchildren


def _name_children(element: Element, missing: dict[str, None]) -> None:
    """Let the first child of each kind be found at once, and of the `missing` ones that there is none."""
    children = {child.tag.rpartition("}")[2]: child for child in reversed(element.getchildren())}
    for name, child in (missing | children).items():
        if not hasattr(type(element), name):
            setattr(element, name, child)


def _formatted(formats: Sequence[Callable[[object], object]]) -> Callable[[object], object]:
    """What formats a text in these ways, one after the other."""

    def formatted(text: object) -> object:
        for way in formats:
            text = way(text)
        return text

    return formatted


def _unchanged(text: object, _language: object = None) -> object:
    return text


def _as_it_is(text: object) -> object:
    """What is formatted by nothing: a number becomes text."""
    return str(text) if isinstance(text, (int, float)) else text
