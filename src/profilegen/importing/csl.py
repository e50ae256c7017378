"""CSL-JSON, as Zotero exports it and as DOIs are answered."""

import re
from collections.abc import Mapping
from typing import Any, Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.calendar import date_of, from_parts
from profilegen.importing.candidate import Candidate, Reading, lacking
from profilegen.importing.json_items import items
from profilegen.importing.markdown import from_html, inline, untagged
from profilegen.importing.people import group, person, unparsed, with_details
from profilegen.importing.shapes import listed, objects
from profilegen.importing.types import type_named
from profilegen.model.paper import PaperType
from profilegen.problems import Place, Problem, problem, quoted

_SIMPLE: Final[Mapping[str, str]] = {
    "volume": "volume",
    "number": "issue",
    "eid": "article-number",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "chapter": "chapter-number",
    "series": "collection-title",
}
_MASTER: Final = re.compile(r"master|diplom|bachelor|\bm\.?sc|\bb\.?sc", re.IGNORECASE)
_KNOWN: Final = frozenset(
    "id type title subtitle author editor issued container-title page DOI URL ISBN ISSN abstract keyword language note "
    "event event-title genre number citation-key citation-label accessed system_id issued license "
    "short-container-title title-short container-title-short".split()
) | frozenset(_SIMPLE.values())


def read_csl(text: str, path: str) -> Reading:
    """The papers of a CSL-JSON file called `path`."""
    candidates: list[Candidate] = []
    problems: list[Problem] = []
    for value, place in items(text, path, problems):
        for one in _items(value):
            found = csl_item(one, place, problems)
            candidates += [found] if found is not None else []
    return Reading(tuple(candidates), tuple(problems))


def _items(value: object) -> list[Any]:
    """Those of the object that Zotero or Crossref puts around them, or the one that the value is."""
    inside = value.get("message", value) if isinstance(value, dict) else value
    held = inside.get("items") if isinstance(inside, dict) else None
    return held if isinstance(held, list) else [inside]


def csl_item(item: object, place: Place, problems: list[Problem], *, rest: bool = True) -> Candidate | None:
    """The paper that an item describes, with what has no key of its own under `extra` where `rest` is wanted."""
    if not isinstance(item, dict):
        problems.append(problem("bad-entry", place, f"an item is an object, not {quoted(str(item))}"))
        return None
    fields = _fields(item)
    if rest:
        extra = {key: untagged(str(held)) for key, held in item.items() if _is_extra(key, held)}
        fields["extra"] = {key: text for key, text in extra.items() if key != "event-place" or text != fields["place"]}
    missing = lacking(fields)
    name = _text(item, "citation-key") or _text(item, "id")
    if missing:
        what = quoted(name) if name else "an item"
        problems.append(problem("bad-entry", place, f"{what} has no {missing}"))
        return None
    return Candidate(fields, place, name)


def _fields(item: Mapping[str, Any]) -> dict[str, Plain]:
    doi = addresses.doi_in(_text(item, "DOI"), anywhere=True)
    url = addresses.web_in(_text(item, "URL"))
    arxiv = addresses.arxiv_in(doi) or addresses.arxiv_in(url) or _arxiv_number(item)
    note = _text(item, "note")
    title, subtitle = inline(_text(item, "title")), inline(_text(item, "subtitle"))
    fields: dict[str, Plain] = {
        "title": f"{title}: {subtitle}" if subtitle and title else title,
        "authors": people(item.get("author")) or people(item.get("editor")),
        "date": csl_date(item.get("issued")),
        "type": _type(item).value,
        "tags": [word.strip() for word in re.split(r"[,;]", _text(item, "keyword")) if word.strip()],
        "venue": untagged(_text(item, "container-title")),
        "pages": _text(item, "page").replace("–", "-").replace("--", "-"),
        "event": untagged(_text(item, "event-title") or _text(item, "event")),
        "isbn": addresses.isbn_in(_text(item, "ISBN")),
        "issn": addresses.issn_in(_text(item, "ISSN")),
        "editors": people(item.get("editor")),
        "language": _language(_text(item, "language")),
        "license": _license(item.get("license")),
        "citekey": _citekey(item),
        "doi": doi,
        "arxiv": arxiv,
        "url": "" if (doi and addresses.doi_in(url)) or addresses.repeats(url, doi, arxiv) else url,
        "abstract": from_html(_text(item, "abstract")),
        "note": "" if arxiv and addresses.is_arxiv_id(note) else from_html(note),
    }
    fields |= {key: untagged(_text(item, name)) for key, name in _SIMPLE.items()}
    return _placed(fields, item)


