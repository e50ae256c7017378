"""The lab's pages in a real browser, worked by keyboard alone, and without any script."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folders import CHECKOUT, run_profilegen, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from conftest import Seen

PROFILE = "authors/ilsabet-okwuosa/index.html"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lab") / "output"
    done = run_profilegen("build", CHECKOUT / "examples/lab", "--output", folder, cwd=CHECKOUT)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def plain(browser: "Browser") -> Iterator["Page"]:
    """A page without scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def shown(page: "Page") -> list[str]:
    """The titles of the papers in the list that are shown, in order."""
    titles = page.locator("[data-papers] article:visible :is(h3, h4)")
    return [title.strip() for title in titles.all_text_contents()]


def test_words_typed_filter_the_list_and_stay_in_the_address(lab: Path, page: "Page", seen: "Seen") -> None:
    page.goto((lab / PROFILE).as_uri())
    everything = shown(page)
    page.locator("input[name=q]").focus()
    page.keyboard.type("POLLEN")
    found = shown(page)
    assert 0 < len(found) < len(everything)
    assert page.locator(".tools output").inner_text() == f"{len(found)} of {len(everything)} shown"
    assert page.url.endswith("#q=POLLEN")
    page.reload()
    assert shown(page) == found
    assert page.locator("input[name=q]").input_value() == "POLLEN"
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())


def test_words_find_names_whatever_their_diacritics(lab: Path, page: "Page") -> None:
    page.goto((lab / "papers/index.html").as_uri())
    page.locator("input[name=q]").focus()
    page.keyboard.type("bartholomaus")
    assert shown(page)


def test_a_field_and_a_year_are_chosen_by_keyboard(lab: Path, page: "Page") -> None:
    page.goto((lab / PROFILE).as_uri())
    chip = page.locator("button[name=field]").first
    field, count = chip.get_attribute("value"), int(chip.locator(".number").inner_text())
    chip.focus()
    page.keyboard.press("Space")
    assert chip.get_attribute("aria-pressed") == "true"
    assert len(shown(page)) == count
    assert page.url.endswith(f"#field={field}")
    page.keyboard.press("Enter")
    assert chip.get_attribute("aria-pressed") == "false"
    page.locator("select[name=year]").focus()
    page.keyboard.press("ArrowDown")
    year = page.locator("select[name=year]").input_value()
    dates = page.locator("[data-papers] article:visible time").evaluate_all("times => times.map(t => t.dateTime)")
    assert dates
    assert all(date.startswith(year) for date in dates)


@pytest.mark.parametrize(
    ("order", "key", "descending"),
    [("citations", "citations", True), ("score", "score", True), ("date", "date", True), ("title", "title", False)],
)
def test_papers_are_sorted_within_their_group(
    lab: Path, page: "Page", order: str, key: str, *, descending: bool
) -> None:
    page.goto((lab / PROFILE).as_uri() + f"#sort={order}")
    for group in page.locator("[data-papers] [data-cards]").all():
        cards = group.locator("article").all()
        if key == "title":
            titles = [(card.locator("h3, h4").first.text_content() or "").strip().lower() for card in cards]
            assert titles == sorted(titles)
            continue
        values = [card.get_attribute(f"data-{key}") or "" for card in cards]
        known = [value for value in values if value]
        assert values[: len(known)] == known, "papers without a number come last"
        numbers = known if key == "date" else [float(value) for value in known]
        assert list(numbers) == sorted(numbers, reverse=descending)


def test_grouping_by_year_puts_the_years_between_the_cards(lab: Path, page: "Page") -> None:
    page.goto((lab / PROFILE).as_uri() + "#sort=year")
    years = page.locator("[data-papers] [data-cards]").first.locator(".year-heading").all_inner_texts()
    assert years == sorted(years, reverse=True)
    assert len(years) > 3


def test_only_papers_with_code(lab: Path, page: "Page") -> None:
    page.goto((lab / PROFILE).as_uri())
    page.locator("input[name=code]").focus()
    page.keyboard.press("Space")
    cards = page.locator("[data-papers] article:visible")
    assert 0 < cards.count() == page.locator("[data-papers] article:visible .badge:text-is('Code')").count()


