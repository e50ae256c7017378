"""Persons without a file: all that is printed under one name, or under one ORCID where a name has several."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from profilegen.corpus.corpus import Person
from profilegen.corpus.directory import Directory
from profilegen.model.names import Name
from profilegen.model.paper import Contributor
from profilegen.model.slugs import LENGTH, RESERVED, digest, slug
from profilegen.values import Struct

Printed: TypeAlias = tuple[str, str]
"""What an entry of a byline prints: the name, and the ORCID where it states one."""

Use: TypeAlias = tuple[Name, int]
"""A name as printed, and how often it is."""

Identity: TypeAlias = tuple[str, str]
"""A folded name, and an ORCID where the name alone would make one of two persons."""

_DIGEST: Final = 9


class Grouped(Struct, frozen=True):
    """The persons without a file, and the id of each one's by what is printed."""

    people: tuple[Person, ...]
    ids: Mapping[Printed, str]


def grouped(entries: Iterable[Contributor], directory: Directory) -> Grouped:
    """These entries merged by their folded names, with ids that no author has.

    Neither the order of the entries nor other names have a part in an id, but where two names fold to one address:
    then both get a hash of their own, so that no address passes from one person to another.
    """
    uses = _uses(entries)
    keys = directory.all_keys({full: name for (full, _), (name, _) in uses.items()})
    folded = {full: name or full for full, (_, name) in keys.items()}
    several = _names_of_several(uses, folded)
    printed: dict[Identity, list[Printed]] = {}
    for one in uses:
        name = folded[one[0]]
        printed.setdefault((name, one[1] if name in several else ""), []).append(one)
    ids = _ids(printed, RESERVED.union(directory.persons.values()))
    people = tuple([_person(ids[identity], [uses[one] for one in ones]) for identity, ones in printed.items()])
    return Grouped(people, {one: ids[identity] for identity, ones in printed.items() for one in ones})


def spellings(printed: Iterable[Name]) -> tuple[Name, ...]:
    """The names as printed, one for each spelling, the most frequent one first."""
    return _spellings([(name, 1) for name in printed])


def _uses(entries: Iterable[Contributor]) -> Mapping[Printed, Use]:
    """How often each name is printed with which ORCID."""
    names: dict[Printed, Name] = {}
    counts: dict[Printed, int] = {}
    for entry in entries:
        name = entry.name
        one = (name.full, entry.orcid)
        held = names.get(one)
        if held is None:
            names[one], counts[one] = name, 1
        else:
            counts[one] += 1
            if held != name:
                names[one] = min(held, name, key=_parts)
    return {one: (name, counts[one]) for one, name in names.items()}


def _spellings(uses: Sequence[Use]) -> tuple[Name, ...]:
    if len(uses) == 1:
        return (uses[0][0],)
    names: dict[str, Name] = {}
    counts: Counter[str] = Counter()
    for name, times in uses:
        held = names.setdefault(name.full, name)
        if held != name:
            names[name.full] = min(held, name, key=_parts)
        counts[name.full] += times
    return tuple([names[full] for full in sorted(names, key=lambda full: (-counts[full], full))])


def _parts(name: Name) -> tuple[bool, str, str, str, str]:
    return (not name.literal, name.family, name.given, name.particle, name.suffix)


def _names_of_several(printed: Iterable[Printed], folded: Mapping[str, str]) -> frozenset[str]:
    """The folded names that stand with two different ORCIDs."""
    orcids: dict[str, set[str]] = {}
    for full, orcid in printed:
        if orcid:
            orcids.setdefault(folded[full], set()).add(orcid)
    return frozenset(name for name, found in orcids.items() if len(found) > 1)


def _person(person: str, uses: Sequence[Use]) -> Person:
    names = _spellings(uses)
    return Person(person, names[0], None, tuple([name.full for name in names]), has_page=True)


def _ids(identities: Iterable[Identity], taken: frozenset[str]) -> Mapping[Identity, str]:
    """An id for each identity: the slug of the folded name, with a hash where it would not be the only one."""
    bases = {name: slug(name) for name, _ in identities}
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
    for name, orcid in sorted(hashed):
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
