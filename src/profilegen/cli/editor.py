"""The user's editor, opened at a line."""

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from profilegen.problems import Failure, quoted

_AT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(
            "vi vim nvim gvim nano pico emacs emacsclient micro kak joe ne gedit".split(), ("+{line}", "{file}")
        ),
        **dict.fromkeys("code codium cursor".split(), ("--wait", "--goto", "{file}:{line}")),
        **dict.fromkeys("subl zed hx helix".split(), ("{file}:{line}",)),
    }
)
"""How editors are told the line; any other is given the file alone."""


def open_editor(path: Path, line: int) -> None:
    """Open the file in $VISUAL or $EDITOR and wait until it is closed; Failure where there is none, or it fails."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    try:
        command = editor_command(editor, path, line)
    except ValueError as error:
        raise Failure(f"{quoted(editor)} is no command: {error}", "set EDITOR") from error
    try:
        done = subprocess.run(command, check=False)  # noqa: S603 - what the user named as the editor
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(f"the editor {quoted(command[0])} cannot be started: {reason}", "set EDITOR") from error
    if done.returncode:
        raise Failure(f"the editor {quoted(command[0])} ended with {done.returncode}", f"the file is {path}")


def editor_command(editor: str, path: Path, line: int) -> Sequence[str]:
    """The words that open the file at the line: those of `editor`, then what this editor wants.

    Raises:
        ValueError: a quote in `editor` is not closed.
    """
    words = shlex.split(editor, posix=os.name != "nt")
    known = _AT.get(Path(words[0]).stem.lower(), ("{file}",)) if words else ("{file}",)
    given = ["--wait"] if "--wait" in words else []
    return [*words, *(one.format(file=path, line=line) for one in known if one not in given)]


def _usual() -> str:
    return "notepad" if os.name == "nt" else "vi"
