"""paper.html: one paper."""

from dataclasses import dataclass

from profilegen.model.text import Html
from profilegen.pages.views.cards import BylineView
from profilegen.pages.views.parts import DateView, FieldView, Frame, LinkView
from profilegen.pages.views.profile import ChartView


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
    citation: Html
    bibtex: str
    files: tuple[LinkView, ...]
    more: tuple[MoreView, ...]
    previous: LinkView | None
    next: LinkView | None
