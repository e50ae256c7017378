"""The map of a site for search engines, split where it is too long."""

from pathlib import Path

import pytest
from lxml import etree

from folders import CHECKOUT
from profilegen.build.themed import theme_of
from profilegen.pages.page import Page
from profilegen.pages.sitemap import places, sitemap_pages
from sites import composed

XMLNS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XSD = CHECKOUT / "audit/node_modules/sitemap/schema/sitemap.xsd"
SITE = {
    "profilegen.yaml": "url: https://example.org/a&b/\n",
    "content/authors/ada.yaml": "name: Ada\nold_urls: [old/]\n",
    "content/papers/a.yaml": "title: A\nauthors: [Ada]\nupdated: 2022-02-03\ncategory: cs.LG\n",
    "content/papers/b.yaml": "title: B\nauthors: [Ada]\nupdated: 2022-03\n",
}


def printed(root: Path, page: Page) -> bytes:
    made = composed(root, SITE)
    assert made.site is not None
    return theme_of(root, made.look).print(made.site, page)


def test_it_lists_what_a_search_should_find_and_when_it_changed(tmp_path: Path) -> None:
    root = etree.fromstring(printed(tmp_path, Page("sitemap.xml", "sitemap", "0 50000")))
    found = {url.findtext(f"{XMLNS}loc"): url.findtext(f"{XMLNS}lastmod") for url in root}
    base = "https://example.org/a&b/"
    assert found == {
        base: "2022-02-03",
        f"{base}authors/": None,
        f"{base}papers/": None,
        f"{base}papers/a/": "2022-02-03",
        f"{base}papers/b/": None,
        f"{base}fields/cs.lg/": None,
    }


@pytest.mark.parametrize(
    ("count", "files"),
    [
        (1, ["sitemap.xml"]),
        (50_000, ["sitemap.xml"]),
        (50_001, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]),
        (100_001, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]),
    ],
)
def test_no_file_has_more_than_fifty_thousand_addresses(count: int, files: list[str]) -> None:
    assert [page.address for page in sitemap_pages(count)] == [*files, "robots.txt"]


def test_the_parts_hold_every_address_once(tmp_path: Path) -> None:
    made = composed(tmp_path, SITE)
    assert made.site is not None
    theme, known = theme_of(tmp_path, made.look), places(made.site)
    first, *parts, _ = sitemap_pages(len(known), 2)
    index = etree.fromstring(theme.print(made.site, first))
    assert [one.findtext(f"{XMLNS}loc") for one in index] == [
        f"https://example.org/a&b/{part.address}" for part in parts
    ]
    listed = [url.findtext(f"{XMLNS}loc") for part in parts for url in etree.fromstring(theme.print(made.site, part))]
    assert listed == [f"https://example.org/a&b/{page.address}" for page in known]


def test_robots_are_told_of_it(tmp_path: Path) -> None:
    text = printed(tmp_path, Page("robots.txt", "robots")).decode()
    assert text == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/a&b/sitemap.xml\n"


@pytest.mark.skipif(not XSD.is_file(), reason="`make audit` installs the schema")
def test_it_follows_its_schema(tmp_path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(XSD))
    schema.assertValid(etree.fromstring(printed(tmp_path, Page("sitemap.xml", "sitemap", "0 50000"))))
