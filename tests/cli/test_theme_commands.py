"""`profilegen theme`: list, new, eject, view."""

import json
from pathlib import Path

import pytest

from folders import CHECKOUT, run_profilegen, tree, write_files

SITE = {"content/papers/a.yaml": "title: A <b>\nauthors: [Ada]\n"}


def test_list_names_every_theme_and_marks_the_one_in_use(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"themes/mine/theme.yaml": "contract: 1\nname: Mine\n"})
    done = run_profilegen("theme", "list", cwd=tmp_path)
    assert done.stdout == "* default  (comes with profilegen)\n  mine  (the site's)\n"
    write_files(tmp_path, {"profilegen.yaml": "theme: mine\n"})
    done = run_profilegen("theme", "list", "--site", tmp_path, cwd=CHECKOUT)
    assert done.stdout == "  default  (comes with profilegen)\n* mine  (the site's)\n"


def test_list_lists_where_the_settings_name_none_of_them(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"profilegen.yaml": "theme: defualt\n"})
    done = run_profilegen("theme", "list", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "  default  (comes with profilegen)\n")
    assert done.stderr.startswith("profilegen.yaml:1:8: error: there is no theme 'defualt'")


def test_a_new_theme_builds_the_same_site_and_is_never_overwritten(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    run_profilegen("build", "--output", "one", cwd=tmp_path)
    done = run_profilegen("theme", "new", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "made themes/mine/theme.yaml",
        "made themes/mine/templates/base.html",
        "write `theme: mine` into profilegen.yaml to use it",
    ]
    write_files(tmp_path, {"profilegen.yaml": "theme: mine\nproblems: {no-url: off}\n"})
    assert run_profilegen("build", "--output", "two", "--strict", cwd=tmp_path).returncode == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    before = tree(tmp_path / "themes")
    done = run_profilegen("theme", "new", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "error: themes/mine is there already (choose another name)\n")
    assert tree(tmp_path / "themes") == before


@pytest.mark.parametrize("name", ["../x", "A", "", "a/b", ".x", "é", "-x"])
def test_a_theme_has_a_plain_name(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, SITE)
    done = run_profilegen("theme", "new", "--", name, cwd=tmp_path)
    assert done.returncode == 2
    assert set(tree(tmp_path)) == set(SITE)


@pytest.mark.parametrize(
    ("name", "part"), [("sections/about.html", "templates"), ("options.css", "templates"), ("style.css", "static")]
)
def test_eject_copies_one_file_once(tmp_path: Path, name: str, part: str) -> None:
    write_files(tmp_path, SITE)
    done = run_profilegen("theme", "eject", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"themes/default/{part}/{name} -> {part}/{name}\n")
    own = tmp_path / part / name
    assert own.read_bytes() == (CHECKOUT / "themes/default" / part / name).read_bytes()
    own.write_text("mine", encoding="utf-8")
    done = run_profilegen("theme", "eject", name, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"error: {part}/{name} is there already")
    assert own.read_text(encoding="utf-8") == "mine"


def test_eject_takes_from_the_theme_in_use_and_suggests(tmp_path: Path) -> None:
    mine = {"themes/mine/theme.yaml": "contract: 1\nname: Mine\n", "themes/mine/templates/base.html": "mine"}
    write_files(tmp_path, SITE | mine | {"profilegen.yaml": "theme: mine\n"})
    done = run_profilegen("theme", "eject", "base.html", cwd=tmp_path)
    assert done.stdout == "themes/mine/templates/base.html -> templates/base.html\n"
    done = run_profilegen("theme", "eject", "papre.html", cwd=tmp_path)
    assert done.returncode == 1
    assert "'papre.html' (did you mean 'paper.html'?)" in done.stderr
    assert run_profilegen("theme", "eject", "../theme.yaml", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("address", ["papers/a/", "/papers/a", "papers/a"])
def test_view_prints_what_the_template_gets(tmp_path: Path, address: str) -> None:
    write_files(tmp_path, SITE)
    done = run_profilegen("theme", "view", address, cwd=tmp_path)
    shown = json.loads(done.stdout)
    assert shown["template"] == "paper.html"
    assert shown["frame"]["root"] == "../../"
    assert shown["view"]["title"] == "A &lt;b&gt;"
    assert shown["view"]["byline"]["names"][0]["name"] == "Ada"
    assert "frame" not in shown["view"]
    assert not (tmp_path / "output").exists()


def test_view_takes_the_home_page_and_suggests_an_address(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    assert json.loads(run_profilegen("theme", "view", "/", cwd=tmp_path).stdout)["template"] == "people.html"
    done = run_profilegen("theme", "view", "paper/a", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: the site has no page 'paper/a' (did you mean 'papers/a/'?)\n"


def test_view_of_a_site_with_errors_reports_them(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"content/papers/b.yaml": "title: B\n"})
    done = run_profilegen("theme", "view", "papers/a/", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/papers/b.yaml:1:1: error: ")


def test_every_command_has_help_with_an_example(tmp_path: Path) -> None:
    for command in ("list", "new", "eject", "view"):
        done = run_profilegen("theme", command, "--help", cwd=tmp_path)
        assert done.returncode == 0
        assert f"Example: profilegen theme {command}" in done.stdout
