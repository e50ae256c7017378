"""An item of CSL-JSON as citeproc holds it while it renders, made without its checks, which ours passes anyway."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from profilegen.exports.csl import Item

_CALLED: Final = {"event-title": "event"}
"""What citeproc still calls as CSL 1.0.1 did."""

_SIGNS: Final = {"&": "\ue0f1", "<": "\ue0f2", ">": "\ue0f3"}
_HIDE: Final = str.maketrans(_SIGNS)

SHOW: Final = str.maketrans({mark: sign for sign, mark in _SIGNS.items()})
"""The marks that stand for signs of HTML, which come out of any style as they went in."""

_DATE: Final = ("year", "month", "day")


class _Kinds(NamedTuple):
    """citeproc's classes, and the variables that are names or dates: it has no types."""

    item: Any
    reference: Any
    name: Any
    date: Any
    text: Callable[[str], Any]
    names: frozenset[str]
    dates: frozenset[str]


def variables(item: Item) -> frozenset[str]:
    """The variables that the item has, as citeproc's styles call them."""
    return frozenset([_CALLED.get(key, key) for key in item if key not in ("id", "type")])


def cited_item(item: Item) -> Any:  # noqa: ANN401 - of citeproc, which has no types
    """An item of a citation that holds what it refers to, where citeproc's looks it up each time."""
    kinds = _kinds()
    cited = kinds.item("it")
    object.__setattr__(cited, "reference", _filled(kinds.reference, _told(item, kinds)))
    return cited


def _told(item: Item, kinds: _Kinds) -> dict[str, object]:
    told: dict[str, object] = {"key": "it", "type": item["type"]}
    for key, value in item.items():
        name = _CALLED.get(key, key).replace("-", "_")
        match value:
            case list() if name in kinds.names:
                told[name] = [_filled(kinds.name, {part: _hidden(text) for part, text in one.items()}) for one in value]
            case {"date-parts": [parts]} if name in kinds.dates:
                told[name] = kinds.date(circa=False, **dict(zip(_DATE, parts, strict=False)))
            case str() if key not in ("id", "type"):
                told[name] = kinds.text(_hidden(value))
    return told


def _filled(kind: Any, values: Mapping[str, object]) -> Any:  # noqa: ANN401 - of citeproc, which has no types
    """A dict of that kind with these values."""
    made = kind.__new__(kind)
    dict.update(made, values)
    return made


def _hidden(text: str) -> str:
    """The text with its signs of HTML as marks."""
    return text.translate(_HIDE) if "&" in text or "<" in text or ">" in text else text


@cache
def _kinds() -> _Kinds:
    # Imported here: a build that has all citations does without.
    from citeproc import DATES, NAMES, CitationItem  # noqa: PLC0415
    from citeproc.source import Date, Name, Reference  # noqa: PLC0415
    from citeproc.string import MixedString, String  # noqa: PLC0415

    item = type("_Item", (CitationItem,), {"reference": None, "number": 1})
    return _Kinds(
        item, Reference, Name, Date, lambda text: MixedString([String(text)]), frozenset(NAMES), frozenset(DATES)
    )
