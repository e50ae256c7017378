"""RIS files, as reference managers and publishers write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import rispy

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.calendar import date_of
from profilegen.importing.candidate import Candidate, Reading, lacking
from profilegen.importing.markdown import from_html, inline, untagged
from profilegen.importing.people import unparsed
from profilegen.model.paper import PaperType
from profilegen.problems import Place, Problem, problem, quoted

_START: Final = re.compile(r"^TY  ?-.*$", re.MULTILINE)
_TYPES: Final[Mapping[str, PaperType]] = {
    "JOUR": PaperType.ARTICLE,
    "EJOUR": PaperType.ARTICLE,
    "MGZN": PaperType.ARTICLE,
    "NEWS": PaperType.ARTICLE,
    "ABST": PaperType.ARTICLE,
    "CONF": PaperType.CONFERENCE,
    "CPAPER": PaperType.CONFERENCE,
    "BOOK": PaperType.BOOK,
    "EDBOOK": PaperType.BOOK,
    "EBOOK": PaperType.BOOK,
    "CHAP": PaperType.CHAPTER,
    "ECHAP": PaperType.CHAPTER,
    "THES": PaperType.THESIS_PHD,
    "RPRT": PaperType.REPORT,
    "GOVDOC": PaperType.REPORT,
    "STAND": PaperType.REPORT,
    "UNPB": PaperType.PREPRINT,
    "PREPRINT": PaperType.PREPRINT,
    "INPR": PaperType.ARTICLE,
    "COMP": PaperType.SOFTWARE,
    "DATA": PaperType.DATASET,
    "DBASE": PaperType.DATASET,
    "AGGR": PaperType.DATASET,
    "PAT": PaperType.PATENT,
    "SLIDE": PaperType.TALK,
}
_MASTER: Final = re.compile(r"master|diplom|bachelor|\bm\.?sc|\bb\.?sc", re.IGNORECASE)
_IN_PARTS: Final = frozenset({"CHAP", "ECHAP", "CONF", "CPAPER"})


def read_ris(text: str, path: str) -> Reading:
    """The papers of a RIS file called `path`; each record is read by itself, so that a bad one spoils no other."""
    candidates: list[Candidate] = []
    problems: list[Problem] = []
    for record, place in _records(text, path):
        try:
            read = rispy.loads(f"{record.rstrip()}\n" if "ER  -" in record else f"{record.rstrip()}\nER  - \n")
        except (OSError, ValueError, KeyError, IndexError) as error:
            problems.append(problem("bad-entry", place, f"the record cannot be read: {error}"))
            continue
        fields = _fields(_Record(read[0])) if read else {}
        if not (missing := lacking(fields)):
            candidates.append(Candidate(fields, place, str(fields["title"])))
        else:
            first = record.strip().partition("\n")[0]
            problems.append(problem("bad-entry", place, f"the record {quoted(first)} has no {missing}"))
    return Reading(tuple(candidates), tuple(problems))


def _records(text: str, path: str) -> Iterator[tuple[str, Place]]:
    starts = [found.start() for found in _START.finditer(text)]
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=False):
        yield text[begin:end].replace("TY -", "TY  -", 1), Place(path, text.count("\n", 0, begin) + 1)


class _Record:
    """A record of which tags are taken one after another, by rispy's names for them or their own; the rest stays."""

    def __init__(self, read: Mapping[str, Any]) -> None:
        unknown = read.get("unknown_tag", {})
        self.rest = {name: held for name, held in {**read, **unknown}.items() if name and name != "unknown_tag"}
        self.kind = str(self.rest.pop("type_of_reference", "")).strip().upper()

    def take(self, *names: str) -> str:
        """The first of these tags that is there, as text."""
        found = next((self.rest.pop(name) for name in names if self.rest.get(name)), "")
        return "; ".join(map(str, found)) if isinstance(found, list) else str(found)

    def take_all(self, *names: str) -> list[str]:
        """What these tags hold, all of it, in order."""
        found = [self.rest.pop(name) for name in names if self.rest.get(name)]
        return [str(one) for held in found for one in (held if isinstance(held, list) else [held])]


