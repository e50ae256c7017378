"""What of a style can print nothing for papers of one shape: taken out, so that citeproc need not find that out.

An element that asks for a variable which is not there prints nothing, and neither does a group of which nothing else
asks for one. Whether an element asks for a variable, though, decides whether the group around it prints, so where
only what was taken out did, an element that does nothing else stands in its place.
"""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from lxml import etree

CS: Final = "{http://purl.org/net/xbiblio/csl}"

Macros: TypeAlias = "Mapping[str | None, etree._Element]"  # noqa: SLF001 - lxml's own name for it
"""The macros of a style by their names."""

_NEVER_THERE: Final = "never-there"
_GENERATED: Final = "year-suffix"
_UNKNOWN: Final = frozenset({"citation-number", "locator", _GENERATED})
"""Variables that citeproc makes."""


def macros_of(root: etree._Element) -> Macros:
    """The macros of the style."""
    return {macro.get("name"): macro for macro in root.iterfind(f"{CS}macro")}


def asks(element: etree._Element, macros: Macros) -> bool:
    """Whether the element asks for a variable, as citeproc's `calls_variable` says."""
    match element.tag.removeprefix(CS):
        case "text" if (macro := macros.get(element.get("macro"))) is not None:
            return any(asks(child, macros) for child in macro)
        case "text":
            return element.get("variable", _GENERATED) != _GENERATED
        case "choose":
            return any(asks(child, macros) for branch in element for child in branch)
        case "label":
            return element.get("variable") == "locator"
        case _:
            return True


def asking() -> etree._Element:
    """An element that asks for a variable, prints nothing, and does nothing else."""
    return etree.Element(f"{CS}text", variable=_NEVER_THERE)


def drop_barren(root: etree._Element, variables: frozenset[str]) -> None:
    """Take out what prints nothing for papers with these variables."""
    pruner = _Pruner(macros_of(root), variables)
    for layout in root.iterfind(f"{CS}bibliography/{CS}layout"):
        pruner.thin(layout)


class _Pruner:
    """One pass over a style, from its leaves up; a macro is looked at before whoever calls it."""

    def __init__(self, macros: Macros, variables: frozenset[str]) -> None:
        self._macros = macros
        self._variables = variables
        self._seen: set[str] = set()

    def thin(self, parent: etree._Element) -> None:
        """Take out the children that print nothing; where only such ones ask for a variable, one that does is left."""
        found = [(child, self._barren(child)) for child in parent]
        for child, barren in found:
            if barren is not None:
                parent.remove(child)
        if any(barren for _, barren in found) and not any(asks(child, self._macros) for child in parent):
            parent.append(asking())

    def _barren(self, element: etree._Element) -> bool | None:
        """None for an element that may print something, else whether it asks for a variable."""
        rule = _RULES.get(element.tag)
        return rule(self, element) if rule else None

    def text(self, text: etree._Element) -> bool | None:
        """Of a variable, or of a macro."""
        if (name := text.get("macro")) is not None:
            return self._of_macro(name)
        variable = text.get("variable")
        return True if variable and not self._is_there(variable) else None

    def _of_macro(self, name: str) -> bool | None:
        macro = self._macros.get(name)
        if macro is None:
            return None
        if name not in self._seen:
            self._seen.add(name)
            self.thin(macro)
        return _left(macro)

    def group(self, group: etree._Element) -> bool | None:
        """Of one in which nothing that asks for a variable prints."""
        self.thin(group)
        if not len(group):
            return True
        left = any(map(_is_never_there, group))
        return True if left and all(_is_never_there(one) or not asks(one, self._macros) for one in group) else None

    def choose(self, choose: etree._Element) -> bool | None:
        """Of one that prints in no case."""
        for branch in choose:
            self.thin(branch)
        left = [_left(branch) for branch in choose]
        return None if None in left else True in left

    def names(self, names: etree._Element) -> bool | None:
        """Of the people in several roles, without others in their place."""
        there = any(map(self._is_there, names.get("variable", "").split()))
        return None if there or names.find(f"{CS}substitute") is not None else True

    def value(self, element: etree._Element) -> bool | None:
        """Of a date or a number."""
        return None if self._is_there(element.get("variable", "")) else True

    def _is_there(self, variable: str) -> bool:
        """Whether a paper may have the variable; of `page-first` and the like it is that of `page`."""
        name = "page" if variable.startswith("page") else variable
        return name in _UNKNOWN or name in self._variables or f"{name}-short" in self._variables


_RULES: Final[Mapping[str, Callable[[_Pruner, etree._Element], bool | None]]] = {
    f"{CS}text": _Pruner.text,
    f"{CS}group": _Pruner.group,
    f"{CS}choose": _Pruner.choose,
    f"{CS}names": _Pruner.names,
    f"{CS}date": _Pruner.value,
    f"{CS}number": _Pruner.value,
}


def _left(parent: etree._Element) -> bool | None:
    """Of an element that prints what its children do: None where that may be something."""
    return len(parent) > 0 if all(map(_is_never_there, parent)) else None


def _is_never_there(element: etree._Element) -> bool:
    return element.get("variable") == _NEVER_THERE
