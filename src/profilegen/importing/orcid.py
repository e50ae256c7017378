"""ORCID: the works of a record, from the public interface, https://info.orcid.org/documentation/api-tutorials/."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.bibtex import read_bibtex
from profilegen.importing.calendar import from_parts
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.client import Client
from profilegen.importing.markdown import from_html, inline, tidy, untagged
from profilegen.importing.people import unparsed, with_details
from profilegen.importing.shapes import mapped, objects
from profilegen.importing.types import type_named
from profilegen.model.identifiers import orcid
from profilegen.model.paper import PaperType
from profilegen.problems import Failure, OutsideFailure, Place, Problem, problem, quoted
from profilegen.values import Struct

BATCH: Final = 100
"""So many works are asked for at once: as many as ORCID takes."""

_TYPES: Final[Mapping[str, PaperType]] = {
    "conference-paper": PaperType.CONFERENCE,
    "conference-abstract": PaperType.CONFERENCE,
    "conference-poster": PaperType.POSTER,
    "conference-presentation": PaperType.TALK,
    "lecture-speech": PaperType.TALK,
    "dissertation-thesis": PaperType.THESIS_PHD,
    "supervised-student-publication": PaperType.THESIS_MASTER,
    "working-paper": PaperType.PREPRINT,
    "data-set": PaperType.DATASET,
    "edited-book": PaperType.BOOK,
    "magazine-article": PaperType.ARTICLE,
    "newspaper-article": PaperType.ARTICLE,
}

_NO_AUTHORS: Final = frozenset({"editor", "chair-or-translator", "assignee", "support-staff"})
"""Roles of those who did not write; the others, those of CRediT among them, authors have."""


class Orcid(Struct, frozen=True):
    """The service at `base`."""

    base: str = "https://pub.orcid.org/v3.0"

    def fetch(self, reference: str, client: Client) -> Reading:
        """All works of the record, and the person."""
        try:
            identity = orcid(reference)
        except ValueError as error:
            raise Failure(f"{quoted(reference)} is no ORCID: {error}") from None
        person = _person(mapped(client.json(f"{self.base}/{identity}/person")), identity)
        candidates: list[Candidate] = []
        problems: list[Problem] = []
        for number, work in enumerate(self._works(identity, client), start=1):
            made = _candidate(work, person, Place(f"orcid:{identity}", number), problems)
            candidates += [made] if made is not None else []
        return Reading(tuple(candidates), tuple(problems), person)

    def _works(self, identity: str, client: Client) -> Iterator[Mapping[str, Any]]:
        """Every work whole: the summaries say which there are, and name no authors."""
        groups = mapped(client.json(f"{self.base}/{identity}/works")).get("group")
        if not isinstance(groups, list):
            raise OutsideFailure("ORCID answered something else than a list of works", "try again later")
        codes = [code for group in groups if (code := _put_code(mapped(group)))]
        for at in range(0, len(codes), BATCH):
            batch = codes[at : at + BATCH]
            bulk = mapped(client.json(f"{self.base}/{identity}/works/{','.join(batch)}")).get("bulk")
            if not isinstance(bulk, list) or len(bulk) < len(batch):
                got = len(bulk) if isinstance(bulk, list) else 0
                raise OutsideFailure(f"ORCID sent {got} of {len(batch)} works", "nothing was written: try again later")
            yield from (mapped(mapped(one).get("work")) for one in bulk)


def _put_code(group: Mapping[str, Any]) -> str:
    """The work of a group that its owner prefers: the first one."""
    first = next(iter(objects(group.get("work-summary"))), {})
    code = first.get("put-code")
    return str(code) if isinstance(code, int) else ""


def _candidate(
    work: Mapping[str, Any], person: Mapping[str, Plain], place: Place, problems: list[Problem]
) -> Candidate | None:
    cited = _cited(work, place)
    fields = _fields(work)
    fields["authors"] = _contributors(work) or (cited.get("authors") or None) or [person["name"]]
    merged = {**cited, **{key: value for key, value in fields.items() if value}}
    if not merged.get("title"):
        problems.append(problem("bad-entry", place, "a work has no title"))
        return None
    return Candidate(merged, place, str(work.get("put-code") or ""))


def _cited(work: Mapping[str, Any], place: Place) -> dict[str, Plain]:
    """What the work's own BibTeX says, where it has some."""
    citation = mapped(work.get("citation"))
    if str(citation.get("citation-type", "")).lower() != "bibtex":
        return {}
    read = read_bibtex(str(citation.get("citation-value") or ""), place.path)
    found = dict(read.candidates[0].fields) if read.candidates else {}
    return {key: value for key, value in found.items() if key not in ("citekey", "extra")}


def _fields(work: Mapping[str, Any]) -> dict[str, Plain]:
    title = mapped(work.get("title"))
    subtitle = inline(_value(title.get("subtitle")))
    ids = objects(mapped(work.get("external-ids")).get("external-id"))
    own = {str(one.get("external-id-type")): str(one.get("external-id-value") or "") for one in reversed(ids)
           if one.get("external-id-relationship") in ("self", "version-of", None)}  # fmt: skip
    kind = str(work.get("type") or "").lower().replace("_", "-")
    url = addresses.web_in(_value(work.get("url")))
    doi = addresses.doi_in(own.get("doi", ""), anywhere=True)
    return {
        "title": inline(_value(title.get("title"))) + (f": {subtitle}" if subtitle else ""),
        "date": _date(mapped(work.get("publication-date"))),
        "type": (_TYPES.get(kind) or type_named(kind)).value,
        "venue": untagged(_value(work.get("journal-title"))),
        "doi": doi,
        "arxiv": addresses.arxiv_in(f"arxiv:{own.get('arxiv', '').lower().removeprefix('arxiv:')}")
        or addresses.arxiv_in(doi),
        "isbn": addresses.isbn_in(own.get("isbn", "")),
        "url": "" if addresses.doi_in(url) or addresses.arxiv_in(url) else url,
        "abstract": from_html(str(work.get("short-description") or "")),
    }


def _contributors(work: Mapping[str, Any]) -> list[Plain]:
    """The authors; one who has several roles stands there once for each."""
    found: dict[str, Plain] = {}
    for one in objects(mapped(work.get("contributors")).get("contributor")):
        role = str(mapped(one.get("contributor-attributes")).get("contributor-role") or "").lower()
        printed = tidy(_value(one.get("credit-name")))
        name = unparsed(printed)
        if name is not None and role.replace("_", "-") not in _NO_AUTHORS:
            orcid_id = str(mapped(one.get("contributor-orcid")).get("path") or "")
            found.setdefault(printed, with_details(name, orcid_id=orcid_id))
    return list(found.values())


def _person(found: Mapping[str, Any], identity: str) -> dict[str, Plain]:
    name = mapped(found.get("name"))
    given, family = _value(name.get("given-names")), _value(name.get("family-name"))
    printed = _value(name.get("credit-name")) or " ".join(part for part in (given, family) if part)
    return {"name": untagged(printed) or identity, "orcid": identity}


def _date(found: Mapping[str, Any]) -> str:
    return from_parts(_value(found.get(part)) for part in ("year", "month", "day"))


def _value(found: object) -> str:
    held = found.get("value") if isinstance(found, dict) else found
    return held.strip() if isinstance(held, str) else ""
