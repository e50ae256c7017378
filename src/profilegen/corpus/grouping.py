"""Persons without a file: all that is printed under one name, or under one ORCID where a name has several."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from profilegen.corpus.corpus import Person
from profilegen.corpus.directory import Directory
from profilegen.model.names import Name
from profilegen.model.paper import Contributor
from profilegen.model.slugs import LENGTH, RESERVED, digest, slug
from profilegen.values import Struct

Entry: TypeAlias = tuple[str, int]
"""An entry of a byline: the paper's id and the entry's index."""

Identity: TypeAlias = tuple[str, str]
"""A folded name, and an ORCID where the name alone would make one of two persons."""

_DIGEST: Final = 9


class Grouped(Struct, frozen=True):
    """The persons without a file, and the id of each entry's."""

    people: tuple[Person, ...]
    credits: Mapping[Entry, str]


def grouped(entries: Mapping[Entry, Contributor], directory: Directory) -> Grouped:
    """These entries merged by their folded names, with ids that no author has.

    Neither the order of the entries nor other names have a part in an id, but where two names fold to one address:
    then both get a hash of their own, so that no address passes from one person to another.
    """
    folded = {
        full: directory.keys(name)[1] or full
        for full, name in {entry.name.full: entry.name for entry in entries.values()}.items()
    }
    several = _names_of_several(entries.values(), folded)
    printed: dict[Identity, list[Name]] = {}
    credited: dict[Entry, Identity] = {}
    for place, entry in entries.items():
        name = folded[entry.name.full]
        credited[place] = (name, entry.orcid if name in several else "")
        printed.setdefault(credited[place], []).append(entry.name)
    ids = _ids(sorted(printed), RESERVED.union(directory.persons.values()))
    people = tuple(_person(ids[identity], printed[identity]) for identity in sorted(printed))
    return Grouped(people, {place: ids[identity] for place, identity in credited.items()})


def spellings(printed: list[Name]) -> tuple[Name, ...]:
    """The names as printed, one for each spelling, the most frequent one first."""
    if len(printed) == 1:
        return tuple(printed)
    first: dict[str, Name] = {}
    for name in printed:
        held = first.setdefault(name.full, name)
        if held is not name and _parts(name) < _parts(held):
            first[name.full] = name
    if len(first) == 1:
        return tuple(first.values())
    counts = Counter(name.full for name in printed)
    return tuple(first[full] for full in sorted(first, key=lambda full: (-counts[full], full)))


def _parts(name: Name) -> tuple[bool, str, str, str, str]:
    return (not name.literal, name.family, name.given, name.particle, name.suffix)


def _names_of_several(entries: Iterable[Contributor], folded: Mapping[str, str]) -> frozenset[str]:
    """The folded names that stand with two different ORCIDs."""
    orcids: dict[str, set[str]] = {}
    for entry in entries:
        if entry.orcid:
            orcids.setdefault(folded[entry.name.full], set()).add(entry.orcid)
    return frozenset(name for name, found in orcids.items() if len(found) > 1)


def _person(person: str, printed: list[Name]) -> Person:
    names = spellings(printed)
    return Person(person, names[0], None, tuple(name.full for name in names), has_page=True)


def _ids(identities: list[Identity], taken: frozenset[str]) -> Mapping[Identity, str]:
    """An id for each identity: the slug of the folded name, with a hash where it would not be the only one."""
    bases = {name: slug(name) for name in dict.fromkeys(name for name, _ in identities)}
    uses = Counter(bases.values())
    ids: dict[Identity, str] = {}
    hashed: list[Identity] = []
    for identity in identities:
        name, orcid = identity
        if orcid or bases[name] in taken or uses[bases[name]] > 1:
            hashed.append(identity)
        else:
            ids[identity] = bases[name]
    used = {*ids.values(), *taken}
    for name, orcid in hashed:
        ids[name, orcid] = _hashed(bases[name], orcid or name, used)
        used.add(ids[name, orcid])
    return ids


def _hashed(base: str, text: str, used: set[str]) -> str:
    """`base` with a hash of `text`, hashed again until nobody else has it."""
    stem = base[: LENGTH - _DIGEST].rstrip("-.")
    mark = digest(text)
    while f"{stem}-{mark}" in used:
        mark = digest(text + mark)
    return f"{stem}-{mark}"
