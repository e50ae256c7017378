"""The words that pages print: the theme's words.yaml, and over it the site's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from profilegen.content import nodes
from profilegen.content.read import read_node
from profilegen.content.schema.refusals import did_you_mean
from profilegen.content.schema.values import TITLE_LENGTH
from profilegen.content.theme_file import shown
from profilegen.model.words import Words, pair, placeholders
from profilegen.problems import Problem, problem, quoted

WORDS_FILE: Final = "words.yaml"

_KEY: Final = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")


def read_words(root: Path, themes: Sequence[Path]) -> tuple[Words, tuple[Problem, ...]]:
    """The words of the themes in these folders, a later one's over an earlier one's, and the site's over all.

    A theme may bring words of its own; a site has other texts for those that there are.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for folder in (*themes, root):
        path = folder / WORDS_FILE
        if path.exists():
            problems += _add(texts, path, shown(root, path), new=folder is not root)
    return Words(texts), tuple(problems)


def _add(texts: dict[str, str], path: Path, name: str, *, new: bool) -> Iterator[Problem]:
    """Put the texts of a file over those that there are; whether there may be `new` keys."""
    known = dict(texts)
    parsed = read_node(path, name, frozenset(known))
    yield from parsed.problems
    for entry in parsed.node.entries.values() if parsed.node is not None else ():
        key, value = entry.key, entry.value
        if key.value.startswith("x-") or (isinstance(value, nodes.Scalar) and value.null):
            continue
        found = _wrong_key(key, known, new=new) or _wrong_value(key.value, value, known)
        if found is not None:
            yield found
        elif isinstance(value, nodes.Scalar):
            texts[key.value] = value.value


def _wrong_key(key: nodes.Scalar, known: Mapping[str, str], *, new: bool) -> Problem | None:
    if key.value in known or (new and _KEY.fullmatch(key.value)):
        return None
    hint = did_you_mean(key.value, known) or "the theme's words.yaml has all there are"
    return problem("unknown-key", key.place, f"unknown key {quoted(key.value)}", hint)


def _wrong_value(key: str, value: nodes.Node, known: Mapping[str, str]) -> Problem | None:
    if not isinstance(value, nodes.Scalar):
        hint = "put the text in quotes" if isinstance(value, nodes.Mapping) else "write it as one text"
        return problem("wrong-kind", value.place, f"'{key}' takes a text", hint)
    if len(value.value) > TITLE_LENGTH:
        return problem("too-long", value.place, f"'{key}' has more than {TITLE_LENGTH} characters")
    try:
        names = placeholders(value.value)
    except ValueError as error:
        return problem("bad-value", value.place, f"'{key}' cannot be {quoted(value.value)}: {error}")
    return _wrong_names(key, value, names, known) if key in known else None


def _wrong_names(key: str, value: nodes.Scalar, names: frozenset[str], known: Mapping[str, str]) -> Problem | None:
    """A name in braces that this text is not given."""
    given = frozenset().union(*(placeholders(known[other]) for other in pair(key) if other in known))
    strange = sorted(names - given)
    if not strange:
        return None
    hint = f"it is given {', '.join(f'{{{name}}}' for name in sorted(given))}" if given else "it is given no names"
    message = f"'{key}' cannot be {quoted(value.value)}: nothing stands for {{{strange[0]}}}"
    return problem("bad-value", value.place, message, hint)
