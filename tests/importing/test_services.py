"""OpenAlex, ORCID, arXiv and DOIs, from servers that answer in the shapes they document."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from importing.replaying import Query, Reply, as_json, replaying
from profilegen.importing.arxiv import Arxiv
from profilegen.importing.candidate import Reading
from profilegen.importing.doi import Doi
from profilegen.importing.fitting import fitted
from profilegen.importing.openalex import OpenAlex
from profilegen.importing.orcid import Orcid
from profilegen.importing.source import Asked
from profilegen.markup.converter import Markup
from profilegen.model.text import Text
from profilegen.problems import Failure, OutsideFailure


def work(number: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON is anything
    return {
        "id": f"https://openalex.org/W{number}",
        "doi": f"https://doi.org/10.1000/w{number}",
        "title": f"Engines of <i>kind</i> {number} & more",
        "publication_date": "2021-01-01",
        "publication_year": 2021,
        "type": "article",
        "authorships": [
            {"author": {"display_name": "Ada Lovelace", "orcid": "https://orcid.org/0000-0002-1825-0097"},
             "raw_author_name": "Ada K. Lovelace"},
            {"author": {"display_name": "Ludwig van Beethoven", "orcid": None}, "raw_author_name": None},
        ],
        "primary_location": {"landing_page_url": f"https://doi.org/10.1000/w{number}",
                             "source": {"display_name": "Journal of Engines", "issn_l": "1234-5679"}},
        "biblio": {"volume": "3", "issue": "1", "first_page": "10", "last_page": "19"},
        "cited_by_count": 12,
        "counts_by_year": [{"year": 2023, "cited_by_count": 7}, {"year": 2022, "cited_by_count": 5}],
        "abstract_inverted_index": {"engines": [1, 3], "Of": [0], "and": [2]},
        "is_retracted": False,
        "language": "en",
        "keywords": [{"display_name": "Engines"}],
        **more,
    }  # fmt: skip


def pages(works: list[dict[str, Any]], total: int, size: int) -> Any:  # noqa: ANN401
    def answer(query: Query) -> Reply:
        assert query["per_page"] == "100"
        at = (int(query["page"]) - 1) * size
        return as_json({"meta": {"count": total}, "results": works[at : at + size]})

    return answer


AUTHOR = as_json({"display_name": "Ada Lovelace", "orcid": "https://orcid.org/0000-0002-1825-0097"})


def fields_of(reading: Reading, number: int = 0) -> Mapping[str, Any]:
    made, problems = fitted(reading.candidates[number])
    assert made is not None, problems
    assert problems == ()
    return made.fields


def test_all_pages_of_an_author_at_openalex() -> None:
    works = [work(number) for number in range(7)]
    with replaying({"/authors/A5": AUTHOR, "/works": pages(works, 7, 3)}) as service:
        found = OpenAlex(service.address).fetch("A5", service.client())
    assert len(found.candidates) == 7
    assert found.person["name"] == "Ada Lovelace"
    assert [path.partition("?")[0] for path in service.asked] == ["/authors/A5", "/works", "/works", "/works"]
    fields = fields_of(found)
    assert fields["title"] == "Engines of <i>kind</i> 0 & more"
    assert fields["authors"] == [{"name": "Ada K. Lovelace", "orcid": "0000-0002-1825-0097"}, "Ludwig van Beethoven"]
    assert fields["date"] == "2021"
    assert (fields["venue"], fields["issn"], fields["pages"]) == ("Journal of Engines", "1234-5679", "10-19")
    assert fields["citations"] == {"count": "12", "source": "OpenAlex", "by_year": {"2022": "5", "2023": "7"}}
    assert fields["abstract"] == "Of engines and engines"


def test_fewer_works_than_promised_are_no_answer() -> None:
    with (
        replaying({"/authors/A5": AUTHOR, "/works": pages([work(1)], 300, 3)}) as service,
        pytest.raises(OutsideFailure, match="sent 1 of 300"),
    ):
        OpenAlex(service.address).fetch("A5", service.client())


def test_a_work_that_moves_to_the_next_page_meanwhile_is_no_second_paper() -> None:
    works = [work(1), work(2), work(2), work(3)]
    with replaying({"/authors/A5": AUTHOR, "/works": pages(works, 3, 2)}) as service:
        found = OpenAlex(service.address).fetch("A5", service.client())
    assert [one.key for one in found.candidates] == ["W1", "W2", "W3"]


def test_who_paid_for_a_work_is_known_from_openalex() -> None:
    awards = [
        {"funder_display_name": "Engine Fund", "funder_award_id": "E-1"},
        {"funder_display_name": "Engine Fund", "funder_award_id": "E-2"},
    ]
    funders = [{"display_name": "Engine Fund"}, {"display_name": "Loom Trust"}]
    works = [work(1, awards=awards, funders=funders)]
    with replaying({"/authors/A5": AUTHOR, "/works": pages(works, 1, 9)}) as service:
        found = OpenAlex(service.address).fetch("A5", service.client())
    assert fields_of(found)["funding"] == [
        {"funder": "Engine Fund", "grant": "E-1"},
        {"funder": "Engine Fund", "grant": "E-2"},
        {"funder": "Loom Trust"},
    ]


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_question_that_is_declined_without_a_key_says_where_keys_are(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    declined = Reply(b"{}", status, {"Retry-After": "3600"})
    for key, said in (("", "set OPENALEX_API_KEY"), ("secret", "")):
        monkeypatch.setenv("OPENALEX_API_KEY", key)
        with replaying({"/authors/A5": AUTHOR, "/works": declined}) as service, pytest.raises(OutsideFailure) as caught:
            OpenAlex(service.address).fetch("A5", service.client())
        assert f"answers {status}" in caught.value.message
        assert ("OPENALEX_API_KEY" in caught.value.hint) == bool(said)
        assert "secret" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize("body", [{"results": "x"}, [], {"meta": {}}, {"results": [], "meta": None}])
def test_an_answer_of_another_shape_is_refused(body: object) -> None:
    with (
        replaying({"/authors/A5": AUTHOR, "/works": as_json(body)}) as service,
        pytest.raises(OutsideFailure, match="something else"),
    ):
        OpenAlex(service.address).fetch("A5", service.client())


def test_works_that_are_no_papers_or_lack_what_a_paper_needs_are_said() -> None:
    works = [work(1, type="paratext"), work(2, title=None, display_name=None), work(3, authorships=[]), work(4)]
    with replaying({"/authors/A5": AUTHOR, "/works": pages(works, 4, 9)}) as service:
        found = OpenAlex(service.address).fetch("a5", service.client())
    assert [one.key for one in found.candidates] == ["W4"]
    assert [one.code for one in found.problems] == ["no-paper", "bad-entry", "bad-entry"]


@pytest.mark.parametrize("reference", ["W5", "ada", "", "A", "A5/../../x"])
def test_what_is_no_author_is_not_asked_for(reference: str) -> None:
    with replaying({}) as service, pytest.raises(Failure, match="no author at OpenAlex"):
        OpenAlex(service.address).fetch(reference, service.client())
    assert service.asked == []


def test_counts_are_asked_for_in_batches_and_come_by_id() -> None:
    def answer(query: Query) -> Reply:
        dois = query["filter"].removeprefix("doi:").split("|")
        results = [{"doi": f"https://doi.org/{doi.upper()}", "cited_by_count": 3, "counts_by_year": []} for doi in dois]
        return as_json({"results": results, "meta": {"count": len(results)}})

    papers = [Asked(f"p{number}", f"10.1000/X{number}") for number in range(120)]
    with replaying({"/works": answer}) as service:
        counts = OpenAlex(service.address).counts(
            [*papers, Asked("none"), Asked("q", arxiv="2101.00010v2")], service.client()
        )
    assert len(service.asked) == 3
    assert len(counts) == 121
    assert counts["q"].total == 3


def orcid_work(code: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "put-code": code,
        "title": {"title": {"value": f"Work {code}"}, "subtitle": {"value": "a study"}},
        "journal-title": {"value": "Journal of Works"},
        "type": "journal-article",
        "publication-date": {"year": {"value": "2020"}, "month": {"value": "03"}, "day": None},
        "external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": f"https://doi.org/10.1000/o{code}",
                                          "external-id-relationship": "self"}]},
        "contributors": {"contributor": [{"credit-name": {"value": "Ada Lovelace"},
                                          "contributor-orcid": {"path": "0000-0002-1825-0097"}}]},
        **more,
    }  # fmt: skip


def orcid_routes(works: list[dict[str, Any]]) -> dict[str, Any]:
    person = {"name": {"given-names": {"value": "Ada"}, "family-name": {"value": "Lovelace"}, "credit-name": None}}
    groups = [{"work-summary": [{"put-code": one["put-code"]}, {"put-code": 9_999}]} for one in works]
    prefix = "/0000-0002-1825-0097"
    routes: dict[str, Any] = {f"{prefix}/person": as_json(person), f"{prefix}/works": as_json({"group": groups})}
    for at in range(0, len(works), 100):
        batch = works[at : at + 100]
        codes = ",".join(str(one["put-code"]) for one in batch)
        routes[f"{prefix}/works/{codes}"] = as_json({"bulk": [{"work": one} for one in batch]})
    return routes


def test_all_works_of_an_orcid_record() -> None:
    bibtex = {
        "citation-type": "bibtex",
        "citation-value": "@article{x, title={W}, author={Babbage, C. and Lovelace, A.}, volume={7}}",
    }
    works = [orcid_work(1), orcid_work(2, contributors=None), orcid_work(3, contributors=None, citation=bibtex)]
    works += [orcid_work(code) for code in range(4, 151)]
    with replaying(orcid_routes(works)) as service:
        found = Orcid(service.address).fetch("https://orcid.org/0000-0002-1825-0097", service.client())
    assert len(found.candidates) == 150
    assert found.person == {"name": "Ada Lovelace", "orcid": "0000-0002-1825-0097"}
    first = fields_of(found)
    assert first["title"] == "Work 1: a study"
    assert first["authors"] == [{"name": "Ada Lovelace", "orcid": "0000-0002-1825-0097"}]
    assert (first["date"], first["doi"], first["type"]) == ("2020-03", "10.1000/o1", "article")
    assert fields_of(found, 1)["authors"] == ["Ada Lovelace"]
    assert fields_of(found, 2)["authors"] == ["C. Babbage", "A. Lovelace"]
    assert fields_of(found, 2)["volume"] == "7"


def test_who_has_a_role_of_credit_is_an_author_once_and_an_editor_is_none() -> None:
    def contributor(name: str, role: str | None) -> dict[str, Any]:
        return {"credit-name": {"value": name}, "contributor-attributes": {"contributor-role": role}}

    people = [
        contributor("Ada Lovelace", "http://credit.niso.org/contributor-roles/conceptualization/"),
        contributor("Ada Lovelace", "http://credit.niso.org/contributor-roles/writing-original-draft/"),
        contributor("Charles Babbage", "co-investigator"),
        contributor("Ben Two", None),
        contributor("Cy Three", "editor"),
    ]
    with replaying(orcid_routes([orcid_work(1, contributors={"contributor": people})])) as service:
        found = Orcid(service.address).fetch("0000-0002-1825-0097", service.client())
    assert fields_of(found)["authors"] == ["Ada Lovelace", "Charles Babbage", "Ben Two"]


def test_a_bulk_that_lacks_works_is_no_answer() -> None:
    routes = orcid_routes([orcid_work(1), orcid_work(2)])
    routes["/0000-0002-1825-0097/works/1,2"] = as_json({"bulk": [{"work": orcid_work(1)}]})
    with replaying(routes) as service, pytest.raises(OutsideFailure, match="sent 1 of 2"):
        Orcid(service.address).fetch("0000-0002-1825-0097", service.client())


def test_a_mistyped_orcid_is_not_asked_for() -> None:
    with replaying({}) as service, pytest.raises(Failure, match="check digit"):
        Orcid(service.address).fetch("0000-0002-1825-0098", service.client())
    assert service.asked == []


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <entry>
    <id>http://arxiv.org/abs/2101.00010v3</id>
    <published>2021-01-04T10:00:00Z</published>
    <title>A bound on $O(n^2)$
  engines &amp; wheels</title>
    <summary>  We show $x &lt; y$.
  Twice.</summary>
    <author><name>Ada Lovelace</name></author><author><name>Engine Collaboration</name></author>
    <arxiv:comment>12 pages</arxiv:comment>
    <arxiv:journal_ref>Journal of Engines 3 (2021) 10</arxiv:journal_ref>
    <arxiv:doi>10.1000/e3</arxiv:doi>
    <arxiv:primary_category term="cs.LG"/><category term="cs.LG"/><category term="stat.ML"/>
  </entry>
</feed>"""


