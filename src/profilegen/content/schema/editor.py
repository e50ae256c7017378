"""The JSON Schema that an editor completes and checks content with."""

import json
from typing import Any, Final, TypeAlias

from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.models import model_of
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import Part
from profilegen.content.schema.site import OwnPageFile, SiteFile

KINDS: Final[dict[str, type[Part]]] = {
    "paper": PaperFile,
    "author": AuthorFile,
    "page": OwnPageFile,
    "site": SiteFile,
}


Json: TypeAlias = Any
"""What JSON can hold."""

_NULL: Final = {"type": "null"}


def json_schema(kind: str) -> str:
    """The JSON Schema (2020-12) of one kind of file, as text."""
    schema: dict[str, Json] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= model_of(KINDS[kind]).model_json_schema(by_alias=True)
    return json.dumps(_adapted(schema), indent=2, ensure_ascii=False) + "\n"


def _adapted(schema: Json) -> Json:
    """Without what says nothing to a person (defaults, made-up titles); a key that may be missing may be empty."""
    if isinstance(schema, list):
        return [_adapted(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _adapted(item) for key, item in schema.items() if not _noise(key, item)}
    if "properties" in kept:
        needed = kept.get("required", [])
        kept["properties"] = {
            key: item if key in needed else _or_empty(item) for key, item in kept["properties"].items()
        }
    return kept


def _noise(key: str, item: object) -> bool:
    return key == "default" or (key == "title" and isinstance(item, str))


def _or_empty(schema: dict[str, Json]) -> dict[str, Json]:
    if "anyOf" in schema:
        return {**schema, "anyOf": [*(item for item in schema["anyOf"] if item != _NULL), _NULL]}
    if "type" in schema and "enum" not in schema:
        kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        return {**schema, "type": [*dict.fromkeys([*kinds, "null"])]}
    if "enum" in schema:
        return {**schema, "enum": [*dict.fromkeys([*schema["enum"], None])]}
    return {"anyOf": [schema, _NULL]} if "$ref" in schema else schema
