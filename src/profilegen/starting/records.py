"""A new paper or author in a site: its file, and the line where the text goes."""

from pathlib import Path
from typing import Final

from profilegen.content.load import AUTHORS, PAPERS, load_kind
from profilegen.model.names import Name
from profilegen.problems import Failure, quoted_path
from profilegen.starting.ids import free_id, id_of_name, id_of_title, taken_ids
from profilegen.starting.site import author_text
from profilegen.starting.texts import filled, scalar
from profilegen.starting.write import write_new
from profilegen.values import Struct, replace

UNTITLED: Final = "Untitled"
UNKNOWN: Final = "Given Family"
"""What stands in a byline where there is not one author whose site it is; such a paper begins as a draft."""

_DRAFT: Final = "draft: true\n"


class NewRecord(Struct, frozen=True):
    """A file that was written: its path below the site's folder, and the line, from 1, where its text goes.

    `namesakes` are the ids of authors that have the same name: a byline that says no more is of none of them.
    """

    path: str
    line: int
    namesakes: tuple[str, ...] = ()


def new_paper(root: Path, title: str, year: int) -> NewRecord:
    """Begin a paper of the site in the folder `root`, by the one author that it has; "" is a title not known yet.

    Where the title or the author is not known, it is a draft.
    """
    author = owner(root)
    wanted = id_of_title(title or UNTITLED)
    text = filled(
        "paper.md",
        title=scalar(title or UNTITLED),
        author=scalar(author or UNKNOWN),
        year=str(year),
        draft="" if title and author else _DRAFT,
    )
    return _written(root, PAPERS.folder, wanted, text)


def new_author(root: Path, name: str) -> NewRecord:
    """Begin an author of the site in the folder `root`."""
    folded = Name.parse(name).folded
    namesakes = tuple(author.id for author in load_kind(root, AUTHORS)[0] if author.name.folded == folded)
    return replace(_written(root, AUTHORS.folder, id_of_name(name), author_text(name)), namesakes=namesakes)


def owner(root: Path) -> str:
    """The name of the only author that has a file, "" where there are none or several."""
    authors, _ = load_kind(root, AUTHORS)
    return authors[0].name.full if len(authors) == 1 else ""


def _written(root: Path, folder: str, wanted: str, text: str) -> NewRecord:
    path = f"{folder}/{free_id(wanted, taken_ids(root, folder))}.md"
    if write_new(root, {path: text}).kept:
        raise Failure(f"{quoted_path(path)} is there already", "move it away, or choose another name")
    return NewRecord(path, text.count("\n"))