def _fields(record: _Record) -> dict[str, Plain]:
    doi_field, urls = record.take("doi"), record.take_all("urls")
    doi = addresses.doi_in(doi_field, anywhere=True) or next(filter(None, map(addresses.doi_in, urls)), "")
    web = next((found for url in urls if (found := addresses.web_in(url)) and not _is_named(found)), "")
    arxiv = _arxiv(record, (*urls, doi))
    note = record.take("notes", "note")
    fields: dict[str, Plain] = {
        "title": inline(record.take("title", "primary_title", "BT")),
        "authors": _people(record.take_all("first_authors", "authors")),
        "date": _date(record),
        "type": _type(record, arxiv).value,
        "tags": [untagged(word) for held in record.take_all("keywords") for word in held.split("\n")],
        "venue": untagged(_venue(record)),
        "series": untagged(record.take("tertiary_title")),
        "pages": _pages(record),
        "editors": _people(record.take_all("secondary_authors", "ED")),
        "doi": doi,
        "arxiv": arxiv,
        "url": web,
        "abstract": from_html(record.take("abstract", "notes_abstract")),
        "note": "" if arxiv and addresses.is_arxiv_id(note) else from_html(note),
    }
    names = {
        "volume": "volume",
        "number": "number",
        "publisher": "publisher",
        "place": "place_published",
        "edition": "edition",
    }
    fields |= {key: untagged(record.take(tag)) for key, tag in names.items()}
    return _placed(fields) | _numbers(record) | {"extra": _extra(record)}


def _placed(fields: dict[str, Plain]) -> dict[str, Plain]:
    """What the one tag for publishers and the one for series mean with this type."""
    match fields["type"]:
        case PaperType.THESIS_PHD | PaperType.THESIS_MASTER | PaperType.REPORT:
            fields["institution"] = fields.pop("publisher")
        case PaperType.BOOK if not fields["series"]:
            fields["series"] = fields.pop("venue")
        case PaperType.PREPRINT if str(fields["publisher"]).lower() == "arxiv":
            del fields["publisher"]
    return fields


def _arxiv(record: _Record, places: Iterable[str]) -> str:
    accession = str(record.rest.get("accession_number", ""))
    if own := addresses.arxiv_in(accession):
        record.take("accession_number")
    return own or next(filter(None, map(addresses.arxiv_in, places)), "")


def _is_named(address: str) -> bool:
    """Whether the address says no more than a DOI or an arXiv id."""
    return bool(addresses.doi_in(address) or addresses.arxiv_in(address))


def _date(record: _Record) -> str:
    """The day or the month where it stands beside the year."""
    dates: list[str] = []
    for name in ("year", "publication_year", "date"):
        if found := date_of("", date=str(record.rest.get(name, ""))):
            record.take(name)
            dates.append(found)
    return max((one for one in dates if one.startswith(dates[0])), key=len, default="")


def _people(found: list[str]) -> list[Plain]:
    return [name for text in found if (name := unparsed(text)) is not None]


def _type(record: _Record, arxiv: str) -> PaperType:
    if arxiv and record.kind not in _TYPES:
        return PaperType.PREPRINT
    if record.kind == "THES" and _MASTER.search(record.take("type_of_work")):
        return PaperType.THESIS_MASTER
    return _TYPES.get(record.kind, PaperType.OTHER)


def _venue(record: _Record) -> str:
    first = ("BT", "secondary_title", "journal_name", "alternate_title3", "alternate_title1", "alternate_title2")
    others = [name for name in first if record.rest.get(name)]
    venue = record.take(*first)
    # The abbreviations of the same name say nothing more.
    for name in others:
        if record.kind not in _IN_PARTS or record.rest.get(name) == venue:
            record.rest.pop(name, None)
    return venue


def _pages(record: _Record) -> str:
    start, end = untagged(record.take("start_page")), untagged(record.take("end_page"))
    return start.replace("–", "-") if not end or end == start or "-" in start else f"{start}-{end}"


def _numbers(record: _Record) -> dict[str, Plain]:
    text = record.take("issn")
    issn, isbn = addresses.issn_in(text), addresses.isbn_in(text)
    language = record.take("language").strip()
    coded = re.fullmatch(r"[A-Za-z]{2}(?:-[A-Za-z]{2})?", language)
    kept: dict[str, Plain] = {"issn": issn} if issn and not isbn else {"isbn": isbn}
    if not issn and not isbn and text:
        record.rest["issn"] = text
    if language and not coded:
        record.rest["language"] = language
    return kept | {"language": language if coded else ""}


def _extra(record: _Record) -> dict[str, Plain]:
    """Tags without a key of their own; paths of files on a person's disk are left out."""
    left = ("end_of_reference", "file_attachments1", "file_attachments2", "id", "access_date", "label", "short_title")
    found: dict[str, Plain] = {}
    for name, value in record.rest.items():
        if name not in left:
            found[name] = untagged("; ".join(map(str, value)) if isinstance(value, list) else str(value))
    return found
