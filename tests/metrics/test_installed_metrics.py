"""Metrics of other packages, from a real distribution on the path of a fresh interpreter."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

MODULE = '''
from fractions import Fraction
from profilegen.metrics import Computed, Definition
from profilegen.model.settings import NumberFormat

def solo(papers):
    """The number of papers
    with one author.

    Consortia count as one.
    """
    return sum(len(paper.byline.entries) == 1 for paper in papers)

def third(papers):
    """A third."""
    return Fraction(1, 3)

def nothing(papers):
    """Never known."""
    return None

def silent(papers):
    return 1

def real(papers):
    """A float, which is not exact."""
    return 0.5

def true(papers):
    """A bool, which is not a number."""
    return True

def broken(papers):
    """Raises."""
    raise KeyError("no such key\\x1b")

def _double(listing):
    return Computed(Fraction(2 * sum(listing.counts)), len(listing.counts))

double = Definition("double", "Twice", "Twice the citations.", "nobody", NumberFormat.DECIMAL, _double)
named_badly = Definition("Named Badly", "x", "x.", "x", NumberFormat.NUMBER, _double)
number = 7
'''

PROGRAM = """
import json, pickle, sys
from metrics.sample import papers
from profilegen.metrics import all_definitions, installed, measure
from profilegen.model.settings import Settings
from profilegen.problems import Failure

found, problems = installed()
found = pickle.loads(pickle.dumps(found))
definitions, more = all_definitions(Settings(), found)
try:
    texts = {one.definition.name: one.text for one in measure(papers(3, None), Settings(), definitions[9:], {}, 2026)}
except Failure as failure:
    texts = {"failure": failure.message, "hint": failure.hint}
about = {one.name: [one.label, one.meaning, one.source] for one in found}
print(json.dumps([texts, about, [str(problem) for problem in problems + more]]))
"""

Said = tuple[dict[str, str], dict[str, list[str]], list[str]]
TESTS = Path(__file__).parents[1]


def install(folder: Path, package: str, entry_points: dict[str, str]) -> None:
    about = folder / f"{package}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    lines = "".join(f"{name} = {target}\n" for name, target in entry_points.items())
    (about / "entry_points.txt").write_text(f"[profilegen.metrics]\n{lines}", encoding="utf-8")
    (folder / "extra_metrics.py").write_text(dedent(MODULE), encoding="utf-8")


def run(folder: Path) -> Said:
    path = [str(folder), str(TESTS), *filter(None, sys.path)]
    program = f"import sys; sys.path[:0] = {path!r}\n{PROGRAM}"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    texts, about, problems = json.loads(done.stdout)
    return texts, about, problems


def test_functions_and_definitions_of_a_package_are_measured(tmp_path: Path) -> None:
    names = ("third", "solo", "nothing", "double")
    install(tmp_path, "extra", {name: f"extra_metrics:{name}" for name in names})
    texts, about, problems = run(tmp_path)
    assert problems == []
    assert texts == {"double": "6.0", "nothing": "", "solo": "0", "third": "0"}
    assert about["solo"] == ["solo", "The number of papers with one author.", "the package extra"]
    assert about["double"] == ["Twice", "Twice the citations.", "nobody"]


def test_a_package_is_found_whatever_form_its_record_has(tmp_path: Path) -> None:
    install(tmp_path / "old", "old", {"third": "extra_metrics:third"})
    record = tmp_path / "old/old-1.0.dist-info"
    (record / "METADATA").rename(record / "PKG-INFO")
    record.rename(record.with_suffix(".egg-info"))
    assert list(run(tmp_path / "old")[1]) == ["third"]
    install(tmp_path / "packed", "packed", {"third": "extra_metrics:third"})
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", tmp_path / "packed")
    assert list(run(Path(archive))[1]) == ["third"]


@pytest.mark.parametrize(
    ("name", "target", "reason"),
    [
        ("gone", "no_such_module:f", "it cannot be loaded: ModuleNotFoundError: No module named 'no_such_module'"),
        ("gone", "extra_metrics:missing", "it cannot be loaded: AttributeError: "),
        ("silent", "extra_metrics:silent", "its function has no docstring to say what the number means"),
        ("number", "extra_metrics:number", "it is neither a Definition nor a function"),
        ("x", "extra_metrics:named_badly", "'Named Badly' is no name of a metric: "),
        ("My-Metric", "extra_metrics:third", "'My-Metric' is no name of a metric: "),
        ("h_index", "extra_metrics:third", "its name 'h_index' is taken"),
    ],
)
def test_an_entry_point_that_is_no_metric_is_an_error(tmp_path: Path, name: str, target: str, reason: str) -> None:
    install(tmp_path, "extra", {name: target, "third": "extra_metrics:third"})
    texts, _, (problem,) = run(tmp_path)
    assert problem.startswith(f"profilegen.yaml:1:1: error: metric '{name}' of the package extra: {reason}")
    assert problem.endswith(" (mend or uninstall the package extra) [unknown-metric]")
    assert texts == {"third": "0"}


def test_two_packages_with_one_name_are_an_error_for_the_second(tmp_path: Path) -> None:
    install(tmp_path, "zeta", {"third": "extra_metrics:third"})
    install(tmp_path, "alpha", {"third": "extra_metrics:solo"})
    _, about, (problem,) = run(tmp_path)
    assert about["third"][2] == "the package alpha"
    assert "metric 'third' of the package zeta: its name 'third' is taken" in problem


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("broken", r"KeyError: 'no such key\\x1b'"),
        ("real", "TypeError: it gave '0.5', not an int, a Fraction or None"),
        ("true", "TypeError: it gave 'True', not an int, a Fraction or None"),
    ],
)
def test_a_metric_that_breaks_is_a_failure_that_names_it(tmp_path: Path, name: str, reason: str) -> None:
    install(tmp_path, "extra", {name: f"extra_metrics:{name}"})
    texts, _, problems = run(tmp_path)
    assert problems == []
    assert texts["failure"].startswith(
        f"the metric '{name}' of the package extra failed: {reason}".replace("\\\\", "\\")
    )
    assert texts["hint"] == "mend or uninstall the package extra"