def test_preprints_from_arxiv() -> None:
    with replaying({"/q": Reply(FEED.encode())}) as service:
        found = Arxiv(f"{service.address}/q").fetch("2101.00010,2101.00011", service.client())
    assert service.asked == ["/q?id_list=2101.00010%2C2101.00011&max_results=2"]
    assert [one.message for one in found.problems] == ["arXiv has no such paper"]
    assert fields_of(found) == {
        "title": "A bound on $O(n^2)$ engines & wheels",
        "authors": ["Ada Lovelace", {"literal": "Engine Collaboration"}],
        "date": "2021-01-04",
        "type": "preprint",
        "category": "cs.LG",
        "categories": ["cs.LG", "stat.ML"],
        "arxiv": "2101.00010",
        "versions": [{"kind": "published", "doi": "10.1000/e3", "venue": "Journal of Engines 3 (2021) 10"}],
        "note": "12 pages",
        "abstract": "We show $x < y$. Twice.",
    }


@pytest.mark.parametrize("body", ["<html/>", "no xml", FEED[:300], '<!DOCTYPE x [<!ENTITY a "b">]><feed/>'])
def test_what_is_no_feed_is_refused(body: str) -> None:
    with (
        replaying({"/q": Reply(body.encode())}) as service,
        pytest.raises(OutsideFailure, match="something else than a feed"),
    ):
        Arxiv(f"{service.address}/q").fetch("2101.00010", service.client())


