"""A paper's file to the model's paper: the one way from the shorthands to the record."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Final

from profilegen.content import nodes
from profilegen.content.discover import Found
from profilegen.content.schema import paper as schema
from profilegen.content.schema.people import ContributorEntry
from profilegen.content.schema.refusals import did_you_mean
from profilegen.content.schema.values import FIELD_LENGTH, size_of
from profilegen.model.paper import (
    Byline,
    Citations,
    Contributor,
    Grant,
    Imprint,
    Link,
    Paper,
    PaperType,
    Rating,
    Related,
    Status,
    Version,
)
from profilegen.model.settings import RATINGS, Settings
from profilegen.model.text import NO_TEXT, Text
from profilegen.problems import Place, Problem, problem, quoted

PLACED: Final = ("title", "date", "dates", "doi", "arxiv", "category", "categories", "related", "versions", "ratings")
_IMPRINT: Final = attrgetter(*Imprint.__struct_fields__)


def to_paper(found: Found, node: nodes.Mapping, body: Text, file: schema.PaperFile) -> Paper:
    """The record of a paper's checked file; `node` gives the places, `body` the abstract of a Markdown file."""
    return Paper(
        id=found.id,
        file=found.shown,
        title=text_of(node, "title", file.title),
        byline=_byline(node, file.authors),
        date=file.date,
        dates={name: day for name, day in file.dates if day is not None},
        type=PaperType(file.type),
        status=Status(file.status) if file.status else None,
        categories=primary_first(file.category, file.categories),
        tags=without_repeats(file.tags + file.keywords),
        imprint=Imprint(*_IMPRINT(file)),
        editors=_contributors(node, "editors", file.editors),
        advisors=_contributors(node, "advisors", file.advisors),
        language=file.language,
        license=file.license,
        citekey=file.citekey,
        doi=file.doi,
        arxiv=file.arxiv,
        url=file.url,
        links=links_of(file.links),
        versions=tuple(Version(**dict(entry)) for entry in file.versions),
        related=tuple(Related(**dict(entry)) for entry in file.related),
        citations=_citations(file),
        ratings=_ratings(file),
        awards=file.awards,
        note=text_of(node, "note", file.note),
        funding=tuple(Grant(**dict(entry)) for entry in file.funding),
        weight=file.weight,
        draft=file.draft,
        sample=file.sample,
        added=file.added,
        updated=file.updated,
        old_urls=file.old_urls,
        accept=file.accept,
        extra=file.extra,
        abstract=body or text_of(node, "abstract", file.abstract),
        files=found.beside_names,
        places=places_of(node, PLACED),
    )


def text_of(node: nodes.Mapping, key: str, value: str) -> Text:
    """The text under `key` with its place: as it stands in the file where it is unchanged, else at its start."""
    if not value:
        return NO_TEXT
    entry = node.entries.get(key)
    held = None if entry is None else entry.value
    if not isinstance(held, nodes.Scalar):
        return Text(value)
    span = held.span if held.value == value else type(held.span)(held.place)
    return Text(value, span)


def links_of(links: Mapping[str, tuple[str, ...]]) -> tuple[Link, ...]:
    """Labelled addresses, one a link."""
    return tuple(Link(label, url) for label, urls in links.items() for url in urls)


def primary_first(category: str, categories: tuple[str, ...]) -> tuple[str, ...]:
    """All categories of a paper, each once."""
    return without_repeats(name for name in (category, *categories) if name)


