"""The keys of an author's file."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from profilegen.content.schema.paper import Addresses
from profilegen.content.schema.part import Part, Present
from profilegen.content.schema.people import PersonName
from profilegen.content.schema.values import (
    Count,
    Date,
    Email,
    Hundred,
    InsidePath,
    MarkdownText,
    NeededText,
    Number,
    OldAddress,
    Orcid,
    OutsideAddress,
    PlainText,
    ProblemCode,
    Ror,
    Share,
    Truth,
)


class AffiliationEntry(Part):
    """Where the author works or worked."""

    SHORTHAND = ", or a text"
    name: NeededText = Field(description="The organisation.")
    ror: Ror = Field("", description="The organisation's ROR id.")
    url: OutsideAddress = Field("", description="The organisation's page.")
    start: Date | None = Field(None, alias="from", description="Since when.")
    end: Date | None = Field(None, alias="to", description="Until when.")


class ReportedEntry(Part):
    """Numbers that somebody else computed: they stand in place of ours, marked, with source and day."""

    h_index: Count | None = Field(None, description="The h-index.")
    g_index: Count | None = Field(None, description="The g-index.")
    i10_index: Count | None = Field(None, description="The i10-index.")
    papers: Count | None = Field(None, description="The number of papers.")
    citations: Count | None = Field(None, description="The number of citations.")
    citations_per_paper: Number | None = Field(None, description="Citations per paper.")
    m_quotient: Number | None = Field(None, description="The m-quotient.")
    novelty: Share | None = Field(None, description="The Novelty.")
    ai_score: Hundred | None = Field(None, description="The AI Score.")
    source: NeededText = Field(description="Who says so.")
    url: OutsideAddress = Field("", description="Where it can be looked up.")
    as_of: Date = Field(description="The day they were read.")


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _one_block(value: object) -> object:
    return [value] if isinstance(value, dict) else value


Affiliations = tuple[
    Annotated[AffiliationEntry, BeforeValidator(_named, json_schema_input_type=NeededText | AffiliationEntry)], ...
]
Reports = Annotated[
    tuple[ReportedEntry, ...], BeforeValidator(_one_block, json_schema_input_type=ReportedEntry | list[ReportedEntry])
]


class AuthorFile(Part):
    """An author: one file below content/authors."""

    name: PersonName = Field(description="The name as printed, or its parts.")
    native_name: PlainText = Field("", description="The name in its own script.")
    other_names: tuple[PersonName, ...] = Field((), description="As printed elsewhere; they link papers.")
    former_names: tuple[PersonName, ...] = Field((), description="They link papers and are never printed.")
    orcid: Orcid = Field("", description="The ORCID; it links papers before any name does.")
    position: PlainText = Field("", description="What stands below the name: Professor of Geology.")
    affiliations: Affiliations = Field((), description="Where the author works and worked.")
    email: Email = Field("", description="The e-mail address, as a link on the profile.")
    photo: InsidePath = Field("", description="A picture beside this file or elsewhere in the site.")
    links: Annotated[dict[NeededText, Addresses], Present] = Field(
        {}, description="homepage, scholar, github, dblp, cv, and others of your own."
    )
    interests: tuple[PlainText, ...] = Field((), description="What the author works on, a few words each.")
    group: PlainText = Field("", description="Where the author stands among the people.")
    start: Date | None = Field(None, alias="from", description="Since when the author is with the group.")
    end: Date | None = Field(None, alias="to", description="Until when.")
    died: Date | None = Field(None, description="The day of death; the profile says so.")
    selected: tuple[PlainText, ...] = Field((), description="Ids of the papers that come first, in order.")
    reported: Reports = Field((), description="Numbers from elsewhere, with source and day.")
    weight: Number | None = Field(None, description="Smaller first among the people.")
    profile: Truth = Field(True, description="false: known and linked to their homepage, no page here.")
    draft: Truth = Field(False, description="A draft has no page, and papers do not link to it.")
    old_urls: tuple[OldAddress, ...] = Field((), description="Addresses that now lead here.")
    accept: tuple[ProblemCode, ...] = Field((), description="Warnings and notes that are meant so.")
    extra: dict[str, Any] = Field({}, description="Anything a theme of yours wants.")
    biography: MarkdownText = Field("", description="Markdown; in a .md file it is the body.")
