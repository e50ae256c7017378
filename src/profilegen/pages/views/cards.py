"""What a list of papers gets: bylines, cards, and the tools of the list."""

from profilegen.model.text import NO_HTML, Html
from profilegen.pages.views.parts import DateView, FieldView, LinkView
from profilegen.values import Struct


class BylineName(Struct, frozen=True):
    """One author as this paper prints the name; `url` leads to the profile, `notes` are equal and corresponding.

    `mark` stands in the name's tag: on the person's own profile it becomes ` class="self"`, on other pages nothing.
    `gap`: authors between the one shown before and this one are not shown; `place` is then this one's, if known.
    """

    name: str
    url: str = ""
    outside: bool = False
    mark: Html = NO_HTML
    notes: str = ""
    gap: bool = False
    place: str = ""


class BylineView(Struct, frozen=True):
    """A byline: the names shown, and all that are known where these are more (`full`).

    `et_al`: there are more authors than shown; `open_end`: more than are known, at the end.
    """

    names: tuple[BylineName, ...]
    full: tuple[BylineName, ...]
    et_al: bool
    open_end: bool


class SortKeys(Struct, frozen=True):
    """What a script sorts and filters a card by; "" where it is not known."""

    date: str
    citations: str
    score: str
    year: str
    field: str
    code: str


class CardView(Struct, frozen=True):
    """A paper in a list: card.html, printed once for all pages that show it alike, as `{{ card(entry) }}`.

    `anchor` is the card's id on its page, `level` its heading's; `folded`: the abstract is shown on demand;
    `citations` is a number in words.
    """

    id: str
    anchor: str
    level: int
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


class CardGroup(Struct, frozen=True):
    """Papers of one type; `heading` is "" where the list has one type only."""

    heading: str
    cards: tuple[CardView, ...]


class FilterView(Struct, frozen=True):
    """A word that a list can be filtered by, and how many papers it leaves."""

    value: str
    label: str
    count: int


class ToolsView(Struct, frozen=True):
    """What the script of a list of papers offers: only what makes a difference in this list.

    `paged` is whether it is one page of a longer list: the tools act on this page alone.
    """

    paged: bool
    total: int
    fields: tuple[FilterView, ...]
    years: tuple[str, ...]
    code: bool
    cited: bool
    scored: bool
