"""The keys of profilegen.yaml, and of a page of one's own."""

import re
from typing import Annotated, Final, Literal

from profilegen.content.schema.notes import After, JsonSchema
from profilegen.content.schema.paper import TYPE_SYNONYMS
from profilegen.content.schema.part import Part, Present, key
from profilegen.content.schema.refusals import Refusal
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
    PageLength,
    PlainText,
    ProblemCode,
    ShortMarkdown,
    Truth,
    choice,
)
from profilegen.model.paper import PaperType
from profilegen.model.settings import (
    DEFAULT_STYLE,
    PAGE_LENGTH,
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
        raise Refusal("bad-value", f"this program reads format {FORMAT}", "a newer profilegen may read it")
    return text


def _matching_segment() -> After:
    def check(text: str) -> str:
        if not _SEGMENT.fullmatch(text):
            raise Refusal("bad-value", "it has small letters, digits and hyphens only, and at most 80 of them")
        return text

    return After(check)


def _home(text: str) -> str:
    kind, _, name = text.partition(" ")
    needs_name = kind in (HomeKind.PROFILE, HomeKind.PAGE)
    if kind not in set(HomeKind) or needs_name != bool(name):
        raise Refusal("bad-value", "it is profile ID, people, papers or page NAME")
    return text


def _years(text: str) -> str:
    if not _YEARS.fullmatch(text):
        raise Refusal("bad-value", "it is a year or two, as in 2023 or 2020-2023")
    if text[:4] > text[-4:]:
        raise Refusal("bad-value", "the first year is after the last")
    return text


Segment = Annotated[str, _matching_segment(), JsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,79}$"})]
Searched = Annotated[
    str,
    *choice(Search, {"yes": Search.ON, "no": Search.OFF}),
    JsonSchema({"enum": [True, False, "yes", "no", "auto", None]}),
]
Notations = tuple[Annotated[str, *choice(Notation)], ...]
PaperNotations = tuple[Literal["bibtex", "ris", "csl", "json"], ...]


class MetricEntry(Part):
    """A metric that this site adds."""

    name: Label = key(description="How the theme's options call it.")
    label: NeededText = key(description="What it is called on pages.")
    field: Label = key(description="citations, year, score, novelty, ai_score, or a declared rating.")
    aggregate: Annotated[str, *choice(Aggregate)] = key(description="How the papers' numbers become one.")
    format: Annotated[str, *choice(NumberFormat)] = key("number", description="How it is printed.")


class RatingScaleEntry(Part):
    """A rating that papers may have."""

    label: NeededText = key(description="What it is called on pages.")
    scale: Number = key(description="The highest value; the lowest is 0.")
    aggregate: Annotated[str, *choice(Aggregate)] = key("mean", description="What an author's papers come to.")
    format: Annotated[str, *choice(NumberFormat)] = key("number", description="How it is printed.")


class CategoryEntry(Part):
    """A category of one's own."""

    short: NeededText = key(description="As it stands on a card.")
    name: NeededText = key(description="In words.")


class MenuItem(Part):
    """An entry that the menu gets besides the site's own pages."""

    label: NeededText = key(description="What the entry says.")
    url: Address = key(description="Where it leads: a whole address, or a path from the site's root.")


class ExportsEntry(Part):
    """Which files are written beside the pages."""

    site: Notations | None = key(
        None, description="For all papers, and for each of `lists`; default: bibtex, ris, csl, json, csv, atom."
    )
    author: Notations | None = key(
        None, description="For the papers of each author who has a file; default: bibtex, ris, csl, json, csv, atom."
    )
    paper: PaperNotations = key((), description="For each paper: bibtex, ris, csl, json; default: none.")


class ListEntry(Part):
    """A list of papers with a page and files of its own, at lists/NAME/."""

    name: Segment = key(description="Its address: small letters, digits and hyphens.")
    title: NeededText
    years: Annotated[str, After(_years)] = key("", description="A year, or the first and last: 2020-2023.")
    tags: tuple[NeededText, ...] = key((), description="Papers with one of these tags.")
    types: tuple[Annotated[str, *choice(PaperType, TYPE_SYNONYMS)], ...] = key(
        (), description="Papers of one of these types."
    )
    grants: tuple[NeededText, ...] = key((), description="Papers paid by one of these grants or funders.")


class SiteFile(Part):
    """The settings of a site: profilegen.yaml."""

    format: Annotated[str, After(_format), JsonSchema({"enum": [1, "1"]})] = key(
        FORMAT, description="The version of the file format."
    )
    title: PlainText = key(
        "", description="The site's name; default: the profile's, else Papers.", examples=["Ada Lovelace"]
    )
    url: OutsideAddress = key(
        "",
        description="Where the site will be, for what needs whole addresses.",
        examples=["https://ada.example.org/"],
    )
    description: PlainText = key(
        "", description="One sentence on the site, for search engines.", examples=["Papers on the Analytical Engine"]
    )
    language: Language = key("en", description="The language of the pages: en, de, pt-BR.")
    license: PlainText = key("", description="The licence line of the footer.", examples=["CC BY 4.0"])
    as_of: Date | None = key(
        None,
        description="The site's date, which no page is newer than; default: the newest date in the content.",
        examples=["2026-06-30"],
    )
    home: Annotated[str, After(_home)] | None = key(
        None,
        description=(
            "What the first page is: profile ID, people, papers or page NAME; default: the profile where there is "
            "one author file, else people."
        ),
        examples=["profile ada-lovelace"],
    )
    author_pages: Literal["listed", "all"] = key(
        "listed", description="Who has a page: listed, those with a file; all, names without a file too."
    )
    sort: tuple[NeededText, ...] = key(
        ("weight", "-date"), description="The order of the papers, by these keys one after another; - descends."
    )
    counts: tuple[Annotated[str, *choice(PaperType, TYPE_SYNONYMS)], ...] | None = key(
        None,
        description="The types that count as papers; default: all but talks and posters.",
        examples=[["article", "conference", "book"]],
    )
    byline: Annotated[str, *choice(BylineStyle)] = key(
        "first-three-and-self",
        description="How much of a byline stands on a card: first-three or first-three-and-self.",
    )
    abstracts: Annotated[str, *choice(Abstracts)] = key(
        "auto", description="How abstracts stand in a list: full, folded, or auto, which folds them in long ones."
    )
    page_length: PageLength = key(
        PAGE_LENGTH, description="How many papers or people are on a page of a list; off: all of them."
    )
    metrics: tuple[MetricEntry, ...] = key(
        (),
        description="Numbers of your own on profiles, besides those that come with profilegen.",
        examples=[[{"name": "most_cited", "label": "most cited paper", "field": "citations", "aggregate": "max"}]],
    )
    ratings: Annotated[dict[Label, RatingScaleEntry], Present] = key(
        {},
        description="Ratings that papers may have, by name.",
        examples=[{"open_data": {"label": "Open data", "scale": 5}}],
    )
    categories: Annotated[dict[NeededText, CategoryEntry], Present] = key(
        {},
        description="Categories besides arXiv's, by id.",
        examples=[{"lab.FW": {"short": "FW", "name": "Fieldwork"}}],
    )
    groups: tuple[NeededText, ...] = key(
        (), description="The order of the groups of people.", examples=[["Faculty", "Students", "Alumni"]]
    )
    theme: ThemeChoice = key(
        {},
        description="The theme's name, or a map of it and the options that it declares.",
        examples=[{"accent": "#1a5fb4", "width": "wide"}],
    )
    menu: tuple[MenuItem, ...] = key(
        (),
        description="Entries that the menu gets besides the site's own pages.",
        examples=[[{"label": "Department", "url": "https://example.org/"}]],
    )
    problems: Annotated[dict[ProblemCode, Annotated[str, *choice(Severity)]], Present] = key(
        {},
        description="How much a kind of problem matters here, by code: off, note, warning or error.",
        examples=[{"future-date": "off"}],
    )
    edit_url: OutsideAddress = key(
        "",
        description="Where the content can be edited; {path} is the file's.",
        examples=["https://github.com/ada/site/edit/main/{path}"],
    )
    exports: ExportsEntry = key(
        ExportsEntry(),
        description="Which files of papers are written beside the pages.",
        examples=[{"site": ["bibtex", "json"], "author": ["bibtex"], "paper": ["bibtex", "csl"]}],
    )
    lists: tuple[ListEntry, ...] = key(
        (),
        description="Lists of papers for reports, with files of their own.",
        examples=[[{"name": "erc-2023", "title": "Papers of the ERC grant", "grants": ["ERC"], "years": "2021-2023"}]],
    )
    citation_style: NeededText = key(
        DEFAULT_STYLE,
        description="The style of the citations on papers' pages: a name of the CSL repository (apa, ieee, nature), "
        "a .csl file beside profilegen.yaml, or none.",
    )
    search: Searched = key(
        "auto", description="auto, if profilegen[search] is installed; true, which warns if it is not; or false."
    )
    pictures: Truth = key(True, description="A picture for links to each author's page; it needs url.")


class OwnPageFile(Part):
    """A page of one's own: one file below content/pages."""

    title: ShortMarkdown = key(description="The title; inline Markdown and $math$.")
    menu: PlainText = key("", description="Its label in the menu; default: the title. no: not in the menu.")
    weight: Number | None = key(None, description="Smaller first in the menu; pages without one come last.")
    draft: Truth = key(False, description="A draft is on no page and in no menu.")
    accept: tuple[ProblemCode, ...] = key((), description="Warnings and notes that are meant so.")
    body: MarkdownText = key("", description="Markdown; in a .md file it is what stands below the front matter.")
