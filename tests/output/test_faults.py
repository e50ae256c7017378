"""Killed, interrupted, failing or out of space at every single step: old site or new, nothing between (D3, E4)."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from profilegen.output import complete, write_site
from profilegen.output.journal import JOURNAL
from profilegen.output.paths import MANIFEST, STAGING

Tree = dict[str, bytes | str]
Look = Callable[[Path], Tree]
DRIVER = Path(__file__).with_name("faults.py")
NEW: tuple[tuple[str, bytes], ...] = (
    ("index.html", b"new home"),
    ("about/index.html", b"new about"),
    ("papers/a/index.html", b"a"),
    ("papers/c/index.html", b"c"),
    ("flat/index.html", b"now a folder"),
    ("deep", b"now a file"),
)
FOREIGN: Tree = {"CNAME": b"example.org", "papers/b/own.txt": b"mine"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be forked here")


@dataclass(frozen=True, slots=True)
class Trial:
    """The output as one sabotaged build left it."""

    output: Path
    outcome: str
    look: Look

    @property
    def committed(self) -> bool:
        return (self.output / STAGING / JOURNAL).exists()

    @property
    def litter(self) -> bool:
        return (self.output / STAGING).exists()

    def site(self) -> Tree:
        """All files but those staged."""
        return {path: found for path, found in self.look(self.output).items() if not path.startswith(STAGING)}


@dataclass(frozen=True, slots=True)
class Experiment:
    """The old site, the new one, and what came of each attempt to get from one to the other."""

    old: Tree
    new: Tree
    trials: tuple[Trial, ...]


Run = Callable[[str, str], Experiment]


@pytest.fixture
def run(tmp_path: Path, tree: Look, environment: dict[str, str]) -> Run:
    def experiment(fault: str, start: str) -> Experiment:
        subprocess.run([sys.executable, DRIVER, fault, start, tmp_path], env=environment, check=True, timeout=60)
        folders = sorted((path for path in tmp_path.iterdir() if path.name.isdigit()), key=lambda path: int(path.name))
        trials = tuple(Trial(path / "output", (path / "outcome").read_text(), tree) for path in folders)
        write_site(tmp_path / "clean", NEW)
        return Experiment(
            tree(tmp_path / "start/output"), tree(tmp_path / "clean") | ({} if start == "none" else FOREIGN), trials
        )

    return experiment


def assert_healed(found: Experiment) -> None:
    """The next build makes the new site out of whatever is there, and leaves nothing else."""
    assert len(found.trials) > 10
    assert found.trials[-1].outcome == "untouched"
    for trial in found.trials:
        write_site(trial.output, NEW)
        assert trial.look(trial.output) == found.new, trial


def assert_whole(trial: Trial, found: Experiment) -> None:
    for path, content in trial.site().items():
        assert content in (found.old.get(path), found.new.get(path), "folder"), trial


@pytest.mark.parametrize("start", ["old", "none"])
def test_a_killed_build_leaves_the_old_site_or_is_completed_by_the_next_command(run: Run, start: str) -> None:
    found = run("kill", start)
    assert any(trial.committed for trial in found.trials)
    for trial in found.trials:
        assert_whole(trial, found)
        expected = found.new if trial.committed or trial.site() == found.new else found.old
        assert trial.committed or trial.site() == expected, trial
        complete(trial.output)
        assert trial.look(trial.output) == expected, trial
    assert_healed(found)


def test_completing_can_be_killed_too(run: Run) -> None:
    found = run("kill", "killed")
    for trial in found.trials:
        assert_whole(trial, found)
        complete(trial.output)
        assert trial.site() == found.new, trial
    assert_healed(found)


@pytest.mark.parametrize("fault", ["once", "full"])
@pytest.mark.parametrize("start", ["old", "none"])
def test_an_error_leaves_the_old_site_byte_for_byte_and_no_litter(run: Run, fault: str, start: str) -> None:
    found = run(fault, start)
    assert sum(trial.outcome == "failure" for trial in found.trials) > 20
    for trial in found.trials:
        assert trial.outcome in {"failure", "done", "untouched"}, trial
        assert trial.site() == (found.old if trial.outcome == "failure" else found.new), trial
        assert not trial.committed, trial
    assert_healed(found)


@pytest.mark.parametrize("fault", ["once", "full"])
def test_an_error_while_completing_leaves_one_whole_site_or_the_journal(run: Run, fault: str) -> None:
    found = run(fault, "killed")
    for trial in found.trials:
        assert trial.outcome in {"failure", "done", "untouched"}, trial
        assert trial.committed or MANIFEST in trial.site(), trial
    assert_healed(found)


@pytest.mark.parametrize("start", ["old", "none"])
def test_an_interrupt_leaves_the_old_site_or_the_new_one_and_no_litter(run: Run, start: str) -> None:
    """D6."""
    found = run("interrupt", start)
    assert sum(trial.outcome == "interrupted" for trial in found.trials) > 20
    for trial in found.trials:
        assert trial.site() in (found.old, found.new), trial
        assert not trial.committed, trial
    assert_healed(found)
