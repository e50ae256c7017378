"""The front matter of another generator's Markdown file: its keys as text, and its body."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from profilegen.content import nodes
from profilegen.content.nodes import Plain
from profilegen.content.read import parse_source
from profilegen.content.source import Source, readable
from profilegen.importing.candidate import lacking
from profilegen.problems import Place, Problem, escaped, problem
from profilegen.values import Struct

_TOML: Final = re.compile(r"\A\+\+\+\s*\n(.*?)^\+\+\+\s*$\n?(.*)", re.DOTALL | re.MULTILINE)


class Post(Struct, frozen=True):
    """A file: its keys, the body below them, and where it begins."""

    keys: Mapping[str, Plain]
    body: str
    place: Place

    def text(self, *names: str) -> str:
        """The first of these keys that holds a text."""
        found = (self.keys.get(name) for name in names)
        return next((one.strip() for one in found if isinstance(one, str) and one.strip()), "")

    def listed(self, name: str) -> list[Plain]:
        """The items of a key that holds a list, or its one value."""
        held = self.keys.get(name)
        return held if isinstance(held, list) else ([held] if held else [])


def post(text: str, path: str) -> Post | Problem:
    """The file whose text is `text`, or why it cannot be read."""
    plain = readable(text)
    if found := _TOML.match(plain):
        return _toml(found, path)
    read = parse_source(Source(f"{path}.md" if not path.endswith(".md") else path, plain))
    if read.node is None:
        first = min(read.problems)
        return problem("bad-entry", Place(path, first.place.line, first.place.column), first.message, first.hint)
    held = nodes.plain(read.node)
    return Post(held if isinstance(held, dict) else {}, read.body.source, Place(path))


def paper_post(
    text: str, path: str, fields: Callable[[Post], dict[str, Plain]]
) -> tuple[Post, dict[str, Plain]] | Problem:
    """The file and what `fields` makes of it, or why it is no paper."""
    read = post(text, path)
    if isinstance(read, Problem):
        return read
    made = fields(read)
    missing = lacking(made)
    return problem("bad-entry", read.place, f"the file has no {missing}") if missing else (read, made)


def _toml(found: re.Match[str], path: str) -> Post | Problem:
    import tomllib  # noqa: PLC0415 - old Hugo sites alone

    try:
        return Post(_texts(tomllib.loads(found.group(1))), found.group(2).strip(), Place(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return problem("bad-entry", Place(path), f"the front matter cannot be read: {escaped(str(error))}")


def _texts(held: Mapping[str, object]) -> dict[str, Plain]:
    return {key: _plain(value) for key, value in held.items()}


def _plain(value: object) -> Plain:
    if isinstance(value, dict):
        return _texts(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
