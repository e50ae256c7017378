"""A wrong template is an error that names template, line, page and variable, and leaves no site."""

from pathlib import Path

import pytest

from folders import run_profilegen, write_files
from profilegen.problems import Failure
from theme.themed import MINE, PAPER, rendered, themed


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("one\ntwo\n{{ view.titel }}", "templates/paper.html:3: PaperView has no 'titel' (did you mean 'title'?)"),
        ("{{ veiw }}", "templates/paper.html:1: 'veiw' is not defined"),
        ("\n{{ frame.menu['x'] }}", "templates/paper.html:2: tuple has no 'x'"),
        ("\n{{ 1 + 'a' }}", "templates/paper.html:2: unsupported operand type(s) for +: 'int' and 'str'"),
        ("\n{{ view.title.nothing() }}", "templates/paper.html:2: Html has no 'nothing'"),
        ("{{ [][0] }}", "templates/paper.html:1: list has no '0'"),
        ("{{ 1 // 0 }}", "templates/paper.html:1: integer division or modulo by zero"),
        ("\n{{ assets['stile.css'] }}", "templates/paper.html:2: there is no static file 'stile.css'"),
        ("\n{{ words['nav.poeple'] }}", "templates/paper.html:2: there is no word 'nav.poeple'"),
        ("\n{{ words.say('metrics.coverage') }}", "templates/paper.html:2: "),
        ("\n{{ options.widht }}", "templates/paper.html:2: ThemeOptions has no 'widht' (did you mean 'width'?)"),
        ("\n{% include 'no.html' %}", "templates/paper.html:2: there is no template 'no.html'"),
        ("\n{% include 'broken.html' %}", "templates/broken.html:3: "),
        ("\n{% if %}", "templates/paper.html:2: Expected an expression, got 'end of statement block'"),
    ],
)
def test_it_names_template_line_page_and_name(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(Failure) as caught:
        rendered(tmp_path, {"templates/paper.html": template, "templates/broken.html": "\n\n{% for %}"})
    assert caught.value.message.startswith(said)
    assert caught.value.message.endswith("(page /papers/a/)")


def test_the_innermost_template_is_named(tmp_path: Path) -> None:
    own = {
        "templates/paper.html": "{% from 'mine.html' import x %}\n{{ x(view) }}",
        "themes/mine/templates/mine.html": "{% macro x(view) %}\n{{ view.nothing }}{% endmacro %}",
    }
    with pytest.raises(Failure, match=r"^themes/mine/templates/mine\.html:2: PaperView has no 'nothing'"):
        rendered(tmp_path, MINE | own)


ENDLESS = "templates/paper.html:1: templates or macros ask for one another without end (page /papers/a/)"


@pytest.mark.parametrize(
    "template",
    [
        '{% extends "paper.html" %}',
        '{% include "paper.html" %}',
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    ],
)
def test_a_template_that_asks_for_itself_is_told_how_to_ask_for_the_themes(tmp_path: Path, template: str) -> None:
    with pytest.raises(Failure) as caught:
        rendered(tmp_path, {"templates/paper.html": template})
    assert caught.value.message == ENDLESS
    assert "theme/NAME" in caught.value.hint


def test_a_template_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"templates/paper.html": ""})
    (tmp_path / "templates/paper.html").write_bytes("{# Müller #}".encode("latin-1"))
    said = r"^templates/paper\.html: a template is not UTF-8: it has the byte 0xfc at offset 4 \(page /papers/a/\)$"
    with pytest.raises(Failure, match=said):
        rendered(tmp_path, {})


def test_it_is_a_failure_and_the_old_site_stays(tmp_path: Path) -> None:
    """E3, E4."""
    write_files(tmp_path, PAPER | {"templates/paper.html": "{{ view.titel }}"})
    done = run_profilegen("build", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "error: templates/paper.html:1: PaperView has no 'titel' (did you mean 'title'?) (page /papers/a/) "
        "(mend the template)\n"
    )
    assert not (tmp_path / "output").exists()


def test_the_stylesheet_of_the_options_takes_no_text(tmp_path: Path) -> None:
    """X4: nothing that could end a declaration."""
    with pytest.raises(Failure, match=r"^templates/options\.css:1: a stylesheet takes colours"):
        themed(tmp_path, {"templates/options.css": "a { b: {{ words['nav.skip'] }} }"})
    with pytest.raises(
        Failure, match=r"^templates/options\.css:2: ThemeOptions has no 'acent' \(did you mean 'accent'\?\)$"
    ):
        themed(tmp_path, {"templates/options.css": "\n{{ options.acent }}"})
