"""The audit finds what it is there to find: each check is shown a planted fault, and a page without one."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from audit import axe, crowd, loading, markup, npm, report, workflows
from audit.finding import Finding, Outcome
from audit.server import served
from audit.sites import ROOT, Site, built

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOOD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<link rel="icon" href="icon.svg">
</head>
<body>
<main>
<h1>A page</h1>
<p>Without a fault.</p>
</main>
</body>
</html>
"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>'

needs_npm = pytest.mark.skipif(not npm.installed(), reason="`make audit` installs axe-core and html-validate")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    with served(tmp_path) as url:
        yield url


def site(tmp_path: Path, home: str, page: str, name: str = "site") -> Site:
    """A site of one page."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "icon.svg").write_text(ICON, encoding="utf-8")
    return Site(name, folder, f"{home}{name}/")


@needs_npm
def test_nothing_is_found_on_a_good_page(tmp_path: Path, home: str, browser: "Browser") -> None:
    good = site(tmp_path, home, GOOD)
    assert axe.check(browser, good).findings == ()
    assert markup.check(good).findings == ()


@needs_npm
def test_a_fault_is_found_also_where_it_shows_at_one_width_in_one_scheme_or_unfolded(
    tmp_path: Path, home: str, browser: "Browser"
) -> None:
    planted = """<img src="icon.svg" width="9" height="9">
        <style>@media (prefers-color-scheme: dark) { #dark { color: #ddd } }
        button { font-size: 6px; padding: 0 }</style>
        <p id="dark">Pale on white in the dark.</p>
        <details><summary>More</summary><p id="folded" style="color: #ccc">Pale on white.</p></details>
        <button>a</button><button>b</button>
        <svg width="400" height="9" role="img" aria-label="a line"></svg>
        <script>console.warn("hm"); oh()</script>"""
    found = axe.check(browser, site(tmp_path, home, GOOD.replace("Without a fault.</p>", f"With some.</p>{planted}")))
    assert {(finding.rule, finding.place) for finding in found.findings} == {
        ("color-contrast", "#dark"),
        ("color-contrast", "#folded"),
        ("console-warning", ""),
        ("image-alt", "img"),
        ("script-error", ""),
        ("target-size", "button:nth-child(7)"),
        ("target-size", "button:nth-child(8)"),
        ("too-wide", "main > svg"),
    }
    assert {finding.page for finding in found.findings} == {"site: people"}


@needs_npm
def test_html_that_is_not_valid_is_found_with_its_file_and_line(tmp_path: Path, home: str) -> None:
    (found,) = markup.check(site(tmp_path, home, GOOD.replace("</p>", ""))).findings
    assert (found.page, found.rule) == ("site: index.html", "no-implicit-close")
    assert found.place.startswith("12:")


def test_a_profile_page_is_weighed_with_its_assets(tmp_path: Path, home: str, browser: "Browser") -> None:
    example = site(tmp_path, home, GOOD.ljust(loading.MOST_BYTES - len(ICON)), loading.BUDGETED)
    for other in ("authors", "papers"):
        (example.folder / other).mkdir()
        (example.folder / other / "index.html").write_text(GOOD.replace("icon.svg", "../icon.svg"), encoding="utf-8")
    (found,) = loading.check(browser, example).findings
    assert (found.page, found.rule) == ("example: profile", "budget")
    assert found.message.startswith("100,000 bytes")
    assert list(loading.overweight("a byte less", loading.MOST_BYTES - 1)) == []


def test_a_page_that_asks_another_host_or_moves_while_it_loads_is_found(
    tmp_path: Path, home: str, browser: "Browser"
) -> None:
    picture = '<img src="https://example.org/a.png" alt="" width="1" height="1">'
    late = "requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('h1').before('late')))"
    planted = GOOD.replace("</main>", f"{picture}</main><script>{late}</script>")
    found = loading.check(browser, site(tmp_path, home, planted)).findings
    assert [(finding.rule, finding.place) for finding in found] == [
        ("layout-shift", "body"),
        ("other-host", "https://example.org/a.png"),
    ]
    assert loading.check(browser, site(tmp_path, home, GOOD, "good")).findings == ()


def test_the_server_answers_for_what_is_missing_with_the_page_of_the_site(tmp_path: Path, home: str) -> None:
    (site(tmp_path, home, GOOD).folder / "404.html").write_text(f"{GOOD}missing", encoding="utf-8")
    asked = HTTPConnection(urlsplit(home).netloc)
    asked.request("GET", "/site/no/such/page/")
    answer = asked.getresponse()
    assert (answer.status, answer.read().decode()) == (HTTPStatus.NOT_FOUND, f"{GOOD}missing")
    asked.close()


def test_a_site_is_built_for_the_address_it_is_served_at_and_sampled_by_kind(tmp_path: Path) -> None:
    source = crowd.write(tmp_path / "source", 3)
    made = built("crowd", source, tmp_path / "sites" / "crowd", "http://127.0.0.1:1/crowd/")
    assert 'href="http://127.0.0.1:1/crowd/"' in made.file("").read_text(encoding="utf-8")
    kinds = dict(made.samples())
    assert list(kinds) == ["profile", "paper", "people", "papers", "category", "404"]
    assert kinds["people"] == "authors/"
    assert re.fullmatch(r"papers/paper-000\d/", kinds["paper"])


def test_the_report_names_page_rule_and_selector_and_ends_with_a_table() -> None:
    finding = Finding("lab: paper", "image-alt", "main > img", "give it an alt text")
    lines = list(report.lines([Outcome("axe-core", "lab", "7 pages", (finding,)), Outcome("weight", "lab", "1 page")]))
    assert "lab: paper  image-alt  main > img" in lines[1]
    assert [line.split()[-1] for line in lines[-2:]] == ["1", "none"]


def test_the_lock_file_names_versions_and_hashes_but_no_host() -> None:
    packages = json.loads((ROOT / "audit" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name: package for name, package in packages.items() if name}
    assert [name for name, package in locked.items() if "resolved" in package] == []
    assert [name for name, package in locked.items() if not package.get("integrity", "").startswith("sha512-")] == []


@needs_npm
def test_a_workflow_with_a_fault_is_found(tmp_path: Path) -> None:
    good = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n"
    files = [tmp_path / "good.yml", tmp_path / "bad.yml"]
    for file, text in zip(files, (good, good.replace("echo", "echo ${{ github.none }}")), strict=True):
        file.write_text(text, encoding="utf-8")
    (only,) = workflows.findings(files)
    assert (only.page, only.rule, only.place) == ("bad.yml", "expression", "6:23")
