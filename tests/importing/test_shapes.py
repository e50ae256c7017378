"""JSON from elsewhere that has another shape than it should is told or passed over: no such answer is a bug of ours."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final

import pytest

from importing.replaying import as_json, replaying
from profilegen.importing.fitting import fitted
from profilegen.importing.formats import read
from profilegen.importing.openalex import OpenAlex
from profilegen.importing.openalex_works import candidate, person
from profilegen.importing.orcid import Orcid
from profilegen.problems import OutsideFailure, Place

ODD: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    -1,
    10**30,
    "",
    "\u00b2",
    [],
    [None],
    [True],
    [[]],
    {},
    {"value": 1},
    {"items": 1},
)

WORK: Final[dict[str, Any]] = {
    "title": "Engines",
    "publication_date": "2021-01-02",
    "authorships": [{"author": {"display_name": "Ada Lovelace", "orcid": ""}, "raw_author_name": ""}],
    "locations": [{"landing_page_url": "https://example.org/"}],
    "primary_location": {"source": {"display_name": "J", "issn_l": ""}},
    "keywords": [{"display_name": "Engines"}],
    "awards": [{"funder_display_name": "F", "funder_award_id": "1"}],
    "funders": [{"display_name": "G"}],
    "cited_by_count": 12,
    "counts_by_year": [{"year": 2023, "cited_by_count": 7}],
    "abstract_inverted_index": {"engines": [1]},
}
ITEM: Final[dict[str, Any]] = {
    "type": "article-journal",
    "title": "Engines",
    "author": [{"family": "Lovelace", "affiliation": [{"name": "London"}]}],
    "issued": {"date-parts": [[2021, 2]]},
    "license": [{"URL": "https://example.org/"}],
}
RECORD: Final[dict[str, Any]] = {
    "title": "Engines",
    "authors": [{"name": "Ada Lovelace", "given": "Ada", "family": "Lovelace"}],
    "links": [{"label": "code", "url": "https://example.org/"}],
    "related": [{"kind": "software", "doi": "10.1000/1"}],
    "categories": ["cs.LG"],
    "ratings": {"novelty": {"value": 1}},
}
OF_ORCID: Final[dict[str, Any]] = {
    "title": {"title": {"value": "Engines"}},
    "external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": "10.1000/1"}]},
    "contributors": {"contributor": [{"credit-name": {"value": "Ada Lovelace"}}]},
    "publication-date": {"year": {"value": "2021"}},
}


def otherwise(held: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON is anything
    """The value with each of its parts in turn as each of ODD."""
    yield from ODD
    if isinstance(held, dict | list):
        for key in held if isinstance(held, dict) else range(len(held)):
            for other in otherwise(held[key]):
                changed = deepcopy(held)
                changed[key] = other
                yield changed


@pytest.mark.parametrize(
    ("notation", "base"), [("csl", [ITEM]), ("csl", {"items": [ITEM]}), ("json", {"papers": [RECORD]})]
)
def test_a_file_of_any_shape_is_read(notation: str, base: object) -> None:
    for value in otherwise(base):
        for found in read(json.dumps(value), "a.json", notation).candidates:
            fitted(found)


@pytest.mark.parametrize("make", [lambda value: candidate(value, Place("a"), []), person])
def test_a_work_and_a_person_of_openalex_may_have_any_shape(make: Callable[[Any], object]) -> None:
    for value in otherwise({**WORK, "last_known_institutions": [{"display_name": "London"}]}):
        if isinstance(value, dict):
            make(value)


def test_a_work_of_orcid_may_have_any_shape() -> None:
    works = [value for value in otherwise(OF_ORCID) if isinstance(value, dict)]
    routes = {
        "/0000-0002-1825-0097/person": as_json({}),
        "/0000-0002-1825-0097/works": as_json({"group": [{"work-summary": [{"put-code": 1}]}]}),
        "/0000-0002-1825-0097/works/1": as_json({"bulk": [{"work": work} for work in works]}),
    }
    with replaying(routes) as service:
        found = Orcid(service.address).fetch("0000-0002-1825-0097", service.client())
    assert len(found.candidates) + len(found.problems) == len(works)


@pytest.mark.parametrize("count", [None, "many", [1], 1e400])
def test_a_page_that_comes_again_is_the_last(count: object) -> None:
    page = {"meta": {"count": count}, "results": [WORK]}
    with replaying({"/authors/A5": as_json({"display_name": "Ada"}), "/works": as_json(page)}) as service:
        found = OpenAlex(service.address).fetch("A5", service.client())
    assert len(found.candidates) == 1
    assert len(service.asked) == 3


def test_more_works_promised_than_any_page_has_are_no_answer() -> None:
    page = {"meta": {"count": 10**30}, "results": [WORK]}
    with (
        replaying({"/authors/A5": as_json({}), "/works": as_json(page)}) as service,
        pytest.raises(OutsideFailure, match="sent 1 of"),
    ):
        OpenAlex(service.address).fetch("A5", service.client())
