"""What a source says of a paper, in the keys of a paper's file."""

from collections.abc import Mapping

from profilegen.content.nodes import Plain
from profilegen.problems import Place, Problem
from profilegen.values import Struct, field

Fields = Mapping[str, Plain]


def lacking(fields: Fields) -> str:
    """What a paper needs and the fields do not say: `title`, `author`, or "" where both are there."""
    return next((key.removesuffix("s") for key in ("title", "authors") if not fields.get(key)), "")


class Candidate(Struct, frozen=True):
    """One paper found elsewhere. `fields` are those of a paper's file, `place` is where the source speaks of it.

    `key` is what the source calls it; `selected` that the source puts it first; `old_url` where it stood; `files` the
    files that belong to it, as the source names them.
    """

    fields: Fields
    place: Place
    key: str = ""
    selected: bool = False
    files: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """The papers that a source has, in its order, and what is wrong with it."""

    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    person: Mapping[str, Plain] = field(default_factory=dict)
    """What the source says of the person whose papers they are, in the keys of an author's file."""

    def __add__(self, other: "Reading") -> "Reading":
        person = {**other.person, **self.person}
        return Reading(self.candidates + other.candidates, self.problems + other.problems, person)
