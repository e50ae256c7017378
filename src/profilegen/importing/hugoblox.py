"""Papers of a HugoBlox (Wowchemy, Academic) site: `content/publication/NAME/index.md`."""

import re
from pathlib import PurePosixPath
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.calendar import date_of
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.front_matter import Post, paper_post
from profilegen.importing.markdown import from_html, inline, paragraphs, untagged
from profilegen.importing.people import GAP, unparsed
from profilegen.model.folding import folded_key
from profilegen.model.paper import PaperType
from profilegen.problems import Problem

_TYPES: Final = {
    "0": PaperType.OTHER,
    "1": PaperType.CONFERENCE,
    "2": PaperType.ARTICLE,
    "3": PaperType.PREPRINT,
    "4": PaperType.REPORT,
    "5": PaperType.BOOK,
    "6": PaperType.CHAPTER,
    "7": PaperType.THESIS_PHD,
    "8": PaperType.PATENT,
    "article-journal": PaperType.ARTICLE,
    "paper-conference": PaperType.CONFERENCE,
    "article": PaperType.PREPRINT,
    "manuscript": PaperType.PREPRINT,
    "report": PaperType.REPORT,
    "book": PaperType.BOOK,
    "chapter": PaperType.CHAPTER,
    "thesis": PaperType.THESIS_PHD,
    "patent": PaperType.PATENT,
}
_LINKS: Final = {
    "url_pdf": "pdf",
    "url_code": "code",
    "url_dataset": "data",
    "url_slides": "slides",
    "url_poster": "poster",
    "url_video": "video",
    "url_project": "project",
    "url_source": "source",
}
_OTHERS: Final = frozenset({"et al.", "et al", "others", "and others", "..."})
_SHORTCODE: Final = re.compile(r"\{\{[<%].*?[%>]\}\}", re.DOTALL)
_IN: Final = re.compile(r"in:?\s+", re.IGNORECASE)
_NUMBERS: Final = re.compile(
    r"\s*[,(]?\s*\*?\s*(?:,\s*)?(\d{1,4})\s*(?:\((\S{1,9})\))?\s*(?:[,:]\s*(?:pp?\.?\s*)?(\w+\s*[-–]+\s*\w+))?\.?$"
)
_TAKEN: Final = frozenset(
    "title authors date publishdate publication_types publication publication_short abstract summary tags categories "
    "featured draft doi hugoblox links projects slides image author_notes math highlight share profile "
    "all_day type subtitle aliases lastmod".split()
) | frozenset(_LINKS)


def read_hugoblox(text: str, path: str) -> Reading:
    """The paper of the file called `path`."""
    found = paper_post(text, path, _fields)
    if isinstance(found, Problem):
        return Reading(problems=(found,))
    read, fields = found
    selected = read.text("featured").lower() == "true"
    where = PurePosixPath(path)
    name = where.parent.name if where.stem in ("index", "_index") else where.stem
    return Reading((Candidate(fields, read.place, name, selected),))


def _fields(read: Post) -> dict[str, Plain]:
    doi, links = _identified(read)
    body = paragraphs(_SHORTCODE.sub("", read.body))
    venue = _venue(read)
    kinds = [_TYPES[kind] for kind in map(str, read.listed("publication_types")) if kind in _TYPES]
    arxiv = next(filter(None, (addresses.arxiv_in(str(url)) for url in (*links.values(), doi))), "")
    fields: dict[str, Plain] = {
        "title": inline(read.text("title")),
        "authors": [printed_name(str(one)) for one in read.listed("authors") if isinstance(one, str)],
        "date": _date(read),
        "type": (kinds[0] if kinds else PaperType.ARTICLE).value,
        "tags": [untagged(str(word)) for word in (*read.listed("tags"), *read.listed("categories"))],
        "venue": venue,
        "doi": doi,
        "arxiv": arxiv,
        "links": links,
        "draft": "true" if read.text("draft").lower() == "true" else "",
        "old_urls": [
            str(one) for one in read.listed("aliases") if re.fullmatch(r"/?[A-Za-z0-9~_/-][A-Za-z0-9._~/-]*", str(one))
        ],
        "abstract": paragraphs(from_html(read.text("abstract"))) or body,
        "extra": {
            key: value for key, value in read.keys.items() if key.lower() not in _TAKEN and isinstance(value, str)
        },
    }
    if body and read.text("abstract"):
        fields["note"] = body
    short = untagged(_printed(read.text("publication_short")))
    if short and short != venue and isinstance(fields["extra"], dict):
        fields["extra"]["publication_short"] = short
    return fields | _numbers(read)


def _identified(read: Post) -> tuple[str, dict[str, Plain]]:
    """The DOI and the links, in the old and the new places of either."""
    block = read.keys.get("hugoblox")
    ids = block.get("ids") if isinstance(block, dict) else None
    named = str(ids.get("doi") or "") if isinstance(ids, dict) else ""
    links: dict[str, Plain] = {}
    for key, label in _LINKS.items():
        if web := addresses.web_in(read.text(key)):
            links[label] = web
    for one in read.listed("links"):
        if isinstance(one, dict) and (web := addresses.web_in(str(one.get("url") or ""))):
            label = untagged(str(one.get("name") or one.get("label") or one.get("type") or "link")).lower()
            links.setdefault(label, web)
    return addresses.doi_in(read.text("doi") or named, anywhere=True), links


def _date(read: Post) -> str:
    """The day; of a 1 January, which importers write where they know the year alone, the year."""
    found = date_of("", date=read.text("date") or read.text("publishDate", "publishdate"))
    return found.removesuffix("-01-01")


def _venue(read: Post) -> str:
    text = _NUMBERS.sub("", _printed(read.text("publication")))
    return untagged(text.replace("*", "").strip(" ,_"))


def _printed(venue: str) -> str:
    """A venue without `In`, and without the signs that set it in italics."""
    bare = venue.lstrip("*_").rstrip("*_.")
    found = _IN.match(bare)
    return bare[found.end() :] if found else bare


def _numbers(read: Post) -> dict[str, Plain]:
    found = _NUMBERS.search(read.text("publication").rstrip("*_"))
    if found is None or re.fullmatch(r"(?:19|20)\d\d", found.group(1)):
        return {}
    volume, number, pages = found.groups()
    return {"volume": volume, "number": number or "", "pages": re.sub(r"\s*[-–]+\s*", "-", pages or "")}


def printed_name(text: str) -> Plain:
    """A name; user names such as `ada-lovelace` are made readable as Hugo prints their folders."""
    if folded_key(text) in _OTHERS:
        return GAP
    plain = text.replace("-", " ").title() if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", text) else text
    return unparsed(plain)
