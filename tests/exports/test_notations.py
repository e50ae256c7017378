"""RIS, CSL-JSON, CSV, Highwire tags and schema.org's words: golden cases."""

import json

import pytest

from exports.bibliography import named, paper
from exports.citing import cited
from profilegen.exports.csl import csl_item, csl_json
from profilegen.exports.highwire import highwire
from profilegen.exports.linked_data import Person, article, profile_page, script, type_of
from profilegen.exports.record import record_json
from profilegen.exports.ris import ris
from profilegen.exports.table import row
from profilegen.model.author import Affiliation, Author
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Citations, Contributor, Grant, Imprint, Link, Paper, PaperType, Status
from profilegen.model.text import Text
from profilegen.values import fields, replace

HOSTILE = '</script><script>alert(1)</script>]]>"\u2028&<!--'


def whole() -> Paper:
    imprint = Imprint(
        venue="Journal of Ducks", volume="12", number="3", pages="117-132", publisher="Pond", issn="1234-5679"
    )
    return replace(
        paper(
            "On *Ducks*",
            "Ada Byron",
            "Ludwig van Beethoven",
            Name.group("The Pond"),
            "...",
            date="2023-10-28",
            imprint=imprint,
        ),
        editors=(Contributor(named("Grace Hopper")),),
        doi="10.1000/d",
        arxiv="2301.00001",
        tags=("birds", "water"),
        language="en",
        license="CC-BY-4.0",
        citations=Citations(7),
        funding=(Grant("ERC", "101"),),
        links=(Link("pdf", "paper.pdf"),),
        abstract=Text("We count\n\nducks."),
    )


def test_ris_has_all_that_is_known() -> None:
    assert ris(cited(whole())) == (
        "TY  - JOUR\nID  - byron2023ducks\nAU  - Byron, Ada\nAU  - van Beethoven, Ludwig\nAU  - The Pond\n"
        "AU  - others\nA2  - Hopper, Grace\nTI  - On Ducks\nT2  - Journal of Ducks\nVL  - 12\nIS  - 3\nSP  - 117\n"
        "EP  - 132\nPB  - Pond\nSN  - 1234-5679\nPY  - 2023\nDA  - 2023/10/28/\nDO  - 10.1000/d\n"
        "UR  - https://arxiv.org/abs/2301.00001\nAN  - arXiv:2301.00001\nL2  - https://example.org/x/papers/p/\n"
        "LA  - en\nKW  - birds\nKW  - water\nAB  - We count ducks.\nER  - \n"
    )


def test_csl_has_all_that_a_style_prints_and_a_manager_keeps() -> None:
    item = json.loads(csl_json(cited(whole())))
    assert item == {
        "id": "byron2023ducks",
        "type": "article-journal",
        "title": "On Ducks",
        "author": [
            {"family": "Byron", "given": "Ada"},
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
            {"literal": "The Pond"},
            {"literal": "others"},
        ],
        "editor": [{"family": "Hopper", "given": "Grace"}],
        "issued": {"date-parts": [[2023, 10, 28]]},
        "container-title": "Journal of Ducks",
        "volume": "12",
        "issue": "3",
        "page": "117-132",
        "publisher": "Pond",
        "ISSN": "1234-5679",
        "DOI": "10.1000/d",
        "URL": "https://arxiv.org/abs/2301.00001",
        "archive": "arXiv",
        "archive_location": "2301.00001",
        "language": "en",
        "keyword": "birds, water",
        "abstract": "We count ducks.",
    }


def test_a_row_says_what_a_funder_asks() -> None:
    assert row(cited(whole())) == (
        "p,On Ducks,Ada Byron; Ludwig van Beethoven; The Pond; others,2023-10-28,2023,article,,Journal of Ducks,12,3,"
        "117-132,Pond,10.1000/d,2301.00001,,https://example.org/x/papers/p/,7,ERC 101,birds; water,,en,CC-BY-4.0,"
        "byron2023ducks\r\n"
    )


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert f",'{start}," in row(cited(paper(start.replace("*", ""))))


def test_unknown_citations_are_an_empty_cell_and_none_are_a_zero() -> None:
    assert ",0,,,,,," in row(cited(replace(paper(), citations=Citations(0))))
    assert ",0," not in row(cited(paper()))


def test_scholar_gets_the_tags_that_it_asks_for() -> None:
    assert list(highwire(cited(whole()))) == [
        ("citation_title", "On Ducks"),
        ("citation_author", "Ada Byron"),
        ("citation_author", "Ludwig van Beethoven"),
        ("citation_author", "The Pond"),
        ("citation_publication_date", "2023/10/28"),
        ("citation_journal_title", "Journal of Ducks"),
        ("citation_volume", "12"),
        ("citation_issue", "3"),
        ("citation_firstpage", "117"),
        ("citation_lastpage", "132"),
        ("citation_issn", "1234-5679"),
        ("citation_publisher", "Pond"),
        ("citation_doi", "10.1000/d"),
        ("citation_arxiv_id", "2301.00001"),
        ("citation_language", "en"),
        ("citation_abstract_html_url", "https://example.org/x/papers/p/"),
        ("citation_pdf_url", "https://example.org/x/papers/p/paper.pdf"),
        ("citation_keywords", "birds"),
        ("citation_keywords", "water"),
    ]


