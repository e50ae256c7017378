"""What templates get: flat, finished values, one class a template. This is the contract with a theme."""

from dataclasses import dataclass, field
from typing import TypeAlias

from profilegen.model.text import Html


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: `current` where it leads to this page, `outside` where it leaves the site."""

    label: str
    url: str
    current: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class DateView:
    """A date: `iso` for machines, `text` for people, both as precise as it is known."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A category: short as on a card, in words, and its page."""

    short: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. `root` is the relative way to the site's root, "" on the home page."""

    site_title: str
    page_title: str
    description: str
    language: str
    root: str
    home: str
    menu: tuple[LinkView, ...]
    as_of: DateView
    license: str
    canonical: str
    edit_url: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A metric: label and printed value, and why the value is what it is.

    `meaning` is the definition, `source` who defined it; `coverage` says over how many papers it was computed, ""
    where over all; `reported` is the word for a value that is not computed, "" for one that is.
    """

    name: str
    label: str
    text: str
    meaning: str
    source: str
    coverage: str
    reported: str
    core: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence on the metrics that somebody else reported: which, by whom, as of when; `url` is theirs."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class BylineName:
    """One author as this paper prints the name; `url` leads to the profile, `notes` are equal and corresponding."""

    name: str
    url: str = ""
    outside: bool = False
    is_self: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class BylineView:
    """A byline as a card shows it: the names, and whether more follow."""

    names: tuple[BylineName, ...]
    et_al: bool


@dataclass(frozen=True, slots=True)
class CardView:
    """A paper in a list."""

    id: str
    url: str
    title: Html
    score: str
    field: FieldView | None
    date: DateView | None
    badges: tuple[LinkView, ...]
    byline: BylineView
    venue: str
    retracted: str
    abstract: Html
    language: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """author.html: one person and their papers."""

    frame: Frame
    name: str
    native_name: str
    initials: str
    photo: str
    position: str
    affiliations: tuple[LinkView, ...]
    years: str
    field: FieldView | None
    links: tuple[LinkView, ...]
    interests: tuple[str, ...]
    biography: Html
    grouped: bool
    tiles: tuple[Tile, ...]
    reports: tuple[Report, ...]
    more_tiles: tuple[Tile, ...]
    selected: tuple[CardView, ...]
    heading: str
    left_out: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line of a paper's page; `links` in place of the text where it leads somewhere."""

    label: str
    text: str = ""
    links: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperView:
    """paper.html: one paper."""

    frame: Frame
    title: Html
    language: str
    field: FieldView | None
    date: DateView | None
    score: str
    byline: BylineView
    retracted: str
    badges: tuple[LinkView, ...]
    abstract: Html
    note: Html
    facts: tuple[Fact, ...]
    main: LinkView | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person in the list of people."""

    name: str
    native_name: str
    url: str
    outside: bool
    position: str
    papers: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """People under one heading, "" where there is none."""

    heading: str
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """people.html: everyone."""

    frame: Frame
    heading: str
    groups: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The papers of one year; `heading` is the year, or words where it is not known."""

    heading: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class PapersView:
    """papers.html: every paper, by year."""

    frame: Frame
    heading: str
    fields: tuple[LinkView, ...]
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """category.html: the papers of one category."""

    frame: Frame
    short: str
    name: str
    heading: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class OwnPageView:
    """page.html: a page that a person wrote."""

    frame: Frame
    title: Html
    body: Html


@dataclass(frozen=True, slots=True)
class RedirectView:
    """redirect.html: an address that moved."""

    frame: Frame
    target: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html: any address that does not exist; its links are absolute, or there are none."""

    frame: Frame
    links: tuple[LinkView, ...] = field(default=())


View: TypeAlias = (
    ProfileView | PaperView | PeopleView | PapersView | CategoryView | OwnPageView | RedirectView | NotFoundView
)
