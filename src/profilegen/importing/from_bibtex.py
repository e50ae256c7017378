"""An entry of BibTeX or biblatex in the keys of a paper's file; what has no key of its own stays under `extra`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.bibtex_fields import CALLED, DROPPED, LANGUAGES, LINKS, MASTER, SIMPLE, STATUSES, TYPES
from profilegen.importing.bibtex_names import names
from profilegen.importing.calendar import date_of
from profilegen.importing.candidate import Candidate, lacking
from profilegen.importing.latex import markdown, plain
from profilegen.importing.markdown import from_html
from profilegen.importing.people import GAP, group, unparsed
from profilegen.model.folding import folded_key
from profilegen.model.paper import PaperType
from profilegen.problems import Place, Problem, problem, quoted
from profilegen.values import Struct


class Raw(Struct, frozen=True):
    """An entry: its type and the names of its fields in small letters, the values as LaTeX."""

    kind: str
    key: str
    fields: Mapping[str, str]
    place: Place


_AMONG: Final = re.compile(r"Among the authors: (.+)", re.DOTALL)
_DASHES: Final = re.compile(r"\s*(?:-{2,}|[–—])\s*")
_ARXIV_VENUE: Final = re.compile(
    r"\s*(?:arxiv(?:\.org)?(?:\s+e-?prints?|\s+preprints?)?|corr)?[\s,]*(?:(?:arxiv:|abs/)\s*\S+)?\s*(?:\[[\w.-]+\])?\s*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Entry:
    """An entry of which fields are taken one after another; the rest stays."""

    raw: Raw
    rest: dict[str, str] = field(init=False)
    found: dict[str, Plain] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rest = {name: value for name, value in self.raw.fields.items() if value.strip()}

    def take(self, *names: str) -> str:
        """The first of these fields that is there; others stay."""
        return next((self.rest.pop(name) for name in names if name in self.rest), "")

    def put(self, key: str, value: Plain) -> None:
        if value:
            self.found[key] = value


def candidate(raw: Raw, problems: list[Problem]) -> Candidate | None:
    """The paper that the entry describes; None and a problem where it names none."""
    entry = _Entry(raw)
    entry.put("title", _title(entry))
    _people(entry)
    missing = lacking(entry.found)
    if missing:
        name = quoted(raw.key) if raw.key else "an entry without a key"
        problems.append(problem("bad-entry", raw.place, f"{name} has no {missing}"))
        return None
    selected = folded_key(entry.take("selected")) in ("true", "yes", "1")
    _identifiers(entry)
    _when(entry)
    _where(entry)
    _words(entry)
    files = _links(entry)
    _status(entry)
    _extra(entry)
    entry.put("citekey", raw.key)
    return Candidate(entry.found, raw.place, raw.key, selected, files)


def _title(entry: _Entry) -> str:
    title = markdown(entry.take("title"))
    subtitle = markdown(entry.take("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title


def _people(entry: _Entry) -> None:
    authors = names(entry.take("author"))
    editors = names(entry.take("editor"))
    annote = _AMONG.fullmatch(plain(entry.rest.get("annote", "")))
    if annote and authors[-1:] == [GAP]:
        entry.take("annote")
        for name in annote.group(1).split(", "):
            authors += [unparsed(name), GAP]
    if not authors and editors and entry.raw.kind in ("book", "proceedings", "collection", "mvbook"):
        authors = editors
    if not authors and (body := entry.rest.get("organization") or entry.rest.get("institution")):
        authors = [group(plain(body))]
    entry.put("authors", authors)
    entry.put("editors", editors)
    entry.put("advisors", names(entry.take("advisor", "supervisor")))


def _identifiers(entry: _Entry) -> None:
    doi_field, url, eprint = entry.take("doi"), entry.take("url"), entry.take("eprint")
    doi = addresses.doi_in(doi_field, anywhere=True) or addresses.doi_in(url)
    entry.put("doi", doi)
    if doi_field and not doi:
        entry.rest["doi"] = doi_field
    kind = folded_key(entry.rest.get("archiveprefix") or entry.rest.get("eprinttype") or "arxiv")
    arxiv = addresses.arxiv_in(f"arxiv:{addresses.verbatim(eprint)}") if eprint and kind == "arxiv" else ""
    if eprint and not arxiv:
        entry.rest["eprint"] = eprint
    arxiv = arxiv or next(filter(None, map(addresses.arxiv_in, _arxiv_places(entry, url, doi))), "")
    entry.put("arxiv", arxiv)
    if arxiv:
        entry.put("category", plain(entry.take("primaryclass", "eprintclass")))
    web = addresses.web_in(url)
    if url and not web and not (doi and doi in addresses.verbatim(url)):
        entry.rest["url"] = url
    if web and not addresses.repeats(web, doi, arxiv):
        entry.put("url", web)


def _arxiv_places(entry: _Entry, url: str, doi: str) -> tuple[str, ...]:
    named = entry.take("arxiv")
    others = (entry.rest.get(name, "") for name in ("journal", "journaltitle", "eid", "pages", "howpublished"))
    return (f"arxiv:{addresses.verbatim(named)}" if named else "", url, doi, *others)


def _when(entry: _Entry) -> None:
    year, month, day, date = (plain(entry.take(name)) for name in ("year", "month", "day", "date"))
    found = date_of(year, month, day, date)
    entry.put("date", found)
    if year and not found:
        entry.put("status", STATUSES.get(folded_key(year), ""))
        entry.rest |= {} if "status" in entry.found else {"year": year}
    entry.put("added", date_of("", date=entry.take("date-added")))
    entry.put("updated", date_of("", date=entry.take("date-modified")))


def _where(entry: _Entry) -> None:
    kind = entry.raw.kind
    online = _online(entry)
    venue = plain(entry.take(*_venue_fields(kind)))
    if "arxiv" in entry.found and _ARXIV_VENUE.fullmatch(venue):
        venue = ""
    called = CALLED.get(venue.casefold()) if kind == "misc" else None
    _pages(entry)
    if entry.found.get("arxiv") == addresses.arxiv_in(f"arxiv:{entry.rest.get('volume', '').removeprefix('abs/')}"):
        entry.take("volume")  # as DBLP has it
    for key, fields in SIMPLE.items():
        entry.put(key, plain(entry.take(*fields)))
    entry.put("type", (called or _type(entry, venue)).value)
    entry.put("venue", "" if called else venue)
    for key, find in (("isbn", addresses.isbn_in), ("issn", addresses.issn_in)):
        text = plain(entry.take(key))
        entry.put(key, find(text))
        if text and (not find(text) or len(text) > len(find(text)) + 1):
            entry.rest[key] = text
    entry.rest |= online


def _online(entry: _Entry) -> dict[str, str]:
    r"""Takes the address in `howpublished = {On \url{..}}`, which is no venue; the field where it says more."""
    text = entry.rest.get("howpublished", "")
    web = addresses.web_in(text)
    if not web:
        return {}
    entry.take("howpublished")
    doi = addresses.doi_in(web)
    if doi:
        entry.found.setdefault("doi", doi)
    elif not addresses.arxiv_in(web):
        entry.found.setdefault("url", web)
    known = addresses.verbatim(text) == web and (doi or addresses.arxiv_in(web) or entry.found["url"] == web)
    return {} if known else {"howpublished": text}


def _venue_fields(kind: str) -> tuple[str, ...]:
    if kind in ("inproceedings", "conference", "incollection", "inbook", "bookinbook", "inreference"):
        return "booktitle", "journal", "journaltitle", "howpublished"
    return "journal", "journaltitle", "booktitle", "howpublished"


def _type(entry: _Entry, venue: str) -> PaperType:
    kind = entry.raw.kind
    if kind == "thesis":
        return PaperType.THESIS_MASTER if MASTER.search(entry.take("type")) else PaperType.THESIS_PHD
    if kind in ("article", "misc", "online", "unpublished", "electronic") and "arxiv" in entry.found and not venue:
        return PaperType.PREPRINT
    return TYPES.get(kind, PaperType.OTHER)


def _pages(entry: _Entry) -> None:
    pages, eid = plain_pages(entry.take("pages")), plain(entry.take("eid", "articleno", "article-number"))
    if "arxiv" in entry.found:
        pages, eid = ("" if addresses.arxiv_in(text) == entry.found["arxiv"] else text for text in (pages, eid))
    entry.put("eid", eid)
    entry.put("pages", "" if pages == eid else pages)


def plain_pages(tex: str) -> str:
    """`117--132` as `117-132`; pages that have a hyphen in their own numbers are parted by a dash."""
    parts = [plain(part) for part in _DASHES.split(tex.strip())]
    return ("–" if any("-" in part for part in parts) else "-").join(parts)


def _words(entry: _Entry) -> None:
    language = plain(entry.take("language", "langid"))
    code = LANGUAGES.get(folded_key(language), language if re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", language) else "")
    entry.put("language", code)
    if language and not code:
        entry.rest["language"] = language
    words = _listed(entry.rest.get("keywords", "")) + _listed(entry.rest.get("tags", ""))
    # ADS mixes the numbers of a thesaurus in.
    entry.put("tags", [word for word in dict.fromkeys(words) if not str(word).isdigit()])
    entry.rest |= (
        {"concepts": ", ".join(map(str, numbers))} if (numbers := [w for w in words if str(w).isdigit()]) else {}
    )
    entry.put("abstract", prose(entry.take("abstract")))
    entry.put("note", prose(entry.take("note")))
    award = markdown(entry.take("award_name", "award"))
    entry.put("awards", [award] if award else [])


def _listed(tex: str) -> list[Plain]:
    parts = re.split(r"[;\n]" if ";" in tex else r"[,\n]", tex)
    return list(dict.fromkeys(word for word in map(plain, parts) if word))


def prose(tex: str) -> str:
    """An abstract or a note: paragraphs of Markdown, HTML turned, no line taken for a list or a heading."""
    paragraphs = re.split(r"\n[ \t]*\n", from_html(tex) if "<" in tex else tex)
    lines = (markdown(paragraph) for paragraph in paragraphs)
    return "\n\n".join(_no_block(line) for line in lines if line)


def _no_block(line: str) -> str:
    if found := re.match(r"(?:#|>|[-+](?=\s)|\d{1,9}(?=[.)]\s)|[=]{3,})", line):
        end = found.end() if found.group()[0].isdigit() else 0
        return f"{line[:end]}\\{line[end:]}"
    return line


def _links(entry: _Entry) -> tuple[str, ...]:
    """Addresses with a label; files that the entry names by a path are told apart, as `label path`."""
    links: dict[str, Plain] = {}
    files: list[str] = []
    for label in LINKS:
        if label not in entry.rest:
            continue
        value = addresses.verbatim(entry.rest[label])
        if web := addresses.web_in(value):
            links[label] = web
            entry.take(label)
        elif re.fullmatch(r"[^\s:]+\.\w{2,5}", value):
            files.append(f"{label} {value}")
    entry.put("links", links)
    return tuple(files)


def _status(entry: _Entry) -> None:
    state = folded_key(plain(entry.take("pubstate", "status")))
    note = str(entry.found.get("note", ""))
    first, _, rest = note.partition(". ")
    status = STATUSES.get(state) or STATUSES.get(first.rstrip(".").casefold())
    if status is None:
        return
    entry.put("status", status.value)
    if STATUSES.get(first.rstrip(".").casefold()):
        entry.found.pop("note", None)
        entry.put("note", rest)


def _extra(entry: _Entry) -> None:
    kept: dict[str, Plain] = {}
    for name, value in entry.rest.items():
        if not DROPPED.fullmatch(name) and (text := plain(value)):
            kept[name] = text
    entry.put("extra", kept)
