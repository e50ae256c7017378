"""A work of OpenAlex in the keys of a paper's file, an author in those of an author's."""

from collections.abc import Mapping
from typing import Any, Final

from profilegen.content.nodes import Plain
from profilegen.importing import addresses
from profilegen.importing.calendar import date_of
from profilegen.importing.candidate import Candidate, lacking
from profilegen.importing.markdown import inline, tidy, untagged
from profilegen.importing.people import unparsed, with_details
from profilegen.importing.shapes import mapped, objects
from profilegen.importing.source import Count
from profilegen.model.paper import PaperType, Status
from profilegen.problems import Place, Problem, problem, quoted

_TYPES: Final[Mapping[str, PaperType]] = {
    "article": PaperType.ARTICLE,
    "review": PaperType.ARTICLE,
    "letter": PaperType.ARTICLE,
    "editorial": PaperType.ARTICLE,
    "erratum": PaperType.ARTICLE,
    "preprint": PaperType.PREPRINT,
    "book": PaperType.BOOK,
    "book-chapter": PaperType.CHAPTER,
    "reference-entry": PaperType.CHAPTER,
    "dissertation": PaperType.THESIS_PHD,
    "report": PaperType.REPORT,
    "standard": PaperType.REPORT,
    "dataset": PaperType.DATASET,
    "software": PaperType.SOFTWARE,
    "proceedings-article": PaperType.CONFERENCE,
}
_NO_PAPER: Final = frozenset({"paratext", "peer-review", "grant", "supplementary-materials"})


def candidate(work: Mapping[str, Any], place: Place, problems: list[Problem]) -> Candidate | None:
    """The paper that a work is; None and a problem where it is none."""
    fields = _fields(work)
    name = str(work.get("id") or "a work").rpartition("/")[2]
    if str(work.get("type")) in _NO_PAPER:
        problems.append(problem("no-paper", place, f"{quoted(name)} is {quoted(str(work.get('type')))}, and no paper"))
        return None
    missing = lacking(fields)
    if missing:
        problems.append(problem("bad-entry", place, f"{quoted(name)} has no {missing}"))
        return None
    return Candidate(fields, place, name)


def _fields(work: Mapping[str, Any]) -> dict[str, Plain]:
    location = mapped(work.get("primary_location"))
    source, biblio = mapped(location.get("source")), mapped(work.get("biblio"))
    doi = addresses.doi_in(str(work.get("doi") or ""))
    landing = [str(one.get("landing_page_url") or "") for one in objects(work.get("locations")) or [location]]
    arxiv = next(filter(None, map(addresses.arxiv_in, [doi, *landing])), "")
    kind = (
        PaperType.CONFERENCE
        if source.get("type") == "conference"
        else _TYPES.get(str(work.get("type")), PaperType.OTHER)
    )
    web = addresses.web_in(landing[0] if landing else "")
    fields: dict[str, Plain] = {
        "title": inline(str(work.get("title") or work.get("display_name") or "")),
        "authors": [name for one in objects(work.get("authorships")) if (name := _author(one)) is not None],
        "date": date_of(str(work.get("publication_year") or ""), date=str(work.get("publication_date") or "")),
        "type": kind.value,
        "status": Status.RETRACTED.value if work.get("is_retracted") is True else "",
        "tags": [untagged(str(one.get("display_name") or "")) for one in objects(work.get("keywords"))],
        "venue": "" if source.get("type") == "repository" else untagged(str(source.get("display_name") or "")),
        "volume": _words(biblio, "volume"),
        "number": _words(biblio, "issue"),
        "pages": _pages(_words(biblio, "first_page"), _words(biblio, "last_page")),
        "issn": addresses.issn_in(str(source.get("issn_l") or "")),
        "language": str(work.get("language") or ""),
        "license": str(location.get("license") or ""),
        "doi": doi,
        "arxiv": arxiv,
        "url": "" if not web or addresses.doi_in(web) or addresses.arxiv_in(web) else web,
        "links": {"pdf": addresses.web_in(str(mapped(work.get("best_oa_location")).get("pdf_url") or ""))},
        "citations": citations(count(work), "OpenAlex", "") if isinstance(work.get("cited_by_count"), int) else {},
        "funding": _funding(work),
        "extra": {"openalex": str(work.get("id") or "").rpartition("/")[2]},
        "abstract": _abstract(work.get("abstract_inverted_index")),
    }
    # The 1 January is what OpenAlex writes where the year alone is known.
    fields["date"] = str(fields["date"]).removesuffix("-01-01")
    return fields


def citations(count: Count, source: str, as_of: str) -> dict[str, Plain]:
    """A count in the keys of a paper's `citations`."""
    years: dict[str, Plain] = {str(year): str(number) for year, number in sorted(count.by_year.items())}
    found: dict[str, Plain] = {"count": str(count.total), "source": source, "as_of": as_of, "by_year": years}
    return {key: value for key, value in found.items() if value}


def _funding(work: Mapping[str, Any]) -> list[Plain]:
    """The grants, then the funders of which none is known."""
    grants = [
        (_words(one, "funder_display_name"), _words(one, "funder_award_id")) for one in objects(work.get("awards"))
    ]
    with_grants = {funder for funder, _ in grants}
    funders = [(name, "") for one in objects(work.get("funders")) if (name := _words(one, "display_name"))]
    known = dict.fromkeys([*grants, *(one for one in funders if one[0] not in with_grants)])
    return [{"funder": funder, "grant": grant} if grant else {"funder": funder} for funder, grant in known if funder]


def _author(authorship: Mapping[str, Any]) -> Plain:
    author = mapped(authorship.get("author"))
    printed = str(authorship.get("raw_author_name") or "") or str(author.get("display_name") or "")
    name = unparsed(printed if "," not in printed else str(author.get("display_name") or printed))
    return with_details(name, orcid_id=str(author.get("orcid") or ""))


def person(author: Mapping[str, Any]) -> dict[str, Plain]:
    """The author in the keys of an author's file."""
    name = str(author.get("display_name") or "")
    places = [untagged(str(one.get("display_name") or "")) for one in objects(author.get("last_known_institutions"))]
    found = with_details(unparsed(name), orcid_id=str(author.get("orcid") or ""))
    orcid = found.get("orcid") if isinstance(found, dict) else None
    return {"name": name, "orcid": orcid, "affiliations": [place for place in places if place]}


def count(work: Mapping[str, Any]) -> Count:
    """How often the work was cited."""
    years = objects(work.get("counts_by_year"))
    by_year = {one["year"]: one["cited_by_count"] for one in years if _is_count(one)}
    return Count(max(0, int(work["cited_by_count"])), by_year)


def _is_count(one: Mapping[str, Any]) -> bool:
    year, count = one.get("year"), one.get("cited_by_count")
    return isinstance(year, int) and isinstance(count, int) and year > 0 and count >= 0


def _abstract(index: object) -> str:
    """The abstract from the places of its words, as OpenAlex has it."""
    if not isinstance(index, dict):
        return ""
    words = {
        at: str(word)
        for word, places in index.items()
        if isinstance(places, list)
        for at in places
        if isinstance(at, int)
    }
    return tidy(" ".join(words[at] for at in sorted(words)))


def _pages(first: str, last: str) -> str:
    return first if not last or first == last else f"{first}-{last}"


def _words(held: Mapping[str, Any], key: str) -> str:
    return untagged(str(held.get(key) or ""))
