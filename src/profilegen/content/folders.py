"""One folder of the content listed: what is in it that may be read, and what is refused."""

import errno
import os
import re
from pathlib import Path
from typing import Final

from profilegen.problems import Place, Problem, problem
from profilegen.values import Struct, field

_LEFTOVER: Final = re.compile(
    r"""\..*|.*~|\#.*\#|4913|.*\.(?:swp|swo|tmp|bak|orig)|thumbs\.db|desktop\.ini|__pycache__""",
    re.IGNORECASE | re.DOTALL,
)
"""Hidden files, and what editors, file managers and Python leave behind; 4913 is vim's test whether it may write."""

_CIRCLE: Final = "the link leads in a circle"


class Folder(Struct, frozen=True):
    """A folder of the site. `shown` is its path from the site's root, with `/`; `linked` that a link led into it.

    A link to a folder is followed once on a path, so that no walk goes in circles or grows without bound.
    """

    root: str
    on_disk: str
    shown: str
    linked: bool = False


class Listing(Struct, frozen=True):
    """The names of a folder's files and its folders, both sorted, and what is wrong with the rest."""

    files: list[str] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def top_folder(root: Path, shown: str) -> Folder:
    """The folder `shown` of the site at `root`."""
    return Folder(os.path.realpath(root), str(root / shown), shown)


def list_folder(folder: Folder) -> Listing:
    """What is in `folder`, but for hidden files and leftovers; links that leave the site and devices are refused."""
    listing = Listing()
    try:
        with os.scandir(folder.on_disk) as entries:
            present = sorted(entries, key=_name)
    except OSError as error:
        listing.problems.append(unreadable(folder.shown, error))
        return listing
    for entry in present:
        if not _LEFTOVER.fullmatch(entry.name):
            _sort_in(entry, folder, listing)
    return listing


def unreadable(shown: str, error: OSError) -> Problem:
    """The file or folder `shown` cannot be had, for the system's reason."""
    return problem("unreadable-file", Place(shown), f"it cannot be read: {error.strerror or error}")


def leaving(root: str, target: str) -> str:
    """Why a link to `target`, a resolved path, is not followed from the site at `root`; "" where it is."""
    if target != root and not target.startswith(root.rstrip(os.sep) + os.sep):
        return "the link leaves the site"
    hidden = any(part.startswith(".") for part in Path(target).relative_to(root).parts)
    return "the link leads to something hidden" if hidden else ""


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _sort_in(entry: os.DirEntry[str], folder: Folder, listing: Listing) -> None:
    shown = f"{folder.shown}/{entry.name}"
    try:
        refused = _refusal(entry, folder, shown)
        if refused:
            listing.problems.append(problem("refused-file", Place(_printable(shown)), *refused))
        elif entry.is_dir():
            below = Folder(folder.root, entry.path, shown, linked=folder.linked or entry.is_symlink())
            listing.folders.append(below)
        else:
            listing.files.append(entry.name)
    except OSError as error:
        listing.problems.append(unreadable(shown, error))


def _refusal(entry: os.DirEntry[str], folder: Folder, shown: str) -> tuple[str, str] | None:
    """What is wrong with an entry, and what to do; None where it is a file or a folder that may be read."""
    if _printable(shown) != shown:
        return "the name is not UTF-8", "rename it"
    if entry.is_symlink() and (reason := _bad_link(entry, folder)):
        return reason, "put what it leads to in its place"
    if not entry.is_file() and not entry.is_dir():
        return "a FIFO, socket or device is not read", "remove it"
    return None


def _bad_link(entry: os.DirEntry[str], folder: Folder) -> str:
    try:
        target = os.path.realpath(entry.path, strict=True)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return _CIRCLE
    reason = leaving(folder.root, target)
    if reason or not entry.is_dir():
        return reason
    if f"{os.path.realpath(folder.on_disk)}{os.sep}".startswith(target.rstrip(os.sep) + os.sep):
        return _CIRCLE
    return "a linked folder holds a link to a folder, which is not followed" if folder.linked else ""


def _printable(shown: str) -> str:
    return shown if shown.isascii() else shown.encode(errors="surrogateescape").decode(errors="backslashreplace")
