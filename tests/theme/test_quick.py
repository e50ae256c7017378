"""Templates print the same text quickly as Jinja2 does by itself, or they are left to it."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from folders import CHECKOUT, run_profilegen, write_files
from profilegen.build.clock import Clock
from profilegen.build.compose import compose
from profilegen.build.themed import theme_of
from profilegen.model.dates import PartialDate
from profilegen.model.text import Html
from profilegen.model.words import Words
from profilegen.pages.plan import VIEWS, view
from profilegen.theme.errors import Missing
from profilegen.theme.plain import put
from profilegen.theme.quick import Quick

WORDS = Words({"a": "A & B", "n.one": "{n} paper", "n.other": "{n} papers"})
GLOBALS = {"words": WORDS, "options": {"width": "<wide>", "charts": ("x",)}, "assets": {"list.js": "assets/list.js"}}
VIEW = SimpleNamespace(
    text="<b> & 'c'",
    html=Html("<b>"),
    none=None,
    number=7,
    names=("Ada", "Bo & Cy"),
    nested=SimpleNamespace(text='"d"'),
    keys={"text": "<e>"},
)
QUICK = (
    "{{ view.text }}{{ view.html }}{{ view.none }}{{ view.number }}{{ view.nested.text }}",
    '{{ words["a"] }}{{ options.width }}{{ options["width"] }}{{ assets["list.js"] }}{{ words.count("n", 2) }}',
    '{% if words["a"] %}{{ words["a"] if view.none else view.text }}{% endif %}{{ options.charts | join }}',
    "{% for name in view.names %}{{ loop.index }}{{ name }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(view.text) }}{{ m(m(view.text)) }}{{ m(x=view.text) }}",
    "{% macro m(x, y='&') %}{{ x }}{{ y }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(1) ~ '<' }}{{ m(1) | upper }}",
    "{% macro m(x) %}{{ caller() }}{{ x }}{% endmacro %}{% call m('<') %}&{% endcall %}",
    "{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, z=2) }}",
    "{% set m = view.text %}{% set n %}<{{ m }}>{% endset %}{{ m }}{{ n }}{{ view.text ~ n }}{{ [m, n] }}",
    "{% autoescape false %}{{ view.text }}{% macro m(x) %}{{ x }}{% endmacro %}{{ m(view.text) }}{% endautoescape %}",
    '{% from "macros" import item %}{% include "part" %}{{ item(view.text) }}',
    '{% import "macros" as all %}{{ all.item(view.text) }}{{ all.item(1) }}',
    '{% extends "base" %}{% block body %}{{ super() }}{{ view.text }}{{ self.title() }}{% endblock %}',
    "{{ view.text | safe }}{{ view.text | e }}{{ view.html | e }}",
    "{{ '<' if view.none else '>' }}{{ view.text.upper() }}",
)
LEFT = (
    "{{ view.keys.text }}",
    "{{ view.missing is defined }}",
    "{{ view.missing | default('d') }}",
    "{{ view.missing }}",
    "{{ missing }}",
    "{{ missing.text }}",
    '{{ words["missing"] }}',
    "{{ options.missing }}",
    '{% set words = {"a": "mine"} %}{{ words["a"] }}',
    '{% with words = {"a": "mine"} %}{% include "part" %}{% endwith %}',
    '{% import "macros" as options %}{{ options.item(1) }}',
    "{% macro words(x) %}{{ x }}{% endmacro %}{{ words(1) }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}",
)
PARTS = {
    "base": "<{% block title %}t{% endblock %}{% block body %}b{{ view.number }}{% endblock %}>",
    "macros": '{% macro item(x) %}<li>{{ x }}{{ words["a"] }}</li>{% endmacro %}',
    "part": '{{ view.text }}{{ words["a"] }}',
}


@pytest.mark.parametrize("source", QUICK)
def test_a_template_prints_the_same(source: str) -> None:
    assert printed(Quick, source) == printed(Environment, source)


@pytest.mark.parametrize("source", LEFT)
def test_what_cannot_be_printed_quickly_raises(source: str) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it is: nobody looks at it
        printed(Quick, source)


@given(st.text() | st.integers() | st.none() | st.builds(Html, st.text()) | st.builds(Markup, st.text()))
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert put(value) == str(escape(value))


def test_every_page_of_the_default_theme_is_printed_quickly_and_the_same() -> None:
    for folder in (CHECKOUT, CHECKOUT / "examples/lab"):
        found = compose(folder, Clock(PartialDate(2026, 6, 1)))
        assert found.site is not None
        theme = theme_of(folder, found.look)
        theme.quick.often = 2
        slow = theme_of(folder, found.look)
        slow.quick.refused.update(theme.environment.list_templates())
        for page in found.pages:
            if page.kind in VIEWS:
                made = view(found.site, page)
                assert theme.render(page, made) == slow.render(page, made), page
        assert theme.quick.refused == set()


def test_a_page_that_is_not_printed_quickly_is_printed(tmp_path: Path) -> None:
    asking = "{% if view.nickname is defined %}{% endif %}<!-- own -->"
    template = f'{{% extends "theme/author.html" %}}{{% block head %}}{asking}{{% endblock %}}'
    write_files(tmp_path, {"content/authors/ada.yaml": "name: Ada\n", "templates/author.html": template})
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "<!-- own -->" in (tmp_path / "output/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "own",
    [
        "<i>{{ chart.caption }}</i>",
        "<i>{{ chart.caption }} of {{ view.name }}</i>",
        "<i>{{ chart.caption }}{% if view is defined %} of {{ view.name }}{% endif %}</i>",
    ],
)
def test_a_chart_that_two_pages_show_is_drawn_as_each_asks_for_it(tmp_path: Path, own: str) -> None:
    files = {
        "profilegen.yaml": "author_pages: all\n",
        "content/papers/a.yaml": "title: A\nauthors: [Ada, Bo]\ndate: 2020\n",
        "templates/charts/figure.html": own,
    }
    write_files(tmp_path, files)
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in ("Ada", "Bo"):
        text = (tmp_path / f"output/authors/{name.lower()}/index.html").read_text(encoding="utf-8")
        assert f"<i>Papers per year{f' of {name}' if 'view' in own else ''}</i>" in text


def printed(kind: type[Environment], source: str) -> str:
    environment = kind(loader=DictLoader(PARTS | {"page": source}), autoescape=True, undefined=Missing)
    environment.globals |= GLOBALS
    return environment.get_template("page").render(view=VIEW)
