"""The published pages in real Chromium, at the address that GitHub gives them: styles, links, 404 at any depth."""

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folders import write_files
from publishing.repositories import PAGES, Clone

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from conftest import Seen

CONTENT = {
    "content/authors/bob.md": "---\nname: Bob Stone\n---\n",
    "content/papers/b.yaml": "title: B\nauthors: [Bob Stone, Ada Lovelace]\ndate: 2021\ncategory: cs.LG\n",
    "content/pages/teaching.md": "---\ntitle: Teaching\n---\nText.\n",
}


def answer_as_github_pages_does(page: "Page", folder: Path) -> None:
    """Files below PAGES; a folder without its slash leads to the one with it; everything else is 404.html."""

    def answer(route: "Route") -> None:
        path = route.request.url.removeprefix(PAGES).partition("?")[0]
        file = folder / path / "index.html" if path.endswith("/") or not path else folder / path
        if file.is_dir():
            route.fulfill(status=301, headers={"Location": f"{PAGES}{path}/"})
            return
        found = file if file.is_file() else folder / "404.html"
        kind, _ = mimetypes.guess_type(found.name)
        route.fulfill(status=200 if file.is_file() else 404, body=found.read_bytes(), content_type=kind)

    page.route(f"{PAGES}**", answer)


@pytest.fixture
def published(here: Clone, tmp_path: Path, page: "Page") -> Path:
    write_files(here.site, CONTENT)
    here.published()
    here.git("clone", "--quiet", "--branch", "gh-pages", here.bare, tmp_path / "web")
    answer_as_github_pages_does(page, tmp_path / "web")
    return tmp_path / "web"


def is_styled(page: "Page") -> bool:
    """Whether the theme's stylesheet reached the page."""
    return bool(page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 20)"))


@pytest.mark.usefixtures("published")
def test_every_page_is_reached_by_links_and_styled(page: "Page", seen: "Seen") -> None:
    waiting, reached = [PAGES], set[str]()
    while waiting:
        address = waiting.pop()
        answer = page.goto(address)
        assert answer is not None
        assert (answer.status, is_styled(page)) == (200, True), address
        reached.add(address)
        links: list[str] = page.evaluate("[...document.links].map(link => link.href.split('#')[0])")
        pages = {link for link in links if link.startswith(PAGES) and link.endswith(("/", ".html"))}
        waiting += pages - reached - set(waiting)
    paths = {address.removeprefix(PAGES) for address in reached}
    assert {"", "papers/", "papers/a/", "papers/b/", "authors/ada/", "authors/bob/", "teaching/"} <= paths
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], {"ada.github.io"})


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("path", ["none", "papers/none/", "a/b/c/d/e.html"])
def test_a_missing_page_leads_home_from_any_depth(page: "Page", seen: "Seen", path: str) -> None:
    answer = page.goto(PAGES + path)
    assert answer is not None
    assert (answer.status, is_styled(page)) == (404, True)
    page.locator("main a").first.click()
    page.wait_for_url(f"{PAGES}**")
    assert page.locator("h1").inner_text() != "Page not found"
    assert page.url.startswith(PAGES)
    assert (seen.errors, seen.hosts) == ([], {"ada.github.io"})
