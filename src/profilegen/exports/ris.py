"""A paper in RIS, the notation of EndNote and of most reference managers' imports."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.exports.cited import Cited
from profilegen.exports.parts import inverted, one_line, page_range, people, web_address
from profilegen.model.paper import Paper, PaperType

TYPES: Final[Mapping[PaperType, str]] = MappingProxyType(
    {
        PaperType.ARTICLE: "JOUR",
        PaperType.CONFERENCE: "CPAPER",
        PaperType.PREPRINT: "UNPB",
        PaperType.BOOK: "BOOK",
        PaperType.CHAPTER: "CHAP",
        PaperType.THESIS_PHD: "THES",
        PaperType.THESIS_MASTER: "THES",
        PaperType.REPORT: "RPRT",
        PaperType.SOFTWARE: "COMP",
        PaperType.DATASET: "DATA",
        PaperType.TALK: "SLIDE",
        PaperType.POSTER: "GEN",
        PaperType.PATENT: "PAT",
        PaperType.OTHER: "GEN",
    }
)
_KINDS: Final[Mapping[PaperType, str]] = MappingProxyType(
    {
        PaperType.THESIS_PHD: "PhD thesis",
        PaperType.THESIS_MASTER: "Master's thesis",
        PaperType.PREPRINT: "Preprint",
        PaperType.POSTER: "Poster",
    }
)


def ris(cited: Cited) -> str:
    """The paper as one record, every line ending in a line feed; names of a group stand as they are."""
    lines = [f"{tag}  - {text}\n" for tag, value in _fields(cited) if value and (text := one_line(value))]
    return "".join(lines) + "ER  - \n"


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    paper = cited.paper
    yield "TY", TYPES[paper.type]
    yield "ID", cited.key
    yield from (("AU", inverted(name)) for name in people(paper))
    yield from (("A2", inverted(editor.name)) for editor in paper.editors)
    yield "TI", cited.title
    yield from _imprint(paper)
    yield from _date(paper)
    yield "DO", paper.doi
    yield "UR", web_address(paper)
    yield "AN", f"arXiv:{paper.arxiv}" if paper.arxiv else ""
    yield "L2", cited.address
    yield "M3", _KINDS.get(paper.type, "")
    yield "LA", paper.language
    yield from (("KW", tag) for tag in paper.tags)
    yield "N1", paper.status.capitalize() if paper.status and paper.retracted else ""
    yield "AB", cited.abstract


def _imprint(paper: Paper) -> Iterator[tuple[str, str]]:
    imprint = paper.imprint
    first, last = page_range(imprint.pages)
    yield "T2", imprint.venue or imprint.event
    yield "T3", imprint.series
    yield "VL", imprint.volume
    yield "IS", imprint.number
    yield "SP", first or imprint.eid
    yield "EP", last
    yield "ET", imprint.edition
    yield "PB", imprint.publisher or imprint.institution
    yield "CY", imprint.place
    yield "SN", imprint.issn or imprint.isbn


def _date(paper: Paper) -> Iterator[tuple[str, str]]:
    """The year, and as much of `2023/10/28/` as is known."""
    if paper.date is not None:
        parts = paper.date.iso.split("-")
        yield "PY", parts[0]
        yield "DA", "/".join([*parts, *[""] * (4 - len(parts))])
