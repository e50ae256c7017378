"""The package as a user gets it: a wheel in an empty environment, quick to start."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from folders import CHECKOUT, write_files


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    return next(folder.glob("*.whl"))


def test_the_wheel_in_an_empty_environment_builds_a_site_with_the_default_theme(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(python, "-m", "pip", "install", "--quiet", "-c", CHECKOUT / "constraints.txt", wheel, cwd=tmp_path)
    site = write_files(tmp_path / "site", {"content/papers/a.yaml": "title: A title\nauthors: [Ada]\n"})
    said = run(python, "-I", "-m", "profilegen", "build", cwd=site)
    assert "1 paper" in said
    assert "A title" in (site / "output/papers/a/index.html").read_text(encoding="utf-8")
    (style,) = (site / "output/assets").glob("style.*.css")
    assert style.stat().st_size > 1000


@pytest.mark.parametrize("heavy", ["pydantic", "jinja2", "markdown", "yaml", "nh3", "math_core"])
def test_help_imports_nothing_heavy(heavy: str) -> None:
    """The time itself is measured by hand; what costs it is held here."""
    code = f"import sys, profilegen.cli; sys.exit({heavy!r} in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
