"""Editing with a real Chromium beside it: every save is seen, mistakes are shown over the last good page."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from folders import write_files
from preview.serving import SITE, Preview, previewed, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Seen

ENGINE: Final = "content/papers/engine.md"

STYLE: Final = "static/extra.css"

BASE: Final = """\
{% extends "theme/base.html" %}
{% block head %}<link rel="stylesheet" href="{{ frame.root }}{{ assets['extra.css'] }}">{% endblock %}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    more = {
        f"content/papers/p{n}.md": f"---\ntitle: P{n}\nauthors: [Ada Lovelace, Bob Byron, Cid Cole, Dan Dee]\n---\nT.\n"
        for n in range(4)
    }
    return write_files(tmp_path, {**SITE, **more, "templates/base.html": BASE, STYLE: "h1 { color: rgb(1, 2, 3); }\n"})


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    with previewed(root) as running:
        yield running


def save(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")


def becomes_true(page: "Page", expression: str) -> None:
    """Asked for from outside: the page's policy lets nobody evaluate text in it."""
    until(lambda: page.evaluate(expression) is True, expression)


def loads(page: "Page") -> float:
    """A number that another load of the page changes."""
    found = page.evaluate("performance.timeOrigin")
    assert isinstance(found, float | int)
    return float(found)


def test_an_abstract_is_edited_and_seen_with_the_place_on_the_page_kept(
    root: Path, preview: Preview, page: "Page", seen: "Seen"
) -> None:
    long = "\n\n".join(f"Paragraph {number}." for number in range(100))
    save(root, ENGINE, SITE[ENGINE] + long)
    page.goto(f"{preview.address}papers/engine/")
    page.get_by_text("Paragraph 99.").wait_for()
    page.wait_for_timeout(1000)  # the page may be loaded once more for the first save
    page.evaluate("scrollTo(0, 900)")
    save(root, ENGINE, SITE[ENGINE].replace("The first text.", "The second text.") + long)
    page.get_by_text("The second text.").wait_for()
    becomes_true(page, "scrollY === 900")
    assert seen.errors == []
    assert [said for said in seen.messages if "error" in said] == []
    assert seen.hosts == {f"127.0.0.1:{preview.port}"}


def test_a_mistake_is_shown_over_the_last_good_page_until_it_is_mended(
    root: Path, preview: Preview, page: "Page"
) -> None:
    page.goto(f"{preview.address}papers/engine/")
    save(root, ENGINE, SITE[ENGINE].replace("authors: [Ada Lovelace]", "auhtors: [Ada Lovelace]"))
    panel = page.locator("profilegen-preview .errors")
    panel.wait_for()
    said = panel.inner_text()
    assert "content/papers/engine.md:3:1" in said
    assert "unknown key 'auhtors'" in said
    assert "did you mean 'authors'?" in said
    assert "3  auhtors: [Ada Lovelace]" in panel.locator(".at").all_inner_texts()
    assert page.get_by_text("The first text.").is_visible()
    assert any("engine.md:3:1: error: unknown key 'auhtors'" in line for line in preview.lines)
    save(root, ENGINE, SITE[ENGINE])
    panel.wait_for(state="detached")


def test_another_page_asked_for_meanwhile_is_the_last_good_one_with_the_mistake(
    root: Path, preview: Preview, page: "Page"
) -> None:
    page.goto(preview.address)
    save(root, ENGINE, "---\ntitle: [\n---\n")
    page.locator("profilegen-preview .errors").wait_for()
    page.goto(f"{preview.address}papers/engine/")
    page.locator("profilegen-preview .errors").wait_for()
    assert page.get_by_text("The first text.").is_visible()


def test_a_site_that_begins_with_a_mistake_appears_once_it_is_mended(tmp_path: Path, page: "Page") -> None:
    root = write_files(tmp_path, {**SITE, ENGINE: "no front matter\n"})
    with previewed(root) as running:
        page.goto(f"{running.address}papers/engine/")
        page.locator("profilegen-preview .errors").wait_for()
        save(root, ENGINE, SITE[ENGINE])
        page.get_by_text("The first text.").wait_for()
        assert page.locator("profilegen-preview .errors").count() == 0


def test_a_template_that_breaks_is_shown_with_its_line_over_the_last_good_page(
    root: Path, preview: Preview, page: "Page"
) -> None:
    page.goto(f"{preview.address}papers/engine/")
    save(root, "templates/base.html", BASE + "{{ frame.no_such_thing }}\n{% if %}\n")
    panel = page.locator("profilegen-preview .errors")
    panel.wait_for()
    assert "templates/base.html:4" in panel.inner_text()
    assert "{% if %}" in panel.locator(".at").inner_text()
    page.reload()
    panel.wait_for()
    assert page.get_by_text("The first text.").is_visible()
    save(root, "templates/base.html", BASE)
    panel.wait_for(state="detached")


def test_a_warning_is_a_small_note_that_goes_away(root: Path, preview: Preview, page: "Page") -> None:
    page.goto(f"{preview.address}papers/engine/")
    save(root, ENGINE, SITE[ENGINE] + r"$\nosuchcommand{x}$" + "\n")
    note = page.locator("profilegen-preview .note")
    note.wait_for()
    assert note.locator("summary").inner_text() == "1 warning"
    assert page.locator("profilegen-preview .errors").count() == 0
    save(root, ENGINE, SITE[ENGINE])
    note.wait_for(state="detached")


def test_a_stylesheet_is_swapped_without_another_load(root: Path, preview: Preview, page: "Page") -> None:
    page.goto(f"{preview.address}papers/")
    field = page.locator("input[name=q]")
    field.evaluate("field => { field.value = 'Else' }")
    before = loads(page)
    save(root, STYLE, "h1 { color: rgb(4, 5, 6); }\n")
    becomes_true(page, "getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'")
    assert loads(page) == before
    assert field.input_value() == "Else"
    becomes_true(page, "document.querySelectorAll('link[href*=extra]').length === 1")
    save(root, STYLE, "h1 { color: rgb(7, 8, 9); }\n")
    becomes_true(page, "getComputedStyle(document.querySelector('h1')).color === 'rgb(7, 8, 9)'")
    assert loads(page) == before


def test_p4_only_a_page_whose_bytes_changed_is_loaded_anew(root: Path, preview: Preview, page: "Page") -> None:
    page.goto(f"{preview.address}papers/other/")
    before = loads(page)
    save(root, ENGINE, SITE[ENGINE] + "More.\n")
    save(root, "content/papers/other.md", SITE["content/papers/other.md"])
    page.wait_for_timeout(1000)
    assert loads(page) == before
    assert len(preview.changes) == 1
    save(root, "content/papers/other.md", SITE["content/papers/other.md"] + "More of it.\n")
    page.get_by_text("More of it.").wait_for()
    assert loads(page) != before


def test_a_page_that_disappeared_says_so_and_comes_back(root: Path, preview: Preview, page: "Page") -> None:
    page.goto(f"{preview.address}papers/other/")
    (root / "content/papers/other.md").unlink()
    note = page.locator("profilegen-preview .note")
    note.wait_for()
    assert note.inner_text() == "This page is no longer there."
    assert page.get_by_text("Else.").is_visible()
    page.reload()
    assert page.get_by_text("There is nothing at this address").is_visible()
    save(root, "content/papers/other.md", SITE["content/papers/other.md"])
    page.get_by_text("Else.").wait_for()


def test_values_and_open_parts_outlive_another_load(root: Path, preview: Preview, page: "Page") -> None:
    page.goto(f"{preview.address}papers/")
    page.locator("input[name=q]").fill("Engine")
    page.locator("main details").first.evaluate("part => { part.open = true }")
    before = loads(page)
    save(root, "content/papers/new.md", "---\ntitle: A New Engine\nauthors: [Ada Lovelace]\ndate: 1845\n---\nNew.\n")
    page.get_by_role("link", name="A New Engine").first.wait_for()
    assert loads(page) != before
    becomes_true(page, "document.querySelector('input[name=q]').value === 'Engine'")
    assert not page.get_by_text("Another One").first.is_visible()
    assert page.locator("main details").first.get_attribute("open") is not None


def test_p1_a_second_site_in_the_same_browser_reads_neither_pages_nor_events(
    preview: Preview, page: "Page", tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The other site even knows the token."""
    other = write_files(tmp_path_factory.mktemp("other"), SITE)
    token = preview.token()
    with previewed(other) as stranger:
        page.goto(stranger.address)
        outcome = page.evaluate(
            """async ([address, token]) => {
                const tried = async work => { try { return await work(); } catch { return "refused"; } };
                const stream = await new Promise(done => {
                    const source = new EventSource(`${address}-/events?token=${token}&page=&mark=`);
                    source.onmessage = () => done("read");
                    source.onerror = () => done("refused");
                });
                return [stream, await tried(async () => (await fetch(address)).text())];
            }""",
            [preview.address, token],
        )
    assert outcome == ["refused", "refused"]
