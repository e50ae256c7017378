"""paper.html: one paper."""

from profilegen.model.text import Html
from profilegen.pages.views.cards import BylineView
from profilegen.pages.views.parts import DateView, FieldView, Frame, LinkView
from profilegen.pages.views.profile import ChartView
from profilegen.values import Struct


class Fact(Struct, frozen=True):
    """A labelled line of a paper's page; `links` in place of the text where it leads somewhere."""

    label: str
    text: str = ""
    links: tuple[LinkView, ...] = ()


class MoreView(Struct, frozen=True):
    """Another paper by one of the authors, and its year, "" where that is not known."""

    paper: LinkView
    year: str


class PaperView(Struct, frozen=True):
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
