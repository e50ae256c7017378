"""What a theme lets a site choose: declared in theme.yaml, checked like content, given to pages and templates."""

from fractions import Fraction
from pathlib import Path

import pytest

from folders import run_profilegen, write_files
from profilegen.model.theme import Colour, ThemeOptions
from sites import site_of
from theme.themed import PAPER, problems, rendered, themed

OWN = """\
contract: 1
name: Mine
options:
  shade: {kind: colour, default: "#FFF", about: A colour.}
  layout: {kind: choice, choices: [one, two], default: one, about: A choice.}
  parts: {kind: list, choices: [a, b, c], default: [c, a], about: A list.}
  shown: {kind: metrics, default: [papers], about: Metrics.}
  dense: {kind: boolean, default: no, about: Yes or no.}
  size: {kind: number, default: 1.5, minimum: 1, maximum: 2, about: A number.}
"""


def options(root: Path, theme: str, declared: str = OWN, **files: str) -> ThemeOptions:
    own = {"profilegen.yaml": f"theme: {{name: mine, {theme}}}\n", "themes/mine/theme.yaml": declared}
    site, _ = site_of(root, PAPER | own | files)
    return site.options


def wrong(root: Path, theme: str, declared: str = OWN) -> list[str]:
    return problems(root, {"profilegen.yaml": f"theme: {{name: mine, {theme}}}\n", "themes/mine/theme.yaml": declared})


def test_defaults_are_the_themes_over_those_of_the_default_theme(tmp_path: Path) -> None:
    found = options(tmp_path, "")
    assert found["shade"] == Colour("#fff", "#fff")
    assert (found["layout"], found["parts"], found["shown"]) == ("one", ("c", "a"), ("papers",))
    assert (found["dense"], found["size"]) == (False, Fraction(3, 2))
    assert found["accent"] == Colour("#8a2b0b", "#f0a07c")
    assert found.listed("sections") == ("metrics", "charts", "about", "selected", "papers", "coauthors")


def test_a_site_sets_each_kind(tmp_path: Path) -> None:
    found = options(
        tmp_path,
        "shade: {light: '#abc', dark: '#000000'}, layout: two, parts: [b], shown: [], dense: yes, size: 2, x-y: z",
    )
    assert found["shade"] == Colour("#abc", "#000000")
    assert (found["layout"], found["parts"], found["shown"]) == ("two", ("b",), ())
    assert (found["dense"], found["size"]) == (True, Fraction(2))


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("layuot: two", "21: error: unknown key 'layuot' (did you mean 'layout'?) [unknown-key]"),
        ("layout: three", "29: error: 'layout' cannot be 'three': it is one of one, two [bad-value]"),
        ("layout: [one]", "29: error: 'layout' takes a text, not a list [wrong-kind]"),
        ("shade: red", "28: error: 'shade' cannot be 'red': a colour is written '#rgb' or '#rrggbb' [bad-value]"),
        (
            "shade: {light: '#fff', dark: '}'}",
            "50: error: 'dark' cannot be '}': a colour is written '#rgb' or '#rrggbb' [bad-value]",
        ),
        ("shade: {light: '#fff'}", "28: error: key 'dark' is missing (add dark: ...) [missing-key]"),
        ("parts: [a, d]", "32: error: 'parts' cannot be 'd': it is one of a, b, c [bad-value]"),
        ("parts: [a, b, a]", "28: error: 'parts' will not do: 'a' stands in it twice (take one away) [bad-value]"),
        ("parts: a", "28: error: 'parts' takes a list, as in [a, b], not the text 'a' (write [a]) [wrong-kind]"),
        ("dense: perhaps", "28: error: 'dense' cannot be 'perhaps': it is true, false, yes or no [bad-value]"),
        ("size: 2.1", "27: error: 'size' cannot be '2.1': the number is at least 1 and at most 2 [bad-number]"),
        ("size: big", "27: error: 'size' cannot be 'big': a number is written with digits and one point [bad-number]"),
        (
            "shown: [papers, h_indx]",
            "37: error: there is no metric 'h_indx' (did you mean 'h_index'?) [unknown-metric]",
        ),
    ],
)
def test_a_wrong_option_is_an_error_at_its_place(tmp_path: Path, theme: str, said: str) -> None:
    """E1."""
    assert wrong(tmp_path, theme) == [f"profilegen.yaml:1:{said}"]


def test_all_wrong_options_are_said_at_once_beside_wrong_content(tmp_path: Path) -> None:
    """E2."""
    files = {"profilegen.yaml": "theme: {width: huge, fonts: 3}\n", "content/papers/b.yaml": "title: B\n"}
    assert [found.partition(" error")[0] for found in problems(tmp_path, files)] == [
        "content/papers/b.yaml:1:1:",
        "profilegen.yaml:1:16:",
        "profilegen.yaml:1:29:",
    ]


