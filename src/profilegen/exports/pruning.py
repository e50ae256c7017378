"""A citation style without what papers of one shape never reach: what is left runs in a third of the time.

A paper's shape is its type and the variables that it has. Where a condition of the style asks for these alone, it is
decided here, once for all papers of that shape; what citeproc would have to be asked for stays as it is.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from profilegen.exports.barren import CS as _CS
from profilegen.exports.barren import asking, asks, drop_barren, macros_of
from profilegen.exports.unnesting import unnest
from profilegen.values import Struct

_CHOOSE: Final = f"{_CS}choose"
_ELSE: Final = f"{_CS}else"
_TEXT: Final = f"{_CS}text"
_MACRO: Final = f"{_CS}macro"
_BIBLIOGRAPHY: Final = f"{_CS}bibliography"

_UNUSED: Final = (f"{_CS}info", f"{_CS}citation", f"{_BIBLIOGRAPHY}/{_CS}sort")
"""What says nothing of how an entry is printed."""

_NEVER: Final = ("locator", "is-uncertain-date", "position")
"""What a bibliography of exact dates never has."""


class Shape(Struct, frozen=True):
    """A type of CSL, and the variables that are there, in the spelling of CSL."""

    type: str
    variables: frozenset[str]


def bare(style: bytes) -> bytes:
    """The style with nothing but what a bibliography of one paper is made by; XMLSyntaxError where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(style, parser)
    for element in [element for part in _UNUSED for element in root.iterfind(part)]:
        _drop(element)
    _drop_numbers(root)
    _drop_macros(root)
    return bytes(etree.tostring(root))


def pruned(style: bytes, shape: Shape) -> bytes:
    """The bare style for papers of that shape."""
    root = etree.fromstring(style)
    macros = macros_of(root)
    asked = [(choose, asks(choose, macros)) for choose in root.iter(_CHOOSE)]
    for choose, _ in asked:
        _prune(choose, shape)
    for choose, before in reversed(asked):
        if before and not asks(choose, macros):
            _ask(choose)
    drop_barren(root, shape.variables)
    unnest(root)
    _drop_macros(root)
    return bytes(etree.tostring(root))


def _prune(choose: etree._Element, shape: Shape) -> None:
    """Take away the branches that are not reached; one that surely is becomes the last."""
    decided = False
    for branch in list(choose):
        holds = _holds(branch, shape)
        if decided or holds is False:
            choose.remove(branch)
        elif holds:
            decided = True
            branch.tag = _ELSE
            branch.attrib.clear()


def _ask(choose: etree._Element) -> None:
    """The branches that asked for a variable are gone: the last one that is left asks in their place."""
    branch = choose[-1] if len(choose) else etree.SubElement(choose, _ELSE)
    branch.append(asking())


def _holds(branch: etree._Element, shape: Shape) -> bool | None:
    """Whether the branch is taken; None where only citeproc knows."""
    results = list(_results(branch, shape))
    match branch.get("match"):
        case "any":
            return _any(results)
        case "none":
            found = _any(results)
            return None if found is None else not found
        case _:
            return False if False in results else None if None in results else True


def _any(results: Sequence[bool | None]) -> bool | None:
    return True if True in results else None if None in results else False


def _results(branch: etree._Element, shape: Shape) -> Iterator[bool | None]:
    for name, value in branch.attrib.items():
        for word in str(value).split():
            match name:
                case "type":
                    yield word.lower() == shape.type
                case "variable":
                    yield None if word == "locator" else word in shape.variables
                case "is-numeric" if word not in shape.variables:
                    yield False
                case "match":
                    pass
                case _:
                    yield False if name in _NEVER else None


def _drop_numbers(root: etree._Element) -> None:
    """Take away the number in the list of references: on a page of its own a citation has none."""
    for text in [text for text in root.iter(_TEXT) if text.get("variable") == "citation-number"]:
        _drop(text)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_macros(root: etree._Element) -> None:
    """Take away the macros that the bibliography does not reach: citeproc looks each one up among all."""
    macros = {macro.get("name"): macro for macro in root.iterfind(_MACRO)}
    waiting = list(root.iterfind(_BIBLIOGRAPHY))
    reached: set[str | None] = set()
    while waiting:
        called = {element.get("macro") for element in waiting.pop().iter(etree.Element)} & macros.keys()
        waiting += [macros[name] for name in called - reached]
        reached |= called
    for name, macro in macros.items():
        if name not in reached:
            root.remove(macro)
