"""A build that is killed, or whose worker dies, leaves a site that the next build completes (D3, E3)."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from folders import CHECKOUT, run_profilegen, tree, write_files


@pytest.mark.parametrize("start", ["none", "old"])
def test_killed_at_any_step_on_the_disk_it_is_completed_by_the_next(start: str, tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("killed_build.py")), start, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT / "tests")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 30


def site_of(root: Path, papers: int) -> Path:
    text = "---\ntitle: Paper {n}\nauthors: [Ada Lovelace, Writer {n}]\n---\nText {n}.\n"
    return write_files(root, {f"content/papers/p{n}.md": text.format(n=n) for n in range(papers)})


def workers_of(build: subprocess.Popen[str]) -> list[int]:
    children = Path(f"/proc/{build.pid}/task/{build.pid}/children")
    end = time.monotonic() + 30
    while time.monotonic() < end and build.poll() is None:
        if found := children.read_text(encoding="ascii").split():
            return [int(process) for process in found]
        time.sleep(0.01)
    return []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists the children of a process")
def test_a_worker_that_dies_is_a_message_within_five_seconds(tmp_path: Path) -> None:
    site = site_of(tmp_path, 1500)
    command = [sys.executable, "-m", "profilegen", "build", "--workers", "2", str(site)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as build:
        workers = workers_of(build)
        os.kill(workers[0], signal.SIGKILL)
        killed = time.monotonic()
        _, said = build.communicate(timeout=30)
    assert build.returncode == 1
    assert "error: a worker process died" in said
    assert time.monotonic() - killed < 5
    assert not (site / "output/index.html").exists()
    assert run_profilegen("build", "-q", site, cwd=tmp_path).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists the children of a process")
def test_ctrl_c_ends_all_processes_within_two_seconds_and_leaves_no_litter(tmp_path: Path) -> None:
    site = site_of(tmp_path, 1500)
    command = [sys.executable, "-m", "profilegen", "build", "--workers", "2", str(site)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as build:
        workers = workers_of(build)
        asked = time.monotonic()
        os.killpg(build.pid, signal.SIGINT)
        build.communicate(timeout=30)
    assert build.returncode == 130
    assert time.monotonic() - asked < 2
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert not (site / "output").exists()


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", 40)
    for workers in ("1", "3"):
        done = run_profilegen("build", "--workers", workers, "--no-cache", "-o", tmp_path / workers, site, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "1") == tree(tmp_path / "3")


def test_a_template_that_is_wrong_is_a_failure_from_a_worker_too(tmp_path: Path) -> None:
    site = write_files(site_of(tmp_path, 3), {"templates/paper.html": "{{ view.nothing }}"})
    done = run_profilegen("build", "--workers", "2", site, cwd=tmp_path)
    assert done.returncode == 1
    assert "templates/paper.html:1: PaperView has no 'nothing' (page /papers/p0/) (mend the template)" in done.stderr
