"""The index of the search: made from the pages, only when one changed, and never in the way of them."""

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from folders import CHECKOUT, run_profilegen, tree, write_files
from profilegen.output.search import FOLDER, MARK, refresh_index

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Seen

PAGEFIND = CHECKOUT / ".venv/search"
SITE = {
    "profilegen.yaml": "url: https://example.org/\n",
    "content/authors/ada.yaml": "name: Ada Byron\n",
    "content/authors/grace.yaml": "name: Grace Hopper\n",
    "content/papers/a.yaml": "title: On Ducks\nauthors: [Ada Byron]\ndate: 2021\ncategory: cs.LG\nabstract: Birds.\n",
    "content/papers/b.yaml": "title: Engines\nauthors: [Grace Hopper]\ndate: 2022\ncategory: cs.PL\nabstract: Ducks.\n",
    "content/papers/c.yaml": (
        "title: '<img src=x onerror=alert(1)> Geese'\nauthors: [Ada Byron]\ndate: 2022\nabstract: '<b>birds</b>'\n"
    ),
}

needs_pagefind = pytest.mark.skipif(not PAGEFIND.is_dir(), reason="`make test` installs Pagefind beside the tests")


def built(site: Path) -> str:
    """Build with Pagefind at hand, and return what was said on standard error."""
    env = {**os.environ, "PYTHONPATH": str(PAGEFIND)}
    done = run_profilegen("build", cwd=site, env=env)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_files(tmp_path_factory.mktemp("searched"), SITE)
    assert built(root) == ""
    return root


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site / "output")))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@needs_pagefind
def test_slash_enter_and_a_result(served: str, page: "Page", seen: "Seen") -> None:
    page.goto(f"{served}papers/b/")
    page.keyboard.press("/")
    page.keyboard.type("ducks")
    page.keyboard.press("Enter")
    first = page.locator(".results li a").first
    first.wait_for()
    assert page.url == f"{served}search/#q=ducks"
    # The title counts more than the abstract.
    assert page.locator(".results li a").all_inner_texts() == ["On Ducks", "Engines"]
    first.click()
    page.wait_for_url(f"{served}papers/a/")
    assert (seen.messages, seen.errors) == ([], [])
    assert len(seen.hosts) == 1


@needs_pagefind
def test_year_category_and_author_narrow_it(served: str, page: "Page", seen: "Seen") -> None:
    page.goto(f"{served}search/#q=ducks")
    page.locator(".results li").first.wait_for()
    page.select_option("select[name=year]", "2022")
    page.locator("output:text-is('1 found')").wait_for()
    assert page.locator(".results li a").all_inner_texts() == ["Engines"]
    assert page.url.endswith("#q=ducks&year=2022")
    page.goto(f"{served}search/#author=Ada+Byron&category=Machine+Learning")
    page.locator(".results li a:text-is('On Ducks')").wait_for()
    assert page.locator(".results li").count() == 1
    assert (seen.messages, seen.errors) == ([], [])


@needs_pagefind
def test_what_is_found_is_shown_as_text(served: str, page: "Page", seen: "Seen") -> None:
    page.goto(f"{served}search/#q=geese")
    link = page.locator(".results li a").first
    link.wait_for()
    assert link.inner_text() == "<img src=x onerror=alert(1)> Geese"
    assert page.locator(".results img").count() == 0
    assert (seen.messages, seen.errors) == ([], [])


@needs_pagefind
def test_only_the_page_that_searches_may_run_wasm(site: Path) -> None:
    pages = {path for path in (site / "output").rglob("*.html") if b"wasm-unsafe-eval" in path.read_bytes()}
    assert pages == {site / "output/search/index.html"}


@needs_pagefind
def test_it_is_made_anew_only_where_a_page_changed_and_goes_when_it_is_not_wanted(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    built(tmp_path)
    index = tmp_path / "output" / FOLDER
    before = index.stat().st_ino
    built(tmp_path)
    assert index.stat().st_ino == before
    write_files(tmp_path, {"content/papers/a.yaml": "title: On Swans\nauthors: [Ada Byron]\n"})
    built(tmp_path)
    assert index.stat().st_ino != before
    assert not [path for path in (tmp_path / "output").iterdir() if "profilegen-search" in path.name]
    write_files(tmp_path, {"profilegen.yaml": "url: https://example.org/\nsearch: false\n"})
    built(tmp_path)
    assert not index.exists()
    assert not (tmp_path / "output/search").exists()


@needs_pagefind
def test_a_folder_of_somebody_elses_stays_and_is_a_warning(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    built(tmp_path)
    shutil.rmtree(tmp_path / "output" / FOLDER)
    write_files(tmp_path, {f"output/{FOLDER}/mine.txt": "mine"})
    assert "warning: the search index is not made: there is a folder pagefind" in built(tmp_path)
    assert tree(tmp_path / "output" / FOLDER) == {"mine.txt": b"mine"}


def test_a_program_that_fails_is_a_warning_and_the_old_index_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = write_files(tmp_path / "broken", {"pagefind.py": "import sys\nsys.exit('out of birds')\n"})
    write_files(broken, {"pagefind-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: pagefind\nVersion: 1\n"})
    monkeypatch.setenv("PYTHONPATH", str(broken))
    monkeypatch.setattr(sys, "path", [str(broken), *sys.path])
    output = write_files(tmp_path / "output", {f"{FOLDER}/{MARK}": "made by profilegen from other pages\n"})
    assert refresh_index(output, wanted=True) == "the search index is not made: out of birds"
    assert list(tree(output)) == [f"{FOLDER}/{MARK}"]


def test_d3_what_a_killed_build_left_of_an_index_goes_where_none_is_wanted(tmp_path: Path) -> None:
    left = {".profilegen-search/half.js": "", ".profilegen-search-old/pagefind.js": "", "index.html": "a page"}
    assert refresh_index(write_files(tmp_path, left), wanted=False) == ""
    assert list(tree(tmp_path)) == ["index.html"]


def test_without_pagefind_there_is_neither_box_nor_page(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    files = tree(tmp_path / "output")
    assert not [path for path in files if path.startswith(("search/", FOLDER))]
    assert b"data-find" not in files["papers/a/index.html"]
