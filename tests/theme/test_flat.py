"""A template in one piece prints the same as its parts, or is left in parts."""

from types import SimpleNamespace
from typing import TypeVar, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from profilegen.theme.errors import Missing
from profilegen.theme.flat import ApartError, flat
from profilegen.theme.quick import Quick, QuickTemplate

GIVEN = {"view": SimpleNamespace(text="<b>", names=("Ada", "Bo & Cy")), "a": "A", "b": "B"}
PARTS = {
    "part": "({{ a }}{{ b }})",
    "setting": "{% set a = 'set' %}{{ a }}{{ b }}",
    "importing": "{% from 'macros' import item %}{{ item(a) }}",
    "macros": "{% macro item(x) %}<i>{{ x }}</i>{% endmacro %}",
    "middle": "{% extends 'base' %}{% block x %}middle {{ a }}{% endblock %}",
    "looped": "{% for name in view.names %}{{ name }}{{ loop.index }}{% endfor %}",
    "endless": "{% include 'endless' %}",
}
BASE = "<{% block x %}x{{ a }}{% endblock %}|{% if view.text %}{% block y %}y{{ b }}{% endblock %}{% endif %}>"
TOGETHER = (
    ("", "{{ view.text }}"),
    (BASE, "{% extends 'base' %}{% block y %}{{ view.text }}{% include 'part' %}{% endblock %}unseen"),
    (BASE, "{% extends 'middle' %}{% block y %}{{ a }}{% include 'setting' %}{{ a }}{% endblock %}"),
    (BASE, "{% extends 'base' %}{% from 'macros' import item %}{% block x %}{{ item(a) }}{% endblock %}"),
    (BASE, "{% extends 'base' %}{% macro m(x) %}{{ x }}{{ b }}{% endmacro %}{% block x %}{{ m(1) }}{% endblock %}"),
    (BASE, "{% extends 'base' %}{% set b = 'top' %}{% block x %}{{ b }}{% endblock %}"),
    ("{% from 'macros' import item %}" + BASE, "{% extends 'base' %}{% block y %}{{ item(a) }}{% endblock %}"),
    (BASE, "{% extends 'base' %}{% block y %}{% block z %}{{ a }}{% endblock %}{% endblock %}"),
    ("{% block x required %}{% endblock %}", "{% extends 'base' %}{% block x %}{{ a }}{% endblock %}"),
    ("", "{% include 'setting' %}{{ a }}{% include 'importing' %}{% include 'looped' %}"),
    (BASE, "{% include 'base' %}{% include 'middle' %}"),
    ("", "{% for name in view.names %}{{ name }}{{ loop.last }}{% include 'part' %}{% else %}none{% endfor %}"),
)
APART = (
    (BASE, "{% extends 'base' %}{% block x %}{{ super() }}!{% endblock %}"),
    (BASE, "{% extends 'base' %}{% block x %}{{ self.y() }}{% endblock %}"),
    (BASE, "before {% extends 'base' %}{% block x %}{% endblock %}"),
    (BASE, "{% extends 'base' if view.text else 'middle' %}"),
    ("{% set a = 'base' %}" + BASE, "{% extends 'base' %}{% block y %}{{ a }}{% endblock %}"),
    ("", "{% include 'part' %}{% set a = 1 %}{{ a }}"),
    ("{% for a in view.names %}{% block x %}{{ a }}{% endblock %}{% endfor %}", "{% extends 'base' %}"),
    ("{% with a = 1 %}{% block x scoped %}{{ a }}{% endblock %}{% endwith %}", "{% extends 'base' %}"),
    (BASE, "{% extends 'base' %}{% block y %}{% set a = 1 %}{% block z %}{{ a }}{% endblock %}{% endblock %}"),
    (BASE, "{% extends 'base' %}{% set a = 1 %}{% block x %}{% set a %}{{ b }}{% endset %}{{ a }}{% endblock %}"),
)
names = st.sampled_from("ab")
words = st.sampled_from(("text ", "{{ a }}", "{{ b }}", "{{ view.text }}"))
parts = st.sampled_from(("part", "setting", "importing", "looped"))
shown = st.one_of(words, words, st.builds('{{% include "{}" %}}'.format, parts))
named = st.one_of(
    st.builds('{{% set {} = "s" %}}'.format, names),
    st.builds("{{% set {} %}}{}{{% endset %}}".format, names, words),
    st.just('{% from "macros" import item %}{{ item(b) }}'),
    st.just("{% macro m(x) %}{{ x }}{{ a }}{% endmacro %}{{ m(b) }}"),
)