def test_where_a_preprint_was_published() -> None:
    with replaying({"/q": Reply(FEED.encode())}) as service:
        found = Arxiv(f"{service.address}/q").published(
            [Asked("a", arxiv="2101.00010v1"), Asked("b")], service.client()
        )
    assert found == {"a": {"kind": "published", "doi": "10.1000/e3", "venue": "Journal of Engines 3 (2021) 10"}}


def test_latex_of_arxiv_is_left_to_the_page() -> None:
    feed = (
        FEED.replace("engines &amp; wheels", r"of Schr\"odinger's \emph{engine}, $C^*$- and W*-algebras")
        .replace("12 pages", r"100\% done, at https://example.org/~ada_b")
        .replace("Journal of Engines 3", r"J.~Eng. \textbf{3}")
    )
    with replaying({"/q": Reply(feed.encode())}) as service:
        found = fields_of(Arxiv(f"{service.address}/q").fetch("2101.00010", service.client()))
    shown = [
        re.sub(r"<math.*?</math>|<[^>]*>", "", Markup().inline(Text(found[key])).html) for key in ("title", "note")
    ]
    assert shown == [
        "A bound on  of Schrödinger's engine, - and W*-algebras",
        "100% done, at https://example.org/~ada_b",
    ]
    assert found["versions"][0]["venue"] == "J. Eng. 3 (2021) 10"


