"""A citation is made once, and again where its paper or the style is another."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from profilegen.build.citing import shelve_citations
from profilegen.build.crew import Crew
from profilegen.build.shelving import CITATIONS, PAPER_TITLES, PAPERS, cited_html
from profilegen.markup import Rendered
from profilegen.model.names import Name
from profilegen.model.paper import Byline, Contributor, Paper
from profilegen.model.settings import Settings
from profilegen.model.text import Text
from profilegen.output.catalogue import Items, Keeping, Stock
from profilegen.output.codec import encoder

Task = TypeVar("Task")
Result = TypeVar("Result")


class Counting(Crew):
    """Counts the pieces of work."""

    def __init__(self) -> None:
        super().__init__(1)
        self.pieces = 0

    def each(self, work: Callable[[Task], Result], tasks: Iterable[Task], pieces: int) -> Iterator[Result]:
        self.pieces += pieces
        return super().each(work, tasks, pieces)


def cite(folder: Path, before: Items, titles: dict[str, str], style: str = "apa") -> tuple[Items, dict[str, str], int]:
    """Citations of papers with these titles after a build that left these items; and how many were made."""
    keeping, crew, encode = Keeping(Stock(folder, before)), Counting(), encoder()
    for id_, title in titles.items():
        byline = Byline((Contributor(Name.of_parts("Byron", "Ada")),))
        keeping.put(
            PAPERS, id_, encode(Paper(id=id_, file=f"content/papers/{id_}.md", title=Text(title), byline=byline))
        )
        keeping.put(PAPER_TITLES, id_, encode(Rendered.of(title, title)))
    settings = Settings(citation_style=style)
    shelve_citations(keeping, tuple(titles), settings, Stock(folder, before), crew)
    items = keeping.written(b"")
    stock = Stock(folder, items)
    said = {id_: cited_html(stock[number]) for id_, number in stock.shelves[CITATIONS].items()}
    return items, said, crew.pieces


def test_a_citation_is_made_again_only_where_its_paper_or_the_style_is_another(tmp_path: Path) -> None:
    items, said, made = cite(tmp_path, Items(), {"a": "On Ducks", "b": "On Geese"})
    assert (said, made) == ({"a": "Byron, A. (n.d.). <i>On Ducks</i>.", "b": "Byron, A. (n.d.). <i>On Geese</i>."}, 2)
    items, same, made = cite(tmp_path, items, {"a": "On Ducks", "b": "On Geese"})
    assert (same, made) == (said, 0)
    items, other, made = cite(tmp_path, items, {"b": "On Swans", "a": "On Ducks", "c": ""})
    assert (list(other), other["a"], "On Swans" in other["b"], made) == (["b", "a", "c"], said["a"], True, 2)
    _, other, made = cite(tmp_path, items, {"a": "On Ducks"}, "ieee")
    assert (other, made) == ({"a": "A. Byron, “On Ducks”."}, 1)
