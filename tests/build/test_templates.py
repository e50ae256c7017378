"""A list that comes in pages, in templates that show no way to them: builds, checks and the preview say so."""

from pathlib import Path

from folders import run_profilegen, write_files
from profilegen.build.clock import Clock
from profilegen.build.run import Manner, build
from profilegen.model.dates import PartialDate
from profilegen.preview.revising import Known
from profilegen.preview.site import Studio
from quiet import Quiet
from sites import CLOCK, composed

PAPERS = {f"content/papers/p{n}.yaml": f"title: Paper {n}\nauthors: [Ada Lovelace]\ndate: 2020\n" for n in range(3)}
SITE = PAPERS | {"profilegen.yaml": "url: https://example.org/\npage_length: 2\n"}
OWN = "{% extends 'base.html' %}{% block content %}{% for y in view.years %}{{ y.heading }}{% endfor %}{% endblock %}\n"
FOUND = (
    "templates/papers.html:1:1: warning: papers.html prints a list of several pages, and nothing asks for view.pager: "
    "no way leads to the others (print its links as the default theme does, or set `page_length: off`) [no-pager]"
)
MENDED = OWN.replace("{% for", "{{ view.pager }}{% for")


def told(root: Path) -> list[str]:
    """What a build that remembers the last one says."""
    made = build(root, root / "output", Clock(PartialDate(2026, 7, 13)), Manner(workers=1), Quiet())
    return [str(found) for found in made.problems]


def test_a_build_says_so_until_the_template_is_mended(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    assert told(tmp_path) == []
    write_files(tmp_path, {"templates/papers.html": OWN})
    assert told(tmp_path) == [FOUND]
    assert told(tmp_path) == [FOUND]
    write_files(tmp_path, {"content/papers/p1.yaml": SITE["content/papers/p1.yaml"] + "abstract: More.\n"})
    assert told(tmp_path) == [FOUND]
    write_files(tmp_path, {"templates/papers.html": MENDED})
    assert told(tmp_path) == []


def test_a_list_of_one_page_needs_no_way(tmp_path: Path) -> None:
    files = SITE | {"templates/papers.html": OWN}
    longer = {"profilegen.yaml": SITE["profilegen.yaml"].replace("2", "3")}
    assert composed(tmp_path, files | longer).problems == ()
    assert told(tmp_path) == []


def test_check_says_so_and_weighs_it(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"templates/papers.html": OWN})
    said = run_profilegen("check", "--strict", cwd=tmp_path)
    assert (said.returncode, said.stderr.splitlines()[0]) == (1, FOUND)
    write_files(tmp_path, {"profilegen.yaml": SITE["profilegen.yaml"] + "problems: {no-pager: off}\n"})
    assert run_profilegen("check", "--strict", cwd=tmp_path).returncode == 0


def test_the_preview_says_so_until_the_template_is_mended(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE | {"templates/papers.html": OWN}).resolve()
    studio = Studio(root, Known(CLOCK), drafts=False)
    state = studio.opened()
    assert [str(found) for found in state.problems] == [FOUND]
    write_files(root, {"content/papers/p1.yaml": SITE["content/papers/p1.yaml"] + "abstract: More.\n"})
    state = studio.after(state, frozenset({"content/papers/p1.yaml"}))
    assert [str(found) for found in state.problems] == [FOUND]
    write_files(root, {"templates/papers.html": MENDED})
    assert studio.after(state, frozenset({"templates/papers.html"})).problems == ()
