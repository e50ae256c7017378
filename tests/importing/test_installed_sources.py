"""Sources of papers that other packages bring, installed as any package is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from folders import write_files

MODULE = """\
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.source import Count
from profilegen.problems import Place


class Shelf:
    label = "A shelf"

    def fetch(self, reference, client):
        fields = {"title": f"On {reference}", "authors": ["Ada Lovelace"], "doi": "10.1000/1"}
        return Reading((Candidate(fields, Place(f"shelf:{reference}")),))

    def counts(self, papers, client):
        return {paper.id: Count(7, {2025: 7}) for paper in papers}


class Failing:
    def __init__(self):
        raise RuntimeError("out of order")


def broken():
    pass
"""


def installed(folder: Path, **sources: str) -> dict[str, str]:
    """The environment of a Python that has a package with these sources."""
    lines = "".join(f"{name} = {target}\n" for name, target in sources.items())
    about = "Metadata-Version: 2.1\nName: shelves\nVersion: 1.0\n"
    write_files(
        folder,
        {
            "shelves.py": MODULE,
            "shelves-1.0.dist-info/METADATA": about,
            "shelves-1.0.dist-info/entry_points.txt": f"[profilegen.sources]\n{lines}",
        },
    )
    return {**os.environ, "PYTHONPATH": str(folder)}


def run(site: Path, env: dict[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    (site / "content").mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "profilegen", *words]
    return subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_source_of_another_package_is_asked_by_its_name(tmp_path: Path) -> None:
    env, site = installed(tmp_path / "packages", shelf="shelves:Shelf"), tmp_path / "site"
    done = run(site, env, "import", "shelf:engines")
    assert (done.returncode, done.stderr) == (0, "")
    (paper,) = (site / "content/papers").iterdir()
    assert "title: On engines\n" in paper.read_text(encoding="utf-8")
    assert run(site, env, "refresh", "--source", "shelf").returncode == 0
    assert "source: A shelf" in paper.read_text(encoding="utf-8")


def test_no_package_takes_the_place_of_a_source_of_ours(tmp_path: Path) -> None:
    env = installed(tmp_path, doi="shelves:Shelf", shelf="shelves:Shelf")
    program = (
        "from profilegen.importing.services import sources; print({k: type(v).__name__ for k, v in sources().items()})"
    )
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)
    assert "'doi': 'Doi'" in done.stdout
    assert "'shelf': 'Shelf'" in done.stdout


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("no_such_module:f", "cannot be loaded: ModuleNotFoundError: No module named 'no_such_module'"),
        ("shelves:missing", "cannot be loaded: AttributeError: "),
        ("shelves:Failing", "cannot be loaded: RuntimeError: out of order"),
        ("shelves:broken", "has no fetch(reference, client) -> Reading"),
    ],
)
def test_a_source_that_is_none_is_named_with_its_package(tmp_path: Path, target: str, reason: str) -> None:
    done = run(tmp_path / "site", installed(tmp_path / "packages", shelf=target), "import", "shelf:engines")
    assert done.returncode == 1
    assert f"error: the source 'shelf' of the package shelves {reason}" in done.stderr
    assert "(mend or uninstall the package shelves)" in done.stderr
