"""Names of people and groups: as printed, in parts, and as they compare."""

import re
from typing import Final, Self

from profilegen.model.folding import folded_key, same_key
from profilegen.values import Struct

PARTICLES: Final = frozenset(
    "aan af al am ap auf aus ben bin bint da dal dalla dalle das de degli dei del dela della delle dello den der "
    "des di do dos du el ibn in la las le lo los op 's 't te ten ter tot uit und van vande vander vom von zu zum "
    "zur".split()
)
"""Words between given and family name that belong to the family name, written in lower case.

Right behind such a one they belong to it with a capital too: Jean de La Fontaine.
"""

JOINERS: Final = frozenset({"e", "i", "y"})
"""Words that join two family names, as in Ramón y Cajal, written in lower case."""

_GENERATIONS: Final = frozenset({"jr", "jr.", "sr", "sr.", "2nd", "3rd", "4th"})
_NUMERALS: Final = frozenset({"II", "III", "IV"})
_DEGREES: Final = frozenset({"phd", "ph.d", "ph.d.", "msc", "m.sc", "m.sc.", "dphil", "d.phil."})
"""What stands behind a name and is no part of it; M.D. and the like may be initials."""
_BODIES: Final = frozenset({"collaboration", "consortium"})
"""The last word of a group's name, and of nobody's."""
_AT_THE_END: Final = _GENERATIONS | _DEGREES | _BODIES
_BETWEEN_NAMES: Final = frozenset({"and", "&"})

_CJK: Final = re.compile(
    r"[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff ]+"
)
_FIRST_CJK: Final = "\u3005"
_BEFORE_FAMILY: Final = PARTICLES | JOINERS
_LONG: Final = 7
"""A family name of this many letters is long enough that one letter more or two swapped look like a slip."""


class Name(Struct, frozen=True, array_like=True):
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
        plain = " ".join(text.split())
        return cls(full=plain, family=plain, literal=True)

    @classmethod
    def of_parts(cls, family: str, given: str = "", particle: str = "", suffix: str = "") -> Self:
        """A person's name from its parts, printed in the order given, particle, family, suffix.

        A name in Chinese, Japanese or Korean script is printed family name first, without a space.
        """
        family, given, particle, suffix = (" ".join(part.split()) for part in (family, given, particle, suffix))
        if not family:
            family, given = given, ""
        if _CJK.fullmatch(family + given) and not particle and not suffix:
            return cls(family + given, family, given)
        full = " ".join(part for part in (given, particle, family, suffix) if part)
        return cls(full, family, given, particle, suffix)

    @classmethod
    def parse(cls, text: str) -> Self:
        """A name from `Given Family`, `Family, Given`, `Family, Jr., Given` or `X Collaboration`, a group's.

        ValueError where it is none.
        """
        words = text.split()
        if "," not in text and _is_simple(words):
            return cls(" ".join(words), words[-1], " ".join(words[:-1]))
        _check_one(text)
        parts = [" ".join(part.split()) for part in text.split(",")]
        if not all(parts) or not any(map(str.isalpha, text)):
            raise ValueError('a name is written Given Family, or "Family, Given"')
        match parts:
            case [plain]:
                return cls._from_plain(plain)
            case [family, suffix] if _is_suffix(suffix):
                return cls._from_plain(f"{family} {suffix}")
            case [family, given]:
                return cls._from_inverted(family, given)
            case [family, suffix, given] if _is_suffix(suffix):
                return cls._from_inverted(family, given, suffix)
            case [family, given, suffix] if _is_suffix(suffix):
                return cls._from_inverted(family, given, suffix)
        raise ValueError('a name has one comma at most, as in "Family, Given": write one list item an author')

    @classmethod
    def _from_plain(cls, text: str) -> Self:
        words = text.split(" ")
        if len(words) > 1 and _CJK.fullmatch(text):
            return cls(text, words[0], " ".join(words[1:]))
        if len(words) > 1 and words[-1].casefold() in _BODIES:
            return cls.group(text)
        suffix = words.pop() if len(words) > 1 and _is_suffix(words[-1]) else ""
        start = _family_start(words)
        particles = _leading_particles(words[start:])
        family = words[start + particles :]
        return cls(text, " ".join(family), " ".join(words[:start]), " ".join(words[start : start + particles]), suffix)

    @classmethod
    def _from_inverted(cls, family: str, given: str, suffix: str = "") -> Self:
        words, givens = family.split(" "), given.split(" ")
        if not suffix and len(words) > 1 and _is_suffix(words[-1]):
            suffix = words.pop()
        late = len(givens)
        while late > 1 and _is_particle(givens[late - 1]):
            late -= 1
        words = givens[late:] + words
        start = _leading_particles(words)
        return cls.of_parts(" ".join(words[start:]), " ".join(givens[:late]), " ".join(words[:start]), suffix)

    @property
    def inverted(self) -> str:
        """As a bibliography sorts it: `Family, Given`; the name itself where it has one part."""
        family = " ".join(part for part in (self.particle, self.family) if part)
        return ", ".join(part for part in (family, self.suffix, self.given) if part)

    @property
    def sort_text(self) -> str:
        """What an index sorts by: the family name without its particle, then the rest."""
        if self.family and self.given and not (self.particle or self.suffix):
            return f"{self.family} {self.given}"
        return " ".join(part for part in (self.family, self.given, self.particle, self.suffix) if part)

    @property
    def key(self) -> str:
        """Equal for the same name (see folding)."""
        return _closed(same_key(self.full))

    @property
    def folded(self) -> str:
        """Equal for names that differ in diacritics at most."""
        return _closed(folded_key(self.full))

    @property
    def initials(self) -> str:
        """One or two letters that stand for the name where there is no photo."""
        if self.literal or _CJK.fullmatch(self.full):
            return self.full[:1].upper()
        return (_first_letter(self.given) + _first_letter(self.family)).upper()