def within(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Pieces of a template that are made of these."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds("{}{}".format, inner, inner),
            st.builds("{{% for {} in view.names %}}{}{{{{ loop.first }}}}{{% endfor %}}".format, names, inner),
            st.builds('{{% with {} = "w" %}}{}{{% endwith %}}'.format, names, inner),
            st.builds('{{% if {} == "s" %}}{}{{% else %}}{}{{% endif %}}'.format, names, inner, inner),
        ),
        max_leaves=5,
    )


bodies, setting = within(shown), within(st.one_of(shown, named))
blocks = st.builds("{{% block BLOCK %}}{}{{% endblock %}}".format, bodies)
setting_blocks = st.builds("{{% block BLOCK %}}{}{{% endblock %}}".format, setting)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str]:
    """A template with blocks, and one that extends it."""

    def numbered(template: str) -> str:
        pieces = template.split("BLOCK")
        return "".join(piece + (f"n{at}" if at < len(pieces) - 1 else "") for at, piece in enumerate(pieces))

    rare = st.one_of(bodies, bodies, bodies, setting, setting_blocks)
    base = numbered("".join(draw(st.lists(st.one_of(bodies, blocks, blocks, rare), min_size=1, max_size=4))))
    return base, "{% extends 'base' %}" + numbered(
        "".join(draw(st.lists(st.one_of(setting, blocks, blocks), max_size=4)))
    )


@pytest.mark.parametrize(("base", "page"), TOGETHER)
def test_a_template_is_put_together(base: str, page: str) -> None:
    assert in_one_piece(base, page) == jinja(base, page)


@pytest.mark.parametrize(("base", "page"), APART)
def test_a_template_that_could_say_something_else_in_one_piece_is_left_apart(base: str, page: str) -> None:
    with pytest.raises(ApartError):
        in_one_piece(base, page)
    assert often(base, page) == jinja(base, page)


def test_a_template_that_holds_itself_is_left_apart() -> None:
    with pytest.raises(ApartError):
        in_one_piece("", "{% include 'endless' %}")


@given(pages())
@settings(deadline=None)  # compiling a template takes long where the machine has other things to do
def test_a_template_in_one_piece_prints_the_same_or_raises(templates: tuple[str, str]) -> None:
    try:
        printed = in_one_piece(*templates)
    except Exception:  # noqa: BLE001 - whatever it is: then the template is printed in parts
        return
    assert printed == jinja(*templates)


def in_one_piece(base: str, page: str) -> str:
    made = settled(Quick, base, page)
    template = cast(QuickTemplate, made.from_string(flat("page", made.parsed)))
    return template.text(GIVEN)


def often(base: str, page: str) -> set[str] | str:
    """What a template prints the first, the second and the third time, where it is put together the second time."""
    made = settled(Quick, base, page)
    made.often = 2
    printed = {made.page("page").text(GIVEN) for _ in range(3)}
    return printed.pop() if len(printed) == 1 else printed


def jinja(base: str, page: str) -> str:
    return settled(Environment, base, page).get_template("page").render(GIVEN)


Kind = TypeVar("Kind", bound=Environment)


def settled(kind: type[Kind], base: str, page: str) -> Kind:
    made = kind(loader=DictLoader(PARTS | {"base": base, "page": page}), autoescape=True, undefined=Missing)
    made.globals |= {"words": {}, "options": {}, "assets": {}}
    return made
