"""The `citation_...` tags of a paper's page, as Google Scholar's guidelines for webmasters ask for them."""

from collections.abc import Iterator
from typing import Final

from profilegen.exports.cited import Cited
from profilegen.exports.parts import one_line, page_range
from profilegen.model.addresses import is_outside
from profilegen.model.paper import Contributor, Paper, PaperType

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


def _tags(cited: Cited) -> tuple[tuple[str, str], ...]:
    paper = cited.paper
    return (
        ("citation_title", cited.title),
        *[pair for author in paper.byline.placed for pair in _author(author)],
        ("citation_publication_date", _date(paper)),
        *_imprint(paper),
        ("citation_doi", paper.doi),
        ("citation_arxiv_id", paper.arxiv),
        ("citation_language", paper.language),
        ("citation_abstract_html_url", cited.address),
        ("citation_pdf_url", _pdf(cited) if paper.links else ""),
        *[("citation_keywords", tag) for tag in paper.tags],
    )


def _author(author: Contributor) -> tuple[tuple[str, str], ...]:
    name = ("citation_author", author.name.full)
    return (name, ("citation_author_orcid", f"https://orcid.org/{author.orcid}")) if author.orcid else (name,)


def _date(paper: Paper) -> str:
    """`2023/10/28`, or the year: Google Scholar reads no month alone."""
    if paper.date is None:
        return ""
    return paper.date.iso.replace("-", "/") if paper.date.day else f"{paper.date.year:04d}"


def _imprint(paper: Paper) -> tuple[tuple[str, str], ...]:
    imprint, kind = paper.imprint, paper.type
    first, last = page_range(imprint.pages)
    given_out = imprint.institution or imprint.publisher
    return (
        (_VENUES.get(kind, "citation_journal_title"), imprint.venue or imprint.event),
        ("citation_volume", imprint.volume),
        ("citation_technical_report_number" if kind is PaperType.REPORT else "citation_issue", imprint.number),
        ("citation_technical_report_institution", imprint.institution if kind is PaperType.REPORT else ""),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_issn", imprint.issn),
        ("citation_isbn", imprint.isbn),
        ("citation_publisher", imprint.publisher),
        ("citation_dissertation_institution", given_out if kind in _THESES else ""),
    )


def _pdf(cited: Cited) -> str:
    """The whole address of the PDF, where it lies in the folder of the paper's page; Scholar takes no other."""
    links = (link.url for link in cited.paper.links if link.label.casefold() == "pdf")
    here = (url for url in links if not is_outside(url) and not url.startswith(("/", "#", "?")) and ".." not in url)
    return next((cited.absolute(f"{cited.page}{url}") for url in here if url.split("?")[0].endswith(".pdf")), "")