def _placed(fields: dict[str, Plain], item: Mapping[str, Any]) -> dict[str, Plain]:
    kind = fields["type"]
    fields["place"] = fields["place"] or untagged(_text(item, "event-place"))
    if not _arxiv_number(item):
        fields["number"] = fields["number"] or untagged(_text(item, "number"))
    if kind in (PaperType.THESIS_PHD.value, PaperType.THESIS_MASTER.value, PaperType.REPORT.value):
        fields["institution"] = fields.pop("publisher")
    elif kind == PaperType.PREPRINT.value and not fields["venue"]:
        publisher = str(fields.pop("publisher"))
        fields["venue"] = "" if publisher.lower() == "arxiv" else publisher
    return fields


def people(found: object) -> list[Plain]:
    """The names of a list of contributors, each with ORCID and affiliations where they are given."""
    return [name for one in objects(found) if (name := _person(one)) is not None]


def _person(one: Mapping[str, Any]) -> Plain:
    if body := _text(one, "literal") or _text(one, "name"):
        name = unparsed(body) if _text(one, "literal") and not one.get("isInstitution") else group(body)
    else:
        particle = " ".join(filter(None, (_text(one, "dropping-particle"), _text(one, "non-dropping-particle"))))
        name = person(_text(one, "family"), _text(one, "given"), particle, _text(one, "suffix"))
    affiliations = [_text(place, "name") for place in objects(one.get("affiliation"))]
    return with_details(name, orcid_id=_text(one, "ORCID"), affiliations=affiliations)


def csl_date(found: object) -> str:
    """A date in CSL's parts or words; "" where there is none."""
    if not isinstance(found, dict):
        return ""
    first = next(iter(listed(found.get("date-parts"))), None)
    return from_parts(listed(first)) or date_of("", date=_text(found, "raw") or _text(found, "literal"))


def _type(item: Mapping[str, Any]) -> PaperType:
    kind = _text(item, "type").lower()
    if kind == "thesis" and _MASTER.search(_text(item, "genre")):
        return PaperType.THESIS_MASTER
    if kind == "article":
        return PaperType.PREPRINT
    return type_named(kind)


def _language(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", text) else ""


def _license(found: object) -> str:
    if isinstance(found, str):
        return found
    return _text(next(iter(objects(found)), {}), "URL")


def _citekey(item: Mapping[str, Any]) -> str:
    """The key that a person gave; Zotero's own numbers and addresses are none."""
    key = _text(item, "citation-key") or _text(item, "citation-label") or _text(item, "id")
    return key if re.fullmatch(r"[A-Za-z][^\s,{}\\\"#%~'()=/:]*", key) else ""


def _arxiv_number(item: Mapping[str, Any]) -> str:
    number = _text(item, "number")
    return addresses.arxiv_in(number) if "arxiv" in number.lower() else ""


def _text(item: Mapping[str, Any], key: str) -> str:
    """A value as text; the first of a list, as Crossref has it, or all of its words."""
    held = item.get(key)
    if isinstance(held, list):
        held = " ".join(str(one) for one in held) if key in ("ISSN", "ISBN") else (held[0] if held else "")
    return str(held).strip() if isinstance(held, str | int | float) and not isinstance(held, bool) else ""


def _is_extra(key: str, held: object) -> bool:
    return key not in _KNOWN and isinstance(held, str | int | float) and bool(str(held).strip())
