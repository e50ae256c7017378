"""author.html: one person and their papers."""

from profilegen.model.text import Html
from profilegen.pages.charts.bars import BarChart
from profilegen.pages.charts.rank import RankChart
from profilegen.pages.views.cards import CardGroup, CardView, ToolsView
from profilegen.pages.views.parts import FieldView, Frame, LinkView
from profilegen.values import Struct


class Report(Struct, frozen=True):
    """A sentence on the metrics that somebody else reported: which, by whom, as of when; `url` is theirs."""

    text: str
    url: str


class Tile(Struct, frozen=True):
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


class ChartView(Struct, frozen=True):
    """A drawing, the template that draws it, its caption, what it leaves out, and the headings of its table."""

    template: str
    drawing: BarChart | RankChart
    caption: str
    left_out: str
    columns: tuple[str, str]


class CoauthorView(Struct, frozen=True):
    """A person with whom somebody wrote so many papers."""

    name: str
    url: str
    outside: bool
    papers: int


class ProfileView(Struct, frozen=True):
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
    files: tuple[LinkView, ...]
    left_out: str
    tools: ToolsView | None
    groups: tuple[CardGroup, ...]
    coauthors: tuple[CoauthorView, ...]
    more_coauthors: tuple[CoauthorView, ...]
    sections: tuple[str, ...]
