"""Which names templates hold, and that what none of them names is not made."""

from pathlib import Path

from folders import write_files
from profilegen.theme.find import Layer
from profilegen.theme.named import lacking, named


def layers(root: Path, site: dict[str, str], theme: dict[str, str]) -> tuple[Layer, ...]:
    write_files(root / "site/templates", site)
    write_files(root / "theme/templates", theme)
    return (Layer(root / "site", ""), Layer(root / "theme", "themes/mine"))


def test_words_of_what_a_template_extends_and_includes_are_named(tmp_path: Path) -> None:
    theme = {
        "paper.html": '{% extends "base.html" %}{{ view.title }}',
        "base.html": "{% include 'foot.html' %}",
        "foot.html": "{{ view.bibtex }}",
        "other.html": "{{ view.charts }}",
    }
    found = named(layers(tmp_path, {}, theme), ["paper.html"])
    assert {"title", "bibtex"} <= found
    assert "charts" not in found


def test_a_template_of_the_site_stands_in_place_of_the_themes(tmp_path: Path) -> None:
    own = {"paper.html": '{% extends "theme/paper.html" %}{{ view.note }}'}
    found = named(layers(tmp_path, own, {"paper.html": "{{ view.bibtex }}"}), ["paper.html"])
    assert {"note", "bibtex"} <= found
    assert "bibtex" not in named(
        layers(tmp_path / "b", {"paper.html": "{{ 1 }}"}, {"paper.html": "{{ view.bibtex }}"}), ["paper.html"]
    )


def test_where_a_name_is_known_to_the_view_alone_every_template_counts(tmp_path: Path) -> None:
    theme = {
        "author.html": "{% for s in view.sections %}{% include s %}{% endfor %}",
        "sections/x.html": "{{ view.charts }}",
    }
    assert "charts" in named(layers(tmp_path, {}, theme), ["author.html"])


BASE = {
    "category.html": '{% include "sections/list.html" %}',
    "list.html": '{% include "sections/list.html" %}',
    "sections/list.html": "{{ view.pager }}",
}


def test_what_is_lacking_is_told_of_the_template_that_was_put_in_place_of_one_that_has_it(tmp_path: Path) -> None:
    own = {"sections/list.html": "{{ view.cards }}", "list.html": '{% include "default/sections/list.html" %}'}
    of_both = layers(tmp_path, own, BASE)
    assert lacking(of_both, "category.html", "pager") == "templates/sections/list.html"
    assert lacking(of_both, "list.html", "pager") == ""


def test_else_it_is_told_of_the_template_that_is_printed(tmp_path: Path) -> None:
    of_both = layers(tmp_path, {"category.html": "{{ view.cards }}"}, BASE)
    assert lacking(of_both, "category.html", "pager") == "templates/category.html"
