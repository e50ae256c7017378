"""arXiv: preprints by id, and where they were published, https://info.arxiv.org/help/api/.

The arxiv package was looked at: it brings requests and feedparser for one Atom feed, which the standard library reads.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.calendar import date_of
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.client import Client
from profilegen.importing.latex import plain
from profilegen.importing.markdown import paragraphs, tidy
from profilegen.importing.people import unparsed
from profilegen.importing.source import Asked
from profilegen.model.identifiers import arxiv, arxiv_key
from profilegen.model.paper import PaperType
from profilegen.problems import Failure, OutsideFailure, Place, Problem, problem, quoted
from profilegen.values import Struct

BATCH: Final = 100
"""So many ids are asked for at once."""

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_OWN: Final = "{http://arxiv.org/schemas/atom}"
_AUTHOR: Final = re.compile(r"[a-z][a-z-]*(?:_[a-z])+_[0-9]+", re.IGNORECASE)


class Arxiv(Struct, frozen=True):
    """The service: its search at `base`, its pages of authors at `authors`."""

    base: str = "https://export.arxiv.org/api/query"
    authors: str = "https://arxiv.org/a"

    def fetch(self, reference: str, client: Client) -> Reading:
        """The preprints of one or more ids, with commas between them, or of an author's id as `thomson_a_1`."""
        if _AUTHOR.fullmatch(reference.strip()):
            entries = list(_entries(client.get(f"{self.authors}/{reference.strip().lower()}.atom2")))
            return _reading(entries, reference)
        try:
            ids = [arxiv(one) for one in reference.split(",") if one.strip()]
        except ValueError as error:
            raise Failure(f"{quoted(reference)} cannot be asked for: {error}") from None
        found = [entry for batch in _batches(ids) for entry in self._asked(batch, client)]
        known = {arxiv_key(_id(entry)) for entry in found}
        missing = [one for one in ids if arxiv_key(one) not in known]
        absent = tuple(problem("bad-entry", Place(f"arxiv:{one}"), "arXiv has no such paper") for one in missing)
        return Reading(problems=absent) + _reading(found, reference)

    def published(self, papers: Iterable[Asked], client: Client) -> Mapping[str, Mapping[str, Plain]]:
        """Where the preprints among the papers were published, as their authors told arXiv."""
        ids = {arxiv_key(paper.arxiv): paper.id for paper in papers if paper.arxiv}
        found: dict[str, Mapping[str, Plain]] = {}
        for batch in _batches(list(ids)):
            for entry in self._asked(batch, client):
                version = _version(entry)
                if version and (identity := ids.get(arxiv_key(_id(entry)))):
                    found[identity] = version
        return found

    def _asked(self, ids: list[str], client: Client) -> Iterator[ET.Element]:
        query = {"id_list": ",".join(ids), "max_results": str(len(ids))}
        return _entries(client.get(self.base, query, "application/atom+xml"))


def _entries(body: bytes) -> Iterator[ET.Element]:
    """The entries of an Atom feed that are papers; one with a document type is refused, since entities can explode."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        raise OutsideFailure("arXiv answered something else than a feed", "try again later")
    try:
        feed = ET.fromstring(body)  # noqa: S314 - no document type, so no entities
    except ET.ParseError:
        raise OutsideFailure(
            "arXiv answered something else than a feed", "nothing was written: try again later"
        ) from None
    if feed.tag != f"{_ATOM}feed":
        raise OutsideFailure("arXiv answered something else than a feed", "nothing was written: try again later")
    return (entry for entry in feed.iter(f"{_ATOM}entry") if _id(entry))


def _reading(entries: list[ET.Element], reference: str) -> Reading:
    candidates: list[Candidate] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries, start=1):
        place = Place(f"arxiv:{reference}", number)
        fields = _fields(entry)
        if fields["title"] and fields["authors"]:
            candidates.append(Candidate(fields, place, _id(entry)))
        else:
            problems.append(problem("bad-entry", place, f"{quoted(_id(entry))} has no title or no author"))
    return Reading(tuple(candidates), tuple(problems))


def _fields(entry: ET.Element) -> dict[str, Plain]:
    """The paper, with the LaTeX that arXiv has in prose as it is: a page understands it."""
    terms = [one.get("term") or "" for one in entry.iter(f"{_ATOM}category")]
    primary = entry.find(f"{_OWN}primary_category")
    category = (primary.get("term") or "") if primary is not None else (terms[0] if terms else "")
    people = (unparsed(_said(one, f"{_ATOM}name")) for one in entry.iter(f"{_ATOM}author"))
    version = _version(entry)
    return {
        "title": tidy(_said(entry, f"{_ATOM}title")),
        "authors": [name for name in people if name is not None],
        "date": date_of("", date=_said(entry, f"{_ATOM}published")),
        "type": PaperType.PREPRINT.value,
        "category": category,
        "categories": [category, *(term for term in terms if term != category)] if len(terms) > 1 else [],
        "arxiv": arxiv_key(_id(entry)),
        "versions": [dict(version)] if version else [],
        "note": tidy(_said(entry, f"{_OWN}comment")),
        "abstract": paragraphs(_said(entry, f"{_ATOM}summary").replace("\n", " ")),
    }


def _version(entry: ET.Element) -> Mapping[str, Plain]:
    """The published version that an entry names; empty where it names none."""
    doi = addresses.doi_in(_said(entry, f"{_OWN}doi"), anywhere=True)
    venue = plain(_said(entry, f"{_OWN}journal_ref"))
    if not doi and not venue:
        return {}
    found: dict[str, Plain] = {"kind": "published", "doi": doi, "venue": venue}
    return {key: value for key, value in found.items() if value}


def _id(entry: ET.Element) -> str:
    return addresses.arxiv_in(_said(entry, f"{_ATOM}id"))


def _said(element: ET.Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()


def _batches(ids: list[str]) -> Iterator[list[str]]:
    yield from (ids[at : at + BATCH] for at in range(0, len(ids), BATCH))
