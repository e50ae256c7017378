"""The package as a user gets it: a wheel in an empty environment, quick to start."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from docs.documents import examples, followed
from docs.reader import Reader
from folders import CHECKOUT
from publishing.repositories import environment


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, made from the checkout, and the wheel, made from the sdist."""
    folder = tmp_path_factory.mktemp("packages")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    return folder


@pytest.fixture
def installed(packages: Path, tmp_path: Path) -> Path:
    """The folder of the programs of an environment that has the wheel and what it needs, and nothing else."""
    folder = tmp_path / "environment"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = packages.glob("*.whl")
    run(programs / "python", "-m", "pip", "install", "--quiet", "-c", CHECKOUT / "constraints.txt", wheel, cwd=folder)
    return programs


def test_both_packages_hold_the_theme_and_the_texts_of_new_files(packages: Path) -> None:
    (wheel,), (sdist,) = packages.glob("*.whl"), packages.glob("*.tar.gz")
    in_wheel = set(zipfile.ZipFile(wheel).namelist())
    assert {"profilegen/themes/default/theme.yaml", "profilegen/starting/files/pages.yml"} <= in_wheel
    assert "profilegen/themes/default/templates/404.html" in in_wheel
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    assert {"themes/default/theme.yaml", "src/profilegen/starting/files/pages.yml", "LICENSE"} <= in_sdist


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_a_new_user_gets_through_the_readme_with_the_wheel(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty environment, from `init` to the page that `publish` puts at GitHub."""
    for name, value in environment(tmp_path, github=True).items():
        monkeypatch.setenv(name, value)
    bare = tmp_path / "elsewhere/ada/my-site.git"
    run("git", "init", "--quiet", "--bare", bare, cwd=tmp_path)
    said: dict[str, str] = {}

    def type_(words: list[str], folder: Path) -> None:
        said[words[0]] = run(installed / "profilegen", *words, cwd=folder)

    reader = Reader(tmp_path / "work", type_, installed / "python")
    reader.folder.mkdir()
    for example in followed(CHECKOUT / "README.md"):
        reader.follow(example)
    assert list(said) == ["init", "new", "build", "publish"]
    assert "https://ada.github.io/my-site/" in said["publish"]
    page = run("git", "show", "gh-pages:papers/notes-on-the-analytical-engine/index.html", cwd=bare)
    assert "Notes on the Analytical Engine" in page
    assert "Sample" not in run("git", "show", "gh-pages:index.html", cwd=bare)
    (style,) = (reader.folder / "output/assets").glob("style.*.css")
    assert style.stat().st_size > 1000


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_a_shell_completes_commands_as_the_tutorial_says() -> None:
    (line,) = (one.text for one in examples(CHECKOUT / "docs/tutorial.md") if one.kind == "sh completion")
    pressed = "COMP_WORDS=(profilegen pub) COMP_CWORD=1; _profilegen_completion profilegen; echo ${COMPREPLY[@]}"
    beside = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{beside}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", f"{line}\n{pressed}"], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "publish\n"


@pytest.mark.parametrize("heavy", ["pydantic", "jinja2", "markdown", "yaml", "nh3", "math_core"])
def test_help_imports_nothing_heavy(heavy: str) -> None:
    """The time itself is measured by hand; what costs it is held here."""
    code = f"import sys, profilegen.cli; sys.exit({heavy!r} in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_good_files_are_built_without_what_only_others_need(tmp_path: Path) -> None:
    (tmp_path / "content/papers").mkdir(parents=True)
    paper = '---\ntitle: "A title"\nauthors: [Ada Lovelace]\ndate: 2026-05\n---\nAn abstract.\n'
    (tmp_path / "content/papers/a.md").write_text(paper, encoding="utf-8")
    (tmp_path / "profilegen.yaml").write_text("title: Papers\ntheme: {accent: '#123456'}\n", encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "profilegen", "build", "--quiet", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "jinja2" in imported
    assert not imported & {"pydantic", "yaml", "importlib.metadata", "difflib"}
