"""An author's file to the model's author."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from profilegen.content import nodes
from profilegen.content.discover import Found
from profilegen.content.schema.author import AuthorFile, ReportedEntry
from profilegen.content.to_paper import links_of, places_of, text_of, twice
from profilegen.model.author import Affiliation, Author, Reported
from profilegen.model.text import Text
from profilegen.problems import Place, Problem, problem

_PLACED: Final = ("name", "orcid", "selected", "photo", "reported", "died")
_ABOUT: Final = frozenset({"source", "url", "as_of"})


def to_author(found: Found, node: nodes.Mapping, body: Text, file: AuthorFile) -> Author:
    """The record of an author's checked file; `body` is the biography of a Markdown file."""
    return Author(
        id=found.id,
        file=found.shown,
        name=file.name.printed(),
        native_name=file.native_name,
        other_names=tuple(name.printed() for name in file.other_names),
        former_names=tuple(name.printed() for name in file.former_names),
        orcid=file.orcid,
        position=file.position,
        affiliations=tuple(Affiliation(**dict(entry)) for entry in file.affiliations),
        email=file.email,
        photo=file.photo,
        links=links_of(file.links),
        interests=file.interests,
        group=file.group,
        start=file.start,
        end=file.end,
        died=file.died,
        selected=file.selected,
        reported=_reported(node, file.reported),
        weight=file.weight,
        profile=file.profile,
        draft=file.draft,
        old_urls=file.old_urls,
        accept=file.accept,
        extra=file.extra,
        biography=body or text_of(node, "biography", file.biography),
        files=found.beside_names,
        places=places_of(node, _PLACED),
    )


def author_problems(node: nodes.Mapping, body: Text, file: AuthorFile) -> Iterator[Problem]:
    """What only the whole of a good file shows."""
    yield from twice(node, body, "biography", file.biography)
    seen: dict[str, Place] = {}
    for name, place, _, _ in _numbers(node, file.reported):
        if name in seen:
            yield problem("duplicate-key", place, f"'{name}' is reported twice, first in line {seen[name].line}")
        seen.setdefault(name, place)


def _reported(node: nodes.Mapping, blocks: tuple[ReportedEntry, ...]) -> Mapping[str, Reported]:
    return {
        name: Reported(value, block.source, block.url, block.as_of, place)
        for name, place, value, block in _numbers(node, blocks)
    }


def _numbers(
    node: nodes.Mapping, blocks: tuple[ReportedEntry, ...]
) -> Iterator[tuple[str, Place, Fraction, ReportedEntry]]:
    held = nodes.under(node, "reported")
    several = isinstance(held, nodes.Sequence)
    for index, block in enumerate(blocks):
        for name, value in block:
            if value is not None and name not in _ABOUT:
                loc = ("reported", index, name) if several else ("reported", name)
                yield name, nodes.find(node, loc).place, Fraction(value), block
