"""A paper as the site's own JSON has it: everything that its file says, in the words of the file format."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias

from profilegen.exports.cited import Cited
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Citations, Contributor, Paper, Rating, Version
from profilegen.values import Said, astuple, json_line

Json: TypeAlias = Mapping[str, object]


class _Author(Said, frozen=True):
    """An author, an editor or an advisor; `gap` stands for authors left out."""

    name: str = ""
    literal: bool = False
    given: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""
    id: str = ""
    orcid: str = ""
    page: str = ""
    affiliations: tuple[str, ...] = ()
    equal: bool = False
    corresponding: bool = False
    gap: bool = False


class _Record(Said, frozen=True):
    """A paper; from `venue` to `issn` the fields are those of its imprint."""

    id: str
    page: str
    title: str = ""
    title_source: str = ""
    authors: tuple[_Author, ...] = ()
    date: str = ""
    dates: Json | None = None
    type: str = ""
    status: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    venue: str = ""
    series: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    eid: str = ""
    publisher: str = ""
    institution: str = ""
    place: str = ""
    event: str = ""
    edition: str = ""
    chapter: str = ""
    isbn: str = ""
    issn: str = ""
    editors: tuple[_Author, ...] = ()
    advisors: tuple[_Author, ...] = ()
    language: str = ""
    license: str = ""
    citekey: str = ""
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    links: tuple[Json, ...] = ()
    version_of: str = ""
    versions: tuple[Json, ...] = ()
    related: tuple[Json, ...] = ()
    citations: Json | None = None
    ratings: Json | None = None
    awards: tuple[str, ...] = ()
    note: str = ""
    funding: tuple[Json, ...] = ()
    added: str = ""
    updated: str = ""
    extra: Json | None = None
    abstract: str = ""


_GAP: Final = _Author(gap=True)


def record_json(cited: Cited) -> str:
    """The paper as one line of JSON; what is not known is left out."""
    paper = cited.paper
    return json_line(_Record(*_head(cited), *astuple(paper.imprint), *_identified(cited), *_further(paper)))


def _head(cited: Cited) -> tuple[Any, ...]:
    """The fields before those of the imprint."""
    paper, entries = cited.paper, zip(cited.paper.byline.entries, cited.profiles, strict=True)
    return (
        paper.id,
        cited.page,
        cited.title,
        paper.title.source if paper.title.source != cited.title else "",
        tuple([_GAP if entry is None else _author(entry, profile) for entry, profile in entries]),
        iso(paper.date),
        {name: iso(date) for name, date in paper.dates.items()} if paper.dates else None,
        paper.type.value,
        paper.status.value if paper.status else "",
        paper.categories,
        paper.tags,
    )


def _identified(cited: Cited) -> tuple[Any, ...]:
    """Those from the editors to the versions."""
    paper = cited.paper
    return (
        tuple([_author(one, "") for one in paper.editors]),
        tuple([_author(one, "") for one in paper.advisors]),
        paper.language,
        paper.license,
        cited.key,
        paper.doi,
        paper.arxiv,
        paper.url,
        tuple([{"label": link.label, "url": link.url} for link in paper.links]),
        cited.main,
    )


def name_json(name: Name) -> dict[str, object]:
    """A name as printed, and its parts."""
    if name.literal:
        return {"name": name.full, "literal": True}
    parts = (("given", name.given), ("particle", name.particle), ("family", name.family), ("suffix", name.suffix))
    return {"name": name.full, **{key: part for key, part in parts if part}}


def number(value: Fraction) -> int | float:
    """A number as JSON has it: whole ones without a point."""
    return value.numerator if value.denominator == 1 else float(value)


def iso(date: PartialDate | None) -> str:
    """A date as precise as it is known, "" where it is not."""
    return date.iso if date else ""


def known(values: Mapping[str, object]) -> dict[str, object]:
    """The values that say something; zero and false do."""
    return {key: value for key, value in values.items() if value or isinstance(value, (int, float))}


def compact(value: object) -> str:
    """A value as JSON on one line."""
    return json_line(value)


def listed(pieces: Iterable[str]) -> str:
    """Pieces of JSON as a list, one a line."""
    inside = ",\n".join(pieces)
    return f"[\n{inside}\n]" if inside else "[]"


def _further(paper: Paper) -> tuple[Any, ...]:
    """Those of versions, numbers, honours, money and history, and the abstract."""
    return (
        tuple([_version(version) for version in paper.versions]),
        tuple([known(_plain(other, ("kind", "id", "doi", "url"))) for other in paper.related]),
        _citations(paper.citations) if paper.citations else None,
        {name: _rating(rating) for name, rating in paper.ratings.items()} if paper.ratings else None,
        paper.awards,
        paper.note.source,
        tuple([known({"funder": one.funder, "grant": one.grant}) for one in paper.funding]),
        iso(paper.added),
        iso(paper.updated),
        paper.extra or None,
        paper.abstract.source,
    )


def _version(version: Version) -> Json:
    return known({**_plain(version, ("kind", "doi", "arxiv", "url", "venue")), "date": iso(version.date)})


def _plain(value: object, names: Iterable[str]) -> Json:
    return {name: getattr(value, name) for name in names}


def _author(entry: Contributor, profile: str) -> _Author:
    name = entry.name
    if name.literal:
        return _Author(name.full, True, "", "", "", "", *_of_entry(entry, profile))
    return _Author(name.full, False, name.given, name.particle, name.family, name.suffix, *_of_entry(entry, profile))


def _of_entry(entry: Contributor, profile: str) -> tuple[str, str, str, tuple[str, ...], bool, bool]:
    return entry.id, entry.orcid, profile, entry.affiliations, entry.equal, entry.corresponding


def _citations(citations: Citations) -> Json:
    by_year = {str(year): count for year, count in citations.by_year}
    return known(
        {
            "count": citations.count,
            "source": citations.source,
            "as_of": iso(citations.as_of),
            "by_year": by_year,
        }
    )


def _rating(rating: Rating) -> Json:
    return known({"value": number(rating.value), "source": rating.source, "as_of": iso(rating.as_of)})