def _is_simple(words: list[str]) -> bool:
    """Whether the last of these words is the family name and all others are given names, as in most names there are."""
    return (
        len(words) > 1
        and words[-1][0].isalpha()
        and words[0][0] < _FIRST_CJK
        and words[-2] not in _BEFORE_FAMILY
        and "’" not in words[-2]
        and words[-1] not in _NUMERALS
        and words[-1].casefold() not in _AT_THE_END
        and (len(words) == 2 or (words[-3] not in PARTICLES and _BETWEEN_NAMES.isdisjoint(words)))  # noqa: PLR2004 - two
    )


def _check_one(text: str) -> None:
    """ValueError where the text is more than the name of one person, or of one group."""
    words = text.casefold().replace(",", " ").split()
    if not _DEGREES.isdisjoint(words):
        degree = next(word for word in text.replace(",", " ").split() if word.casefold() in _DEGREES)
        raise ValueError(f"a degree is no part of a name: leave out {degree}")
    if not _BETWEEN_NAMES.isdisjoint(words[1:-1]) and words[-1] not in _BODIES:
        raise ValueError("these are two names, or a group's: write one list item an author, a group as {literal: ...}")


def _is_suffix(word: str) -> bool:
    # Ii and Iv are family names.
    return word in _NUMERALS or word.casefold() in _GENERATIONS


def _is_particle(word: str) -> bool:
    return word.replace("’", "'") in PARTICLES


def _leading_particles(words: list[str]) -> int:
    """How many of a family name's words are particles; its last word never is."""
    return next((at for at, word in enumerate(words[:-1]) if not _is_particle(word)), len(words) - 1)


def _family_start(words: list[str]) -> int:
    """Where the family name begins, its particles included. One word is left for the given name, unless `van Gogh`."""
    start = len(words) - 1
    if start > 1 and words[start - 1] in JOINERS:
        start -= 2
    capital = words[-1][:1].isupper()
    while (start > 1 or (start == 1 and capital)) and _is_particle_at(start - 1, words):
        start -= 1
    return start


def _is_particle_at(at: int, words: list[str]) -> bool:
    return _is_particle(words[at]) or (at > 0 and _is_particle(words[at - 1]) and _is_particle(words[at].lower()))


def _first_letter(text: str) -> str:
    return next((character for character in text if character.isalpha()), "")


def _closed(key: str) -> str:
    """Names in Chinese, Japanese and Korean script are the same with and without a space."""
    return key.replace(" ", "") if not key.isascii() and _CJK.fullmatch(key) else key


def spells_nearly(one: str, other: str) -> bool:
    """Whether two folded names are likely spellings of one person's.

    Initials stand for given names, middle names and a suffix are left out, given names are hyphenated or not, or a
    long family name has one letter more or two swapped inside it. Other letters than those are other people: Wei
    Wang is not Wen Wang, nor Schmid Schmidt.
    """
    mine, my_suffix = _words(one)
    theirs, their_suffix = _words(other)
    if one == other or min(len(mine), len(theirs)) < 2:  # noqa: PLR2004 - a given and a family name
        return False
    if my_suffix and their_suffix and my_suffix != their_suffix:
        return False
    if mine[-1] != theirs[-1]:
        return mine[:-1] == theirs[:-1] and len(mine[0]) > 1 and _slipped(mine[-1], theirs[-1])
    return _given_fit(mine[:-1], theirs[:-1])


def _words(folded: str) -> tuple[tuple[str, ...], str]:
    """The words of a folded name without its suffix, and the suffix. Two words are a given and a family name."""
    words = tuple(word for word in re.split(r"[\s.,]+", folded.replace(".-", "-")) if word.strip("-"))
    if len(words) > 2 and (words[-1] in _GENERATIONS or words[-1].upper() in _NUMERALS):  # noqa: PLR2004 - two words
        return words[:-1], words[-1]
    return words, ""


def _given_fit(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the fewer given names are the others or their initials, in order, from the first one on."""
    fewer, more = sorted((mine, theirs), key=len)
    rest = iter(more[1:])
    if _compatible(fewer[0], more[0]) and all(any(_compatible(a, b) for b in rest) for a in fewer[1:]):
        return True
    pieces, others = _pieces(mine), _pieces(theirs)
    return "".join(pieces) == "".join(others) or (len(pieces) == len(others) and all(map(_compatible, pieces, others)))


def _pieces(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(piece for word in words for piece in word.split("-") if piece)


def _compatible(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _slipped(one: str, other: str) -> bool:
    """Whether one letter was missed or two were swapped, neither the first nor the last, in long words."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or short[0] != long[0] or short[-1] != long[-1]:
        return False
    at = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return False
    if len(long) == len(short):
        return short[:at] + short[at + 1] + short[at] + short[at + 2 :] == long
    return long[:at] + long[at + 1 :] == short
