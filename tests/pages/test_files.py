"""Files of papers beside the pages: which there are, what is in them, and that they follow their rules."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from folders import CHECKOUT
from profilegen.build.themed import theme_of
from profilegen.exports.schema import export_schema
from profilegen.pages.plan import is_html
from profilegen.pages.views import PaperView, ProfileView
from sites import composed, site_of, view_of

URL = "https://example.org/x/"
HOSTILE = '</script><script>alert(1)</script> ]]> "&amp; \u2028 {\\\\%}'
SITE = {
    "profilegen.yaml": f"""\
        title: The Pond
        url: {URL}
        author_pages: all
        lists:
          - {{name: erc, title: Paid by the ERC, grants: [erc]}}
          - {{name: birds, title: Birds since 2021, tags: [Birds], years: 2021-2023, types: [article]}}
        """,
    "content/authors/ada.md": """\
        ---
        name: Ada Byron
        former_names: [Ada Lovelace]
        orcid: 0000-0002-1825-0097
        position: Analyst
        affiliations: [{name: Pond, ror: 05a28rw58, from: 2001}]
        reported: {h_index: 44, source: Somebody, as_of: 2026-06-01}
        extra: {anything: [1]}
        ---
        Counts *ducks*.
        """,
    "content/papers/one.yaml": """\
        title: On *Ducks* and $x^2$
        authors: [Ada Lovelace, {name: Grace Hopper}, {literal: The Pond Group}, ..., Zoe Zed, ...]
        date: 2021-10-28
        category: cs.LG
        tags: [birds]
        venue: Journal of Ducks
        pages: 117-132
        doi: 10.1000/d
        funding: [{funder: ERC, grant: "101"}]
        citations: {count: 7, source: us, as_of: 2026, by_year: {2022: 7}}
        novelty: 54%
        ratings: {}
        versions: [{kind: preprint, arxiv: "2301.00001"}]
        related: [{kind: erratum, doi: 10.1000/e}]
        dates: {submitted: 2021-01}
        updated: 2022-02-03
        abstract: We count $n$ ducks & geese, see [this](more.html).
        """.replace("{name: Grace Hopper}", "Grace Hopper"),
    "content/papers/two.yaml": "title: Geese\nauthors: [Ada Byron]\ndate: 2020\ntags: [birds]\n",
    "content/papers/three.yaml": "title: Swans\nauthors: [Grace Hopper]\ndate: 2022-05\ntags: [birds]\nvenue: J\n",
}


def printed(root: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    """Every page and file of the site by its address."""
    made = composed(root, files)
    assert made.site is not None, [str(found) for found in made.problems]
    theme = theme_of(root, made.look)
    return {page.address: theme.print(made.site, page) for page in made.pages}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return printed(tmp_path_factory.mktemp("site"), SITE)


def files_of(root: Path, files: Mapping[str, str]) -> set[str]:
    return {at for at, page in site_of(root, files)[1].items() if not is_html(page)}


def document(pages: Mapping[str, bytes], at: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(pages[at])


def test_by_default_the_site_and_authors_with_a_file_have_all(tmp_path: Path) -> None:
    names = {"papers.bib", "papers.ris", "papers.csl.json", "papers.json", "papers.csv", "feed.xml"}
    folders = ("", "authors/ada/", "lists/erc/", "lists/birds/")
    assert files_of(tmp_path, SITE) == {
        *(f"{folder}{name}" for folder in folders for name in names),
        "fields/cs.lg/feed.xml",
        "authors/ada/card.png",
        "sitemap.xml",
        "robots.txt",
    }


def test_the_settings_say_what_is_written(tmp_path: Path) -> None:
    settings = "exports: {site: [json, bibtex], author: [], paper: [ris, csl]}\npictures: no\n"
    assert files_of(tmp_path, SITE | {"profilegen.yaml": settings}) == {
        "papers.bib",
        "papers.json",
        *(f"papers/{name}/paper.{ending}" for name in ("one", "two", "three") for ending in ("ris", "csl.json")),
    }


def test_without_an_address_what_needs_one_is_left_out_with_one_warning(tmp_path: Path) -> None:
    made = composed(tmp_path, SITE | {"profilegen.yaml": "title: T\n"})
    assert not any(page.kind in ("atom", "sitemap", "robots", "picture") for page in made.pages)
    (found,) = [found for found in made.problems if found.code == "no-url"]
    assert (found.severity, found.place.path) == ("warning", "profilegen.yaml")
    assert found.message.startswith("url is not set, so there are no feeds, sitemap and pictures for links")


def test_a_search_that_cannot_be_is_a_warning(tmp_path: Path) -> None:
    made = composed(tmp_path, SITE | {"profilegen.yaml": f"url: {URL}\nsearch: true\n"})
    assert [found.code for found in made.problems if found.severity == "warning"] == ["no-search"]


def test_a_papers_files_are_linked_and_told_to_machines(tmp_path: Path) -> None:
    view = view_of(tmp_path, SITE | {"profilegen.yaml": "exports: {paper: [bibtex, json]}\n"}, "papers/one/")
    assert isinstance(view, PaperView)
    assert [(link.label, link.url) for link in view.files] == [
        ("BibTeX", "../../papers/one/paper.bib"),
        ("JSON", "../../papers/one/paper.json"),
    ]
    told = {(link.rel, link.type, link.url) for link in view.frame.head.links}
    assert ("describedby", "application/x-bibtex", "../../papers/one/paper.bib") in told
    assert {
        ("cite-as", "", "https://doi.org/10.1000/d"),
        ("author", "", "https://orcid.org/0000-0002-1825-0097"),
    } <= told
    assert ("type", "", "https://schema.org/ScholarlyArticle") in told


def test_a_name_without_a_file_has_no_files_and_no_identity(tmp_path: Path) -> None:
    view = view_of(tmp_path, SITE, "authors/grace-hopper/")
    assert isinstance(view, ProfileView)
    assert (view.files, view.frame.head.data, view.frame.head.links) == ((), "", ())


def test_the_json_follows_its_published_schema(pages: Mapping[str, bytes]) -> None:
    schema = json.loads(export_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    for at in ("papers.json", "authors/ada/papers.json", "lists/erc/papers.json"):
        jsonschema.validate(document(pages, at), schema)
    assert (CHECKOUT / "schemas/export.json").read_text(encoding="utf-8") == export_schema()


def test_the_json_has_records_and_numbers_with_definition_and_coverage(pages: Mapping[str, bytes]) -> None:
    site = document(pages, "papers.json")
    assert {person["id"] for person in site["people"]} >= {"ada", "grace-hopper", "zoe-zed"}
    ada = next(person for person in site["people"] if person["id"] == "ada")
    assert ada["metrics"]["h_index"] == {
        "value": 44,
        "computed": 1,
        "text": "44",
        "known": 1,
        "of": 2,
        "papers": ["one"],
        "reported": {"value": 44, "source": "Somebody", "as_of": "2026-06-01"},
    }
    assert {one["name"] for one in site["metrics"]} >= set(ada["metrics"])
    one = next(paper for paper in site["papers"] if paper["id"] == "one")
    assert [author.get("name", "...") for author in one["authors"]] == [
        "Ada Byron",
        "Grace Hopper",
        "The Pond Group",
        "...",
        "Zoe Zed",
        "...",
    ]
    assert (one["page"], one["ratings"]["novelty"]["value"]) == ("papers/one/", 0.54)
    assert document(pages, "authors/ada/papers.json")["people"] == [ada]


def test_a_former_name_is_in_no_file(pages: Mapping[str, bytes]) -> None:
    assert not [at for at, content in pages.items() if b"Lovelace" in content]


def test_each_list_has_its_papers(pages: Mapping[str, bytes]) -> None:
    assert [paper["id"] for paper in document(pages, "lists/erc/papers.json")["papers"]] == ["one"]
    assert {paper["id"] for paper in document(pages, "lists/birds/papers.json")["papers"]} == {"one", "three"}
    assert b"Birds since 2021" in pages["lists/birds/"]


def test_files_of_many_papers_are_read_by_the_programs_of_others(pages: Mapping[str, bytes]) -> None:
    library = parse_string(pages["papers.bib"].decode())
    assert (len(library.entries), library.failed_blocks) == (3, [])
    assert len(rispy.loads(pages["papers.ris"].decode())) == 3
    assert len(document(pages, "papers.csl.json")) == 3
    rows = list(csv.DictReader(io.StringIO(pages["papers.csv"].decode("utf-8-sig"), newline="")))
    assert {row["id"] for row in rows} == {"one", "two", "three"}
    assert pages["papers.csv"].startswith(b"\xef\xbb\xbf")


def test_feeds_have_what_rfc_4287_asks_for(pages: Mapping[str, bytes]) -> None:
    for at in ("feed.xml", "authors/ada/feed.xml", "fields/cs.lg/feed.xml", "lists/erc/feed.xml"):
        feed = feedparser.parse(pages[at])
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.version == "atom10"
        assert feed.feed.id == f"{URL}{at}"
        assert feed.feed.title
        assert feed.feed.updated_parsed
        assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids) > 0
        for entry in feed.entries:
            assert entry.id == entry.link
            assert entry.link.startswith(URL)
            assert entry.title
            assert entry.updated_parsed
            assert entry.authors
    newest = feedparser.parse(pages["feed.xml"])
    assert [entry.link.rsplit("/", 2)[1] for entry in newest.entries] == ["three", "one", "two"]
    one = next(entry for entry in newest.entries if entry.link.endswith("/one/"))
    assert f'href="{URL}papers/one/more.html"' in one.content[0].value
    assert (one.updated, one.published) == ("2022-02-03T00:00:00Z", "2021-10-28T00:00:00Z")


def test_hostile_text_stays_text_in_every_file(tmp_path: Path) -> None:
    text = HOSTILE.replace('"', '\\"')
    paper = f'title: "{text}"\nauthors: ["{text}", Ada Byron]\nvenue: "{text}"\ntags: ["{text}"]\nabstract: "{text}"\n'
    settings = f'title: "{text}"\ndescription: "{text}"\nurl: {URL}\n'
    files = {
        "profilegen.yaml": settings + "exports: {paper: [json, csl, ris]}\n",
        "content/authors/ada.yaml": f'name: Ada Byron\nposition: "{text}"\n',
        "content/papers/p.yaml": f"{paper}category: cs.LG\n",
    }
    pages = printed(tmp_path, files)
    schema = json.loads(export_schema())
    for at in ("papers.json", "papers/p/paper.json", "authors/ada/papers.json"):
        jsonschema.validate(document(pages, at), schema)
    title = " ".join(HOSTILE.replace("\\\\", "\\").split())
    assert document(pages, "papers.csl.json")[0]["title"].startswith("</script><script>alert(1)</script> ]]>")
    assert len(rispy.loads(pages["papers.ris"].decode())) == 1
    (row,) = csv.DictReader(io.StringIO(pages["papers.csv"].decode("utf-8-sig"), newline=""))
    assert row["venue"] == title
    for at in ("feed.xml", "authors/ada/feed.xml", "fields/cs.lg/feed.xml"):
        feed = feedparser.parse(pages[at])
        assert not feed.bozo
        assert b"<script" not in pages[at]
    for at, content in pages.items():
        if at.endswith("/") or at == "":
            assert content.count(b"<script>") == 0, at
            for piece in content.decode().split('<script type="application/ld+json">')[1:]:
                data = json.loads(piece.partition("</script>")[0])
                assert data["@context"] == "https://schema.org"
