"""The printed JSON Schemas: current in the checkout, and right for what an editor reads."""

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from folders import CHECKOUT
from profilegen.content.schema.editor import KINDS, json_schema

EXAMPLES = {
    "paper": sorted((CHECKOUT / "content/papers").glob("*.md")),
    "author": sorted((CHECKOUT / "content/authors").glob("*.md")),
    "site": [CHECKOUT / "profilegen.yaml"],
}

GOOD_PAPER = """
title: 2020
authors: [Ada, 3.14, {family: No, given: null}, {literal: Group}, ..., true]
date: 2026-05-28
citations: {count: 3, by_year: {2020: 3}}
novelty: 54%
score: 98.7
links: {code: [https://a.example], pdf: x.pdf}
awards: Best
draft: no
x-mine: {a: [b]}
funding:
dates:
type:
ratings:
volume: 12
"""


def as_an_editor_reads(text: str) -> Any:  # noqa: ANN401 - any YAML
    """YAML 1.2's core schema: a date is text there."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return json.loads(json.dumps(yaml.load(text), default=_as_text))


def _as_text(value: object) -> str:
    assert isinstance(value, datetime.date)
    return value.isoformat()


def front_matter(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.split("---\n")[1] if path.suffix == ".md" else text


def accepts(kind: str, text: str) -> None:
    jsonschema.Draft202012Validator(json.loads(json_schema(kind))).validate(as_an_editor_reads(text))


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_valid_and_every_key_is_closed(kind: str) -> None:
    schema = json.loads(json_schema(kind))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("kind", ["paper", "author", "site"])
def test_the_schemas_in_the_checkout_are_those_printed(kind: str) -> None:
    """`make schemas` writes them; the comment in every example file points there."""
    written = (CHECKOUT / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    assert written == json_schema(kind)


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind, paths in EXAMPLES.items() for path in paths])
def test_every_example_passes_and_points_at_its_schema(kind: str, path: Path) -> None:
    text = front_matter(path)
    accepts(kind, text)
    comment = text.splitlines()[0]
    assert comment.startswith("# yaml-language-server: $schema=")
    assert (path.parent / comment.partition("=")[2]).resolve() == CHECKOUT / "schemas" / f"{kind}.json"


def test_text_keys_admit_what_yaml_makes_of_them() -> None:
    accepts("paper", GOOD_PAPER)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("paper", "title: T\nauthors: [A]\nvenues: V\n"),
        ("paper", "title: T\n"),
        ("paper", "title: T\nauthors: A\n"),
        ("paper", "title: T\nauthors: [{family: A, eqaul: true}]\n"),
        ("paper", "title: T\nauthors: [A]\ncitations: many\n"),
        ("author", "nmae: A\n"),
        ("author", "name: A\nreported: {h_index: 4}\n"),
        ("site", "sort: weight\n"),
    ],
)
def test_an_editor_marks_what_the_reader_refuses(kind: str, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        accepts(kind, text)
