"""What no template names is not made, and what one names is there, whatever else it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from folders import CHECKOUT, run_profilegen, write_files
from profilegen.build.clock import Clock
from profilegen.build.compose import compose
from profilegen.model.dates import PartialDate
from profilegen.pages.card import card
from profilegen.pages.once import Once
from profilegen.pages.page import Page
from profilegen.pages.plan import VIEWS, view
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.views import CardView, FeedView, Frame, PictureView, SitemapView, View
from profilegen.values import fields, replace


def test_a_field_that_a_template_names_is_as_if_it_named_them_all() -> None:
    found = compose(CHECKOUT / "examples/lab", Clock(PartialDate(2026, 6, 1)))
    assert found.site is not None
    for page in one_of_each(found.pages):
        whole = view(found.site, page)
        for field in fields(whole):
            alone = view(naming(found.site, page.kind, field.name, *FRAMES), page)
            assert getattr(alone, field.name) == getattr(whole, field.name), (page.kind, field.name)


def test_a_field_of_a_frame_is_as_if_all_were_named() -> None:
    found = compose(CHECKOUT / "examples/lab", Clock(PartialDate(2026, 6, 1)))
    assert found.site is not None
    for page in one_of_each(found.pages):
        whole = framed(view(found.site, page))
        for name in FRAMES if whole else ():
            alone = framed(view(naming(found.site, page.kind, name), page))
            assert getattr(alone, name) == getattr(whole, name), (page.kind, name)


@pytest.mark.parametrize("setting", [Setting(), Setting(abstracts=True)])
def test_a_field_of_a_card_is_as_if_all_were_named(setting: Setting) -> None:
    found = compose(CHECKOUT / "examples/lab", Clock(PartialDate(2026, 6, 1)))
    assert found.site is not None
    for paper in found.site.corpus.papers.values():
        whole = card(found.site, paper, setting)
        for name in CARDS[:-1]:
            named = {"card": frozenset({name, "mark"}), "": frozenset({name})}
            alone = card(replace(found.site, named=named, shared=Once([])), paper, setting)
            assert getattr(alone, name) == getattr(whole, name), (paper.id, name)


def framed(view: View) -> Frame | None:
    return None if isinstance(view, FeedView | SitemapView | PictureView) else view.frame


def one_of_each(pages: tuple[Page, ...]) -> Iterator[Page]:
    """The last page of each kind that has a template and says something."""
    yield from {page.kind: page for page in pages if page.kind in VIEWS and page.kind != "redirect"}.values()


def naming(site: Site, kind: str, *names: str) -> Site:
    """The site with a theme whose template of that kind names these fields, beside those of cards."""
    named = {kind: frozenset(names), "card": frozenset(CARDS), "": frozenset({*names, *CARDS})}
    return replace(site, named=named)


FRAMES = [field.name for field in fields(Frame)]
CARDS = [field.name for field in fields(CardView)] + ["mark"]


def test_a_page_may_show_what_the_template_of_cards_does_not(tmp_path: Path) -> None:
    listing = "{% for group in view.groups %}{% for entry in group.cards %}{{ entry.score }}{% endfor %}{% endfor %}"
    files = {
        "content/authors/ada.yaml": "name: Ada\n",
        "content/papers/a.yaml": "title: A\nauthors: [Ada]\ndate: 2020\nscore: 77\n",
        "templates/card.html": "{{ view.title }}",
        "templates/author.html": f'{{% extends "base.html" %}}{{% block content %}}{listing}{{% endblock %}}',
    }
    write_files(tmp_path, files)
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "\n77</main>" in (tmp_path / "output/index.html").read_text(encoding="utf-8")
