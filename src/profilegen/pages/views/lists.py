"""people.html, papers.html and category.html: the lists."""

from profilegen.pages.views.cards import CardView, ToolsView
from profilegen.pages.views.parts import Frame, LinkView
from profilegen.values import Struct


class PageLinkView(Struct, frozen=True):
    """A page of a list: its number, what is on it or "", and `current` if it is this one."""

    number: str
    span: str
    url: str
    current: bool


class PagerView(Struct, frozen=True):
    """The other pages of a list that has several: the one before and the one after, "" at the ends, and `pages`.

    These are all of them, or, of very many, those near this one and some between.
    """

    previous: str
    next: str
    pages: tuple[PageLinkView, ...]


class PersonView(Struct, frozen=True):
    """A person in the list of people: `count` says how many papers, `numbers` are the metrics of the columns."""

    name: str
    native_name: str
    url: str
    outside: bool
    position: str
    count: str
    numbers: tuple[str, ...]


class GroupView(Struct, frozen=True):
    """People under one heading, "" where there is none."""

    heading: str
    people: tuple[PersonView, ...]


class PeopleView(Struct, frozen=True):
    """people.html: everyone, or a page of them; `pager` is None where all are on this one."""

    frame: Frame
    heading: str
    pager: PagerView | None
    searched: bool
    columns: tuple[str, ...]
    groups: tuple[GroupView, ...]


class YearView(Struct, frozen=True):
    """The papers of one year; `heading` is the year, or words where it is not known."""

    heading: str
    cards: tuple[CardView, ...]


class PapersView(Struct, frozen=True):
    """papers.html: every paper, by year, or a page of them; `fields` and `files` are on the first."""

    frame: Frame
    heading: str
    pager: PagerView | None
    tools: ToolsView | None
    fields: tuple[LinkView, ...]
    files: tuple[LinkView, ...]
    years: tuple[YearView, ...]


class CategoryView(Struct, frozen=True):
    """category.html: the papers of one category, or a page of them."""

    frame: Frame
    short: str
    name: str
    heading: str
    pager: PagerView | None
    tools: ToolsView | None
    files: tuple[LinkView, ...]
    cards: tuple[CardView, ...]


class ListView(Struct, frozen=True):
    """list.html: the papers of a list that the settings ask for, or a page of them; on the first, `heading` counts."""

    frame: Frame
    title: str
    heading: str
    pager: PagerView | None
    tools: ToolsView | None
    files: tuple[LinkView, ...]
    cards: tuple[CardView, ...]
