"""git, called by argument list; what it says is shown without credentials."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from profilegen.problems import OutsideFailure, escaped
from profilegen.values import Struct

_CREDENTIALS: Final = re.compile(r"(?<=://)[^\s/]+@")
_NOT_FOUND: Final = "install it (https://git-scm.com/downloads), or publish the folder output in another way"
_LINES: Final = 12
"""So many of the last lines that git says are shown."""


class Answer(Struct, frozen=True):
    """What git printed, what it said beside, without credentials, and its exit code."""

    printed: bytes
    said: str
    code: int

    @property
    def text(self) -> str:
        """What was printed, without the line end."""
        return self.printed.decode(errors="surrogateescape").rstrip("\n")

    @property
    def reason(self) -> str:
        """The last that git said, as it may stand in a message."""
        lines = [escaped(line).strip() for line in self.said.splitlines() if line.strip()]
        return "; ".join(lines[-_LINES:]) or f"git ended with {self.code}"


class Git(Struct, frozen=True):
    """The repository that holds the folder `root`."""

    root: Path

    def ask(self, *words: str, feed: Iterable[bytes] = ()) -> Answer:
        """Run git, with `feed` on its standard input, and give its answer, good or bad."""
        command = ["git", "-C", str(self.root), *words]
        try:
            running = subprocess.Popen(  # noqa: S603 - git by argument list, no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
            )
        except FileNotFoundError as error:
            raise OutsideFailure("git is not installed", _NOT_FOUND) from error
        with running:
            try:
                _fed(running, feed)
                printed, said = running.communicate()
            except BaseException:
                running.kill()
                raise
        return Answer(printed, without_credentials(said.decode(errors="replace")), running.returncode)

    def run(self, *words: str, feed: Iterable[bytes] = (), hint: str = "") -> Answer:
        """The answer of git; OutsideFailure with what it says, and the hint, where it is a bad one."""
        answer = self.ask(*words, feed=feed)
        if answer.code:
            raise OutsideFailure(f"git {words[0]} failed: {answer.reason}", hint)
        return answer


def without_credentials(text: str) -> str:
    """The text with what stands for a user and a password in its addresses left out."""
    return _CREDENTIALS.sub("", text)


def _fed(running: "subprocess.Popen[bytes]", feed: Iterable[bytes]) -> None:
    if running.stdin is None:
        return
    try:
        for piece in feed:
            running.stdin.write(piece)
        running.stdin.flush()
    except BrokenPipeError:  # git has given up, and says why
        pass


def _environment() -> dict[str, str]:
    """That of the user, in English, since answers are read; nobody is asked for a password where nobody is."""
    asking = {} if sys.stdin is not None and sys.stdin.isatty() else {"GIT_TERMINAL_PROMPT": "0"}
    return {**os.environ, "LC_ALL": "C", **asking}
