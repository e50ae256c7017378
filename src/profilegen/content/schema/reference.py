"""The file format as a reader looks it up: every key, what it takes, what it means, made from the schema itself."""

import re
from collections.abc import Iterator, Sequence
from inspect import getdoc
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from profilegen.content.schema import people, values
from profilegen.content.schema.check import parts_in
from profilegen.content.schema.commented import as_yaml, plain_default, shown_value
from profilegen.content.schema.notes import Before, JsonSchema
from profilegen.content.schema.paper import TYPE_SYNONYMS
from profilegen.content.schema.part import Key, Part, hints_of, keys_of
from profilegen.content.schema.theme import ThemeChoice

_WORDS: Final[tuple[tuple[object, str], ...]] = (
    (values.PlainText, "text"),
    (values.NeededText, "text"),
    (values.MarkdownText, "Markdown"),
    (values.ShortMarkdown, "text"),
    (values.Date, "date"),
    (values.Count, "count"),
    (values.Number, "number"),
    (values.Hundred, "0 to 100"),
    (values.Share, "0 to 1, or 0% to 100%"),
    (values.Truth, "true or false"),
    (values.Doi, "DOI"),
    (values.Arxiv, "arXiv id"),
    (values.Orcid, "ORCID"),
    (values.Isbn, "ISBN"),
    (values.Issn, "ISSN"),
    (values.Ror, "ROR id"),
    (values.Address, "address"),
    (values.OutsideAddress, "whole address"),
    (values.InsidePath, "path in the site"),
    (values.OldAddress, "path in the site"),
    (values.Language, "language"),
    (values.Email, "e-mail address"),
    (values.CiteKey, "text without blanks"),
    (values.Label, "name of letters a-z, digits and _"),
    (values.ProblemCode, "[problem code](problems.md)"),
    (people.NameText, "name"),
    (people.PersonName, "name, or [its parts](#name-parts)"),
    (people.BylineEntry, "name, or [its parts and more](#contributor)"),
    (ThemeChoice, "name, or map of options"),
)
"""What the kinds of value are called."""

_JSON_WORDS: Final = {"string": "text", "integer": "count", "number": "number", "boolean": "true or false"}


def reference(file: type[Part]) -> str:
    """The keys of a kind of file, and of the maps that stand in it, as Markdown."""
    parts = list(_parts(file))
    return "\n".join([*_table(file), *(line for part in parts for line in ("", *_section(part)))]) + "\n"


def settings_reference(file: type[Part]) -> str:
    """The same for the settings, each under a heading of its own with its default or an example."""
    hints = hints_of(file)
    settings = (_setting(key, field, hints[key]) for key, field in keys_of(file).items())
    sections = (line for part in _parts(file) for line in ("", *_section(part)))
    return "\n".join([*(line for lines in settings for line in lines), "## Maps in the settings", *sections]) + "\n"


def _setting(key: str, field: Key, hint: object) -> Iterator[str]:
    default = plain_default(field)
    shown = as_yaml(key, shown_value(field)).rstrip("\n")
    yield from (f"### {key}", "", field.description, "")
    yield from (f"Takes {_takes(hint)}. {'The default:' if default else 'No default; for example:'}", "")
    yield from ("```yaml site", shown, "```", "")


def _section(part: type[Part]) -> Iterator[str]:
    yield from (f"### {_title(part)}", "", getdoc(part) or "", "", *_table(part))


def _table(part: type[Part]) -> Iterator[str]:
    yield from ("| key | takes | |", "|---|---|---|")
    hints = hints_of(part)
    for name, field in keys_of(part).items():
        needed = " **Required.**" if field.needed else ""
        yield f"| `{field.alias or name}` | {_takes(hints[name])} | {field.description or ''}{needed} |"


def _parts(file: type[Part]) -> Iterator[type[Part]]:
    """The maps with known keys that stand in a file, each once, those of an earlier key first."""
    found: dict[type[Part], None] = {}
    waiting = [file]
    while waiting:
        part = waiting.pop(0)
        if part not in found:
            found[part] = None
            waiting[:0] = [inner for hint in hints_of(part).values() for inner in parts_in(hint)]
    yield from (part for part in found if part is not file)


def _title(part: type[Part]) -> str:
    """The heading of a map's keys: `Menu item` for MenuItem."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", part.__name__.removesuffix("Entry")).capitalize()


def _takes(hint: Any) -> str:  # noqa: ANN401 - any annotation may stand on a field
    """What a key takes, in words."""
    known = next((words for kind, words in _WORDS if kind == hint), "")
    if known:
        return known
    if isinstance(hint, type) and issubclass(hint, Part):
        return f"[map](#{_title(hint).lower().replace(' ', '-')})"
    return _composed(get_origin(hint), [one for one in get_args(hint) if one is not NoneType])


def _composed(origin: object, inner: Sequence[Any]) -> str:
    """What a hint made of others takes."""
    if origin in (Union, UnionType):
        return " or ".join(map(_takes, inner))
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in inner)
    if origin is Annotated:
        return _annotated(inner[0], inner[1:])
    if origin in (tuple, list):
        return f"list of {_takes(inner[0])}"
    return f"map of {_takes(inner[0])} to {_takes(inner[1])}" if origin is dict else "anything"


def _annotated(inner: object, notes: Sequence[object]) -> str:
    """What a hint with validators takes: what one of them says that it does, else the hint's own words."""
    for note in notes:
        if isinstance(note, Before) and get_args(note.accepts):
            return _takes(note.accepts)
        if isinstance(note, JsonSchema) and get_origin(inner) is None:
            return _of_json(note.schema)
    return "text" if inner is str else _takes(inner)


def _of_json(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        words = [str(word) for word in schema["enum"] if word is not None and word not in TYPE_SYNONYMS]
        return ", ".join(f"`{word}`" for word in dict.fromkeys(words))
    kinds = schema.get("type", "string")
    return _JSON_WORDS.get(kinds if isinstance(kinds, str) else kinds[0], "text")
