"""Changes of content files on disk: new files never replace others, changed ones are swapped whole."""

import difflib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from profilegen.importing.plan import Change
from profilegen.problems import Failure, quoted_path


def write(root: Path, changes: Iterable[Change]) -> None:
    """Make the changes below `root`; Failure at the first that cannot be made, the ones before it stay made."""
    for change in changes:
        try:
            _write(root / change.path, change)
        except OSError as error:
            reason = error.strerror or str(error)
            hint = "the files before it are written: run the command again once this one can be"
            raise Failure(f"{quoted_path(change.path)} cannot be written: {reason}", hint) from error


def difference(changes: Iterable[Change]) -> Iterator[str]:
    """The changes as a unified diff, line by line."""
    for change in changes:
        before = (change.before or b"").decode("utf-8-sig").splitlines(keepends=True)
        after = (change.after or b"").decode("utf-8-sig").splitlines(keepends=True)
        origin = f"a/{change.path}" if change.before is not None else os.devnull
        target = f"b/{change.path}" if change.after is not None else os.devnull
        for line in difflib.unified_diff(before, after, origin, target):
            yield line.rstrip("\r\n")


def _write(path: Path, change: Change) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if change.before is None:
        with path.open("xb") as file:
            file.write(change.after or b"")
        return
    if path.read_bytes() != change.before:
        hint = "run the command again"
        raise Failure(f"{quoted_path(change.path)} was changed while it was read", hint)
    if change.after is None:
        path.unlink()
        return
    # Beside it, so that a link to a file keeps leading to one, and a crash leaves either text whole.
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(change.after)
        Path(name).chmod(target.stat().st_mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
