"""A person as the site's own JSON has them: the record, and the numbers with their coverage."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from profilegen.exports.record import Json, compact, iso, known, listed, name_json, number
from profilegen.model.author import Affiliation, Author, Reported
from profilegen.model.names import Name
from profilegen.values import Said, Struct

FORMAT: Final = "profilegen/1"
"""The name and version of the notation; within a version fields are only added."""


class Definition(Struct, frozen=True):
    """What a number means, and who defined it."""

    name: str
    label: str
    meaning: str
    source: str
    format: str


class Number(Struct, frozen=True):
    """A person's number: `value` as shown, `computed` over `known` of `of` papers; `core` are the papers behind it."""

    name: str
    value: Fraction | None
    computed: Fraction | None
    text: str
    known: int
    of: int
    core: tuple[str, ...]
    reported: Reported | None


class Profile(Struct, frozen=True):
    """A person with a page: `author` is None for one grouped by name; `papers` are ids in the order shown."""

    id: str
    name: Name
    page: str
    author: Author | None
    papers: tuple[str, ...]
    numbers: tuple[Number, ...] = ()


class SiteHead(Struct, frozen=True):
    """What a file says of the site it is from, and of its numbers; "" where it is not known."""

    title: str
    url: str
    description: str
    language: str
    license: str
    as_of: str


class _Grouped(Said, frozen=True):
    """A person who is known from bylines alone; the last three are always said."""

    id: str
    name: str
    literal: bool = False
    given: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""
    page: str | None = None
    grouped: bool | None = None
    papers: tuple[str, ...] | None = None


def opening(head: SiteHead, definitions: Iterable[Definition]) -> str:
    """What a file says before its people and papers, the pieces that `person_json` and `record_json` make."""
    about = {"title": head.title, "url": head.url, "description": head.description, "language": head.language}
    site = known({**about, "license": head.license, "as_of": head.as_of})
    defined = [compact(known({**_fields(one), "format": one.format})) for one in definitions]
    return f'{{"format":{compact(FORMAT)},\n"site":{compact(site)},\n"metrics":{listed(defined)},\n'


def person_json(profile: Profile) -> str:
    """The person as one line of JSON."""
    if profile.author is None:
        return compact(_grouped(profile))
    said = {"id": profile.id, **name_json(profile.name), "page": profile.page, **known(_author(profile.author))}
    metrics = {one.name: _number(one) for one in profile.numbers if one.text or one.reported}
    return compact({**said, "papers": profile.papers, **({"metrics": metrics} if metrics else {})})


def _grouped(profile: Profile) -> _Grouped:
    name = profile.name
    parts = ("", "", "", "") if name.literal else (name.given, name.particle, name.family, name.suffix)
    return _Grouped(profile.id, name.full, name.literal, *parts, profile.page, True, profile.papers)


def _fields(definition: Definition) -> Json:
    return {
        "name": definition.name,
        "label": definition.label,
        "meaning": definition.meaning,
        "source": definition.source,
    }


def _author(author: Author) -> Json:
    return {
        "native_name": author.native_name,
        "other_names": [name.full for name in author.other_names],
        "orcid": author.orcid,
        "position": author.position,
        "affiliations": [_affiliation(entry) for entry in author.affiliations],
        "email": author.email,
        "photo": author.photo,
        "links": [{"label": link.label, "url": link.url} for link in author.links],
        "interests": list(author.interests),
        "group": author.group,
        "from": iso(author.start),
        "to": iso(author.end),
        "died": iso(author.died),
        "selected": list(author.selected),
        "biography": author.biography.source,
        "extra": author.extra,
    }


def _affiliation(entry: Affiliation) -> Json:
    return known(
        {
            "name": entry.name,
            "ror": entry.ror,
            "url": entry.url,
            "from": iso(entry.start),
            "to": iso(entry.end),
        }
    )


def _number(one: Number) -> Json:
    return known(
        {
            "value": None if one.value is None else number(one.value),
            "computed": None if one.computed is None else number(one.computed),
            "text": one.text,
            "known": one.known,
            "of": one.of,
            "papers": list(one.core),
            "reported": _reported(one.reported) if one.reported else None,
        }
    )


def _reported(reported: Reported) -> Json:
    said = {"source": reported.source, "url": reported.url, "as_of": iso(reported.as_of)}
    return known({"value": number(reported.value), **said})