def without_repeats(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in their order, each once."""
    return tuple(dict.fromkeys(texts))


def places_of(node: nodes.Mapping, keys: tuple[str, ...]) -> Mapping[str, Place]:
    """The places of the values of those of `keys` that the file has."""
    entries = node.entries
    return {key: entries[key].value.place for key in keys if key in entries}


def paper_problems(node: nodes.Mapping, body: Text, file: schema.PaperFile) -> Iterator[Problem]:
    """What only the whole of a good file shows."""
    yield from twice(node, body, "abstract", file.abstract)
    yield from _one_word_names(node, file.authors)
    if file.citations and file.citations.by_year and file.citations_by_year:
        at = _place(node, "citations_by_year")
        yield problem(
            "duplicate-key", at, "citations by year stand twice", "keep those under citations: {by_year: ...}"
        )


def rating_problems(paper: Paper, settings: Settings) -> Iterator[Problem]:
    """Ratings that the settings do not declare, or that lie beyond their scale."""
    for name, rating in paper.ratings.items():
        scale = settings.ratings.get(name)
        place = paper.place("ratings")
        if scale is None and name not in RATINGS:
            hint = did_you_mean(name, settings.ratings) or "declare it under ratings in profilegen.yaml"
            yield problem("unknown-key", place, f"unknown rating {quoted(name)}", hint)
        if scale is not None and not 0 <= rating.value <= scale.maximum:
            yield problem("bad-number", place, f"'{name}' lies outside 0 to {scale.maximum}")


def body_problems(body: Text) -> Iterator[Problem]:
    """A problem where the body is longer than a Markdown field may be."""
    size = size_of(body.source)
    if size > FIELD_LENGTH:
        reason = f"the text below the front matter has {size} bytes, and {FIELD_LENGTH} are the most"
        yield problem("too-long", body.span.start, reason, "link to the whole text instead")


def twice(node: nodes.Mapping, body: Text, key: str, value: str) -> Iterator[Problem]:
    """A problem where a Markdown file has both a body and the key that means the same."""
    if body and value:
        yield problem("duplicate-key", _place(node, key), f"'{key}' stands here and in the body", "keep one of them")


def _one_word_names(node: nodes.Mapping, entries: tuple[ContributorEntry, ...]) -> Iterator[Problem]:
    """`[Yoon, Sangwoong]` without quotes is two names of one word."""
    single = [_is_single_word(entry) for entry in entries]
    for index in range(len(entries) - 1):
        if single[index] and single[index + 1]:
            at = nodes.find(node, ("authors", index)).place
            # Neither name is repeated here: one of them may be part of a former name.
            message = "two authors of a single name each stand side by side"
            yield problem("one-word-names", at, message, 'did you write "Family, Given" without the quotes?')


def _is_single_word(entry: ContributorEntry) -> bool:
    name = entry.name
    if name is None or " " in name.full:
        return False
    return name.full.isascii() and not (entry.gap or entry.id or entry.orcid)


def _place(node: nodes.Mapping, key: str) -> Place:
    held = nodes.under(node, key)
    return held.place if held is not None else node.place


def _byline(node: nodes.Mapping, entries: tuple[ContributorEntry, ...]) -> Byline:
    contributors = _contributors_and_gaps(node, "authors", entries)
    return Byline(tuple(contributors))


def _contributors(node: nodes.Mapping, key: str, entries: tuple[ContributorEntry, ...]) -> tuple[Contributor, ...]:
    if not entries:
        return ()
    return tuple(entry for entry in _contributors_and_gaps(node, key, entries) if entry is not None)


def _contributors_and_gaps(
    node: nodes.Mapping, key: str, entries: tuple[ContributorEntry, ...]
) -> Iterator[Contributor | None]:
    held = nodes.under(node, key)
    items = held.items if isinstance(held, nodes.Sequence) else ()
    for item, entry in zip(items, entries, strict=True):
        yield None if entry.gap else _contributor(entry, item.place)


def _contributor(entry: ContributorEntry, place: Place) -> Contributor:
    return Contributor(
        name=entry.printed(),
        id=entry.id,
        orcid=entry.orcid,
        affiliations=entry.affiliations,
        equal=entry.equal,
        corresponding=entry.corresponding,
        place=place,
    )


def _citations(file: schema.PaperFile) -> Citations | None:
    entry = file.citations
    by_year = (entry.by_year if entry else None) or file.citations_by_year
    years = tuple(sorted(by_year.items())) if by_year else ()
    if entry is None:
        return Citations(None, by_year=years) if years else None
    return Citations(entry.count, entry.source, entry.as_of, years)


def _ratings(file: schema.PaperFile) -> Mapping[str, Rating]:
    ratings = {name: Rating(name, value) for name in RATINGS if (value := getattr(file, name)) is not None}
    for name, entry in file.ratings.items():
        ratings[name] = Rating(name, entry.value, entry.source, entry.as_of)
    return ratings
