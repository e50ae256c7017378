"""A site off the disk again: what is ours goes, what is somebody else's stays."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from profilegen.output.manifest import read_manifest
from profilegen.output.paths import MANIFEST, ancestors
from profilegen.output.search import refresh_index
from profilegen.problems import Failure, quoted_path


def remove_site(output: Path) -> int:
    """Remove every file of ours from the output, and the folders that are empty then; how many files there were.

    Raises:
        Failure: a file cannot be removed; the next call goes on from there.
    """
    root = Path(os.path.realpath(output))
    files = read_manifest(root)
    try:
        for path in files:
            (root / path).unlink(missing_ok=True)
        refresh_index(root, wanted=False)
        (root / MANIFEST).unlink(missing_ok=True)
    except OSError as error:
        named = quoted_path(str(error.filename or root))
        raise Failure(f"cannot remove {named}: {error.strerror}", "make its folder writable for you") from error
    for folder in sorted({above for path in files for above in ancestors(path)}, reverse=True):
        with suppress(OSError):  # it holds somebody else's files
            (root / folder).rmdir()
    with suppress(OSError):
        root.rmdir()
    return len(files)


def remove_state(state: Path) -> None:
    """Remove the folder of what builds keep; nothing in it is anybody's own."""
    shutil.rmtree(state, ignore_errors=True)
