"""A paper as an item of CSL-JSON, the notation of citation styles."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from profilegen.exports.cited import Cited
from profilegen.exports.parts import page_range, people, web_address
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Paper, PaperType
from profilegen.values import json_line

Item: TypeAlias = dict[str, object]

TYPES: Final[Mapping[PaperType, tuple[str, str]]] = MappingProxyType(
    {
        PaperType.ARTICLE: ("article-journal", ""),
        PaperType.CONFERENCE: ("paper-conference", ""),
        PaperType.PREPRINT: ("article", "Preprint"),
        PaperType.BOOK: ("book", ""),
        PaperType.CHAPTER: ("chapter", ""),
        PaperType.THESIS_PHD: ("thesis", "PhD thesis"),
        PaperType.THESIS_MASTER: ("thesis", "Master's thesis"),
        PaperType.REPORT: ("report", ""),
        PaperType.SOFTWARE: ("software", ""),
        PaperType.DATASET: ("dataset", ""),
        PaperType.TALK: ("speech", "Talk"),
        PaperType.POSTER: ("speech", "Poster"),
        PaperType.PATENT: ("patent", ""),
        PaperType.OTHER: ("document", ""),
    }
)
"""CSL's type, and the genre that says more than it does."""

_NUMBERED: Final = frozenset({PaperType.REPORT, PaperType.PATENT, PaperType.SOFTWARE, PaperType.DATASET})
"""Types whose number is their own, and not that of an issue."""


def csl_json(cited: Cited) -> str:
    """The paper as one line of JSON, with its abstract."""
    return json_line(csl_item(cited) | _kept(cited))


def csl_item(cited: Cited) -> Item:
    """The paper as an item of CSL 1.0.2, what is not known left out."""
    paper = cited.paper
    kind, genre = TYPES[paper.type]
    item: Item = {"id": cited.key, "type": kind, "title": cited.title}
    item["author"] = [_name(name) for name in people(paper)]
    item["editor"] = [_name(editor.name) for editor in paper.editors] if paper.editors else ()
    item["genre"] = genre
    item["issued"] = _date(paper.date) if paper.date else ()
    item.update(_imprint(paper))
    item["DOI"] = paper.doi
    item["URL"] = web_address(paper)
    if paper.arxiv:
        item["archive"] = "arXiv"
        item["archive_location"] = paper.arxiv
    return {key: value for key, value in item.items() if value}


def _kept(cited: Cited) -> Item:
    """What no style prints."""
    paper = cited.paper
    kept: Item = {
        "language": paper.language,
        "keyword": ", ".join(paper.tags),
        "status": paper.status.value if paper.status else "",
        "abstract": cited.abstract,
    }
    return {key: value for key, value in kept.items() if value}


def _imprint(paper: Paper) -> Iterator[tuple[str, str]]:
    imprint = paper.imprint
    yield "container-title", imprint.venue or imprint.event
    yield "collection-title", imprint.series
    yield "event-title", imprint.event
    yield "volume", imprint.volume
    yield "number" if paper.type in _NUMBERED else "issue", imprint.number
    yield "page", "-".join(part for part in page_range(imprint.pages) if part)
    if imprint.eid:
        yield "number", imprint.eid
    yield "edition", imprint.edition
    yield "chapter-number", imprint.chapter
    yield "publisher", imprint.publisher or imprint.institution
    yield "publisher-place", imprint.place
    yield "ISBN", imprint.isbn
    yield "ISSN", imprint.issn


def _name(name: Name) -> Item:
    if name.literal:
        return {"literal": name.full}
    parts: Item = {}
    if name.family:
        parts["family"] = name.family
    if name.given:
        parts["given"] = name.given
    if name.particle:
        parts["non-dropping-particle"] = name.particle
    if name.suffix:
        parts["suffix"] = name.suffix
    return parts


def _date(date: PartialDate) -> Item:
    parts = [part for part in (date.year, date.month, date.day) if part is not None]
    return {"date-parts": [parts]}
