"""Volumes of PMLR: one Markdown file per paper, with the names in parts."""

from typing import Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.bibtex_names import names
from profilegen.importing.calendar import date_of, from_parts
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.front_matter import Post, paper_post
from profilegen.importing.latex import markdown
from profilegen.importing.markdown import from_html, inline, untagged
from profilegen.importing.people import person
from profilegen.model.paper import PaperType
from profilegen.problems import Problem

_TAKEN: Final = frozenset(
    "title tex_title abstract layout series id month firstpage lastpage page order cycles bibtex_author author date "
    "address publisher container-title volume genre issued pdf extras editor bibtex_editor software openreview issn "
    "url section label published author_profiles".split()
)


def read_pmlr(text: str, path: str) -> Reading:
    """The paper of a post called `path`."""
    found = paper_post(text, path, _fields)
    if isinstance(found, Problem):
        return Reading(problems=(found,))
    read, fields = found
    return Reading((Candidate(fields, read.place, read.text("id")),))


def _fields(read: Post) -> dict[str, Plain]:
    software = addresses.web_in(read.text("software"))
    return {
        "title": inline(read.text("title")) or markdown(read.text("tex_title")),
        "authors": _people(read.listed("author")) or names(read.text("bibtex_author")),
        "date": _issued(read) or date_of("", date=read.text("date")),
        "type": PaperType.CONFERENCE.value,
        "venue": untagged(read.text("container-title")),
        "series": untagged(read.text("series")),
        "volume": read.text("volume"),
        "pages": read.text("page").replace("--", "-"),
        "publisher": read.text("publisher"),
        "place": untagged(read.text("address")),
        "editors": _people(read.listed("editor")),
        "issn": addresses.issn_in(read.text("issn")),
        "citekey": read.text("id"),
        "url": addresses.web_in(read.text("url")),
        "links": {"pdf": addresses.web_in(read.text("pdf")), "code": software, **_extras(read)},
        "abstract": from_html(read.text("abstract") or read.body),
        "extra": {key: value for key, value in read.keys.items() if key not in _TAKEN and isinstance(value, str)},
    }


def _people(listed: list[Plain]) -> list[Plain]:
    found = (one for one in listed if isinstance(one, dict))
    made = (
        person(*(untagged(str(one.get(key) or "")) for key in ("family", "given", "prefix", "suffix"))) for one in found
    )
    return [name for name in made if name is not None]


def _issued(read: Post) -> str:
    issued = read.keys.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    return from_parts(parts) if isinstance(parts, list) else ""


def _extras(read: Post) -> dict[str, Plain]:
    """Further files, such as the supplement, by their labels."""
    found: dict[str, Plain] = {}
    for one in read.listed("extras"):
        if isinstance(one, dict) and (web := addresses.web_in(str(one.get("link") or ""))):
            found[untagged(str(one.get("label") or "supplement")).lower()] = web
    return found
