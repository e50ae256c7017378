"""The keys of an author's file."""

from typing import Annotated, Any

from profilegen.content.schema.notes import Before
from profilegen.content.schema.paper import Addresses
from profilegen.content.schema.part import Part, Present, key
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
    name: NeededText = key(description="The organisation.")
    ror: Ror = key("", description="The organisation's ROR id.")
    url: OutsideAddress = key("", description="The organisation's page.")
    start: Date | None = key(None, alias="from", description="Since when.")
    end: Date | None = key(None, alias="to", description="Until when.")


class ReportedEntry(Part):
    """Numbers that somebody else computed: they stand in place of ours, marked, with source and day."""

    h_index: Count | None = key(None, description="The h-index.")
    g_index: Count | None = key(None, description="The g-index.")
    i10_index: Count | None = key(None, description="The i10-index.")
    papers: Count | None = key(None, description="The number of papers.")
    citations: Count | None = key(None, description="The number of citations.")
    citations_per_paper: Number | None = key(None, description="Citations per paper.")
    m_quotient: Number | None = key(None, description="The m-quotient.")
    novelty: Share | None = key(None, description="The Novelty.")
    ai_score: Hundred | None = key(None, description="The AI Score.")
    source: NeededText = key(description="Who says so.")
    url: OutsideAddress = key("", description="Where it can be looked up.")
    as_of: Date = key(description="The day they were read.")


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _one_block(value: object) -> object:
    return [value] if isinstance(value, dict) else value


Affiliations = tuple[Annotated[AffiliationEntry, Before(_named, accepts=NeededText | AffiliationEntry)], ...]
Reports = Annotated[tuple[ReportedEntry, ...], Before(_one_block, accepts=ReportedEntry | list[ReportedEntry])]


class AuthorFile(Part):
    """An author: one file below content/authors."""

    name: PersonName = key(description="The name as printed, or its parts.")
    native_name: PlainText = key("", description="The name in its own script.")
    other_names: tuple[PersonName, ...] = key((), description="As printed elsewhere; they link papers.")
    former_names: tuple[PersonName, ...] = key((), description="They link papers and are never printed.")
    orcid: Orcid = key("", description="The ORCID; it links papers before any name does.")
    position: PlainText = key("", description="What stands below the name: Professor of Geology.")
    affiliations: Affiliations = key((), description="Where the author works and worked.")
    email: Email = key("", description="The e-mail address, as a link on the profile.")
    photo: InsidePath = key("", description="A picture beside this file or elsewhere in the site.")
    links: Annotated[dict[NeededText, Addresses], Present] = key(
        {}, description="homepage, scholar, github, dblp, cv, and others of your own."
    )
    interests: tuple[PlainText, ...] = key((), description="What the author works on, a few words each.")
    group: PlainText = key("", description="Where the author stands among the people.")
    start: Date | None = key(None, alias="from", description="Since when the author is with the group.")
    end: Date | None = key(None, alias="to", description="Until when.")
    died: Date | None = key(None, description="The day of death; the profile says so.")
    selected: tuple[PlainText, ...] = key((), description="Ids of the papers that come first, in order.")
    reported: Reports = key((), description="Numbers from elsewhere, with source and day.")
    weight: Number | None = key(None, description="Smaller first among the people.")
    profile: Truth = key(True, description="false: known and linked to their homepage, no page here.")
    draft: Truth = key(False, description="A draft has no page, and papers do not link to it.")
    old_urls: tuple[OldAddress, ...] = key((), description="Addresses that now lead here.")
    accept: tuple[ProblemCode, ...] = key((), description="Warnings and notes that are meant so.")
    extra: dict[str, Any] = key({}, description="Anything a theme of yours wants.")
    biography: MarkdownText = key("", description="Markdown; in a .md file it is the body.")
