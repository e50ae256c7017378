"""The JSON of another profilegen site: its records are in the words of the file format already."""

from collections.abc import Mapping
from typing import Any, Final

from profilegen.content.nodes import Plain
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import keys_of
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.json_items import items
from profilegen.importing.shapes import mapped, objects
from profilegen.model.settings import RATINGS
from profilegen.problems import Place, Problem, problem, quoted

_OF_THE_SITE: Final = frozenset(
    "id page title_source authors editors advisors links version_of ratings related citations weight draft".split()
)
"""Keys that are said otherwise there, or that only the other site knows."""

_NAME_PARTS: Final = ("given", "family", "particle", "suffix")


def read_own(text: str, path: str) -> Reading:
    """The papers of a site's own JSON called `path`: the whole of it, a list of records or one record."""
    candidates: list[Candidate] = []
    problems: list[Problem] = []
    for whole, place in items(text, path, problems):
        for record in _records(whole):
            found = _candidate(record, place, problems)
            candidates += [found] if found is not None else []
    return Reading(tuple(candidates), tuple(problems))


def _records(whole: object) -> list[Any]:
    held = whole.get("papers", [whole]) if isinstance(whole, dict) else whole
    return held if isinstance(held, list) else [held]


def _candidate(record: object, place: Place, problems: list[Problem]) -> Candidate | None:
    if not isinstance(record, dict) or not record.get("title") or not isinstance(record.get("authors"), list):
        problems.append(problem("bad-entry", place, f"{quoted(str(record))} is no record of a paper"))
        return None
    return Candidate(_fields(record), place, str(record.get("id") or ""))


def _fields(record: Mapping[str, Any]) -> dict[str, Plain]:
    known = keys_of(PaperFile).keys() - _OF_THE_SITE
    fields = {key: _plain(value) for key, value in record.items() if key in known}
    fields["title"] = str(record.get("title_source") or record["title"])
    for key in ("authors", "editors", "advisors"):
        fields[key] = [_entry(one) for one in objects(record.get(key))]
    fields["links"] = _links(record.get("links"))
    fields["related"] = [_plain(one) for one in objects(record.get("related")) if not one.get("id")]
    fields["citations"] = _plain(record.get("citations"))
    if isinstance(fields.get("categories"), list) and len(record["categories"]) == 1:
        fields["category"] = str(record["categories"][0])
        del fields["categories"]
    return fields | _ratings(record.get("ratings"))


def _entry(one: Mapping[str, Any]) -> Plain:
    """A name with what the paper says of this author; ids are those of the other site."""
    if one.get("gap"):
        return "..."
    name: dict[str, Plain] = {part: str(one[part]) for part in _NAME_PARTS if one.get(part)}
    if one.get("literal") or "family" not in name:
        name = {"literal": str(one.get("name") or "")}
    further = ("orcid", "affiliations", "equal", "corresponding")
    said = {key: _plain(one[key]) for key in further if one.get(key)}
    return {**name, **said}


def _links(held: object) -> dict[str, Plain]:
    """Addresses by their labels; paths in the other site lead nowhere here."""
    found: dict[str, Plain] = {}
    for one in objects(held):
        label, url = str(one.get("label") or "link"), str(one.get("url") or "")
        if url.startswith(("http:", "https:", "mailto:")):
            earlier = found.get(label)
            found[label] = url if earlier is None else [*(earlier if isinstance(earlier, list) else [earlier]), url]
    return found


def _ratings(held: object) -> dict[str, Plain]:
    values = {name: one.get("value") if isinstance(one, dict) else one for name, one in mapped(held).items()}
    return {name: str(value) for name, value in values.items() if name in RATINGS and value is not None}


def _plain(value: object) -> Plain:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)
