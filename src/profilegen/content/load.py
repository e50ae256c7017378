"""A site's content folder to records: every file read, every problem collected."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Generic, TypeVar

from profilegen.content import nodes
from profilegen.content.discover import Found, discover
from profilegen.content.look import read_look
from profilegen.content.plain_paper import plain_paper
from profilegen.content.read import parse_source, read_node
from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.check import check
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import Part
from profilegen.content.schema.site import OwnPageFile, SiteFile
from profilegen.content.source import Source, read_source
from profilegen.content.style_file import with_style
from profilegen.content.to_author import author_problems, to_author
from profilegen.content.to_paper import body_problems, paper_problems, rating_problems, to_paper
from profilegen.content.to_settings import page_problems, settings_problems, to_page, to_settings
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage, Records
from profilegen.model.settings import Settings
from profilegen.model.text import Text
from profilegen.model.theme import Look, ThemeFolders
from profilegen.problems import Problem, Severity
from profilegen.values import Struct

SETTINGS: Final = "profilegen.yaml"
"""The settings' file at the site's root; it may be missing."""

PROSE: Final = frozenset(
    "title name venue series event publisher institution place note abstract position description license".split()
)
"""Keys whose values are words, so that a ` #` in one cuts it short by accident."""

File = TypeVar("File", bound=Part)
Record = TypeVar("Record")


def _never(*_: object) -> None:
    return None


class Kind(Struct, Generic[File, Record], frozen=True):
    """One kind of content: its folder, its keys, what only the whole file shows, and how it becomes a record.

    `at_once` gives the record of a file with which nothing can be wrong, None where that has to be looked into.
    """

    folder: str
    schema: type[File]
    check: Callable[[nodes.Mapping, Text, File], Iterable[Problem]]
    record: Callable[[Found, nodes.Mapping, Text, File], Record]
    at_once: Callable[[Found, nodes.Mapping, Text], Record | None] = _never


PAPERS: Final[Kind[PaperFile, Paper]] = Kind("content/papers", PaperFile, paper_problems, to_paper, plain_paper)
AUTHORS: Final[Kind[AuthorFile, Author]] = Kind("content/authors", AuthorFile, author_problems, to_author)
PAGES: Final[Kind[OwnPageFile, OwnPage]] = Kind("content/pages", OwnPageFile, page_problems, to_page)


class Loaded(Struct, frozen=True):
    """The records that could be read, how the site looks, and everything that is wrong with the files."""

    records: Records
    look: Look
    problems: tuple[Problem, ...]


class SettingsFile(Struct, frozen=True):
    """The settings of a site, its choice of a theme as it stands in the file, and what is wrong there.

    Where anything is, the settings are the defaults, and `theme` is None.
    """

    settings: Settings
    theme: nodes.Node | None
    problems: tuple[Problem, ...]


def load(root: Path, themes: ThemeFolders) -> Loaded:
    """Read the content of the site whose folder is `root`, and of its theme, which is one of `themes`."""
    file = read_settings(root)
    settings = file.settings
    look, of_look = read_look(root, themes, file.theme)
    papers, of_papers = load_kind(root, PAPERS)
    authors, of_authors = load_kind(root, AUTHORS)
    pages, of_pages = load_kind(root, PAGES)
    of_ratings = [problem for paper in papers for problem in rating_problems(paper, settings)]
    problems = (*file.problems, *of_look, *of_papers, *of_authors, *of_pages, *of_ratings)
    return Loaded(Records(papers, authors, pages, settings), look, problems)


def load_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of the site, all defaults where it has no file of them."""
    file = read_settings(root)
    return file.settings, file.problems


def load_look(root: Path, themes: ThemeFolders) -> tuple[Look, tuple[Problem, ...]]:
    """How the site looks, without reading its content; and what is wrong with the settings and the theme."""
    file = read_settings(root)
    look, problems = read_look(root, themes, file.theme)
    return look, (*file.problems, *problems)


def read_settings(root: Path) -> SettingsFile:
    """The file of the settings, all defaults where there is none."""
    path = root / SETTINGS
    if not path.exists():
        return SettingsFile(Settings(), None, ())
    parsed = read_node(path, SETTINGS, PROSE)
    if parsed.node is None or any(problem.severity is Severity.ERROR for problem in parsed.problems):
        return SettingsFile(Settings(), None, parsed.problems)
    file, problems = check(SiteFile, parsed.node)
    problems = (*parsed.problems, *problems)
    if file is None:
        return SettingsFile(Settings(), None, problems)
    settings, of_style = with_style(root, parsed.node, to_settings(file))
    problems = (*problems, *settings_problems(parsed.node, file), *of_style)
    return SettingsFile(settings, nodes.under(parsed.node, "theme"), problems)


def load_kind(root: Path, kind: Kind[File, Record]) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """All records of one kind, in the order of their files' paths."""
    discovered = discover(root, kind.folder)
    records: list[Record] = []
    problems = list(discovered.problems)
    for found in discovered.files:
        record, of_file = load_file(found, kind)
        records += record
        problems += of_file
    return tuple(records), tuple(problems)


def load_file(found: Found, kind: Kind[File, Record]) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """One file's record; none where anything in it is wrong: a file is never half used."""
    return load_source(read_source(found.on_disk, found.shown), found, kind)


def load_source(
    source: Source | Problem, found: Found, kind: Kind[File, Record]
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The record of a file that was read already."""
    parsed = parse_source(source, PROSE)
    if parsed.node is None:
        return (), parsed.problems
    if not parsed.problems and (record := kind.at_once(found, parsed.node, parsed.body)) is not None:
        return (record,), ()
    file, refused = check(kind.schema, parsed.node)
    problems = [*parsed.problems, *refused, *body_problems(parsed.body)]
    if file is not None:
        problems += kind.check(parsed.node, parsed.body, file)
    if file is None or any(problem.severity is Severity.ERROR for problem in problems):
        return (), tuple(problems)
    return (kind.record(found, parsed.node, parsed.body, file),), tuple(problems)
