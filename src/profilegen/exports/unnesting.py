"""A style with fewer elements inside of elements: what only hands on what another one says gives way to that one.

A style is written for papers of all shapes, as macros of macros and groups of groups. For papers of one shape most of
these hold a single element, and citeproc takes as long for each as for one that prints something.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from profilegen.exports.barren import CS, Macros, asks, macros_of

_CHOOSE: Final = f"{CS}choose"
_ELSE: Final = f"{CS}else"
_GROUP: Final = f"{CS}group"
_NAMES: Final = f"{CS}names"
_SUBSTITUTE: Final = f"{CS}substitute"
_TEXT: Final = f"{CS}text"


def unnest(root: etree._Element) -> None:
    """Let the layout of the bibliography, and the macros that are left in it, say the same with fewer elements."""
    macros = macros_of(root)
    for layout in root.iterfind(f"{CS}bibliography/{CS}layout"):
        _Unnester(macros).flatten(layout)


class _Unnester:
    """One pass over a style, from its leaves up; a macro is looked at before whoever calls it."""

    def __init__(self, macros: Macros) -> None:
        self._macros = macros
        self._seen: set[str] = set()

    def flatten(self, parent: etree._Element) -> None:
        """Put what they hold in the place of children that only hand it on."""
        for child in list(parent):
            self._inside(child)
            # The first one of a substitute that prints is remembered by what it is.
            held = None if parent.tag == _SUBSTITUTE else self._held(child, parent)
            if held is not None:
                at = parent.index(child)
                parent[at : at + 1] = held

    def _inside(self, element: etree._Element) -> None:
        if element.tag == _GROUP:
            self.flatten(element)
        elif element.tag in (_CHOOSE, _NAMES):
            for part in element:
                self.flatten(part)
        elif (name := element.get("macro")) in self._macros and name not in self._seen:
            self._seen.add(str(name))
            self.flatten(self._macros[name])

    def _held(self, element: etree._Element, parent: etree._Element) -> Sequence[etree._Element] | None:
        """What may stand in the element's place, None where it does more than to hand that on."""
        if element.tag == _CHOOSE:
            return self._decided(element, parent)
        if element.tag == _GROUP and set(element.attrib) <= {"delimiter"}:
            return [element[0]] if _is_one(element) and asks(element[0], self._macros) else None
        if element.tag == _TEXT and set(element.attrib) == {"macro"}:
            macro = self._macros.get(element.get("macro"))
            return None if macro is None or not _is_one(macro) else [deepcopy(macro[0])]
        return None

    def _decided(self, choose: etree._Element, parent: etree._Element) -> Sequence[etree._Element] | None:
        """What is in the one branch that is left. A group asks its children one by one whether they called for more."""
        if len(choose) != 1 or choose[0].tag != _ELSE:
            return None
        held = list(choose[0])
        alike = parent.tag != _GROUP or len(held) == 1 or all(asks(one, self._macros) for one in held)
        return held if alike else None


def _is_one(parent: etree._Element) -> bool:
    """Whether there is one child, and none that its parent's delimiter would go on to."""
    return len(parent) == 1 and parent[0].tag != _CHOOSE
