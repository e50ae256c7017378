"""A paper as a BibTeX entry, for BibTeX and biber alike."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from profilegen.exports.inline import latex
from profilegen.exports.keys import own_key
from profilegen.exports.names import names
from profilegen.exports.tex import escaped, one_line
from profilegen.model.addresses import is_outside
from profilegen.model.categories import ARXIV
from profilegen.model.paper import Imprint, Paper, PaperType, Status

NOTE_LENGTH: Final = 2_000
"""A longer note is a text of its own, and no part of a citation."""

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every style defines."""

_NO_VERBATIM: Final = re.compile(r"[\s\\{}\x00-\x1f\x7f-\x9f]")
_DASHES: Final = re.compile(r"\s*(?:-{2,}|[‒–—−])\s*")
_HYPHEN: Final = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_END: Final = "\n}\n"


class _Shape(NamedTuple):
    """An entry's type, the field that the venue stands in, the one for the institution, and what BibTeX calls it."""

    entry: str
    venue: str = "howpublished"
    institution: str = "institution"
    called: str = ""


_MISC: Final = _Shape("misc")
_SHAPES: Final[Mapping[PaperType, _Shape]] = MappingProxyType(
    {
        PaperType.ARTICLE: _Shape("article", "journal"),
        PaperType.CONFERENCE: _Shape("inproceedings", "booktitle"),
        PaperType.PREPRINT: _MISC,
        PaperType.BOOK: _Shape("book"),
        PaperType.CHAPTER: _Shape("incollection", "booktitle"),
        PaperType.THESIS_PHD: _Shape("phdthesis", institution="school"),
        PaperType.THESIS_MASTER: _Shape("mastersthesis", institution="school"),
        PaperType.REPORT: _Shape("techreport"),
        PaperType.SOFTWARE: _Shape("misc", called="Software"),
        PaperType.DATASET: _Shape("misc", called="Data set"),
        PaperType.TALK: _Shape("misc", called="Talk"),
        PaperType.POSTER: _Shape("misc", called="Poster"),
        PaperType.PATENT: _Shape("misc", called="Patent"),
        PaperType.OTHER: _MISC,
    }
)
_STATUSES: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.SUBMITTED: "Submitted",
        Status.ACCEPTED: "To appear",
        Status.RETRACTED: "Retracted",
        Status.WITHDRAWN: "Withdrawn",
    }
)


def bibtex(paper: Paper, *, key: str = "") -> str:
    """The paper's entry, ending in a line feed; `key` is its citation key (see `keys`), its own one by default.

    Of a byline with authors left out, `author` has those whose place is known and `others`; the further ones stand in
    `annote`, which no common style prints, since any place given to them would be a false one.
    """
    shape = _shape(paper)
    fields = [f"  {name} = {text}" for name, text in _fields(paper, shape)]
    return f"@{shape.entry}{{{key or own_key(paper)},\n" + ",\n".join(fields) + _END


def whole_bibtex(paper: Paper, entry: str) -> str:
    """The `entry` with what no style prints but a reference manager keeps: day, language, keywords, abstract."""
    kept = "".join(f",\n  {name} = {{{text}}}" for name, text in _kept(paper) if text)
    return f"{entry.removesuffix(_END)}{kept}{_END}"


def _shape(paper: Paper) -> _Shape:
    """How the type is written. Without a journal or a book to stand in, an entry that needs one is a plain `misc`."""
    shape = _SHAPES[paper.type]
    needed = shape.venue != "howpublished"
    return _MISC if needed and not (paper.imprint.venue or paper.imprint.event) else shape


def _fields(paper: Paper, shape: _Shape) -> Iterator[tuple[str, str]]:
    """The fields that are known, in the order of print, each value enclosed."""
    month = paper.date.month if paper.date else None
    for name, text in (*_who(paper), *_where(paper.imprint, shape)):
        if text:
            yield name, f"{{{text}}}"
    if paper.date:
        yield "year", f"{{{paper.date.year:04d}}}"
    if month:
        yield "month", MONTHS[month - 1]
    for name, text in (*_identifiers(paper), ("note", _note(paper)), ("annote", _annote(paper))):
        if text:
            yield name, f"{{{text}}}"


def _who(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "author", names((one.name for one in paper.byline.placed), others=not paper.byline.complete)
    yield "title", latex(paper.title.source, capitals=True)
    yield "editor", names(one.name for one in paper.editors)


def _where(imprint: Imprint, shape: _Shape) -> Iterator[tuple[str, str]]:
    venue = imprint.venue or imprint.event or shape.called
    institution = imprint.institution or (imprint.publisher if shape.institution == "school" else "")
    yield shape.venue, _plain(venue)
    yield "eventtitle", _plain(imprint.event if imprint.venue else "")
    yield "series", _plain(imprint.series)
    yield "volume", _plain(imprint.volume)
    yield "number", _plain(imprint.number)
    yield "chapter", _plain(imprint.chapter)
    yield "pages", pages(imprint.pages)
    yield "eid", _plain(imprint.eid)
    yield "edition", _plain(imprint.edition)
    yield "publisher", _plain(imprint.publisher)
    yield shape.institution, _plain(institution)
    yield "address", _plain(imprint.place)
    yield "isbn", _plain(imprint.isbn)
    yield "issn", _plain(imprint.issn)


def _identifiers(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "doi", _verbatim(paper.doi)
    if paper.arxiv:
        yield "eprint", _verbatim(paper.arxiv)
        yield "archivePrefix", "arXiv"
        yield "primaryClass", paper.category if paper.category in ARXIV else ""
    yield "url", _verbatim(paper.url) if paper.url and is_outside(paper.url) else ""


def _kept(paper: Paper) -> Iterator[tuple[str, str]]:
    """What reference managers keep beside the citation."""
    day = paper.date.day if paper.date else None
    yield "day", str(day or "")
    yield "language", _plain(paper.language)
    yield "keywords", ", ".join(_plain(tag) for tag in paper.tags)
    yield "abstract", latex(paper.abstract.source)


def pages(text: str) -> str:
    """Pages with `--` for each dash: `117-132` and `117–132` become `117--132`, a page named `3-1--3-9` stays."""
    plain = one_line(text)
    dash = _DASHES if _DASHES.search(plain) else _HYPHEN
    return "--".join(_plain(part) for part in dash.split(plain))


def _note(paper: Paper) -> str:
    """What became of the paper, then what its file says."""
    status = _STATUSES.get(paper.status, "") if paper.status else ""
    note = latex(paper.note.source) if 0 < len(paper.note.source) <= NOTE_LENGTH else ""
    return ". ".join(part for part in (status, note) if part)


def _annote(paper: Paper) -> str:
    if paper.byline.complete:
        return ""
    placed = len(paper.byline.placed)
    further = [_plain(author.name.full) for author in paper.byline.authors[placed:]]
    return f"Among the authors: {', '.join(further)}" if further else ""


def _plain(text: str) -> str:
    return escaped(one_line(text)) if text else ""


def _verbatim(text: str) -> str:
    """An address or an identifier: styles read these as they are, so nothing is escaped but what ends a field."""
    return _NO_VERBATIM.sub(lambda found: f"%{ord(found.group()):02X}", text)
