"""A paper: one record, with everything that its file says of it."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.text import NO_TEXT, Text
from profilegen.problems import Place
from profilegen.values import Apart, Struct, field


class PaperType(StrEnum):
    """What kind of publication a paper is."""

    ARTICLE = "article"
    CONFERENCE = "conference"
    PREPRINT = "preprint"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS_PHD = "thesis-phd"
    THESIS_MASTER = "thesis-master"
    REPORT = "report"
    SOFTWARE = "software"
    DATASET = "dataset"
    TALK = "talk"
    POSTER = "poster"
    PATENT = "patent"
    OTHER = "other"


class Status(StrEnum):
    """How far a paper has come; a retracted or withdrawn one counts in no metric."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


class Contributor(Apart, frozen=True, array_like=True):
    """One name in a byline, as this paper prints it, with what the paper says of it."""

    name: Name
    id: str = ""
    orcid: str = ""
    affiliations: tuple[str, ...] = ()
    equal: bool = False
    corresponding: bool = False
    place: Place = Place("")

    APART = frozenset({"place"})


class Byline(Struct, frozen=True, array_like=True):
    """The ordered authors of a paper; None stands for authors left out (`...`)."""

    entries: tuple[Contributor | None, ...]

    @property
    def complete(self) -> bool:
        """Whether nobody is left out."""
        # `None in` would ask each entry whether it is equal.
        return len(self.authors) == len(self.entries)

    @property
    def authors(self) -> tuple[Contributor, ...]:
        """The authors that are named, in order."""
        return tuple([entry for entry in self.entries if entry is not None])

    @property
    def placed(self) -> tuple[Contributor, ...]:
        """The authors whose place is known: those before the first one left out."""
        named = self.authors
        return named if len(named) == len(self.entries) else named[: self.entries.index(None)]


class Citations(Struct, frozen=True, array_like=True):
    """How often a paper was cited: `count` >= 0 or None where only years are known, by whom counted, and when."""

    count: int | None
    source: str = ""
    as_of: PartialDate | None = None
    by_year: tuple[tuple[int, int], ...] = ()


class Rating(Struct, frozen=True, array_like=True):
    """A number that somebody gave a paper, on its name's scale (`score` and `ai_score` 0-100, `novelty` 0-1)."""

    name: str
    value: Fraction
    source: str = ""
    as_of: PartialDate | None = None


class Link(Struct, frozen=True, array_like=True):
    """A labelled address."""

    label: str
    url: str


class Version(Struct, frozen=True, array_like=True):
    """Another form in which the same paper appeared: a preprint, the published article."""

    kind: str
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    date: PartialDate | None = None
    venue: str = ""


class Related(Struct, frozen=True, array_like=True):
    """Another work that belongs to the paper: an erratum, a retraction, software, a translation."""

    kind: str
    id: str = ""
    doi: str = ""
    url: str = ""


class Grant(Struct, frozen=True, array_like=True):
    """Who paid, and under which number."""

    funder: str
    grant: str = ""


class Imprint(Struct, frozen=True, omit_defaults=True):
    """Where and how a paper appeared, in the fields of BibTeX and CSL; "" where it is not known."""

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


class Paper(Apart, frozen=True, kw_only=True, omit_defaults=True):
    """One paper. `file` is its file's path below the site's root, `id` the file's name without the ending.

    `places` holds the places of those values that checks across records speak of, by key.
    """

    id: str
    file: str
    title: Text
    byline: Byline
    date: PartialDate | None = None
    dates: Mapping[str, PartialDate] = field(default_factory=dict)
    type: PaperType = PaperType.ARTICLE
    status: Status | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    imprint: Imprint = Imprint()
    editors: tuple[Contributor, ...] = ()
    advisors: tuple[Contributor, ...] = ()
    language: str = ""
    license: str = ""
    citekey: str = ""
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    versions: tuple[Version, ...] = ()
    related: tuple[Related, ...] = ()
    citations: Citations | None = None
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    awards: tuple[str, ...] = ()
    note: Text = NO_TEXT
    funding: tuple[Grant, ...] = ()
    weight: Fraction | None = None
    draft: bool = False
    sample: bool = False
    added: PartialDate | None = None
    updated: PartialDate | None = None
    old_urls: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    abstract: Text = NO_TEXT
    files: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    APART = frozenset({"places"})

    @property
    def category(self) -> str:
        """The primary category, "" where there is none."""
        return self.categories[0] if self.categories else ""

    @property
    def retracted(self) -> bool:
        """Whether the paper was taken back: it is marked, and counts in no metric."""
        return self.status in (Status.RETRACTED, Status.WITHDRAWN)

    def place(self, key: str) -> Place:
        """Where the value of `key` stands; the start of the file where that is not kept."""
        return self.places.get(key, Place(self.file))
