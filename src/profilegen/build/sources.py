"""The content files of a site: which there are, and which are as they were when they were last read."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from profilegen.content.discover import Found, discover
from profilegen.output.marks import NO_MARK, Mark, mark_of, now, settled, unchanged
from profilegen.problems import Failure, Problem
from profilegen.values import Struct

FOLDERS: Final = {"papers": "content/papers", "authors": "content/authors", "pages": "content/pages"}
"""The folders of the kinds of content."""


def check_site(root: Path) -> None:
    """Failure where the folder `root` holds no site."""
    if not (root / "content").is_dir():
        raise Failure(
            f"there is no folder 'content' in {root}", "call profilegen where the site is, or name its folder"
        )


class Held(Struct, frozen=True):
    """What is remembered of a content file: how it was, and what is wrong with it; `good` if it gave a record.

    `hash` is that of its bytes, `beside` names the files beside it, `accept` are the codes that its record silences.
    """

    kind: str
    path: str
    mark: Mark
    hash: bytes
    beside: tuple[str, ...]
    good: bool
    accept: tuple[str, ...]
    problems: tuple[Problem, ...]


class Source(Struct, frozen=True):
    """A content file as it stands now."""

    kind: str
    found: Found
    mark: Mark

    @property
    def path(self) -> str:
        """Its path from the site's root."""
        return self.found.shown


class Scan(Struct, frozen=True):
    """All content files, and what is wrong with the folders that hold them."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def scan(root: Path) -> Scan:
    """Look at every content file of the site, without reading any."""
    looked = now()
    sources: list[Source] = []
    problems: list[Problem] = []
    for name, folder in FOLDERS.items():
        discovered = discover(root, folder)
        problems += discovered.problems
        sources += (Source(name, found, settled(_mark(found), looked)) for found in discovered.files)
    return Scan(tuple(sources), tuple(problems))


def is_known(source: Source, held: Held | None) -> bool:
    """Whether the file was read before and is as it was."""
    return (
        held is not None
        and unchanged(source.mark, held.mark)
        and (held.beside == source.found.beside_names if held.beside or source.found.beside else True)
    )


def changed(scan: Scan, held: Mapping[str, Held]) -> Iterator[Source]:
    """The files that have to be read."""
    return (source for source in scan.sources if not is_known(source, held.get(source.path)))


def _mark(found: Found) -> Mark:
    try:
        return mark_of(os.stat(found.on_disk))  # noqa: PTH116 - a Path for each of 10,000 files costs more than the look
    except OSError:
        return NO_MARK
