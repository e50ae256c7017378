"""One build of a site at a time, and an end within two seconds (D6)."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from profilegen.output import locked, write_site
from profilegen.problems import Failure

Look = Callable[[Path], dict[str, bytes | str]]
HOLD = """
import sys, time
from pathlib import Path
from profilegen.output import locked

with locked(Path(sys.argv[1]), 0, print):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""
BUILD = """
import itertools, sys
from pathlib import Path
from profilegen.output import write_site

def pages():
    for number in itertools.count():
        if number == 3000:
            print("busy", flush=True)
        yield f"papers/{number}/index.html", b"page" * 1000

try:
    write_site(Path(sys.argv[1]), pages())
except KeyboardInterrupt:
    sys.exit(130)
"""


@contextmanager
def holder(state: Path, seconds: float, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(state), str(seconds)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_lock_makes_a_folder_that_git_ignores(tmp_path: Path, tree: Look) -> None:
    for _ in range(2):
        with locked(tmp_path / "site/.profilegen", 0, pytest.fail):
            pass
    assert tree(tmp_path) == {"site/.profilegen/.gitignore": b"*\n", "site/.profilegen/lock": b""}


def test_a_gitignore_of_somebody_else_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!keep\n")
    with locked(tmp_path, 0, pytest.fail):
        assert (tmp_path / ".gitignore").read_text() == "!keep\n"


def test_a_second_build_says_that_it_waits_and_goes_on_when_the_first_ends(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    said: list[str] = []
    with holder(tmp_path, 0.3, environment), locked(tmp_path, 20, said.append):
        assert said == ["another build of this site is running: waiting up to 20 s for it to end"]


def test_a_second_build_gives_up_after_a_while(tmp_path: Path, environment: dict[str, str]) -> None:
    with holder(tmp_path, 60, environment):
        begun = time.monotonic()
        with pytest.raises(Failure, match="another build of this site is still running"), locked(tmp_path, 0.2, print):
            pytest.fail("two builds at once")
        assert 0.2 <= time.monotonic() - begun < 2


def test_a_killed_build_holds_no_lock(tmp_path: Path, environment: dict[str, str]) -> None:
    with holder(tmp_path, 60, environment) as process:
        process.kill()
        process.wait()
        with locked(tmp_path, 0, pytest.fail):
            pass


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), locked(tmp_path, 0, pytest.fail):
        raise RuntimeError
    with locked(tmp_path, 0, pytest.fail):
        pass


def test_a_lock_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Failure, match=r"cannot write .*file"), locked(tmp_path / "file", 0, print):
        pytest.fail("no lock")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process here")
def test_ctrl_c_ends_a_build_within_two_seconds_and_leaves_no_litter(
    tmp_path: Path, tree: Look, environment: dict[str, str]
) -> None:
    output = tmp_path / "output"
    write_site(output, [("index.html", b"old")])
    before = tree(tmp_path)
    command = [sys.executable, "-c", BUILD, str(output)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "busy\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=2) == 130
    assert tree(tmp_path) == before
