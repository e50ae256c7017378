"""The texts of all records as HTML, each converted once, with links that any page can complete."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from profilegen.corpus.corpus import Corpus
from profilegen.markup import Markup, Rendered
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.model.slugs import slug
from profilegen.model.text import Text
from profilegen.pages import address
from profilegen.problems import Problem

CARD_TEXT_LEVEL: Final = 4
"""The level of headings in an abstract, which stands below the title of a card."""


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paper's texts; addresses inside the site begin with ROOT_MARK."""

    title: Rendered
    abstract: Rendered
    note: Rendered


@dataclass(frozen=True, slots=True)
class PageText:
    """An own page's texts."""

    title: Rendered
    body: Rendered


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts by the id of their record: papers, authors' biographies, own pages."""

    papers: Mapping[str, PaperText]
    biographies: Mapping[str, Rendered]
    pages: Mapping[str, PageText]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any text."""
        return tuple(found for text in self._all() for found in text.problems)

    def _all(self) -> Iterable[Rendered]:
        for paper in self.papers.values():
            yield from (paper.title, paper.abstract, paper.note)
        yield from self.biographies.values()
        for page in self.pages.values():
            yield from (page.title, page.body)


def written(corpus: Corpus) -> Texts:
    """Convert every text of the corpus."""
    markup = Markup()
    people = (person.author for person in corpus.people.values() if person.author is not None)
    return Texts(
        papers={paper.id: paper_text(markup, paper) for paper in corpus.papers.values()},
        biographies={author.id: biography(markup, author) for author in people if author.biography},
        pages={page.id: page_text(markup, page) for page in corpus.pages.values()},
    )


def paper_text(markup: Markup, paper: Paper) -> PaperText:
    """Convert a paper's texts."""
    folder = f"{address.PAPERS}{slug(paper.id)}"
    return PaperText(
        title=markup.inline(paper.title),
        abstract=_block(markup, paper.abstract, folder, CARD_TEXT_LEVEL),
        note=_block(markup, paper.note, folder),
    )


def biography(markup: Markup, author: Author) -> Rendered:
    """Convert an author's biography."""
    return _block(markup, author.biography, f"{address.PEOPLE}{slug(author.id)}")


def page_text(markup: Markup, page: OwnPage) -> PageText:
    """Convert an own page's texts."""
    return PageText(markup.inline(page.title), _block(markup, page.body, slug(page.id)))


def _block(markup: Markup, text: Text, folder: str, heading_level: int = 2) -> Rendered:
    return markup.block(text, heading_level=heading_level, rewrite=lambda target: address.beside(folder, target))
