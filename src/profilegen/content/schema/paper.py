"""The keys of a paper's file."""

from typing import Annotated, Any, Final

from profilegen.content.schema.notes import Before
from profilegen.content.schema.part import Part, Present, key
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


def _shorthand(name: str) -> Any:  # noqa: ANN401 - what makes a value takes anything
    """A plain value in place of a map stands for the value of its key `name`."""
    return lambda value: {name: value} if isinstance(value, str) else value


def _one_as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class DatesEntry(Part):
    """The dates of a paper's steps."""

    submitted: Date | None = key(None, description="Sent to the venue.")
    posted: Date | None = key(None, description="Made public as a preprint.")
    accepted: Date | None = key(None, description="Accepted by the venue.")
    published: Date | None = key(None, description="Published by the venue.")


class CitationsEntry(Part):
    """How often a paper was cited, by whom counted, and when."""

    SHORTHAND = ", or a number"
    count: Count | None = key(None, description="Citations in all.")
    source: PlainText = key("", description="Who counted them.")
    as_of: Date | None = key(None, description="The day of the count.")
    by_year: Annotated[dict[Count, Count], Present] = key(
        default_factory=dict, description="Citations received in each year."
    )


class RatingEntry(Part):
    """A number that somebody gave the paper."""

    SHORTHAND = ", or a number"
    value: Number = key(description="The number, on the scale that the settings declare.")
    source: PlainText = key("", description="Who gave it.")
    as_of: Date | None = key(None, description="The day it was given.")


class VersionEntry(Part):
    """Another form in which the same paper appeared."""

    kind: NeededText = key(description="preprint, published, extended, and the like.")
    doi: Doi = key("", description="Its DOI.")
    arxiv: Arxiv = key("", description="Its arXiv id.")
    url: OutsideAddress = key("", description="Where it is.")
    date: Date | None = key(None, description="When it appeared.")
    venue: PlainText = key("", description="Where it appeared.")


class RelatedEntry(Part):
    """Another work that belongs to the paper."""

    kind: NeededText = key(description="erratum, retraction, software, dataset, translation, and the like.")
    id: PlainText = key("", description="The other paper's id, where it is on this site.")
    doi: Doi = key("", description="Its DOI.")
    url: Address = key("", description="Where it is.")


class GrantEntry(Part):
    """Who paid."""

    funder: NeededText = key(description="Who paid.")
    grant: PlainText = key("", description="The number of the grant.")


Citations = Annotated[CitationsEntry, Before(_shorthand("count"), accepts=Count | CitationsEntry)]
Rated = Annotated[RatingEntry, Before(_shorthand("value"), accepts=Number | RatingEntry)]
Addresses = Annotated[tuple[Address, ...], Before(_one_as_list, accepts=Address | list[Address])]
TextOrList = Annotated[tuple[PlainText, ...], Before(_one_as_list, accepts=PlainText | list[PlainText])]


class PaperFile(Part):
    """A paper: one file below content/papers."""

    title: ShortMarkdown = key(description="The title; inline Markdown and $math$.")
    authors: Authors = key(description="The byline, in order; `...` stands for authors left out.")
    date: Date | None = key(None, description="2026, 2026-05 or 2026-05-28: what is shown and sorted by.")
    dates: DatesEntry = key(DatesEntry(), description="The dates of the paper's steps.")
    type: Annotated[str, *choice(PaperType, TYPE_SYNONYMS)] = key("article", description="What it is.")
    status: Annotated[str, *choice(Status)] = key("", description="How far it has come.")
    category: PlainText = key("", description="The primary subject, as arXiv's: cs.LG.")
    categories: tuple[PlainText, ...] = key((), description="All subjects, the primary first.")
    tags: tuple[PlainText, ...] = key((), description="Words to find it by.")
    keywords: tuple[PlainText, ...] = key((), description="Read as tags.")
    venue: PlainText = key("", description="The journal, conference or book it appeared in.")
    series: PlainText = key("", description="The series that the book or the proceedings are in.")
    volume: PlainText = key("", description="The volume of the journal, the book or the series.")
    number: PlainText = key("", description="The issue of the journal, or the number of the report.")
    pages: PlainText = key("", description="The pages: 117-132.")
    eid: PlainText = key("", description="The article's number where there are no pages.")
    publisher: PlainText = key("", description="Who published it.")
    institution: PlainText = key("", description="The university of a thesis, or who issued a report.")
    place: PlainText = key("", description="Where the publisher is.")
    event: PlainText = key("", description="The conference it was presented at.")
    edition: PlainText = key("", description="The edition of a book: 2nd.")
    chapter: PlainText = key("", description="The number of the chapter in its book.")
    isbn: Isbn = key("", description="The ISBN of the book.")
    issn: Issn = key("", description="The ISSN of the journal.")
    editors: People = key((), description="The editors of the book or the proceedings, as in authors.")
    advisors: People = key((), description="The advisors of a thesis, as in authors.")
    language: Language = key("", description="The language it is written in: en, de, pt-BR.")
    license: PlainText = key("", description="CC-BY-4.0, or in words.")
    citekey: CiteKey = key("", description="Its key in BibTeX; default: made from name, year and title.")
    doi: Doi = key("", description="Its DOI: 10.1000/182, or the address that leads there.")
    arxiv: Arxiv = key("", description="Its arXiv id: 2101.00010, cs/9901001, or the address of its page.")
    url: Address = key("", description="Where it is published.")
    links: Annotated[dict[NeededText, Addresses], Present] = key(
        default_factory=dict, description="code, pdf, data, slides, poster, video, project, and others of your own."
    )
    versions: tuple[VersionEntry, ...] = key((), description="Preprint and published are one paper.")
    related: tuple[RelatedEntry, ...] = key((), description="Erratum, retraction, software, translation.")
    citations: Citations | None = key(None, description="How often it was cited; left out where that is not known.")
    citations_by_year: Annotated[dict[Count, Count], Present] = key(
        default_factory=dict, description="Short for citations: {by_year: ...}."
    )
    score: Hundred | None = key(None, description="0-100, printed on the card.")
    novelty: Share | None = key(None, description="0-1 or 54%; the author's Novelty is their mean.")
    ai_score: Hundred | None = key(None, description="0-100; the author's AI Score is their mean.")
    ratings: Annotated[dict[Label, Rated], Present] = key(
        default_factory=dict, description="Further ratings, declared in profilegen.yaml."
    )
    awards: TextOrList = key((), description="Prizes that the paper won.")
    note: MarkdownText = key("", description="Markdown, on the paper's page.")
    funding: tuple[GrantEntry, ...] = key((), description="Who paid.")
    weight: Number | None = key(None, description="Smaller first; papers without one come last.")
    draft: Truth = key(False, description="A draft is on no page and in no number.")
    sample: Truth = key(False, description="A sample is a draft as soon as the site has a paper that is none.")
    added: Date | None = key(None, description="The day it came to the site.")
    updated: Date | None = key(None, description="The day its file was last changed in substance.")
    old_urls: tuple[OldAddress, ...] = key((), description="Addresses that now lead here.")
    accept: tuple[ProblemCode, ...] = key((), description="Warnings and notes that are meant so.")
    extra: dict[str, Any] = key(default_factory=dict, description="Anything a theme of yours wants.")
    abstract: MarkdownText = key("", description="Markdown with LaTeX; in a .md file it is the body.")
