"""Papers of an academicpages site: the authors stand in a citation sentence, the abstract in the excerpt."""

import re
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.calendar import date_of
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.front_matter import Post, post
from profilegen.importing.markdown import from_html, inline, paragraphs, untagged
from profilegen.importing.people import cited_names, unparsed
from profilegen.model.folding import folded_key
from profilegen.model.paper import PaperType
from profilegen.problems import Problem, problem, quoted

_YEAR_AFTER: Final = re.compile(r"[\s.,]*\(?\s*(?:1[89]|20)\d\d[a-z]?\s*\)?[\s.,:]*$")
_PAGES: Final = re.compile(
    r"(?<![\d.])(\d{1,3})(?:[.(](\d{1,3})\)?)?\s*(?:\((?:19|20)\d\d\))?\s*:\s*(\d+)\s*[-–]+\s*(\d+)"
)
_TYPES: Final = {
    "conferences": PaperType.CONFERENCE,
    "manuscripts": PaperType.ARTICLE,
    "books": PaperType.BOOK,
    "preprints": PaperType.PREPRINT,
    "theses": PaperType.THESIS_PHD,
}
_CONFERENCE: Final = re.compile(r"conference|congress|workshop|symposium|proceedings|advances in neural", re.IGNORECASE)
_BODY_NOISE: Final = re.compile(
    r"^\s*(?:\[(?:download|access|read|pdf|view)[^\]]*\]\([^)]*\).*|recommended citation:.*|<a [^>]*>.*</a>)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BOLD_ABSTRACT: Final = re.compile(
    r"\A\*\*\s*abstract\s*[:.]?\s*(.*?)\*\*\Z|\A\**abstract\**\s*[:.]\s*", re.IGNORECASE | re.DOTALL
)
_TAKEN: Final = frozenset(
    "title collection permalink excerpt date venue paperurl citation category slidesurl bibtexurl codeurl layout tags "
    "authors author pdf".split()
)


def read_academicpages(text: str, path: str) -> Reading:
    """The paper of the file called `path`."""
    read = post(text, path)
    if isinstance(read, Problem):
        return Reading(problems=(read,))
    title = untagged(read.text("title"))
    people = _authors(read, title)
    if not title or not people:
        message = f"no {'title' if not title else 'author'} was found in the citation {quoted(read.text('citation'))}"
        return Reading(problems=(problem("bad-entry", read.place, message, "write `authors: [...]` into the file"),))
    fields = _fields(read, people)
    files = tuple(f"pdf {url}" for url in (read.text("paperurl", "pdf"),) if url.startswith(("/", "files/")))
    return Reading(
        (Candidate(fields, read.place, read.place.path.rpartition("/")[2].removesuffix(".md"), files=files),)
    )


def _fields(read: Post, people: list[Plain]) -> dict[str, Plain]:
    paper, citation, venue = read.text("paperurl"), untagged(read.text("citation")), untagged(read.text("venue"))
    web = addresses.web_in(paper)
    doi = addresses.doi_in(paper) or addresses.doi_in(citation)
    arxiv = addresses.arxiv_in(paper) or addresses.arxiv_in(venue) or addresses.arxiv_in(citation)
    links: dict[str, Plain] = {
        "pdf": web if web.lower().partition("?")[0].endswith(".pdf") else "",
        "slides": addresses.web_in(read.text("slidesurl")),
        "code": addresses.web_in(read.text("codeurl")),
    }
    preprint = bool(arxiv) and bool(re.match(r"(?:pre-?print|arxiv)\b", venue, re.IGNORECASE))
    old = read.text("permalink")
    found: dict[str, Plain] = {
        "title": inline(read.text("title")),
        "authors": people,
        "date": _date(read),
        "type": (PaperType.PREPRINT if preprint else _type(read, venue)).value,
        "tags": [word for word in read.listed("tags") if isinstance(word, str)],
        "venue": "" if preprint else venue,
        "doi": doi,
        "arxiv": arxiv,
        "url": "" if links["pdf"] or (doi and addresses.doi_in(web)) or (arxiv and addresses.arxiv_in(web)) else web,
        "links": links,
        "old_urls": [old] if re.fullmatch(r"/?[A-Za-z0-9~_-][A-Za-z0-9._~/-]*", old) else [],
        "abstract": _abstract(read),
        "extra": {key: value for key, value in {**read.keys, "citation": citation}.items() if _is_extra(key, value)},
    }
    return found | _numbers(citation)


def _is_extra(key: str, value: Plain) -> bool:
    return isinstance(value, str) and bool(value) and (key == "citation" or key not in _TAKEN)


def _numbers(citation: str) -> dict[str, Plain]:
    """Volume, number and pages from `48.6 (2015): 154-158`."""
    found = _PAGES.search(citation)
    if found is None:
        return {}
    volume, number, first, last = found.groups()
    return {"volume": volume, "number": number or "", "pages": f"{first}-{last}"}


def _date(read: Post) -> str:
    """The day; of a 1 January, which stands where the year alone is known, the year."""
    return date_of("", date=read.text("date")).removesuffix("-01-01")


def _type(read: Post, venue: str) -> PaperType:
    category = read.text("category")
    return _TYPES.get(category) or (PaperType.CONFERENCE if _CONFERENCE.search(venue) else PaperType.ARTICLE)


def _abstract(read: Post) -> str:
    body = _BODY_NOISE.sub("", read.body).strip()
    found = _BOLD_ABSTRACT.match(body)
    if found:
        body = found.group(1) if found.group(1) is not None else body[found.end() :]
    return from_html(body) or paragraphs(from_html(read.text("excerpt")))


def _authors(read: Post, title: str) -> list[Plain]:
    listed = read.listed("authors") or read.listed("author")
    if listed:
        texts = [one for one in listed if isinstance(one, str)]
        return (
            cited_names(texts[0])
            if len(texts) == 1
            else [name for text in texts if (name := unparsed(text)) is not None]
        )
    return cited_names(_before_title(untagged(read.text("citation")), title))


def _before_title(citation: str, title: str) -> str:
    """The part of a citation that stands before the title, without its quotes and the year."""
    head = re.sub(r"[\W_]+", "", folded_key(title))
    letters = [(at, letter) for at, sign in enumerate(citation) for letter in folded_key(sign) if letter.isalnum()]
    begin = "".join(letter for _, letter in letters).find(head) if head else -1
    if begin < 0:
        quote = re.search(r"[\"“«]", citation)
        before = citation[: quote.start()] if quote else ""
    else:
        before = citation[: letters[begin][0]]
    return _YEAR_AFTER.sub("", before.rstrip(" \"“”'‘’«<*_.,:")).strip(" .,")