@pytest.mark.parametrize(("date", "said"), [("2023-10", "2023"), ("2023", "2023"), ("2023-01-02", "2023/01/02")])
def test_scholar_reads_a_day_or_a_year(date: str, said: str) -> None:
    assert dict(highwire(cited(paper(date=date))))["citation_publication_date"] == said


@pytest.mark.parametrize(
    "url", ["https://arxiv.org/pdf/1.pdf", "/files/a.pdf", "../a.pdf", "a.html", "#a.pdf", "a/../../b.pdf"]
)
def test_scholar_takes_no_pdf_from_elsewhere(url: str) -> None:
    tags = dict(highwire(cited(replace(paper(), links=(Link("pdf", url),)))))
    assert "citation_pdf_url" not in tags


def test_without_the_sites_address_no_address_is_told() -> None:
    tags = dict(highwire(cited(whole(), site="")))
    assert not {"citation_pdf_url", "citation_abstract_html_url"} & tags.keys()


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        (PaperType.CONFERENCE, "citation_conference_title"),
        (PaperType.ARTICLE, "citation_journal_title"),
        (PaperType.CHAPTER, "citation_inbook_title"),
    ],
)
def test_the_venue_has_the_tag_of_its_kind(kind: PaperType, tag: str) -> None:
    assert dict(highwire(cited(paper(kind=kind, imprint=Imprint(venue="V")))))[tag] == "V"


def test_theses_and_reports_name_who_gave_them_out() -> None:
    thesis = dict(highwire(cited(paper(kind=PaperType.THESIS_PHD, imprint=Imprint(institution="ETH")))))
    report = dict(highwire(cited(paper(kind=PaperType.REPORT, imprint=Imprint(institution="ETH", number="7")))))
    assert thesis["citation_dissertation_institution"] == "ETH"
    assert (report["citation_technical_report_institution"], report["citation_technical_report_number"]) == ("ETH", "7")


def test_a_scholarly_article_has_every_field_that_its_readers_require() -> None:
    data = json.loads(script(article(cited(whole()), "About ducks.")))
    assert {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": "https://example.org/x/papers/p/",
        "headline": "On Ducks",
        "datePublished": "2023-10-28",
        "description": "About ducks.",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "pageStart": "117",
        "pageEnd": "132",
    }.items() <= dict(data).items()
    assert data["author"] == [
        {
            "@type": "Person",
            "name": "Ada Byron",
            "givenName": "Ada",
            "familyName": "Byron",
            "url": "https://example.org/x/authors/a/",
        },
        {
            "@type": "Person",
            "name": "Ludwig van Beethoven",
            "givenName": "Ludwig",
            "familyName": "van Beethoven",
            "url": "https://example.org/x/authors/a/",
        },
        {"@type": "Organization", "name": "The Pond", "url": "https://example.org/x/authors/a/"},
    ]
    assert data["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {"@type": "Periodical", "name": "Journal of Ducks", "issn": "1234-5679"},
        },
    }
    assert {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/d"} in data["identifier"]


def test_a_record_has_the_fields_of_the_imprint_in_their_places() -> None:
    names = [field.name for field in fields(Imprint)]
    said = json.loads(record_json(cited(paper(imprint=Imprint(*names)))))
    assert {name: said[name] for name in names} == dict(zip(names, names, strict=True))


def test_every_type_has_one_in_every_notation() -> None:
    for kind in PaperType:
        one = cited(paper(kind=kind))
        assert ris(one).startswith("TY  - ")
        assert csl_item(one)["type"]
        assert type_of(one.paper)


def test_a_retracted_paper_says_so() -> None:
    one = cited(replace(whole(), status=Status.RETRACTED))
    assert "N1  - Retracted\n" in ris(one)
    assert json.loads(csl_json(one))["status"] == "retracted"
    assert article(one, "").creative_work_status == "Retracted"


def test_a_profile_page_has_every_field_that_its_readers_require() -> None:
    author = Author(
        id="ada",
        file="content/authors/ada.md",
        name=Name.parse("Ada Byron"),
        native_name="Ada",
        orcid="0000-0002-1825-0097",
        position="Analyst",
        affiliations=(Affiliation("Pond", ror="05a28rw58"), Affiliation("Lake", end=PartialDate(2000))),
    )
    data = profile_page(
        Person(
            author,
            "https://e.org/",
            "https://e.org/p.png",
            "About",
            ("https://x.org/",),
            3,
            7,
            "2020-01-01",
            "2021-01-01",
        )
    )
    assert data["@type"] == "ProfilePage"
    assert (data["dateCreated"], data["dateModified"]) == ("2020-01-01", "2021-01-01")
    person = data["mainEntity"]
    assert isinstance(person, dict)
    assert person["name"] == "Ada Byron"
    assert person["identifier"]["value"] == "0000-0002-1825-0097"
    assert person["sameAs"] == ["https://orcid.org/0000-0002-1825-0097", "https://x.org/"]
    assert [place["name"] for place in person["affiliation"]] == ["Pond"]
    assert person["image"] == "https://e.org/p.png"
    counts = (person["agentInteractionStatistic"], person["interactionStatistic"])
    assert [one["userInteractionCount"] for one in counts] == [3, 7]


def test_json_in_a_script_cannot_end_it() -> None:
    text = script({"name": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"name": HOSTILE}
