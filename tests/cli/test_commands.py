"""The commands as a person and a script meet them: words, exit codes, streams."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import profilegen
from folders import run_profilegen, tree, write_files

SITE = {
    "profilegen.yaml": "url: https://example.org/\n",
    "content/papers/a.yaml": "title: A\nauthors: [Ada]\ndate: 2020\n",
}


def test_build_ends_with_one_line(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    files = len(tree(tmp_path / "output")) - 1
    assert line.startswith(f"5 pages, 1 paper, 0 authors: {files} written, 0 unchanged, 0 removed, ")
    assert line.endswith(" s")


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    done = run_profilegen("build", "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_json_is_for_programs(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"content/papers/b.yaml": "title: A\nauthors: [Ada]\n"})
    done = run_profilegen("build", "--json", cwd=tmp_path)
    outcome = json.loads(done.stdout)
    assert (outcome["built"], outcome["papers"], outcome["removed"]) == (True, 2, 0)
    assert outcome["written"] == len(tree(tmp_path / "output")) - 1
    assert [found["code"] for found in outcome["problems"]] == ["duplicate-title"]
    assert done.stderr == ""


def test_wrong_usage_is_two(tmp_path: Path) -> None:
    for words in (["biuld"], ["build", "--fast"], ["build", "nowhere"], ["schema", "book"]):
        done = run_profilegen(*words, cwd=tmp_path)
        assert done.returncode == 2, words
        assert "Usage: profilegen" in done.stderr


def test_a_folder_without_content_is_one_with_a_hint(tmp_path: Path) -> None:
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no folder 'content'" in done.stderr
    assert "`profilegen init` begins a site" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bug_of_ours_is_three_and_asks_for_a_report(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    broken = r"""
import profilegen.build.run as b
def scan(root): raise LookupError("a\x1b[31m")
b.scan = scan
from profilegen.cli import main
main(['build'])"""
    done = subprocess.run([sys.executable, "-c", broken], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "error: LookupError: a\\x1b[31m (this is a bug" in done.stderr
    assert "please report it" in done.stderr
    assert "Traceback" not in done.stderr
    shown = broken.replace("['build']", "['build', '--debug']")
    done = subprocess.run([sys.executable, "-c", shown], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "Traceback" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_an_interrupt_is_130_within_two_seconds_and_leaves_no_litter(tmp_path: Path) -> None:
    papers = {f"content/papers/p{n}.yaml": f"title: P{n}\nauthors: [A{n} B]\nabstract: x\n" for n in range(3000)}
    write_files(tmp_path, papers)
    running = subprocess.Popen([sys.executable, "-m", "profilegen", "build"], cwd=tmp_path, stderr=subprocess.PIPE)
    staging = tmp_path / "output" / ".profilegen-staging"
    end = time.monotonic() + 60
    while not staging.exists() and running.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    sent = time.monotonic()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert time.monotonic() - sent < 2
    assert running.returncode == 130
    assert b"interrupted" in said
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("output", [".", "content", "content/x", "/", "themes", ".profilegen", ".git/x"])
def test_a_dangerous_output_is_refused(tmp_path: Path, output: str) -> None:
    """D1."""
    write_files(tmp_path, SITE | {"themes/x": "", ".profilegen/x": "", ".git/HEAD": ""})
    before = tree(tmp_path)
    done = run_profilegen("build", "--output", output, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("error: the output ")
    assert {name: held for name, held in tree(tmp_path).items() if ".profilegen/" not in name} == {
        name: held for name, held in before.items() if ".profilegen/" not in name
    }


def test_a_folder_with_files_of_somebody_else_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, SITE | {"output/thesis.tex": "mine"})
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "thesis.tex" in done.stderr
    assert (tmp_path / "output/thesis.tex").read_text(encoding="utf-8") == "mine"


def test_build_and_check_write_no_source(tmp_path: Path) -> None:
    """D7."""
    write_files(tmp_path, SITE | {"profilegen.yaml": "title: X\n"})
    before = {name: held for name, held in tree(tmp_path).items() if not name.startswith("output")}
    run_profilegen("build", cwd=tmp_path)
    run_profilegen("check", cwd=tmp_path)
    after = {name: held for name, held in tree(tmp_path).items() if not name.startswith(("output", ".profilegen"))}
    assert after == before


def test_the_sites_date_follows_source_date_epoch(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    run_profilegen("build", cwd=tmp_path, env={**os.environ, "SOURCE_DATE_EPOCH": "86400"})
    assert '<time datetime="1970-01-02">2 January 1970</time>' in (tmp_path / "output/index.html").read_text("utf-8")
    for bad in ("yesterday", "9" * 30):
        done = run_profilegen("build", cwd=tmp_path, env={**os.environ, "SOURCE_DATE_EPOCH": bad})
        assert done.returncode == 1
        assert "SOURCE_DATE_EPOCH" in done.stderr


def test_schema_prints_json(tmp_path: Path) -> None:
    for kind in ("paper", "author", "page", "site"):
        assert json.loads(run_profilegen("schema", kind, cwd=tmp_path).stdout)["type"] == "object"


def test_help_and_version(tmp_path: Path) -> None:
    assert run_profilegen("--version", cwd=tmp_path).stdout == f"profilegen {profilegen.__version__}\n"
    for words in (["--help"], ["build", "-h"], ["check", "--help"], ["schema", "--help"]):
        done = run_profilegen(*words, cwd=tmp_path)
        assert done.returncode == 0
        assert done.stdout.startswith("Usage: profilegen")


def test_a_list_of_commands_says_each_in_full(tmp_path: Path) -> None:
    for words in ([], ["new"], ["theme"]):
        listed = run_profilegen(*words, "--help", cwd=tmp_path).stdout.partition("Commands:")[2]
        assert [line for line in listed.splitlines() if line.endswith("...")] == []
