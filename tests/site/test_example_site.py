"""The example site as a person sees it: built by the real command, opened from disk in a real browser."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folders import CHECKOUT, run_profilegen, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from conftest import Seen

TARGET = Path(__file__).with_name("target-cards.tsv")
"""The facts of the page to reproduce, one card a line."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "output"
    done = run_profilegen("build", CHECKOUT, "--output", folder, cwd=CHECKOUT)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_home_page_opened_from_disk_shows_the_target_page(output: Path, page: "Page", seen: "Seen") -> None:
    page.goto((output / "index.html").as_uri())
    assert page.locator("h1").inner_text() == "Sangwoong Yoon"
    assert page.locator(".profile .field").inner_text().endswith("LG")
    tiles = page.locator(".tile")
    shown = [(tile.locator(".label").inner_text(), tile.locator(".value").inner_text()) for tile in tiles.all()][:5]
    assert shown == [("h-index", "44"), ("papers", "15"), ("citations", "216"), ("Novelty", "54%"), ("AI Score", "54")]
    assert page.locator("#papers").inner_text() == "15 Papers"
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())


def test_the_cards_hold_the_facts_of_the_target_page_in_its_order(output: Path, page: "Page", seen: "Seen") -> None:
    page.goto((output / "index.html").as_uri())
    cards = page.locator("section.papers article").all()
    wanted = TARGET.read_text(encoding="utf-8").splitlines()[1:]
    assert [facts_of(card) for card in cards] == [tuple(line.split("\t")) for line in wanted]
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())


def facts_of(card: "Locator") -> tuple[str, ...]:
    """Cards out of sight are not laid out, so that their text is read from the document, not from the screen."""
    byline = card.locator(".byline")
    return (
        re.sub(r"^Score\s*", "", "".join(card.locator(".score").all_text_contents())).strip(),
        card.locator(".field [aria-hidden]").text_content() or "",
        card.locator("time").text_content() or "",
        "".join(card.locator(".badge").all_text_contents()),
        card.locator("h3").text_content() or "",
        ", ".join(byline.locator(":scope > bdi, :scope > a").all_text_contents()),
        "et al." if "et al." in (byline.text_content() or "") else "",
    )


def test_every_notation_of_the_abstracts_is_read(output: Path, page: "Page") -> None:
    page.goto((output / "index.html").as_uri())
    abstracts = "\n".join(page.locator(".abstract").all_text_contents())
    sources = page.locator(".abstract math annotation").all_text_contents()
    for source in sources:
        abstracts = abstracts.replace(source, "")
    assert not re.search(r"\\|\$|--", abstracts)
    assert "training–inference" in abstracts
    for source in (r"+19.6\%", r"\mathtt{wd1}", r"28.5\%", r"35.4\%", r"\textit{single}", "120"):
        assert source in sources
    assert page.locator(".abstract strong").text_content() == "Regularized Self-Play Policy Optimization (RSPO)"
    code = page.locator(".abstract a").first
    assert code.get_attribute("href") == "https://github.com/GaryBall/GDSD"
    assert code.inner_text() == "https://github.com/GaryBall/GDSD"


def test_dates_are_for_machines_too(output: Path, page: "Page") -> None:
    page.goto((output / "index.html").as_uri())
    times = page.locator("section.papers time")
    assert times.first.get_attribute("datetime") == "2026-05-28"
    assert times.last.get_attribute("datetime") == "2020-12-29"


def test_every_link_between_pages_works_from_disk(output: Path, page: "Page", seen: "Seen") -> None:
    """Follows all links of the site as a browser sees them, redirects included."""
    todo, done = [(output / "index.html").as_uri()], set()
    while todo:
        address = todo.pop()
        done.add(address)
        page.goto(address, wait_until="load")
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        inside = {link.partition("#")[0] for link in links if link.startswith("file:")}
        # A browser shows some files and saves others: that they are there is enough.
        done |= {link for link in inside if not link.endswith((".html", "/"))}
        todo += sorted(inside - done - set(todo))
    files = {Path(address.removeprefix("file://")) for address in done}
    assert all(path.is_file() for path in files), sorted(map(str, files))
    pages = {path for path in output.rglob("*.html") if path.name != "404.html"}
    reachable = files | {output / "authors/sangwoong-yoon/index.html", output / "authors/index.html"}
    assert pages <= reachable
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())


def test_the_profile_is_the_home_and_its_own_address_leads_there(output: Path, page: "Page") -> None:
    page.goto((output / "authors/sangwoong-yoon/index.html").as_uri())
    page.wait_for_url("**/output/index.html")
    assert page.locator("h1").inner_text() == "Sangwoong Yoon"


def test_the_reported_h_index_is_marked_and_noted(output: Path, page: "Page") -> None:
    page.goto((output / "index.html").as_uri())
    tile = page.locator(".tile summary").first
    assert "reported" in tile.inner_text()
    assert "reported" not in page.locator(".tile summary").nth(1).inner_text()
    said = page.locator(".reports").inner_text()
    assert said.startswith("h-index, citations, Novelty and AI Score as reported by ")
    assert ", 1 June 2026; the other numbers are computed from the papers below" in said
    done = run_profilegen("check", CHECKOUT, cwd=CHECKOUT)
    assert "[reported-unsupported]" in done.stderr


def test_formulas_run_under_the_security_policy_without_a_message(tmp_path: Path, page: "Page", seen: "Seen") -> None:
    write_files(
        tmp_path,
        {
            "content/authors/ada.md": "---\nname: Ada\n---\n",
            "content/papers/formulas.md": r"""
            ---
            title: Formulas
            authors: [Ada]
            ---
            \[\begin{aligned} a &= b \\ c &= d \end{aligned}\]

            $$f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}$$

            $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
            \quad \begin{array}{|c|r|} \hline 1 & 2 \\ \hline \end{array}$$

            In $\color{red} x + \textcolor{blue}{y}$ colour.

            | left | right |
            |:-----|------:|
            | a    | $b^2$ |
            """.lstrip("\n"),
        },
    )
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page.goto((tmp_path / "output/papers/formulas/index.html").as_uri())
    assert page.locator("mtable").count() == 4
    assert page.locator("[style]").count() == 0
    assert page.locator("th").last.evaluate("cell => getComputedStyle(cell).textAlign") in ("right", "end")
    cells = page.locator("mtable").first.locator("mtd")
    assert cells.first.evaluate("cell => getComputedStyle(cell).textAlign") in ("right", "-webkit-right", "end")
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())