def test_the_scheme_is_switched_by_keyboard_and_remembered(lab: Path, page: "Page") -> None:
    page.goto((lab / "index.html").as_uri())
    background = "() => getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(background)
    page.locator(".scheme").focus()
    page.keyboard.press("Enter")
    dark = page.evaluate(background)
    assert dark != light
    page.goto((lab / "papers/index.html").as_uri())
    assert page.evaluate(background) == dark
    page.locator(".scheme").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(background) == light


def test_et_al_opens_the_whole_byline_with_its_links(lab: Path, page: "Page") -> None:
    page.goto((lab / PROFILE).as_uri())
    byline = page.locator("[data-papers] .byline:has(details)").first
    byline.scroll_into_view_if_needed()
    names = byline.locator("details bdi")
    assert not names.first.is_visible()
    byline.locator("summary").focus()
    page.keyboard.press("Enter")
    assert names.first.is_visible()
    assert names.count() > byline.locator(":scope > bdi, :scope > a").count()
    assert byline.locator("details a").count() >= 1


def test_a_tile_says_why_by_keyboard(lab: Path, page: "Page") -> None:
    page.goto((lab / PROFILE).as_uri())
    page.locator(".tile summary").first.focus()
    page.keyboard.press("Enter")
    why = page.locator(".tile .why").first
    assert "cited at least h times" in why.inner_text()
    assert why.locator("ol li").count() == int(page.locator(".tile .value").first.inner_text())
    page.locator(".tile summary").nth(2).focus()
    page.keyboard.press("Enter")
    assert not why.is_visible()


def test_bibtex_is_copied_by_keyboard(lab: Path, browser: "Browser") -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    try:
        page = context.new_page()
        page.goto((lab / "papers/phase-2017/index.html").as_uri())
        page.locator("[data-copy=bibtex]").focus()
        page.keyboard.press("Enter")
        page.locator("[data-copy=bibtex]:text-is('Copied')").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#bibtex").inner_text()
        assert copied.startswith("@article{")
    finally:
        context.close()


def test_the_whole_page_is_reached_by_tab(lab: Path, page: "Page") -> None:
    page.goto((lab / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_without_scripts_every_fact_is_on_the_page(lab: Path, plain: "Page", page: "Page") -> None:
    plain.goto((lab / PROFILE).as_uri())
    page.goto((lab / PROFILE).as_uri())
    for part in ("article", ".tile", ".chart svg", ".coauthors li", ".abstract", ".byline"):
        assert plain.locator(part).count() == page.locator(part).count() > 0, part
    assert not plain.locator(".tools").is_visible()
    assert not plain.locator(".scheme").is_visible()
    plain.locator(".byline:has(details) summary").first.click()
    assert plain.locator(".byline details bdi").first.is_visible()
    plain.locator(".fold summary").first.click()
    assert plain.locator(".fold .abstract").first.is_visible()


def test_a_folded_abstract_is_whole_in_print(lab: Path, plain: "Page") -> None:
    plain.goto((lab / PROFILE).as_uri())
    abstract = plain.locator("details.fold .abstract").first
    assert not abstract.is_visible()
    plain.emulate_media(media="print")
    assert abstract.is_visible()


@pytest.mark.parametrize("width", [320, 768, 1440, 2560])
def test_nothing_is_wider_than_the_screen(lab: Path, page: "Page", width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name in (PROFILE, "index.html", "papers/index.html", "papers/phase-2017/index.html", "teaching/index.html"):
        page.goto((lab / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_right_to_left_titles_run_from_right_to_left(lab: Path, page: "Page") -> None:
    page.goto((lab / "papers/nahr-2024/index.html").as_uri())
    assert page.locator("h1").get_attribute("lang") == "ar"
    assert page.locator("h1").evaluate("h1 => getComputedStyle(h1).direction") == "rtl"


def test_a_person_is_found_as_a_name_is_typed(tmp_path: Path, page: "Page", seen: "Seen") -> None:
    names = [f"Given{n} Family{n}" for n in range(20)] + ["Zoë Müller"]
    authors = {f"content/authors/a{n}.yaml": f"name: {name}\n" for n, name in enumerate(names)}
    write_files(tmp_path, {**authors, "content/papers/p.yaml": f"title: T\nauthors: [{', '.join(names)}]\n"})
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    page.goto((tmp_path / "output/index.html").as_uri())
    page.locator("input[name=q]").focus()
    page.keyboard.type("muller zoe")
    assert page.locator("[data-person]:visible bdi").all_inner_texts() == ["Zoë Müller"]
    assert page.locator("output").inner_text() == "1 of 21 shown"
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())
