"""The keys of a paper's file."""

from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field

from profilegen.content.schema.part import Part, Present
from profilegen.content.schema.people import Authors, People
from profilegen.content.schema.values import (
    Address,
    Arxiv,
    CiteKey,
    Count,
    Date,
    Doi,
    Hundred,
    Isbn,
    Issn,
    Label,
    Language,
    MarkdownText,
    NeededText,
    Number,
    OldAddress,
    OutsideAddress,
    PlainText,
    ProblemCode,
    Share,
    ShortMarkdown,
    Truth,
    choice,
)
from profilegen.model.paper import PaperType, Status

TYPE_SYNONYMS: Final = {
    # BibTeX
    "inproceedings": PaperType.CONFERENCE,
    "proceedings": PaperType.BOOK,
    "booklet": PaperType.BOOK,
    "inbook": PaperType.CHAPTER,
    "incollection": PaperType.CHAPTER,
    "phdthesis": PaperType.THESIS_PHD,
    "mastersthesis": PaperType.THESIS_MASTER,
    "techreport": PaperType.REPORT,
    "manual": PaperType.REPORT,
    "unpublished": PaperType.PREPRINT,
    "misc": PaperType.OTHER,
    "online": PaperType.OTHER,
    # CSL and Crossref
    "article-journal": PaperType.ARTICLE,
    "journal-article": PaperType.ARTICLE,
    "journal": PaperType.ARTICLE,
    "article-magazine": PaperType.ARTICLE,
    "article-newspaper": PaperType.ARTICLE,
    "paper-conference": PaperType.CONFERENCE,
    "proceedings-article": PaperType.CONFERENCE,
    "posted-content": PaperType.PREPRINT,
    "monograph": PaperType.BOOK,
    "book-chapter": PaperType.CHAPTER,
    "thesis": PaperType.THESIS_PHD,
    "dissertation": PaperType.THESIS_PHD,
    "speech": PaperType.TALK,
    "document": PaperType.OTHER,
    "webpage": PaperType.OTHER,
}
"""What BibTeX and CSL call the types."""


class DateKind(StrEnum):
    """The steps of a paper that have a date of their own."""

    SUBMITTED = "submitted"
    POSTED = "posted"
    ACCEPTED = "accepted"
    PUBLISHED = "published"


def _shorthand(key: str) -> Any:  # noqa: ANN401 - pydantic's validators take anything
    """A plain value in place of a map stands for the map's `key`."""
    return lambda value: {key: value} if isinstance(value, str) else value


def _one_as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class DatesEntry(Part):
    """The dates of a paper's steps."""

    submitted: Date | None = Field(None, description="Sent to the venue.")
    posted: Date | None = Field(None, description="Made public as a preprint.")
    accepted: Date | None = Field(None, description="Accepted by the venue.")
    published: Date | None = Field(None, description="Published by the venue.")


class CitationsEntry(Part):
    """How often a paper was cited, by whom counted, and when."""

    SHORTHAND = ", or a number"
    count: Count | None = Field(None, description="Citations in all.")
    source: PlainText = Field("", description="Who counted them.")
    as_of: Date | None = Field(None, description="The day of the count.")
    by_year: Annotated[dict[Count, Count], Present] = Field(
        default_factory=dict, description="Citations received in each year."
    )


class RatingEntry(Part):
    """A number that somebody gave the paper."""

    SHORTHAND = ", or a number"
    value: Number = Field(description="The number, on the scale that the settings declare.")
    source: PlainText = Field("", description="Who gave it.")
    as_of: Date | None = Field(None, description="The day it was given.")


class VersionEntry(Part):
    """Another form in which the same paper appeared."""

    kind: NeededText = Field(description="preprint, published, extended, and the like.")
    doi: Doi = Field("", description="Its DOI.")
    arxiv: Arxiv = Field("", description="Its arXiv id.")
    url: OutsideAddress = Field("", description="Where it is.")
    date: Date | None = Field(None, description="When it appeared.")
    venue: PlainText = Field("", description="Where it appeared.")


class RelatedEntry(Part):
    """Another work that belongs to the paper."""

    kind: NeededText = Field(description="erratum, retraction, software, dataset, translation, and the like.")
    id: PlainText = Field("", description="The other paper's id, where it is on this site.")
    doi: Doi = Field("", description="Its DOI.")
    url: Address = Field("", description="Where it is.")


class GrantEntry(Part):
    """Who paid."""

    funder: NeededText = Field(description="Who paid.")
    grant: PlainText = Field("", description="The number of the grant.")


Citations = Annotated[
    CitationsEntry, BeforeValidator(_shorthand("count"), json_schema_input_type=Count | CitationsEntry)
]
Rated = Annotated[RatingEntry, BeforeValidator(_shorthand("value"), json_schema_input_type=Number | RatingEntry)]
Addresses = Annotated[
    tuple[Address, ...], BeforeValidator(_one_as_list, json_schema_input_type=Address | list[Address])
]
TextOrList = Annotated[
    tuple[PlainText, ...], BeforeValidator(_one_as_list, json_schema_input_type=PlainText | list[PlainText])
]


