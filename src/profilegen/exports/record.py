"""A paper as the site's own JSON has it: everything that its file says, in the words of the file format."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from profilegen.exports.cited import Cited
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Citations, Contributor, Imprint, Paper, Rating
from profilegen.values import fields, json_line

Json: TypeAlias = Mapping[str, object]

IMPRINT: Final = tuple(field.name for field in fields(Imprint))


def record_json(cited: Cited) -> str:
    """The paper as one line of JSON."""
    return compact(record(cited))


def record(cited: Cited) -> Json:
    """The paper as JSON has it; what is not known is left out."""
    paper = cited.paper
    return known(
        {
            "id": paper.id,
            "page": cited.page,
            "title": cited.title,
            "title_source": paper.title.source if paper.title.source != cited.title else "",
            "authors": [
                {"gap": True} if entry is None else _author(entry, profile)
                for entry, profile in zip(paper.byline.entries, cited.profiles, strict=True)
            ],
            "date": iso(paper.date),
            "dates": {name: iso(date) for name, date in paper.dates.items()},
            "type": paper.type.value,
            "status": paper.status.value if paper.status else "",
            "categories": list(paper.categories),
            "tags": list(paper.tags),
            **{name: getattr(paper.imprint, name) for name in IMPRINT},
            "editors": [_author(one, "") for one in paper.editors],
            "advisors": [_author(one, "") for one in paper.advisors],
            "language": paper.language,
            "license": paper.license,
            "citekey": cited.key,
            "doi": paper.doi,
            "arxiv": paper.arxiv,
            "url": paper.url,
            "links": [{"label": link.label, "url": link.url} for link in paper.links],
            "version_of": cited.main,
            **_further(paper),
            "abstract": paper.abstract.source,
        }
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


def _further(paper: Paper) -> Mapping[str, object]:
    """Numbers, history, honours, money."""
    return {
        "versions": [
            known({**_plain(version, ("kind", "doi", "arxiv", "url", "venue")), "date": iso(version.date)})
            for version in paper.versions
        ],
        "related": [known(_plain(other, ("kind", "id", "doi", "url"))) for other in paper.related],
        "citations": _citations(paper.citations) if paper.citations else None,
        "ratings": {name: _rating(rating) for name, rating in paper.ratings.items()},
        "awards": list(paper.awards),
        "note": paper.note.source,
        "funding": [known({"funder": one.funder, "grant": one.grant}) for one in paper.funding],
        "added": iso(paper.added),
        "updated": iso(paper.updated),
        "extra": paper.extra,
    }


def _plain(value: object, names: Iterable[str]) -> Json:
    return {name: getattr(value, name) for name in names}


def _author(entry: Contributor, profile: str) -> Json:
    said = name_json(entry.name)
    # Of most nothing is known but the name, and nothing is made more often.
    for key, value in (
        ("id", entry.id),
        ("orcid", entry.orcid),
        ("page", profile),
        ("affiliations", entry.affiliations),
    ):
        if value:
            said[key] = value
    if entry.equal:
        said["equal"] = True
    if entry.corresponding:
        said["corresponding"] = True
    return said


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
