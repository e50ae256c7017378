"""A paper in RIS, the notation of EndNote and of most reference managers' imports."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from profilegen.exports.cited import Cited
from profilegen.exports.parts import inverted, one_line, page_range, people, web_address
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Imprint, PaperType

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


def _fields(cited: Cited) -> tuple[tuple[str, str], ...]:
    paper = cited.paper
    return (
        ("TY", TYPES[paper.type]),
        ("ID", cited.key),
        *[("AU", inverted(name)) for name in people(paper)],
        *[("A2", inverted(editor.name)) for editor in paper.editors],
        ("TI", cited.title),
        *_imprint(paper.imprint),
        *(_date(paper.date) if paper.date else ()),
        ("DO", paper.doi),
        ("UR", web_address(paper)),
        ("AN", f"arXiv:{paper.arxiv}" if paper.arxiv else ""),
        ("L2", cited.address),
        ("M3", _KINDS.get(paper.type, "")),
        ("LA", paper.language),
        *[("KW", tag) for tag in paper.tags],
        ("N1", paper.status.capitalize() if paper.status and paper.retracted else ""),
        ("AB", cited.abstract),
    )


def _imprint(imprint: Imprint) -> tuple[tuple[str, str], ...]:
    first, last = page_range(imprint.pages)
    return (
        ("T2", imprint.venue or imprint.event),
        ("T3", imprint.series),
        ("VL", imprint.volume),
        ("IS", imprint.number),
        ("SP", first or imprint.eid),
        ("EP", last),
        ("ET", imprint.edition),
        ("PB", imprint.publisher or imprint.institution),
        ("CY", imprint.place),
        ("SN", imprint.issn or imprint.isbn),
    )


def _date(date: PartialDate) -> tuple[tuple[str, str], ...]:
    """The year, and as much of `2023/10/28/` as is known."""
    known = date.iso
    return ("PY", known[:4]), ("DA", f"{known.replace('-', '/')}{'///'[known.count('-') :]}")