CROSSREF = {
    "DOI": "10.1000/E1",
    "type": "journal-article",
    "title": "Engines &amp; <i>wheels</i>",
    "author": [{"given": "Ada", "family": "Lovelace", "ORCID": "http://orcid.org/0000-0002-1825-0097",
                "affiliation": [{"name": "London"}]}, {"name": "Engine Consortium"}],
    "issued": {"date-parts": [[2021, 2, None]]},
    "container-title": "Journal of Engines",
    "ISSN": ["1234-5679", "2049-3630"],
    "page": "10-19",
    "abstract": "<jats:title>Abstract</jats:title><jats:p>We <jats:italic>show</jats:italic> it.</jats:p>",
    "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/"}],
    "indexed": {"date-parts": [[2024]]},
    "reference-count": 12,
}  # fmt: skip


def test_a_doi_by_content_negotiation_and_a_redirect() -> None:
    routes = {
        "/10.1000/e1": Reply(b"", 302, {"Location": "/v1/works/e1"}),
        "/v1/works/e1": Reply(json.dumps(CROSSREF).encode()),
    }
    with replaying(routes) as service:
        found = Doi(service.address).fetch("10.1000/e1 https://doi.org/10.1000/none", service.client())
    assert service.headers[1]["Accept"] == "application/vnd.citationstyles.csl+json"
    assert [one.message for one in found.problems] == ["no registrar has this DOI"]
    assert fields_of(found) == {
        "title": "Engines & <i>wheels</i>",
        "authors": [
            {"name": "Ada Lovelace", "orcid": "0000-0002-1825-0097", "affiliations": ["London"]},
            {"literal": "Engine Consortium"},
        ],
        "date": "2021-02",
        "type": "article",
        "venue": "Journal of Engines",
        "pages": "10-19",
        "issn": "1234-5679",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "doi": "10.1000/E1",
        "abstract": "We <em>show</em> it.",
    }
