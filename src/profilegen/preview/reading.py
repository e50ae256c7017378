"""The content of a site in memory: read once, then only what changed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Generic, TypeVar

from profilegen.content.discover import Found, discover
from profilegen.content.load import (
    AUTHORS,
    PAGES,
    PAPERS,
    SETTINGS,
    Kind,
    Loaded,
    SettingsFile,
    load_file,
    read_settings,
)
from profilegen.content.look import read_look
from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import Part
from profilegen.content.schema.site import OwnPageFile
from profilegen.content.style_file import ENDING
from profilegen.content.theme_file import THEME_FILE
from profilegen.content.to_paper import rating_problems
from profilegen.content.words_file import WORDS_FILE
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage, Records
from profilegen.model.theme import Look
from profilegen.problems import Problem
from profilegen.theme.find import find_themes
from profilegen.values import Struct, replace

File = TypeVar("File", bound=Part)
Record = TypeVar("Record")

_LOOK_FILES: Final = (SETTINGS, WORDS_FILE, THEME_FILE, ENDING)


class Read(Struct, Generic[Record], frozen=True):
    """One file as it was read: its record, none where anything is wrong, and what is wrong."""

    found: Found
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


class Shelf(Struct, Generic[File, Record], frozen=True):
    """All files of one kind by their paths from the site's root, in order; and what is wrong among them."""

    kind: Kind[File, Record]
    files: Mapping[str, Read[Record]]
    problems: tuple[Problem, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record."""
        return tuple(record for read in self.files.values() for record in read.records)

    @property
    def found(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the files."""
        return (*self.problems, *(problem for read in self.files.values() for problem in read.problems))


class Reading(Struct, frozen=True):
    """Everything that a site's files say: `look_problems` are those of its theme and its words."""

    settings: SettingsFile
    look: Look
    look_problems: tuple[Problem, ...]
    papers: Shelf[PaperFile, Paper]
    authors: Shelf[AuthorFile, Author]
    pages: Shelf[OwnPageFile, OwnPage]

    def loaded(self) -> Loaded:
        """The same as reading all of the files would give."""
        settings = self.settings.settings
        records = Records(self.papers.records, self.authors.records, self.pages.records, settings)
        of_files = (*self.papers.found, *self.authors.found, *self.pages.found)
        of_ratings = [problem for paper in records.papers for problem in rating_problems(paper, settings)]
        return Loaded(records, self.look, (*self.settings.problems, *self.look_problems, *of_files, *of_ratings))


def read_site(root: Path) -> Reading:
    """Read all of the site in the folder `root`, a path without links."""
    settings = read_settings(root)
    look, problems = read_look(root, find_themes(root), settings.theme)
    return Reading(settings, look, problems, _shelf(root, PAPERS), _shelf(root, AUTHORS), _shelf(root, PAGES))


def read_again(reading: Reading, root: Path, changed: frozenset[str]) -> Reading:
    """The site after the files `changed`, paths from the root, were changed, made or removed; no other is read.

    What says the same as before is the same object.
    """
    papers = _restocked(reading.papers, root, changed)
    authors = _restocked(reading.authors, root, changed)
    pages = _restocked(reading.pages, root, changed)
    reading = replace(reading, papers=papers, authors=authors, pages=pages)
    return _look_again(reading, root) if any(path.endswith(_LOOK_FILES) for path in changed) else reading


def _look_again(reading: Reading, root: Path) -> Reading:
    settings = read_settings(root)
    look, problems = read_look(root, find_themes(root), settings.theme)
    if repr((settings, problems)) == repr((reading.settings, reading.look_problems)):
        settings = reading.settings
    return replace(reading, settings=settings, look=look, look_problems=problems)


def _shelf(root: Path, kind: Kind[File, Record]) -> Shelf[File, Record]:
    discovered = discover(root, kind.folder)
    return Shelf(kind, {found.shown: _read(found, kind) for found in discovered.files}, discovered.problems)


def _restocked(shelf: Shelf[File, Record], root: Path, changed: frozenset[str]) -> Shelf[File, Record]:
    within = {path for path in changed if path == shelf.kind.folder or path.startswith(f"{shelf.kind.folder}/")}
    if not within:
        return shelf
    if all(path in shelf.files and _stands(shelf.files[path].found) for path in within):
        return replace(shelf, files={**shelf.files, **{path: _reread(shelf, shelf.files[path]) for path in within}})
    discovered = discover(root, shelf.kind.folder)
    files = {found.shown: _kept(shelf, found, within) for found in discovered.files}
    return replace(shelf, files=files, problems=discovered.problems)


def _stands(found: Found) -> bool:
    """Whether the file is still there, and no link leads to it: then its folder need not be listed again."""
    return found.path.is_file() and os.path.realpath(found.path) == str(found.path)


def _kept(shelf: Shelf[File, Record], found: Found, changed: set[str]) -> Read[Record]:
    known = shelf.files.get(found.shown)
    if known is None or known.found != found:
        return _read(found, shelf.kind)
    return _reread(shelf, known) if found.shown in changed else known


def _reread(shelf: Shelf[File, Record], known: Read[Record]) -> Read[Record]:
    read = _read(known.found, shelf.kind)
    # Unlike equality, this sees the places as well.
    return known if repr(read) == repr(known) else read


def _read(found: Found, kind: Kind[File, Record]) -> Read[Record]:
    return Read(found, *load_file(found, kind))
