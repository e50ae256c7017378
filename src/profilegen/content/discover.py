"""The content files of a site: one per record, by their ids, with the files that stand beside them."""

import os
import unicodedata
from pathlib import Path
from typing import Final

from profilegen.content.folders import Folder, Listing, leaving, list_folder, top_folder
from profilegen.problems import Place, Problem, problem, quoted
from profilegen.values import Struct

ENDINGS: Final = (".md", ".yaml", ".yml")
"""The endings of content files."""

INDEX: Final = "index"
"""The name, without its ending, of the content file of a folder that is a record with files beside it."""

_INDEX_NAMES: Final = frozenset(INDEX + ending for ending in ENDINGS)
_LOST_HINT: Final = "a record is ID.md, ID.yaml or ID/index.md; its further files stand in its folder ID/"


class Found(Struct, frozen=True):
    """A record's file on disk, its path from the site's root as shown, its id, and the files beside it, sorted."""

    on_disk: str
    shown: str
    id: str
    beside: tuple[Path, ...] = ()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.on_disk)

    @property
    def beside_names(self) -> tuple[str, ...]:
        """The paths of the files beside it, from its folder, with `/`."""
        if not self.beside:
            return ()
        folder = self.path.parent
        return tuple(path.relative_to(folder).as_posix() for path in self.beside)


class Discovered(Struct, frozen=True):
    """The records' files, sorted by the path shown, and what is wrong with files among them."""

    files: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()


def discover(root: Path, folder: str) -> Discovered:
    """All record files below `folder` (`content/papers`) of the site at `root`; none where there is no such folder.

    Files of the same id are all returned; a problem names each of them but the first.
    """
    top = top_folder(root, folder)
    if not os.path.lexists(top.on_disk):
        return Discovered()
    if reason := leaving(top.root, os.path.realpath(top.on_disk)):
        return Discovered(
            problems=(problem("refused-file", Place(folder), reason, "put what it leads to in its place"),)
        )
    files, problems = _gather(top)
    files.sort(key=_shown)
    return Discovered(tuple(files), tuple(sorted((*problems, *_same_ids(files)))))


def _gather(top: Folder) -> tuple[list[Found], list[Problem]]:
    files: list[Found] = []
    problems: list[Problem] = []
    waiting = [top]
    while waiting:
        here = waiting.pop()
        listing = list_folder(here)
        problems += listing.problems
        indices = [] if here is top else [name for name in listing.files if name in _INDEX_NAMES]
        if indices:
            beside = _beside(here, listing, problems)
            files += [Found(f"{here.on_disk}/{name}", f"{here.shown}/{name}", _name(here), beside) for name in indices]
        else:
            files += _single_files(here, listing, problems)
            waiting += listing.folders
    return files, problems


def _single_files(here: Folder, listing: Listing, problems: list[Problem]) -> list[Found]:
    files = []
    for name in listing.files:
        stem, dot, ending = name.rpartition(".")
        shown = f"{here.shown}/{name}"
        if dot + ending in ENDINGS:
            files.append(Found(f"{here.on_disk}/{name}", shown, stem))
        else:
            problems.append(problem("lost-file", Place(shown), "the file belongs to no record", _LOST_HINT))
    return files


def _beside(here: Folder, listing: Listing, problems: list[Problem]) -> tuple[Path, ...]:
    """The files beside the index of a record's folder, and in the folders below."""
    beside = [_path(here, name) for name in listing.files if name not in _INDEX_NAMES]
    waiting = listing.folders.copy()
    while waiting:
        below = waiting.pop()
        listing = list_folder(below)
        problems += listing.problems
        beside += [_path(below, name) for name in listing.files]
        waiting += listing.folders
    return tuple(sorted(beside))


def _same_ids(files: list[Found]) -> list[Problem]:
    """A problem for each file whose id an earlier one has, as a disk that ignores case and composition sees it."""
    first: dict[str, Found] = {}
    problems = []
    for found in files:
        other = first.setdefault(unicodedata.normalize("NFC", found.id).casefold(), found)
        if other is not found:
            message = f"the id {quoted(found.id)} is also that of {quoted(other.shown)}"
            problems.append(problem("duplicate-id", Place(found.shown), message, "rename one of the two"))
    return problems


def _path(folder: Folder, name: str) -> Path:
    return Path(folder.on_disk, name)


def _name(folder: Folder) -> str:
    return folder.shown.rpartition("/")[2]


def _shown(found: Found) -> str:
    return found.shown
