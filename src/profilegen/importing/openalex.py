"""OpenAlex: the works of an author, and how often works were cited. Its data is CC0; https://docs.openalex.org.

pyalex was looked at: it brings requests, follows redirects unseen and does not bound an answer; two requests are all
that is wanted of it here.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from profilegen.importing import addresses
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.client import Client, Declined
from profilegen.importing.openalex_works import candidate, count, person
from profilegen.importing.source import Asked, Count
from profilegen.model.identifiers import arxiv_key, doi_key
from profilegen.problems import Failure, OutsideFailure, Place, Problem, quoted
from profilegen.values import Struct

KEY: Final = "OPENALEX_API_KEY"
"""The variable of the environment that holds a key."""

PER_PAGE: Final = 100
"""As many works as OpenAlex puts on a page."""

MOST: Final = 10_000
"""As many works as it gives page by page; further ones only to those who have a key."""

BATCH: Final = 50
"""So many DOIs are asked for at once: as many as OpenAlex takes."""

_KEYS: Final = "https://openalex.org/settings/api"
_WHOLE: Final = {"per_page": str(PER_PAGE)}
_AUTHOR: Final = re.compile(r"(?:https?://openalex\.org/)?(?:authors/)?(A[0-9]+)", re.IGNORECASE)


class OpenAlex(Struct, frozen=True):
    """The service at `base`; another one may speak the same."""

    base: str = "https://api.openalex.org"
    label: str = "OpenAlex"

    def fetch(self, reference: str, client: Client) -> Reading:
        """All works of the author `A...`, and the author."""
        found = _AUTHOR.fullmatch(reference.strip())
        if found is None:
            hint = "an author's id at OpenAlex looks like A5023888391"
            raise Failure(f"{quoted(reference)} is no author at OpenAlex", hint)
        identity = found.group(1).upper()
        author = self._object(_json(client, f"{self.base}/authors/{identity}", {}), "an author")
        candidates: list[Candidate] = []
        problems: list[Problem] = []
        for number, work in enumerate(self._works(identity, client), start=1):
            place = Place(f"openalex:{identity}", number)
            made = candidate(work, place, problems)
            candidates += [made] if made is not None else []
        return Reading(tuple(candidates), tuple(problems), person(author))

    def counts(self, papers: Iterable[Asked], client: Client) -> Mapping[str, Count]:
        """The counts of the papers that have a DOI; of an arXiv id alone, by the DOI that arXiv gives it."""
        ids: dict[str, list[str]] = {}
        for paper in papers:
            doi = paper.doi or (f"10.48550/arxiv.{arxiv_key(paper.arxiv)}" if paper.arxiv else "")
            # A comma parts filters and a bar values: a DOI that holds one cannot be asked for.
            if doi and not set(doi) & set(",|"):
                ids.setdefault(doi_key(doi), []).append(paper.id)
        counts: dict[str, Count] = {}
        for batch in _batches(list(ids)):
            for work in self._asked(batch, client):
                for identity in ids.get(doi_key(addresses.doi_in(str(work.get("doi") or ""))), ()):
                    counts[identity] = count(work)
        return counts

    def _works(self, author: str, client: Client) -> Iterator[Mapping[str, Any]]:
        """Every page to the end; OutsideFailure where fewer works came than there are said to be.

        By number: by cursor, those who have no key are refused.
        """
        seen: set[str] = set()
        for number in range(1, MOST // PER_PAGE + 1):
            query = {"filter": f"author.id:{author}", "sort": "publication_date:desc", "page": str(number)}
            page = self._object(_json(client, f"{self.base}/works", {**query, **_WHOLE}), "a page of works")
            results, meta = page.get("results"), page.get("meta")
            if not isinstance(results, list) or not isinstance(meta, dict):
                raise OutsideFailure("OpenAlex answered something else than a page of works", "try again later")
            works = {str(work.get("id")): work for work in results if isinstance(work, dict)}
            fresh = [work for identity, work in works.items() if identity not in seen]
            yield from fresh
            seen |= works.keys()
            total = _number(meta.get("count"))
            if not fresh or len(seen) == total:
                break
        if len(seen) < total:
            raise OutsideFailure(
                f"OpenAlex sent {len(seen):,} of {total:,} works", "nothing was written: try again later"
            )

    def _asked(self, dois: Sequence[str], client: Client) -> Iterator[Mapping[str, Any]]:
        query = {
            "filter": f"doi:{'|'.join(dois)}",
            "select": "id,doi,cited_by_count,counts_by_year",
            **_WHOLE,
        }
        results = self._object(_json(client, f"{self.base}/works", query), "a page of works").get("results")
        if not isinstance(results, list):
            raise OutsideFailure("OpenAlex answered something else than a page of works", "try again later")
        return (work for work in results if isinstance(work, dict) and isinstance(work.get("cited_by_count"), int))

    def _object(self, found: object, what: str) -> Mapping[str, Any]:
        if not isinstance(found, dict):
            raise OutsideFailure(f"OpenAlex answered something else than {what}", "try again later")
        return found


def _number(found: object) -> int:
    return found if isinstance(found, int) else 0


def _json(client: Client, address: str, query: Mapping[str, str]) -> object:
    """What OpenAlex answers, asked with the key where there is one."""
    key = os.environ.get(KEY, "")
    try:
        return client.json(address, {**query, "api_key": key} if key else query)
    except Declined as failure:
        hint = failure.hint if key else f"OpenAlex wants a key, which is free: {_KEYS}; set {KEY} to it"
        raise OutsideFailure(failure.message, hint) from failure


def _batches(dois: list[str]) -> Iterator[list[str]]:
    yield from (dois[at : at + BATCH] for at in range(0, len(dois), BATCH))
