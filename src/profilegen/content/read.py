"""A content file read: its keys as a tree of text, its body, and what is wrong with it."""

from pathlib import Path
from typing import Final

from profilegen.content.front_matter import split
from profilegen.content.nodes import Mapping, Node, Scalar
from profilegen.content.source import Source, read_source
from profilegen.content.yaml_plain import plain_tree
from profilegen.model.text import Text
from profilegen.problems import Place, Problem, Span, problem
from profilegen.values import Struct

MARKDOWN: Final = ".md"
"""The ending of a file with front matter and body; every other file is YAML throughout."""


class Parsed(Struct, frozen=True):
    """The keys and the body of a file. `node` is None where the file cannot be read; it is empty where it has no keys.

    With an error among `problems` the file must not be used, though `node` may be there to look for further ones.
    """

    node: Mapping | None
    body: Text
    problems: tuple[Problem, ...]


def read_node(on_disk: Path, path: str, prose_keys: frozenset[str] = frozenset()) -> Parsed:
    """The file `on_disk`, called `path` in messages; `prose_keys` are those whose values a comment must not cut."""
    return parse_source(read_source(on_disk, path), prose_keys)


def parse_source(source: Source | Problem, prose_keys: frozenset[str] = frozenset()) -> Parsed:
    """What the text of a file says, or why it has none."""
    if isinstance(source, Problem):
        return Parsed(None, Text(""), (source,))
    path = source.path
    if not path.endswith(MARKDOWN):
        return _parsed(source.text, source, 1, Text(""), prose_keys)
    parts = split(source)
    if isinstance(parts, Problem):
        return Parsed(None, Text(""), (parts,))
    body = Text(parts.body, Span(Place(path, parts.body_line), indent=0))
    return _parsed(parts.yaml, source, parts.yaml_line, body, prose_keys)


def _parsed(yaml: str, source: Source, first_line: int, body: Text, prose_keys: frozenset[str]) -> Parsed:
    node, problems = _tree(yaml, source.path, first_line, prose_keys)
    if isinstance(node, Mapping) or (node is None and problems):
        return Parsed(node, body, problems)
    if node is None:
        return Parsed(Mapping({}, source.path, first_line, 1), body, problems)
    return Parsed(None, body, (*problems, _no_map(node)))


def _tree(yaml: str, path: str, first_line: int, prose_keys: frozenset[str]) -> tuple[Node | None, tuple[Problem, ...]]:
    tree = plain_tree(yaml, path, first_line)
    if tree is not None:
        return tree, ()
    from profilegen.content.yaml_events import parse_yaml  # noqa: PLC0415 - 20 ms that plain files do without

    return parse_yaml(yaml, path, first_line, prose_keys)


def _no_map(node: Node) -> Problem:
    hint = "write `key: value`, one on a line, with a blank after the colon"
    what = "text stands" if isinstance(node, Scalar) else "a list stands"
    return problem("wrong-kind", node.place, f"{what} where the keys belong", hint)
