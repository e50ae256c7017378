"""The order in which papers, people and own pages are shown; always total."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from profilegen.corpus.corpus import Person
from profilegen.model.folding import folded_keys, sort_key
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.model.settings import SortKey

Value: TypeAlias = Fraction | int | str | tuple[int, int, int] | tuple[str, str]


def papers_in_order(papers: Iterable[Paper], sort: tuple[SortKey, ...]) -> tuple[Paper, ...]:
    """The papers by the keys of `sort`, then by id; a paper without a key's value comes last in either direction."""
    ordered = sorted(papers, key=lambda paper: paper.id)
    for key in reversed(sort):
        ordered = _by_key(ordered, key)
    return tuple(ordered)


def people_in_order(people: Iterable[Person]) -> tuple[Person, ...]:
    """People as an index of names has them: by family name, then by id."""
    listed = list(people)
    names = folded_keys([person.name.sort_text for person in listed])
    keyed = sorted(zip(names, listed, strict=True), key=lambda pair: (pair[0], pair[1].id))
    return tuple([person for _, person in keyed])


def pages_in_order(pages: Iterable[OwnPage]) -> tuple[OwnPage, ...]:
    """Own pages by weight, those without one last, then by id."""
    return tuple(sorted(pages, key=lambda page: (page.weight is None, page.weight or 0, page.id)))


def _by_key(papers: list[Paper], key: SortKey) -> list[Paper]:
    value = _FIELDS.get(key.field) or _rating(key.field)
    found = [(value(paper), paper) for paper in papers]
    valued = [(known, paper) for known, paper in found if known is not None]
    without = [paper for known, paper in found if known is None]
    valued.sort(key=lambda pair: pair[0], reverse=key.descending)
    return [paper for _, paper in valued] + without


def _rating(name: str) -> Callable[[Paper], Value | None]:
    def value(paper: Paper) -> Value | None:
        rating = paper.ratings.get(name)
        return None if rating is None else rating.value

    return value


def _citations(paper: Paper) -> Value | None:
    return None if paper.citations is None else paper.citations.count


def _venue(paper: Paper) -> Value | None:
    return sort_key(paper.imprint.venue) if paper.imprint.venue else None


_FIELDS: Final = MappingProxyType[str, Callable[[Paper], Value | None]](
    {
        "weight": lambda paper: paper.weight,
        "date": lambda paper: paper.date.key if paper.date else None,
        "citations": _citations,
        "title": lambda paper: sort_key(paper.title.source),
        "type": lambda paper: paper.type.value,
        "venue": _venue,
        "id": lambda paper: paper.id,
    }
)
