"""people.html, papers.html and category.html: the lists."""

from dataclasses import dataclass

from profilegen.pages.views.cards import CardView, ToolsView
from profilegen.pages.views.parts import Frame, LinkView


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
    files: tuple[LinkView, ...]
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """category.html: the papers of one category."""

    frame: Frame
    short: str
    name: str
    heading: str
    tools: ToolsView | None
    files: tuple[LinkView, ...]
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """list.html: the papers of a list that the settings ask for; `heading` counts them."""

    frame: Frame
    title: str
    heading: str
    tools: ToolsView | None
    files: tuple[LinkView, ...]
    cards: tuple[CardView, ...]
