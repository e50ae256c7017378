"""What the files of a site look like from outside: enough to tell that one changed."""

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from profilegen.content.folders import Folder, list_folder, top_folder
from profilegen.content.load import SETTINGS
from profilegen.content.style_file import ENDING
from profilegen.content.words_file import WORDS_FILE
from profilegen.problems import Problem
from profilegen.theme.find import STATIC, TEMPLATES, THEMES

FILES: Final = (SETTINGS, WORDS_FILE)
FOLDERS: Final = ("content", THEMES, TEMPLATES, STATIC)
"""What is watched at the site's root, beside styles of citations; the output and what a build keeps are not."""

FRESH_SECONDS: Final = 0.02
"""A file that changed less than this ago could change again without its times showing it."""

Signature: TypeAlias = tuple[int, int, int, int] | Problem | None
"""A file's size, times and number; why it is refused; None where these cannot be trusted to tell of the next change."""

Scan: TypeAlias = Mapping[str, Signature]
"""The signatures by path from the site's root."""


def scan(root: Path) -> dict[str, Signature]:
    """Every file of the site as it is now."""
    signatures: dict[str, Signature] = {}
    for name in (*FILES, *(style.name for style in root.glob(f"*{ENDING}"))):
        _sign(signatures, root / name, name)
    waiting = [top_folder(root, name) for name in FOLDERS if (root / name).is_dir()]
    while waiting:
        waiting += _sign_folder(signatures, waiting.pop())
    return signatures


def glance(root: Path, before: Scan, paths: Iterable[str]) -> Scan | None:
    """The files among `paths` as they are now, of which there was one each before; None where that is not enough."""
    seen: dict[str, Signature] = {}
    for path in paths:
        if path in before and _is_plain(root / path):
            _sign(seen, root / path, path)
        elif not _is_leftover(path) and (path in before or os.path.lexists(root / path) or _is_folder(path, before)):
            return None
    return seen


def differences(before: Scan, after: Scan) -> frozenset[str]:
    """The files that were changed, made or removed between two scans of the whole site."""
    return changed(before, after) | (before.keys() - after.keys())


def changed(before: Scan, seen: Scan) -> frozenset[str]:
    """The files that were seen to be other than before."""
    return frozenset(path for path, signature in seen.items() if signature is None or before.get(path) != signature)


def is_watched(path: str) -> bool:
    """Whether the site is made from what is at `path`."""
    top, below, _ = path.partition("/")
    return top in FOLDERS or (not below and (top in FILES or top.endswith(ENDING)))


def _sign_folder(signatures: dict[str, Signature], folder: Folder) -> Iterator[Folder]:
    listing = list_folder(folder)
    for name in listing.files:
        _sign(signatures, Path(folder.on_disk, name), f"{folder.shown}/{name}")
    signatures.update({problem.place.path: problem for problem in listing.problems})
    yield from listing.folders


def _sign(signatures: dict[str, Signature], file: Path, path: str) -> None:
    try:
        found = file.stat()
    except OSError:
        signatures.pop(path, None)
        return
    fresh = abs(time.time() - max(found.st_ctime, found.st_mtime)) < FRESH_SECONDS
    signatures[path] = None if fresh else (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _is_plain(file: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def _is_folder(path: str, before: Scan) -> bool:
    return any(known.startswith(f"{path}/") for known in before)


def _is_leftover(path: str) -> bool:
    """Names that content never has, and editors touch with every save."""
    return path.endswith("~") or any(part.startswith(".") for part in path.split("/"))
