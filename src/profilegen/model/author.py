"""An author: one record, with everything that its file says of a person or a group."""

from collections.abc import Mapping
from fractions import Fraction

from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Link
from profilegen.model.text import NO_TEXT, Text
from profilegen.problems import Place
from profilegen.values import Apart, Struct, field


class Affiliation(Struct, frozen=True):
    """Where an author works or worked; `ror` is the organisation's ROR id without its resolver."""

    name: str
    ror: str = ""
    url: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None


class Reported(Apart, frozen=True):
    """A number that somebody else computed, shown in place of ours: who says so, and as of when."""

    value: Fraction
    source: str
    url: str = ""
    as_of: PartialDate | None = None
    place: Place = Place("")

    APART = frozenset({"place"})


class Author(Apart, frozen=True, kw_only=True, omit_defaults=True):
    """One person or group. `former_names` link papers and are never printed, anywhere.

    `places` holds the places of those values that checks across records speak of, by key.
    """

    id: str
    file: str
    name: Name
    native_name: str = ""
    other_names: tuple[Name, ...] = ()
    former_names: tuple[Name, ...] = ()
    orcid: str = ""
    position: str = ""
    affiliations: tuple[Affiliation, ...] = ()
    email: str = ""
    photo: str = ""
    links: tuple[Link, ...] = ()
    interests: tuple[str, ...] = ()
    group: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    died: PartialDate | None = None
    selected: tuple[str, ...] = ()
    reported: Mapping[str, Reported] = field(default_factory=dict)
    weight: Fraction | None = None
    profile: bool = True
    draft: bool = False
    old_urls: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    biography: Text = NO_TEXT
    files: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    APART = frozenset({"places"})

    def place(self, key: str) -> Place:
        """Where the value of `key` stands; the start of the file where that is not kept."""
        return self.places.get(key, Place(self.file))