class PaperFile(Part):
    """A paper: one file below content/papers."""

    title: ShortMarkdown = Field(description="The title; inline Markdown and $math$.")
    authors: Authors = Field(description="The byline, in order; `...` stands for authors left out.")
    date: Date | None = Field(None, description="2026, 2026-05 or 2026-05-28: what is shown and sorted by.")
    dates: DatesEntry = Field(DatesEntry.model_construct(), description="The dates of the paper's steps.")
    type: Annotated[str, *choice(PaperType, TYPE_SYNONYMS)] = Field("article", description="What it is.")
    status: Annotated[str, *choice(Status)] = Field("", description="How far it has come.")
    category: PlainText = Field("", description="The primary subject, as arXiv's: cs.LG.")
    categories: tuple[PlainText, ...] = Field((), description="All subjects, the primary first.")
    tags: tuple[PlainText, ...] = Field((), description="Words to find it by.")
    keywords: tuple[PlainText, ...] = Field((), description="Read as tags.")
    venue: PlainText = Field("", description="The journal, conference or book it appeared in.")
    series: PlainText = Field("", description="The series that the book or the proceedings are in.")
    volume: PlainText = Field("", description="The volume of the journal, the book or the series.")
    number: PlainText = Field("", description="The issue of the journal, or the number of the report.")
    pages: PlainText = Field("", description="The pages: 117-132.")
    eid: PlainText = Field("", description="The article's number where there are no pages.")
    publisher: PlainText = Field("", description="Who published it.")
    institution: PlainText = Field("", description="The university of a thesis, or who issued a report.")
    place: PlainText = Field("", description="Where the publisher is.")
    event: PlainText = Field("", description="The conference it was presented at.")
    edition: PlainText = Field("", description="The edition of a book: 2nd.")
    chapter: PlainText = Field("", description="The number of the chapter in its book.")
    isbn: Isbn = Field("", description="The ISBN of the book.")
    issn: Issn = Field("", description="The ISSN of the journal.")
    editors: People = Field((), description="The editors of the book or the proceedings, as in authors.")
    advisors: People = Field((), description="The advisors of a thesis, as in authors.")
    language: Language = Field("", description="The language it is written in: en, de, pt-BR.")
    license: PlainText = Field("", description="CC-BY-4.0, or in words.")
    citekey: CiteKey = Field("", description="Its key in BibTeX; default: made from name, year and title.")
    doi: Doi = Field("", description="Its DOI: 10.1000/182, or the address that leads there.")
    arxiv: Arxiv = Field("", description="Its arXiv id: 2101.00010, cs/9901001, or the address of its page.")
    url: Address = Field("", description="Where it is published.")
    links: Annotated[dict[NeededText, Addresses], Present] = Field(
        default_factory=dict, description="code, pdf, data, slides, poster, video, project, and others of your own."
    )
    versions: tuple[VersionEntry, ...] = Field((), description="Preprint and published are one paper.")
    related: tuple[RelatedEntry, ...] = Field((), description="Erratum, retraction, software, translation.")
    citations: Citations | None = Field(None, description="How often it was cited; left out where that is not known.")
    citations_by_year: Annotated[dict[Count, Count], Present] = Field(
        default_factory=dict, description="Short for citations: {by_year: ...}."
    )
    score: Hundred | None = Field(None, description="0-100, printed on the card.")
    novelty: Share | None = Field(None, description="0-1 or 54%; the author's Novelty is their mean.")
    ai_score: Hundred | None = Field(None, description="0-100; the author's AI Score is their mean.")
    ratings: Annotated[dict[Label, Rated], Present] = Field(
        default_factory=dict, description="Further ratings, declared in profilegen.yaml."
    )
    awards: TextOrList = Field((), description="Prizes that the paper won.")
    note: MarkdownText = Field("", description="Markdown, on the paper's page.")
    funding: tuple[GrantEntry, ...] = Field((), description="Who paid.")
    weight: Number | None = Field(None, description="Smaller first; papers without one come last.")
    draft: Truth = Field(False, description="A draft is on no page and in no number.")
    sample: Truth = Field(False, description="A sample is a draft as soon as the site has a paper that is none.")
    added: Date | None = Field(None, description="The day it came to the site.")
    updated: Date | None = Field(None, description="The day its file was last changed in substance.")
    old_urls: tuple[OldAddress, ...] = Field((), description="Addresses that now lead here.")
    accept: tuple[ProblemCode, ...] = Field((), description="Warnings and notes that are meant so.")
    extra: dict[str, Any] = Field(default_factory=dict, description="Anything a theme of yours wants.")
    abstract: MarkdownText = Field("", description="Markdown with LaTeX; in a .md file it is the body.")
