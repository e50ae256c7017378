"""R: the same input gives the same bytes, whatever surrounds the build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from folders import CHECKOUT, run_profilegen, tree, write_files

# Runs the command with the clock set and every listing of a directory turned round.
DISTURBED = """
import datetime, os, random, sys
real_scandir, real_listdir = os.scandir, os.listdir
class Turned:
    def __init__(self, path): self.entries = reversed(list(real_scandir(path)))
    def __enter__(self): return self
    def __exit__(self, *_): return None
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def close(self): pass
os.scandir = lambda path='.': Turned(path)
os.listdir = lambda path='.': list(reversed(real_listdir(path)))
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return super().now(tz) + datetime.timedelta(days=int(os.environ['DAYS']))
datetime.datetime = Later
from profilegen.cli import main
main(sys.argv[1:])
"""


def disturbed(site: Path, output: Path, **env: str) -> None:
    command = [sys.executable, "-c", DISTURBED, "build", str(site), "--output", str(output)]
    done = subprocess.run(command, env={**os.environ, "DAYS": "0", **env}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return shutil.copytree(CHECKOUT, tmp_path / "site", ignore=shutil.ignore_patterns(".*", "output", "src", "tests"))


def test_seed_zone_locale_and_directory_order_change_nothing(site: Path, tmp_path: Path) -> None:
    assert run_profilegen("build", site, "--output", tmp_path / "one", cwd=tmp_path).returncode == 0
    odd = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
    disturbed(site, tmp_path / "two", **odd)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_build_a_year_from_now_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    settings = site / "profilegen.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("as_of:", "x-as_of:"), encoding="utf-8")
    disturbed(site, tmp_path / "now")
    disturbed(site, tmp_path / "later", DAYS="365")
    assert tree(tmp_path / "now") == tree(tmp_path / "later")


def test_another_folder_and_umask_change_nothing(site: Path, tmp_path: Path) -> None:
    assert run_profilegen("build", site, "--output", tmp_path / "one", cwd=tmp_path).returncode == 0
    moved = shutil.move(site, tmp_path / "elsewhere")
    old = os.umask(0o077)
    try:
        assert run_profilegen("build", moved, "--output", tmp_path / "two", cwd=tmp_path).returncode == 0
    finally:
        os.umask(old)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_second_build_writes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/papers/a.yaml": "title: A\nauthors: [Ada]\n"})
    assert " 0 unchanged, 0 removed" in run_profilegen("build", cwd=tmp_path).stdout
    assert ": 0 written, " in run_profilegen("build", cwd=tmp_path).stdout


def test_a_deleted_paper_leaves_no_page_and_foreign_files_stay(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "content/papers/a.yaml": "title: A\nauthors: [Ada]\n",
            "content/papers/b.yaml": "title: B\nauthors: [Ada]\n",
        },
    )
    run_profilegen("build", cwd=tmp_path)
    write_files(tmp_path, {"output/CNAME": "example.org\n"})
    (tmp_path / "content/papers/b.yaml").unlink()
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "output/papers/b").exists()
    assert (tmp_path / "output/CNAME").read_text(encoding="utf-8") == "example.org\n"
