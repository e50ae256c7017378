"""A build that goes wrong at its first, second, ... last step on the disk: run as `faults.py FAULT START FOLDER`.

For each n a child process writes the new site into FOLDER/n/output, where the old one stands. Its n-th system call that
changes the disk does not happen: the process is killed there (`kill`), it is interrupted (`interrupt`), or the call
fails (`once`); `full` counts the calls that may take space, and the later ones that surely do fail too.
FOLDER/n/outcome says how the child ended. Instead of the old site (`old`) the child may start from no output (`none`),
or from one that a build killed in the middle of its moves has left (`killed`); FOLDER/start holds it.
"""

import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NoReturn

from profilegen.output import write_site
from profilegen.output.journal import JOURNAL
from profilegen.output.paths import STAGING
from profilegen.problems import Failure

OLD = (
    ("index.html", b"old home"),
    ("about/index.html", b"old about"),
    ("papers/a/index.html", b"a"),
    ("papers/b/index.html", b"b"),
    ("papers/b/more/data.csv", b"1,2"),
    ("flat", b"a file, later a folder"),
    ("deep/er/index.html", b"a folder, later a file"),
)
NEW = (
    ("index.html", b"new home"),
    ("about/index.html", b"new about"),
    ("papers/a/index.html", b"a"),
    ("papers/c/index.html", b"c"),
    ("flat/index.html", b"now a folder"),
    ("deep", b"now a file"),
)
FOREIGN = (("CNAME", b"example.org"), ("papers/b/own.txt", b"mine"))
CALLS = ("open", "write", "fsync", "mkdir", "chmod", "fchmod", "replace", "unlink", "rmdir")
TAKE_SPACE = frozenset({"open", "write", "fsync", "mkdir"})
MAY_TAKE_SPACE = TAKE_SPACE | {"replace"}
OUTCOMES = ("done", "failure", "interrupted", "untouched", "crashed")
MOVES_BEFORE_KILL = 7


def write_old(output: Path) -> None:
    write_site(output, OLD)
    for path, content in FOREIGN:
        (output / path).write_bytes(content)


class Sabotage:
    """The calls that change the disk, counted; the n-th goes wrong."""

    def __init__(self, fault: str, nth: int) -> None:
        self.fault = fault
        self.nth = nth
        self.calls = 0

    def begin(self) -> None:
        for name in CALLS:
            setattr(os, name, self.counted(name, getattr(os, name)))
        setattr(io, "open", self.counted("open", io.open))  # noqa: B010 - mypy refuses the plain assignment

    def counted(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*given: object, **options: object) -> object:
            if self.fault != "full" or name in MAY_TAKE_SPACE:
                self.calls += 1
                if self.calls == self.nth or (self.fault == "full" and self.calls > self.nth and name in TAKE_SPACE):
                    self.fail()
            return call(*given, **options)

        return wrapped

    def fail(self) -> NoReturn:
        if self.fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fault == "interrupt":
            raise KeyboardInterrupt
        number = errno.ENOSPC if self.fault == "full" else errno.EIO
        raise OSError(number, os.strerror(number))


def attempt(output: Path, fault: str, nth: int) -> str:
    """How writing the new site ends in a process whose n-th call goes wrong."""
    process = os.fork()
    if process == 0:
        ended = "crashed"
        try:
            ended = write_sabotaged(output, Sabotage(fault, nth))
        finally:
            os._exit(OUTCOMES.index(ended))
    status = os.waitpid(process, 0)[1]
    return "killed" if os.WIFSIGNALED(status) else OUTCOMES[os.WEXITSTATUS(status)]


def write_sabotaged(output: Path, sabotage: Sabotage) -> str:
    sabotage.begin()
    try:
        write_site(output, NEW)
    except Failure:
        return "failure"
    except KeyboardInterrupt:
        return "interrupted"
    return "done" if sabotage.calls >= sabotage.nth else "untouched"


def prepare(start: str, output: Path) -> None:
    output.parent.mkdir()
    if start == "none":
        return
    write_old(output)
    nth = count(1)
    while start == "killed" and not (output / STAGING / JOURNAL).exists():
        attempt(output, "kill", next(nth))
    if start == "killed":
        shutil.rmtree(output)
        write_old(output)
        attempt(output, "kill", next(nth) + MOVES_BEFORE_KILL)


def main(fault: str, start: str, base: Path) -> None:
    prepare(start, base / "start" / "output")
    for nth in count(1):
        shutil.copytree(base / "start", base / str(nth))
        ended = attempt(base / str(nth) / "output", fault, nth)
        (base / str(nth) / "outcome").write_text(ended)
        if ended in {"untouched", "crashed"}:
            return


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
