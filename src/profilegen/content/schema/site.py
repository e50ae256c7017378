"""The keys of profilegen.yaml, and of a page of one's own."""

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
from profilegen.model.settings import Abstracts, Aggregate, BylineStyle, HomeKind, NumberFormat
from profilegen.problems import Severity

FORMAT: Final = "1"
"""The version of the content contract that this program reads."""


def _format(text: str) -> str:
    if text.strip() != FORMAT:
        raise refusal("bad-value", f"this program reads format {FORMAT}", "a newer profilegen may read it")
    return text


def _home(text: str) -> str:
    kind, _, name = text.partition(" ")
    needs_name = kind in (HomeKind.PROFILE, HomeKind.PAGE)
    if kind not in set(HomeKind) or needs_name != bool(name):
        raise refusal("bad-value", "it is profile ID, people, papers or page NAME")
    return text


class MetricEntry(Part):
    """A metric that this site adds."""

    name: Label = Field(description="How the theme's options call it.")
    label: NeededText = Field(description="What it is called on pages.")
    field: Label = Field(description="citations, year, score, novelty, ai_score, or a declared rating.")
    aggregate: Annotated[str, *choice(Aggregate)] = Field(description="How the papers' numbers become one.")
    format: Annotated[str, *choice(NumberFormat)] = Field("number", description="How it is printed.")


class RatingScaleEntry(Part):
    """A rating that papers may have."""

    label: NeededText = Field(description="What it is called on pages.")
    scale: Number = Field(description="The highest value; the lowest is 0.")
    aggregate: Annotated[str, *choice(Aggregate)] = Field("mean", description="What an author's papers come to.")
    format: Annotated[str, *choice(NumberFormat)] = Field("number", description="How it is printed.")


class CategoryEntry(Part):
    """A category of one's own."""

    short: NeededText = Field(description="As it stands on a card.")
    name: NeededText = Field(description="In words.")


class MenuItem(Part):
    """An entry that the menu gets besides the site's own pages."""

    label: NeededText = Field(description="What the entry says.")
    url: Address = Field(description="Where it leads: a whole address, or a path from the site's root.")


class SiteFile(Part):
    """The settings of a site: profilegen.yaml."""

    format: Annotated[str, AfterValidator(_format), WithJsonSchema({"enum": [1, "1"]})] = Field(
        FORMAT, description="The version of the file format."
    )
    title: PlainText = Field(
        "", description="The site's name; default: the profile's, else Papers.", examples=["Ada Lovelace"]
    )
    url: OutsideAddress = Field(
        "",
        description="Where the site will be, for what needs whole addresses.",
        examples=["https://ada.example.org/"],
    )
    description: PlainText = Field(
        "", description="One sentence on the site, for search engines.", examples=["Papers on the Analytical Engine"]
    )
    language: Language = Field("en", description="The language of the pages: en, de, pt-BR.")
    license: PlainText = Field("", description="The licence line of the footer.", examples=["CC BY 4.0"])
    as_of: Date | None = Field(
        None,
        description="The site's date, which no page is newer than; default: the newest date in the content.",
        examples=["2026-06-30"],
    )
    home: Annotated[str, AfterValidator(_home)] | None = Field(
        None,
        description=(
            "What the first page is: profile ID, people, papers or page NAME; default: the profile where there is "
            "one author file, else people."
        ),
        examples=["profile ada-lovelace"],
    )
    author_pages: Literal["listed", "all"] = Field(
        "listed", description="Who has a page: listed, those with a file; all, names without a file too."
    )
    sort: tuple[NeededText, ...] = Field(
        ("weight", "-date"), description="The order of the papers, by these keys one after another; - descends."
    )
    counts: tuple[Annotated[str, *choice(PaperType, TYPE_SYNONYMS)], ...] | None = Field(
        None,
        description="The types that count as papers; default: all but talks and posters.",
        examples=[["article", "conference", "book"]],
    )
    byline: Annotated[str, *choice(BylineStyle)] = Field(
        "first-three-and-self",
        description="How much of a byline stands on a card: first-three or first-three-and-self.",
    )
    abstracts: Annotated[str, *choice(Abstracts)] = Field(
        "auto", description="How abstracts stand in a list: full, folded, or auto, which folds them in long ones."
    )
    metrics: tuple[MetricEntry, ...] = Field(
        (),
        description="Numbers of your own on profiles, besides those that come with profilegen.",
        examples=[[{"name": "most_cited", "label": "most cited paper", "field": "citations", "aggregate": "max"}]],
    )
    ratings: Annotated[dict[Label, RatingScaleEntry], Present] = Field(
        {},
        description="Ratings that papers may have, by name.",
        examples=[{"open_data": {"label": "Open data", "scale": 5}}],
    )
    categories: Annotated[dict[NeededText, CategoryEntry], Present] = Field(
        {},
        description="Categories besides arXiv's, by id.",
        examples=[{"lab.FW": {"short": "FW", "name": "Fieldwork"}}],
    )
    groups: tuple[NeededText, ...] = Field(
        (), description="The order of the groups of people.", examples=[["Faculty", "Students", "Alumni"]]
    )
    theme: ThemeChoice = Field(
        {},
        description="The theme's name, or a map of it and the options that it declares.",
        examples=[{"accent": "#1a5fb4", "width": "wide"}],
    )
    menu: tuple[MenuItem, ...] = Field(
        (),
        description="Entries that the menu gets besides the site's own pages.",
        examples=[[{"label": "Department", "url": "https://example.org/"}]],
    )
    problems: Annotated[dict[ProblemCode, Annotated[str, *choice(Severity)]], Present] = Field(
        {},
        description="How much a kind of problem matters here, by code: off, note, warning or error.",
        examples=[{"future-date": "off"}],
    )
    edit_url: OutsideAddress = Field(
        "",
        description="Where the content can be edited; {path} is the file's.",
        examples=["https://github.com/ada/site/edit/main/{path}"],
    )


class OwnPageFile(Part):
    """A page of one's own: one file below content/pages."""

    title: ShortMarkdown = Field(description="The title; inline Markdown and $math$.")
    menu: PlainText = Field("", description="Its label in the menu; default: the title. no: not in the menu.")
    weight: Number | None = Field(None, description="Smaller first in the menu; pages without one come last.")
    draft: Truth = Field(False, description="A draft is on no page and in no menu.")
    accept: tuple[ProblemCode, ...] = Field((), description="Warnings and notes that are meant so.")
    body: MarkdownText = Field("", description="Markdown; in a .md file it is what stands below the front matter.")
