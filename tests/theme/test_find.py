"""Where templates and themes come from: the site's files before its theme's, and these before the default theme's."""

from pathlib import Path

from folders import CHECKOUT, write_files
from profilegen.theme.find import files_below, find_themes
from theme.themed import MINE, problems, rendered


def test_a_sites_own_theme_comes_before_one_of_the_same_name(tmp_path: Path) -> None:
    write_files(tmp_path, {"themes/default/theme.yaml": "", "themes/mine/templates/a.html": "", "themes/.git/x": ""})
    themes = find_themes(tmp_path)
    assert themes.by_name == {"default": tmp_path / "themes/default", "mine": tmp_path / "themes/mine"}
    assert themes.base == CHECKOUT / "themes/default"


def test_an_unknown_theme_is_an_error_at_its_name(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, {"profilegen.yaml": "title: X\ntheme: {name: defualt}\n"})
    assert found == ("profilegen.yaml:2:15: error: there is no theme 'defualt' (did you mean 'default'?) [bad-value]")


def test_what_a_theme_lacks_is_the_default_themes(tmp_path: Path) -> None:
    mine = MINE | {"themes/mine/templates/paper.html": "{% extends 'base.html' %}{% block content %}mine{% endblock %}"}
    page = rendered(tmp_path, mine)
    assert "mine</main>" in page.replace("\n", "")
    assert page.startswith("<!doctype html>")


def test_a_sites_own_template_extends_the_one_it_stands_for(tmp_path: Path) -> None:
    chain = MINE | {
        "templates/page_of_mine.html": "site",
        "templates/paper.html": "{% extends 'theme/paper.html' %}{% block one %}site {{ super() }}{% endblock %}",
        "themes/mine/templates/paper.html": "{% block one %}mine {% include 'default/icons/code.svg' %}{% endblock %}",
    }
    assert rendered(tmp_path, chain).startswith("site mine <svg")


def test_an_override_holds_where_other_templates_include_it(tmp_path: Path) -> None:
    own = {"templates/macros.html": "{% extends 'theme/macros.html' %}", "templates/base.html": "b: {{ frame.root }}"}
    assert rendered(tmp_path, own) == "b: ../../"


def test_the_files_of_a_folder_are_those_that_links_lead_to_too_but_in_no_circle(tmp_path: Path) -> None:
    write_files(tmp_path, {"theme/b.html": "", "theme/a/x.html": "", "shared/y.html": ""})
    (tmp_path / "theme/shared").symlink_to("../shared")
    (tmp_path / "shared/back").symlink_to("../theme")
    (tmp_path / "shared/gone.html").symlink_to("nowhere")
    theme = tmp_path / "theme"
    found = [file.relative_to(theme).as_posix() for file in files_below(theme)]
    assert found == ["a/x.html", "b.html", "shared/y.html"]
    assert files_below(tmp_path / "nothing") == []
