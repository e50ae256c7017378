"""The content files of a site: which there are, and which are as they were when they were last read."""

import os
import shlex
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

from profilegen.build.ledger import Held, Ledger
from profilegen.content.discover import Found, discover
from profilegen.output.columns import MARK, differing, marked, unmarked
from profilegen.output.marks import NO_MARK, Mark, mark_of, now, settled, unchanged
from profilegen.problems import Failure, Problem, escaped, quoted_path
from profilegen.values import Struct

FOLDERS: Final = {"papers": "content/papers", "authors": "content/authors", "pages": "content/pages"}
"""The folders of the kinds of content."""


def check_site(root: Path) -> None:
    """Failure where the folder `root` holds no site."""
    if not (root / "content").is_dir():
        command = "profilegen init" if root == Path() else f"profilegen init {shlex.quote(str(root))}"
        done = "adds it" if (root / "profilegen.yaml").is_file() else "begins a site"
        hint = f"`{escaped(command)}` {done}; else name the folder of yours"
        raise Failure(f"there is no folder 'content' in {quoted_path(str(root))}", hint)


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
    """All content files with their kinds and their marks, as kept; and what is wrong with the folders they are in."""

    kinds: tuple[str, ...]
    found: tuple[Found, ...]
    marks: bytes
    problems: tuple[Problem, ...]

    def source(self, number: int) -> Source:
        """The file of that number."""
        return Source(self.kinds[number], self.found[number], MARK.unpack_from(self.marks, number * MARK.size))

    def same_files(self, ledger: Ledger) -> bool:
        """Whether the ledger is of the same files, in the same order."""
        return len(ledger) == len(self.found) and ledger.paths == [found.shown for found in self.found]


def scan(root: Path) -> Scan:
    """Look at every content file of the site, without reading any."""
    looked = now()
    kinds: list[str] = []
    files: list[Found] = []
    problems: list[Problem] = []
    for name, folder in FOLDERS.items():
        discovered = discover(root, folder)
        problems += discovered.problems
        files += discovered.files
        kinds += [name] * len(discovered.files)
    return Scan(tuple(kinds), tuple(files), b"".join(_marks(files, looked)), tuple(problems))


def is_known(source: Source, held: Held | None) -> bool:
    """Whether the file was read before and is as it was."""
    return (
        held is not None
        and unchanged(source.mark, held.mark)
        and (held.beside == source.found.beside_names if held.beside or source.found.beside else True)
    )


def suspects(scan: Scan, ledger: Ledger) -> list[int]:
    """The numbers of the files that are not surely as they were in the ledger, which has the same ones; sorted."""
    by_marks = chain(differing(ledger.columns.marks, scan.marks, MARK.size), unmarked(scan.marks))
    beside = (number for number, found in enumerate(scan.found) if found.beside)
    odd = (number for number in chain(beside, ledger.odd) if not is_known(scan.source(number), ledger[number]))
    return sorted({*by_marks, *odd})


def unread(scan: Scan, held: Mapping[str, Held]) -> list[int]:
    """The numbers of the files that have to be read, where others are remembered, by their paths."""
    sources = map(scan.source, range(len(scan.found)))
    return [number for number, source in enumerate(sources) if not is_known(source, held.get(source.path))]


def _marks(files: Iterable[Found], looked: int) -> Iterable[bytes]:
    for found in files:
        try:
            status = os.stat(found.on_disk)  # noqa: PTH116 - a Path for each of 10,000 files costs more than the look
        except OSError:
            yield marked(NO_MARK)
        else:
            yield marked(settled(mark_of(status), looked))
