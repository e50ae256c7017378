"""A site's settings, each with its default."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final

from profilegen.model.categories import Category
from profilegen.model.dates import PartialDate
from profilegen.model.paper import PaperType
from profilegen.problems import Severity
from profilegen.values import Struct, field

COUNTED: Final = tuple(kind for kind in PaperType if kind not in (PaperType.TALK, PaperType.POSTER))
"""The types that count as papers unless the settings say otherwise: all but talks and posters."""


RATINGS: Final = ("score", "novelty", "ai_score")
"""The ratings that every paper may have without the settings declaring them."""

NUMBERS: Final = ("citations", "year", *RATINGS)
"""What a metric can be made from, besides the declared ratings."""

SORTED_BY: Final = ("weight", "date", "title", "type", "venue", "id", "citations", *RATINGS)
"""What papers can be sorted by, besides the declared ratings."""


DEFAULT_STYLE: Final = "apa"
"""The citation style of a site that names none."""

NO_STYLE: Final = "none"
"""In place of a citation style: papers show no citation."""


PAGE_LENGTH: Final = 500
"""So many papers or people are on a page of a list."""


class Aggregate(StrEnum):
    """How the numbers of several papers become one."""

    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    MAX = "max"
    MIN = "min"
    COUNT = "count"


class NumberFormat(StrEnum):
    """How a number is printed: whole, with one or two decimals, or as a percentage of one."""

    NUMBER = "number"
    DECIMAL = "decimal"
    HUNDREDTHS = "hundredths"
    PERCENT = "percent"


class CustomMetric(Struct, frozen=True):
    """A metric that a site adds: an aggregate over one number of each paper."""

    name: str
    label: str
    field: str
    aggregate: Aggregate
    format: NumberFormat = NumberFormat.NUMBER


class RatingScale(Struct, frozen=True):
    """A rating that a site adds to papers: values from 0 to `maximum`; `aggregate` makes it an author's metric."""

    name: str
    label: str
    maximum: Fraction
    aggregate: Aggregate | None = Aggregate.MEAN
    format: NumberFormat = NumberFormat.NUMBER


class HomeKind(StrEnum):
    """What the site's first page is."""

    PROFILE = "profile"
    PEOPLE = "people"
    PAPERS = "papers"
    PAGE = "page"


class Home(Struct, frozen=True):
    """The site's first page; `id` names the author or the own page."""

    kind: HomeKind
    id: str = ""


class SortKey(Struct, frozen=True):
    """One key of the order of papers; without a value last in either direction."""

    field: str
    descending: bool = False


class BylineStyle(StrEnum):
    """How much of a byline stands on a card."""

    FIRST_THREE = "first-three"
    FIRST_THREE_AND_SELF = "first-three-and-self"


class Abstracts(StrEnum):
    """How abstracts stand in a list: whole, on demand, or on demand in long lists only."""

    FULL = "full"
    FOLDED = "folded"
    AUTO = "auto"


class MenuEntry(Struct, frozen=True):
    """An entry of the menu that the settings add."""

    label: str
    url: str


class Notation(StrEnum):
    """What papers can be had in, besides their pages."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"
    JSON = "json"
    CSV = "csv"
    ATOM = "atom"


class Exports(Struct, frozen=True):
    """The notations that have a file: for the site and its lists, for each author with a file, for each paper."""

    site: tuple[Notation, ...] = tuple(Notation)
    author: tuple[Notation, ...] = tuple(Notation)
    paper: tuple[Notation, ...] = ()


class Search(StrEnum):
    """Whether the site has a search: yes, no, or where what makes its index is installed."""

    ON = "true"
    OFF = "false"
    AUTO = "auto"


class PaperList(Struct, frozen=True):
    """A list of papers with a page and files of its own: those of the years, a tag, a type and a grant that it names.

    `years` are the first and the last one, None for any; of each of the others, one of the named is enough, and none
    named means any. A grant is named by its number or by its funder.
    """

    name: str
    title: str
    years: tuple[int, int] | None = None
    tags: tuple[str, ...] = ()
    types: tuple[PaperType, ...] = ()
    grants: tuple[str, ...] = ()


class Settings(Struct, frozen=True, kw_only=True):
    """Everything a site may set. `url` ends in `/`; None and "" mean not set; a `page_length` of 0 is no limit.

    `citation_source` is the content of the file that `citation_style` names, where it is one of the site's.
    """

    title: str = ""
    url: str = ""
    description: str = ""
    language: str = "en"
    license: str = ""
    as_of: PartialDate | None = None
    home: Home | None = None
    all_authors: bool = False
    sort: tuple[SortKey, ...] = (SortKey("weight"), SortKey("date", descending=True))
    counts: tuple[PaperType, ...] = COUNTED
    byline: BylineStyle = BylineStyle.FIRST_THREE_AND_SELF
    abstracts: Abstracts = Abstracts.AUTO
    page_length: int = PAGE_LENGTH
    metrics: tuple[CustomMetric, ...] = ()
    ratings: Mapping[str, RatingScale] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    problems: Mapping[str, Severity] = field(default_factory=dict)
    edit_url: str = ""
    exports: Exports = Exports()
    lists: tuple[PaperList, ...] = ()
    citation_style: str = DEFAULT_STYLE
    citation_source: str = ""
    search: Search = Search.AUTO
    pictures: bool = True