def test_a_colour_that_yaml_takes_for_a_comment_is_an_error(tmp_path: Path) -> None:
    """E5."""
    (found,) = problems(tmp_path, {"profilegen.yaml": "theme:\n  accent: #8a2b0b\n"})
    assert found.startswith("profilegen.yaml:2:10: error: 'accent' has no value: ")
    assert found.endswith("(put the colour in quotes) [lost-text]")


def test_metrics_of_the_site_and_declared_ratings_may_be_named(tmp_path: Path) -> None:
    settings = """
        theme: {metrics: [best, clarity]}
        metrics: [{name: best, label: Best, field: citations, aggregate: max}]
        ratings: {clarity: {label: Clarity, scale: 5}}
        """
    site, _ = site_of(tmp_path, PAPER | {"profilegen.yaml": settings})
    assert site.options.listed("metrics") == ("best", "clarity")


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("name: Mine\n", "1:1: error: key 'contract' is missing"),
        ("contract: 2\nname: M\n", "1:11: error: 'contract' cannot be '2': this program keeps contract 1"),
        ("contract: 1\nname: M\noptoins: {}\n", "3:1: error: unknown key 'optoins' (did you mean 'options'?)"),
        ("contract: 1\nname: M\noptions: {a: {kind: colour, about: x}}\n", "3:14: error: key 'default' is missing"),
        (
            "contract: 1\nname: M\noptions: {a: {kind: color, default: '#fff', about: x}}\n",
            "3:21: error: 'kind' cannot be 'color': it is one of colour, choice",
        ),
        (
            "contract: 1\nname: M\noptions: {a: {kind: colour, default: red, about: x}}\n",
            "3:38: error: 'a' cannot be 'red': a colour is written",
        ),
        (
            "contract: 1\nname: M\noptions: {a: {kind: choice, default: x, about: x}}\n",
            "3:21: error: the choices of 'a' do not go with its kind choice",
        ),
        (
            "contract: 1\nname: M\noptions: {items: {kind: boolean, default: no, about: x}}\n",
            "3:11: error: 'options' cannot be 'items': templates mean something else by this name",
        ),
        (
            "contract: 1\nname: M\noptions: {sections: {kind: boolean, default: no, about: x}}\n",
            "3:28: error: 'sections' is of the kind list in the default theme",
        ),
    ],
)
def test_theme_yaml_is_checked_like_content(tmp_path: Path, declared: str, said: str) -> None:
    (found,) = wrong(tmp_path, "", declared)
    assert found.startswith(f"themes/mine/theme.yaml:{said}")


def test_a_theme_without_theme_yaml_is_an_error(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, {"profilegen.yaml": "theme: mine\n", "themes/mine/templates/a.html": ""})
    assert found.startswith("themes/mine/theme.yaml:1:1: error: the file cannot be read")


def test_templates_have_the_options_and_the_stylesheet_carries_them(tmp_path: Path) -> None:
    files = {
        "profilegen.yaml": "theme: {width: wide, accent: '#1F5F8B', sections: [papers]}\n",
        "templates/paper.html": "{{ options.width }} {{ options.sections[0] }}",
    }
    assert rendered(tmp_path, files) == "wide papers"
    ((address, content),) = themed(tmp_path, files).made
    assert address.startswith("assets/options.")
    assert "--accent: #1f5f8b;" in content.decode("ascii")


def test_numbers_and_paths_are_written_as_css(tmp_path: Path) -> None:
    files = {
        "profilegen.yaml": "theme: {name: mine, size: 1.25}\n",
        "themes/mine/theme.yaml": OWN,
        "templates/options.css": "{{ options.size }}rem {{ options.layout }} {{ 3 }} url({{ assets['favicon.svg'] }})",
    }
    ((_, content),) = themed(tmp_path, files).made
    assert content.startswith(b"1.25rem one 3 url(assets/favicon.")


@pytest.mark.parametrize("folder", ["templates", "static", "themes/x"])
def test_no_output_goes_into_the_folders_of_the_theme(tmp_path: Path, folder: str) -> None:
    """D1."""
    write_files(tmp_path, PAPER | {"templates/a.html": "", "static/a.css": "", "themes/x/theme.yaml": ""})
    done = run_profilegen("build", "--output", f"{folder}/out", cwd=tmp_path)
    assert (done.returncode, done.stderr.partition("the output ")[0]) == (1, "error: ")
