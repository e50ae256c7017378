"""The keys of profilegen.yaml, and of a page of one's own."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from profilegen.content.schema.paper import TYPE_SYNONYMS
from profilegen.content.schema.part import Part, Present
from profilegen.content.schema.refusals import refusal
from profilegen.content.schema.theme import ThemeChoice
from profilegen.content.schema.values import (
    Address,
    Date,
    Label,
    Language,
    MarkdownText,
    NeededText,
    Number,
    OutsideAddress,
    PlainText,
    ProblemCode,
    ShortMarkdown,
    Truth,
    choice,
)
from profilegen.model.paper import PaperType
from profilegen.model.settings import (
    DEFAULT_STYLE,
    Abstracts,
    Aggregate,
    BylineStyle,
    HomeKind,
    Notation,
    NumberFormat,
    Search,
)
from profilegen.problems import Severity

FORMAT: Final = "1"
"""The version of the content contract that this program reads."""

_YEARS: Final = re.compile(r"[0-9]{4}(?: ?[-–] ?[0-9]{4})?")
_SEGMENT: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def _format(text: str) -> str:
    if text.strip() != FORMAT:
        raise refusal("bad-value", f"this program reads format {FORMAT}", "a newer profilegen may read it")
    return text


def _matching_segment() -> AfterValidator:
    def check(text: str) -> str:
        if not _SEGMENT.fullmatch(text):
            raise refusal("bad-value", "it has small letters, digits and hyphens only, and at most 80 of them")
        return text

    return AfterValidator(check)


def _home(text: str) -> str:
    kind, _, name = text.partition(" ")
    needs_name = kind in (HomeKind.PROFILE, HomeKind.PAGE)
    if kind not in set(HomeKind) or needs_name != bool(name):
        raise refusal("bad-value", "it is profile ID, people, papers or page NAME")
    return text


def _years(text: str) -> str:
    if not _YEARS.fullmatch(text):
        raise refusal("bad-value", "it is a year or two, as in 2023 or 2020-2023")
    return text


Segment = Annotated[
    str, _matching_segment(), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,79}$"})
]
Searched = Annotated[
    str,
    *choice(Search, {"yes": Search.ON, "no": Search.OFF}),
    WithJsonSchema({"enum": [True, False, "yes", "no", "auto", None]}),
]
Notations = tuple[Annotated[str, *choice(Notation)], ...]
PaperNotations = tuple[Literal["bibtex", "ris", "csl", "json"], ...]


class MetricEntry(Part):
    """A metric that this site adds."""

    name: Label
    label: NeededText
    field: Label = Field(description="citations, year, score, novelty, ai_score, or a declared rating")
    aggregate: Annotated[str, *choice(Aggregate)]
    format: Annotated[str, *choice(NumberFormat)] = "number"


class RatingScaleEntry(Part):
    """A rating that papers may have."""

    label: NeededText
    scale: Number = Field(description="The highest value; the lowest is 0.")
    aggregate: Annotated[str, *choice(Aggregate)] = "mean"
    format: Annotated[str, *choice(NumberFormat)] = "number"


class CategoryEntry(Part):
    """A category of one's own."""

    short: NeededText
    name: NeededText


class MenuItem(Part):
    """An entry that the menu gets besides the site's own pages."""

    label: NeededText
    url: Address


class ExportsEntry(Part):
    """Which files are written beside the pages."""

    site: Notations | None = Field(
        None, description="For all papers, and for each of `lists`; default: bibtex, ris, csl, json, csv, atom."
    )
    author: Notations | None = Field(
        None, description="For the papers of each author who has a file; default: bibtex, ris, csl, json, csv, atom."
    )
    paper: PaperNotations = Field((), description="For each paper: bibtex, ris, csl, json; default: none.")


class ListEntry(Part):
    """A list of papers with a page and files of its own, at lists/NAME/."""

    name: Segment = Field(description="Its address: small letters, digits and hyphens.")
    title: NeededText
    years: Annotated[str, AfterValidator(_years)] = Field("", description="A year, or the first and last: 2020-2023.")
    tags: tuple[NeededText, ...] = Field((), description="Papers with one of these tags.")
    types: tuple[Annotated[str, *choice(PaperType, TYPE_SYNONYMS)], ...] = Field(
        (), description="Papers of one of these types."
    )
    grants: tuple[NeededText, ...] = Field((), description="Papers paid by one of these grants or funders.")


class SiteFile(Part):
    """The settings of a site: profilegen.yaml."""

    format: Annotated[str, AfterValidator(_format), WithJsonSchema({"enum": [1, "1"]})] = FORMAT
    title: PlainText = Field("", description="The site's name; default: the profile's, else Papers.")
    url: OutsideAddress = Field("", description="Where the site will be, for what needs whole addresses.")
    description: PlainText = ""
    language: Language = "en"
    license: PlainText = Field("", description="The licence line of the footer.")
    as_of: Date | None = Field(None, description="The site's date; default: the newest date in the content.")
    home: Annotated[str, AfterValidator(_home)] | None = Field(
        None, description="profile ID, people, papers, page NAME"
    )
    author_pages: Literal["listed", "all"] = Field("listed", description="all: a page for names without a file too.")
    sort: tuple[NeededText, ...] = Field(("weight", "-date"), description="Keys of the papers' order; - descends.")
    counts: tuple[Annotated[str, *choice(PaperType, TYPE_SYNONYMS)], ...] | None = Field(
        None, description="The types that count as papers; default: all but talks and posters."
    )
    byline: Annotated[str, *choice(BylineStyle)] = Field(
        "first-three-and-self", description="How much of a byline stands on a card."
    )
    abstracts: Annotated[str, *choice(Abstracts)] = Field(
        "auto", description="How abstracts stand in a list; auto folds them in long ones."
    )
    metrics: tuple[MetricEntry, ...] = ()
    ratings: Annotated[dict[Label, RatingScaleEntry], Present] = Field(
        {}, description="Ratings that papers may have, by name."
    )
    categories: Annotated[dict[NeededText, CategoryEntry], Present] = Field(
        {}, description="Categories besides arXiv's, by id."
    )
    groups: tuple[NeededText, ...] = Field((), description="The order of the groups of people.")
    theme: ThemeChoice = Field({}, description="The theme's name, or a map of it and the options that it declares.")
    menu: tuple[MenuItem, ...] = ()
    problems: Annotated[dict[ProblemCode, Annotated[str, *choice(Severity)]], Present] = Field(
        {}, description="Severities by code."
    )
    edit_url: OutsideAddress = Field("", description="Where the content can be edited; {path} is the file's.")
    exports: ExportsEntry = Field(
        ExportsEntry.model_construct(), description="Which files of papers are written beside the pages."
    )
    lists: tuple[ListEntry, ...] = Field((), description="Lists of papers for reports, with files of their own.")
    citation_style: NeededText = Field(
        DEFAULT_STYLE,
        description="The style of the citations on papers' pages: a name of the CSL repository (apa, ieee, nature), "
        "a .csl file beside profilegen.yaml, or none.",
    )
    search: Searched = Field(
        "auto", description="auto: where profilegen[search] is installed; true says so where it is not; false: none."
    )
    pictures: Truth = Field(True, description="A picture for links to each author's page; it needs url.")


class OwnPageFile(Part):
    """A page of one's own: one file below content/pages."""

    title: ShortMarkdown
    menu: PlainText = Field("", description="Its label in the menu; default: the title. no: not in the menu.")
    weight: Number | None = None
    draft: Truth = False
    accept: tuple[ProblemCode, ...] = ()
    body: MarkdownText = ""
