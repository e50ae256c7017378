"""Names of people and groups the way BibTeX takes them apart: `von Last, Jr, First`."""

import re
from collections.abc import Iterable
from typing import Final

from profilegen.exports.tex import escaped, one_line
from profilegen.model.names import Name

OTHERS: Final = "others"
"""What stands for the rest of a list of names."""

_AND: Final = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)


def names(people: Iterable[Name], *, others: bool = False) -> str:
    """The names as a list; `others` says that more follow. "" for nobody."""
    listed = [name(person) for person in people]
    return " and ".join([*listed, OTHERS] if others and listed else listed)


def name(person: Name) -> str:
    """One name: a person's in parts, a group's in braces, so that nothing takes it apart."""
    family = _family(person)
    if person.literal or (person.suffix and not person.given):
        return f"{{{escaped(one_line(person.full))}}}"
    last = " ".join(part for part in (_part(person.particle), family) if part)
    return ", ".join(part for part in (last, _part(person.suffix), _part(person.given)) if part)


def _family(person: Name) -> str:
    """The family name, in braces where BibTeX would take its first words for a particle or a given name."""
    if person.family.isalpha() and person.family != OTHERS:
        return _part(person.family)
    words = person.family.split()
    alone = not person.given and len(words) > 1
    if alone or any(word[0].islower() for word in words[:-1]) or words == [OTHERS]:
        return f"{{{escaped(one_line(person.family))}}}"
    return _part(person.family)


def _part(text: str) -> str:
    """A part of a name, in braces where it holds a sign that means something between names."""
    # Most are one word of letters, or not there.
    if (text.isalpha() and text.lower() != "and") or not text:
        return text
    plain = one_line(text)
    tex = escaped(plain)
    return f"{{{tex}}}" if tex != plain or "," in plain or _AND.search(plain) else tex
