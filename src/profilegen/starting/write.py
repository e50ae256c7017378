"""New files on disk: never in the place of one that is there."""

import os
from collections.abc import Mapping
from pathlib import Path

from profilegen.problems import Failure, quoted_path
from profilegen.values import Struct


class Begun(Struct, frozen=True):
    """The files that were written, and those that were there and are as they were; paths below the site's folder."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


def write_new(root: Path, files: Mapping[str, str]) -> Begun:
    """Write each text to its path below `root` unless something is there; Failure where a file cannot be written."""
    made = tuple(path for path, text in files.items() if _wrote(root / path, text))
    return Begun(made, tuple(path for path in files if path not in made))


def _wrote(path: Path, text: str) -> bool:
    """Whether the file was not there yet, and is now. A link that leads nowhere is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            return False
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise Failure(
            f"{quoted_path(str(path))} cannot be made: a file is in the way", "choose another folder"
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(f"{quoted_path(str(path))} cannot be written: {reason}", "make the folder writable") from error
    return True
