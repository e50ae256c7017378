"""The record of a plain paper, with texts, lists of texts and names in full, straight from its file's tree.

The values are checked by the schema's own validators. It takes half the time of the way through a whole PaperFile,
which is there for all other papers.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, cast

from profilegen.content import nodes
from profilegen.content.discover import Found
from profilegen.content.schema.paper import CitationsEntry, PaperFile
from profilegen.content.schema.people import LAST_GAP_WORDS, NameParts
from profilegen.content.schema.shortcut import REMEMBERED, NotHereError, Step, in_turn, step_of
from profilegen.content.schema.values import AUTHORS, FIELD_LENGTH, size_of
from profilegen.content.to_paper import PLACED, places_of, primary_first, text_of, without_repeats
from profilegen.model.names import Name
from profilegen.model.paper import Byline, Citations, Contributor, Imprint, Paper, PaperType, Status
from profilegen.model.text import NO_TEXT, Text
from profilegen.problems import Place

_AS_THEY_ARE: Final = frozenset(
    "date type status language license citekey doi arxiv url citations awards weight draft sample".split()
    + "added updated old_urls accept".split()
)
_IMPRINT: Final = frozenset(Imprint.__struct_fields__)
_OWN: Final = frozenset("title note citekey doi arxiv url pages".split())
"""Keys whose value is one paper's alone."""

SHARED: Final = 1_024
"""So many values of a key are remembered."""

_MORE: Final = frozenset("title authors category categories tags keywords note".split())


def plain_paper(found: Found, node: nodes.Mapping, body: Text) -> Paper | None:
    """The record of a good paper; None where the file says more, or anything may be wrong with it."""
    if "title" not in node.entries or "authors" not in node.entries or size_of(body.source) > FIELD_LENGTH:
        return None
    try:
        values = _values(node)
        title, byline = text_of(node, "title", values["title"]), _byline(node, values["authors"])
    except (NotHereError, KeyError, ValueError):  # of validators' errors all are ValueErrors
        return None
    return Paper(
        id=found.id, file=found.shown, title=title, byline=byline, abstract=body or NO_TEXT,
        files=found.beside_names, places=places_of(node, PLACED), **_fields(node, values),
    )  # fmt: skip


def _values(node: nodes.Mapping) -> dict[str, Any]:
    (of_texts, of_text), values = _steps(), {}
    for key, entry in node.entries.items():
        value = entry.value
        if not isinstance(value, nodes.Scalar):
            values[key] = of_texts[key](_texts(value))
        elif not value.null:
            values[key] = of_text[key](value.value)
    return values


def _texts(node: nodes.Node) -> list[str]:
    if not isinstance(node, nodes.Sequence):
        raise NotHereError
    texts = []
    for item in node.items:
        if not isinstance(item, nodes.Scalar) or item.null:
            raise NotHereError
        texts.append(item.value)
    return texts


def _byline(node: nodes.Mapping, names: tuple[Name, ...]) -> Byline:
    items = cast(nodes.Sequence, node.entries["authors"].value).items
    return Byline(
        tuple(
            [
                Contributor(name, place=Place(item.path, item.line, item.column))
                for name, item in zip(names, items, strict=True)
            ]
        )
    )


def _fields(node: nodes.Mapping, values: Mapping[str, Any]) -> dict[str, Any]:
    """The other fields of a paper that the file says something of."""
    fields, imprint = {}, {}
    for key, value in values.items():
        if key in _IMPRINT:
            imprint[key] = value
        elif key in _AS_THEY_ARE:
            fields[key] = value
    if imprint:
        fields["imprint"] = Imprint(**imprint)
    if "category" in values or "categories" in values:
        fields["categories"] = primary_first(values.get("category", ""), values.get("categories", ()))
    if "tags" in values or "keywords" in values:
        fields["tags"] = without_repeats((*values.get("tags", ()), *values.get("keywords", ())))
    if "note" in values:
        fields["note"] = text_of(node, "note", values["note"])
    return fields


@cache
def _steps() -> tuple[Mapping[str, Step], Mapping[str, Step]]:
    """What makes the record's value of each key that a plain paper has: of a list of texts, and of a text.

    What many papers share, such as a venue, is checked once.
    """
    steps = {key: step_of(PaperFile, key) for key in (*_AS_THEY_ARE, *_IMPRINT, *_MORE)}
    steps |= {key: in_turn([steps[key], made]) for key, made in _MADE.items()}
    steps["authors"] = _names_by(step_of(NameParts, "name"))
    steps["citations"] = in_turn([step_of(CitationsEntry, "count"), Citations])
    return steps, {key: step if key in _OWN else lru_cache(SHARED)(step) for key, step in steps.items()}


def _names_by(step: Step) -> Step:
    name_of = lru_cache(REMEMBERED)(step)

    def names(texts: Any) -> tuple[Name, ...]:  # noqa: ANN401 - a step takes anything
        if texts.__class__ is not list or not 0 < len(texts) <= AUTHORS:
            raise NotHereError
        if texts[-1].strip().casefold() in LAST_GAP_WORDS:
            raise NotHereError
        return tuple([_in_full(name_of(text)) for text in texts])

    return names


def _in_full(name: Name) -> Name:
    """The name; a gap is none, and neighbouring names of one word may be one."""
    if " " not in name.full and name.full.isascii():
        raise NotHereError
    return name


_MADE: Final[Mapping[str, Step]] = {"type": PaperType, "status": Status}
