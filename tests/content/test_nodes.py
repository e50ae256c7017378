"""The tree of text: plain values, and the place of what a path leads to."""

import pickle

from profilegen.content.nodes import Mapping, Node, Path, find, find_key, plain
from profilegen.content.yaml_events import parse_yaml
from profilegen.problems import Place

FILE = """\
title: A title
authors:
  - Ada
  - {given: Grace, family: ~}
tags: []
"""


def tree(text: str = FILE) -> Node:
    node, problems = parse_yaml(text, "a.yaml")
    assert not problems
    assert isinstance(node, Mapping)
    return node


def at(path: Path) -> tuple[int, int]:
    place = find(tree(), path).place
    return place.line, place.column


def test_plain_keeps_order_and_absent_values() -> None:
    value = plain(tree())
    assert value == {"title": "A title", "authors": ["Ada", {"given": "Grace", "family": None}], "tags": []}
    assert isinstance(value, dict)
    assert list(value) == ["title", "authors", "tags"]


def test_find_leads_to_the_value() -> None:
    assert at(()) == (1, 1)
    assert at(("title",)) == (1, 8)
    assert at(("authors",)) == (3, 3)
    assert at(("authors", 1)) == (4, 5)
    assert at(("authors", 1, "family")) == (4, 28)


def test_find_stops_at_the_deepest_node_that_exists() -> None:
    assert at(("authors", 1, "orcid", "value")) == (4, 5)
    assert at(("authors", 7)) == (3, 3)
    assert at(("authors", -1)) == (3, 3)
    assert at(("title", 0)) == (1, 8)


def test_find_key_leads_to_the_key() -> None:
    assert find_key(tree(), ("authors", 1, "family")) == Place("a.yaml", 4, 20)
    assert find_key(tree(), ("tags",)) == Place("a.yaml", 5, 1)


def test_find_key_finds_none_where_there_is_no_key() -> None:
    assert find_key(tree(), ()) is None
    assert find_key(tree(), ("authors", 0)) is None
    assert find_key(tree(), ("authors", 0, "given")) is None
    assert find_key(tree(), ("nothing", "below")) is None


def test_a_tree_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(tree())) == tree()  # noqa: S301 - our own bytes
