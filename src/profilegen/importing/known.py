"""The papers that a site has: each file with its keys as read, and its bytes as they are to be kept."""

from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar

from profilegen.content import nodes
from profilegen.content.discover import Found, discover
from profilegen.content.edit import Document
from profilegen.content.load import AUTHORS, PAPERS, PROSE, Kind
from profilegen.content.nodes import Plain
from profilegen.content.read import parse_source
from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.check import check
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import Part
from profilegen.content.source import SIZE_LIMIT, decoded
from profilegen.problems import Failure, Place, Problem, Severity, problem
from profilegen.values import Struct, replace

File = TypeVar("File", bound=Part)
Record = TypeVar("Record")


class Known(Struct, Generic[File], frozen=True):
    """One record's file: its id, its bytes, what they say, and the keys that are written in it."""

    id: str
    document: Document
    file: File
    written: dict[str, Plain]
    body: str
    beside: tuple[Path, ...] = ()

    @property
    def path(self) -> str:
        """The file's path from the site's root."""
        return self.document.path


def known_papers(root: Path) -> tuple[Known[PaperFile], ...]:
    """The papers of the site at `root`; Failure where one cannot be read, since it might be any of the new ones."""
    return _known(root, PAPERS)


def known_authors(root: Path) -> tuple[Known[AuthorFile], ...]:
    """The authors of the site at `root`; Failure where one cannot be read."""
    return _known(root, AUTHORS)


def understood(identity: str, document: Document, schema: type[File]) -> Known[File] | tuple[Problem, ...]:
    """What a file says, or the errors in it."""
    source = decoded(document.raw, document.path)
    if isinstance(source, Problem):
        return (source,)
    read = parse_source(source, PROSE)
    if read.node is None:
        return read.problems
    file, refused = check(schema, read.node)
    errors = tuple(found for found in (*read.problems, *refused) if found.severity is Severity.ERROR)
    if file is None or errors:
        return errors
    held = nodes.plain(read.node)
    written: dict[str, Plain] = (
        {key: value for key, value in held.items() if value is not None} if isinstance(held, dict) else {}
    )
    return Known(identity, document, file, written, read.body.source)


def _known(root: Path, kind: Kind[File, Record]) -> tuple[Known[File], ...]:
    found = discover(root, kind.folder)
    read = [_read(one, kind.schema) for one in found.files]
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    errors += [problem for one in read if not isinstance(one, Known) for problem in one]
    if errors:
        raise Failure(_first(errors), "mend what `profilegen check` reports first, so that no paper comes in twice")
    return tuple(one for one in read if isinstance(one, Known))


def _read(found: Found, schema: type[File]) -> Known[File] | tuple[Problem, ...]:
    try:
        raw = found.path.read_bytes()
    except OSError as error:
        return (problem("unreadable-file", Place(found.shown), f"the file cannot be read: {error.strerror}"),)
    if len(raw) > SIZE_LIMIT:
        return (problem("file-too-large", Place(found.shown), "the file is too large"),)
    read = understood(found.id, Document(found.shown, raw), schema)
    return replace(read, beside=found.beside) if isinstance(read, Known) else read


def _first(errors: Iterable[Problem]) -> str:
    first, *more = sorted(errors)
    return f"{first.place}: {first.message}" + (f", and {len(more)} more" if more else "")
