"""Names of people and groups: as printed, in parts, and as they compare."""

import re
from dataclasses import dataclass
from typing import Final, Self

from profilegen.model.folding import folded_key, same_key

PARTICLES: Final = frozenset(
    "af al ap auf aus ben bin da dal dalla de degli dei del dela della den der des di do dos du el la las le lo los "
    "ibn ter ten 't te tot und van vande vander vom von zu zum zur y".split()
)
"""Words between given and family name that belong to the family name, written in lower case."""

SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words after a name that are part of neither."""

_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is printed (`full`) and, for people, its parts; a group (`literal`) has none.

    `family` is without its `particle`. A name of one word is a family name.
    """

    full: str
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: bool = False

    @classmethod
    def group(cls, text: str) -> Self:
        """The name of a consortium or another body, never split."""
        return cls(full=text, family=text, literal=True)

    @classmethod
    def of_parts(cls, family: str, given: str = "", particle: str = "", suffix: str = "") -> Self:
        """A person's name from its parts, printed in the order given, particle, family, suffix."""
        full = " ".join(part for part in (given, particle, family, suffix) if part)
        return cls(full, family, given, particle, suffix)

    @classmethod
    def parse(cls, text: str) -> Self:
        """A person's name from `Given Family`, `Family, Given` or `Family, Jr., Given`; ValueError where it is none."""
        words = " ".join(text.split())
        parts = [part.strip() for part in words.split(",")]
        if not words or not all(parts):
            raise ValueError('a name is written Given Family, or "Family, Given"')
        match parts:
            case [plain]:
                return cls._from_plain(plain)
            case [family, suffix] if suffix.casefold() in SUFFIXES:
                return cls._from_plain(f"{family} {suffix}")
            case [family, given]:
                return cls._from_inverted(family, given)
            case [family, suffix, given] if suffix.casefold() in SUFFIXES:
                return cls._from_inverted(family, given, suffix)
            case [family, given, suffix] if suffix.casefold() in SUFFIXES:
                return cls._from_inverted(family, given, suffix)
        raise ValueError('a name has one comma at most, as in "Family, Given": write one list item an author')

    @classmethod
    def _from_plain(cls, text: str) -> Self:
        words = text.split(" ")
        suffix = words.pop() if len(words) > 1 and words[-1].casefold() in SUFFIXES else ""
        start = len(words) - 1
        while start > 1 and words[start - 1] in PARTICLES:
            start -= 1
        *particles, family = words[start:]
        return cls(text, family, " ".join(words[:start]), " ".join(particles), suffix)

    @classmethod
    def _from_inverted(cls, family: str, given: str, suffix: str = "") -> Self:
        words = family.split(" ")
        start = 0
        while start < len(words) - 1 and words[start] in PARTICLES:
            start += 1
        return cls.of_parts(" ".join(words[start:]), given, " ".join(words[:start]), suffix)

    @property
    def inverted(self) -> str:
        """As a bibliography sorts it: `Family, Given`; the name itself where it has one part."""
        family = " ".join(part for part in (self.particle, self.family) if part)
        return ", ".join(part for part in (family, self.suffix, self.given) if part)

    @property
    def sort_text(self) -> str:
        """What an index sorts by: the family name without its particle, then the rest."""
        return " ".join(part for part in (self.family, self.given, self.particle, self.suffix) if part)

    @property
    def key(self) -> str:
        """Equal for the same name (see folding)."""
        return same_key(self.full)

    @property
    def folded(self) -> str:
        """Equal for names that differ in diacritics at most."""
        return folded_key(self.full)

    @property
    def initials(self) -> str:
        """One or two letters that stand for the name where there is no photo."""
        if self.literal or _CJK.match(self.full):
            return self.full[:1].upper()
        return (self.given[:1] + self.family[:1]).upper()


def spells_nearly(one: str, other: str) -> bool:
    """Whether two folded names are likely spellings of one person's: initials for given names, or one letter off."""
    mine, theirs = _words(one), _words(other)
    if one == other or not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    return _initials_fit(mine[:-1], theirs[:-1])


def _words(folded: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s.]+", folded) if word)


def _initials_fit(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Each given name of the shorter list is the other's, or its initial; middle names may be missing."""
    if not mine or not theirs:
        return False
    fewer, more = sorted((mine, theirs), key=len)
    return _compatible(fewer[0], more[0]) and all(any(_compatible(a, b) for b in more[1:]) for a in fewer[1:])


def _compatible(one: str, other: str) -> bool:
    short, long = sorted((one.replace("-", ""), other.replace("-", "")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))
