"""What templates get: flat, finished values, one class a template. This is the contract with a theme."""

from dataclasses import dataclass, field
from typing import TypeAlias

from profilegen.model.text import Html
from profilegen.pages.charts.bars import BarChart
from profilegen.pages.charts.rank import RankChart


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link: `current` if to this page, `outside` if it leaves the site; `icon` is a template with a picture."""

    label: str
    url: str
    current: bool = False
    outside: bool = False
    icon: str = ""


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
class Report:
    """A sentence on the metrics that somebody else reported: which, by whom, as of when; `url` is theirs."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A metric: label and printed value, and why the value is what it is.

    `meaning` is the definition, `source` who defined it; `coverage` says over how many papers it was computed, ""
    where over all, and `short_coverage` says so beside the value. `reported` is the word for a value that is not
    computed, "" for one that is; `reports` then says who reports it. `core` are the papers that make up the value.
    """

    name: str
    label: str
    text: str
    meaning: str
    source: str
    coverage: str
    short_coverage: str
    reported: str
    reports: tuple[Report, ...]
    core: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A drawing, the template that draws it, its caption, what it leaves out, and the headings of its table."""

    template: str
    drawing: BarChart | RankChart
    caption: str
    left_out: str
    columns: tuple[str, str]


@dataclass(frozen=True, slots=True)
class BylineName:
    """One author as this paper prints the name; `url` leads to the profile, `notes` are equal and corresponding.

    `gap`: authors between the one shown before and this one are not shown; `place` is then this one's, if known.
    """

    name: str
    url: str = ""
    outside: bool = False
    is_self: bool = False
    notes: str = ""
    gap: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class BylineView:
    """A byline: the names shown, and all that are known where these are more (`full`).

    `et_al`: there are more authors than shown; `open_end`: more than are known, at the end.
    """

    names: tuple[BylineName, ...]
    full: tuple[BylineName, ...]
    et_al: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class SortKeys:
    """What a script sorts and filters a card by; "" where it is not known."""

    date: str
    citations: str
    score: str
    year: str
    field: str
    code: str


@dataclass(frozen=True, slots=True)
class FilterView:
    """A word that a list can be filtered by, and how many papers it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ToolsView:
    """What the script of a list of papers offers: only what makes a difference in this list."""

    total: int
    fields: tuple[FilterView, ...]
    years: tuple[str, ...]
    code: bool
    cited: bool
    scored: bool


@dataclass(frozen=True, slots=True)
class CoauthorView:
    """A person with whom somebody wrote so many papers."""

    name: str
    url: str
    outside: bool
    papers: int


@dataclass(frozen=True, slots=True)
class CardView:
    """A paper in a list. `folded`: the abstract is shown on demand; `citations` is a number in words."""

    id: str
    url: str
    title: Html
    score: str
    field: FieldView | None
    date: DateView | None
    badges: tuple[LinkView, ...]
    byline: BylineView
    venue: str
    awards: tuple[str, ...]
    citations: str
    status: str
    retracted: str
    abstract: Html
    folded: bool
    language: str
    keys: SortKeys


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Papers of one type; `heading` is "" where the list has one type only."""

    heading: str
    cards: tuple[CardView, ...]


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
    charts: tuple[ChartView, ...]
    selected: tuple[CardView, ...]
    heading: str
    left_out: str
    tools: ToolsView | None
    groups: tuple[CardGroup, ...]
    card_level: int
    coauthors: tuple[CoauthorView, ...]
    more_coauthors: tuple[CoauthorView, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line of a paper's page; `links` in place of the text where it leads somewhere."""

    label: str
    text: str = ""
    links: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class MoreView:
    """Another paper by one of the authors, and its year, "" where that is not known."""

    paper: LinkView
    year: str


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
    citations: str
    status: str
    abstract: Html
    note: Html
    facts: tuple[Fact, ...]
    main: LinkView | None
    cited: ChartView | None
    bibtex: str
    more: tuple[MoreView, ...]
    previous: LinkView | None
    next: LinkView | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person in the list of people: `count` says how many papers, `numbers` are the metrics of the columns."""

    name: str
    native_name: str
    url: str
    outside: bool
    position: str
    count: str
    numbers: tuple[str, ...]


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
    searched: bool
    columns: tuple[str, ...]
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
    tools: ToolsView | None
    fields: tuple[LinkView, ...]
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """category.html: the papers of one category."""

    frame: Frame
    short: str
    name: str
    heading: str
    tools: ToolsView | None
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
