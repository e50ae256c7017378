"""Which folders an output may never be, so that no build writes over somebody's work."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from profilegen.output.journal import JOURNAL
from profilegen.output.paths import MANIFEST, STAGING
from profilegen.problems import Failure, quoted_path

_HINT: Final = "choose a folder that is for the site alone, such as 'output' beside the content"
_GIT_PARTS: Final = ("HEAD", "objects", "refs")


def check_target(output: Path, site_root: Path, protected: Sequence[Path]) -> None:
    """Refuse an output that is not for the site alone.

    `protected` are the folders the site is made from: content, themes, cache. Links are followed, on the way too, and
    folders are compared by what they are, so that neither a link nor another case of letters gets around the check.

    Raises:
        Failure: the output is the root of the disk, the home folder or above it, the current folder, the site's
            folder or above it, inside or above a protected or a git folder, a link that leads nowhere, no folder,
            unreadable, or a folder with files in it but no manifest of ours.
    """
    real = Path(os.path.realpath(output))
    try:
        reason = _danger(real, site_root, protected) or _git(real) or _stranger(output)
    except OSError as error:
        reason = f"cannot be looked into: {error.strerror}"
    if reason:
        raise Failure(f"the output {quoted_path(str(output))} {reason}", _HINT)


def _danger(real: Path, site_root: Path, protected: Sequence[Path]) -> str:
    if real == real.parent:
        return "is the root of the disk"
    if any(_is_within(home, real) for home in _home()):
        return "is the home folder, or above it"
    if any(_is_same(current, real) for current in _current()):
        return "is the current folder"
    if _is_within(site_root, real):
        return "is the site's own folder, or above it"
    for folder in protected:
        if _is_within(real, folder) or _is_within(folder, real):
            return f"is, holds or lies in {quoted_path(str(folder))}, which the site is made from"
    return ""


def _git(real: Path) -> str:
    if os.path.lexists(real / ".git"):
        return "is a git repository"
    if any(folder.name.casefold() == ".git" or _is_git_folder(folder) for folder in _upwards(real)):
        return "lies in a git folder"
    return ""


def _is_git_folder(folder: Path) -> bool:
    """Whether git keeps a repository here, under whatever name: bare, a worktree's, or a link's end."""
    return all((folder / part).exists() for part in _GIT_PARTS)


def _stranger(output: Path) -> str:
    if not os.path.lexists(output):
        return ""
    if not output.exists():
        return "is a link that leads nowhere"
    if not output.is_dir():
        return "is not a folder"
    if (output / MANIFEST).is_file() or (output / STAGING / JOURNAL).is_file():
        return ""
    names = sorted({entry.name for entry in output.iterdir()} - {STAGING})
    return f"is not empty (it holds {quoted_path(names[0])}) and has no manifest of a former build" if names else ""


def _home() -> Iterator[Path]:
    try:
        yield Path.home()
    except RuntimeError:
        return


def _current() -> Iterator[Path]:
    try:
        yield Path.cwd()
    except FileNotFoundError:
        return


def _upwards(path: Path) -> tuple[Path, ...]:
    real = Path(os.path.realpath(path))
    return (real, *real.parents)


def _is_within(inner: Path, outer: Path) -> bool:
    return any(_is_same(folder, outer) for folder in _upwards(inner))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one is not there yet: then by name, as a disk that ignores case would
        return _folded(one) == _folded(other)


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()
