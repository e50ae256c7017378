"""The index of the search: made from the finished pages by Pagefind, and put beside them in one move."""

import importlib.util
import shutil
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final

from profilegen.output.manifest import Entry, read_manifest
from profilegen.output.paths import INDEX

FOLDER, _, MARK = INDEX.partition("/")

PACKAGE: Final = "pagefind"

SECONDS: Final = 1800
"""No site takes longer."""

_NEW: Final = ".profilegen-search"
_OLD: Final = ".profilegen-search-old"


def installed() -> bool:
    """Whether what makes the index is there."""
    return importlib.util.find_spec(PACKAGE) is not None


def refresh_index(output: Path, *, wanted: bool) -> str:
    """Make the index anew where a page changed since it was made; remove it where none is wanted.

    What went wrong, "" where nothing did: the pages stand, with the index that was there before or none.
    """
    try:
        return _refreshed(output) if wanted else _removed(output)
    except OSError as error:
        return f"the search index is not made: {error.strerror or error}"


def _refreshed(output: Path) -> str:
    signature = _signature(read_manifest(output))
    folder = output / FOLDER
    if folder.exists() and not _mark(folder):
        return f"the search index is not made: there is a folder {FOLDER} of somebody else's in the output"
    if _mark(folder) == signature:
        return ""
    _clear(output)
    if wrong := _made(output, output / _NEW):
        shutil.rmtree(output / _NEW, ignore_errors=True)
        return f"the search index is not made: {wrong}"
    (output / _NEW / MARK).write_text(signature, encoding="utf-8")
    if folder.exists():
        folder.rename(output / _OLD)
    (output / _NEW).rename(folder)
    shutil.rmtree(output / _OLD, ignore_errors=True)
    return ""


def _removed(output: Path) -> str:
    _clear(output)
    if _mark(output / FOLDER):
        shutil.rmtree(output / FOLDER)
    return ""


def _clear(output: Path) -> None:
    """Remove what a killed build left of an index that was half made."""
    for left in (_NEW, _OLD):
        shutil.rmtree(output / left, ignore_errors=True)


def _made(output: Path, target: Path) -> str:
    """Run Pagefind over the pages; its last words where it fails."""
    import subprocess  # noqa: PLC0415 - a build that makes no index does without

    command = [sys.executable, "-m", PACKAGE, "--site", str(output), "--output-path", str(target)]
    try:
        done = subprocess.run(  # noqa: S603 - our own Python, and paths as single arguments
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return f"it takes more than {SECONDS} s"
    if done.returncode == 0 and target.is_dir():
        return ""
    said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    return said[-1] if said else f"Pagefind ended with {done.returncode}"


def _mark(folder: Path) -> str:
    """From which pages our index was made; "" where there is none of ours."""
    file = folder / MARK
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _signature(files: Mapping[str, Entry]) -> str:
    """The same for the same pages and the same Pagefind."""
    from importlib.metadata import version  # noqa: PLC0415 - a build that makes no index does without

    digest = blake2b(version(PACKAGE).encode(), digest_size=16)
    for path in sorted(files):
        if path.endswith(".html"):
            digest.update(f"\n{path} {files[path].hash}".encode())
    return f"made by profilegen from the pages {digest.hexdigest()}\n"
