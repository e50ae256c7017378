"""The `citation_...` tags of a paper's page, as Google Scholar's guidelines for webmasters ask for them."""

from collections.abc import Iterator
from typing import Final

from profilegen.exports.cited import Cited
from profilegen.exports.parts import one_line, page_range
from profilegen.model.addresses import is_outside
from profilegen.model.paper import Paper, PaperType

_VENUES: Final = {
    PaperType.CONFERENCE: "citation_conference_title",
    PaperType.POSTER: "citation_conference_title",
    PaperType.TALK: "citation_conference_title",
    PaperType.CHAPTER: "citation_inbook_title",
}
_THESES: Final = (PaperType.THESIS_PHD, PaperType.THESIS_MASTER)


def highwire(cited: Cited) -> Iterator[tuple[str, str]]:
    """The tags, each a name and its content. Authors whose place is not known have none: the first one counts most."""
    return ((name, text) for name, value in _tags(cited) if value and (text := one_line(value)))


def _tags(cited: Cited) -> Iterator[tuple[str, str]]:
    paper = cited.paper
    yield "citation_title", cited.title
    for author in paper.byline.placed:
        yield "citation_author", author.name.full
        yield "citation_author_orcid", f"https://orcid.org/{author.orcid}" if author.orcid else ""
    yield "citation_publication_date", _date(paper)
    yield from _imprint(paper)
    yield "citation_doi", paper.doi
    yield "citation_arxiv_id", paper.arxiv
    yield "citation_language", paper.language
    yield "citation_abstract_html_url", cited.address
    yield "citation_pdf_url", _pdf(cited)
    yield from (("citation_keywords", tag) for tag in paper.tags)


def _date(paper: Paper) -> str:
    """`2023/10/28`, or the year: Google Scholar reads no month alone."""
    if paper.date is None:
        return ""
    return paper.date.iso.replace("-", "/") if paper.date.day else f"{paper.date.year:04d}"


def _imprint(paper: Paper) -> Iterator[tuple[str, str]]:
    imprint = paper.imprint
    first, last = page_range(imprint.pages)
    yield _VENUES.get(paper.type, "citation_journal_title"), imprint.venue or imprint.event
    yield "citation_volume", imprint.volume
    if paper.type is PaperType.REPORT:
        yield "citation_technical_report_number", imprint.number
        yield "citation_technical_report_institution", imprint.institution
    else:
        yield "citation_issue", imprint.number
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_issn", imprint.issn
    yield "citation_isbn", imprint.isbn
    yield "citation_publisher", imprint.publisher
    if paper.type in _THESES:
        yield "citation_dissertation_institution", imprint.institution or imprint.publisher


def _pdf(cited: Cited) -> str:
    """The whole address of the PDF, where it lies in the folder of the paper's page; Scholar takes no other."""
    links = (link.url for link in cited.paper.links if link.label.casefold() == "pdf")
    here = (url for url in links if not is_outside(url) and not url.startswith(("/", "#", "?")) and ".." not in url)
    return next((cited.absolute(f"{cited.page}{url}") for url in here if url.split("?")[0].endswith(".pdf")), "")
