"""The texts of all records as HTML, each converted once, with links that any page can complete."""

from collections.abc import Mapping
from itertools import chain
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
from profilegen.values import Struct, replace

CARD_TEXT_LEVEL: Final = 4
"""The level of headings in an abstract, which stands below the title of a card."""


class PaperText(Struct, frozen=True, array_like=True):
    """A paper's texts; addresses inside the site begin with ROOT_MARK."""

    title: Rendered
    abstract: Rendered
    note: Rendered


class PageText(Struct, frozen=True, array_like=True):
    """An own page's texts."""

    title: Rendered
    body: Rendered


class Texts(Struct, frozen=True):
    """The texts by the id of their record: papers, authors' biographies, own pages; and what is wrong with any.

    `titles` are those of the papers by themselves: most pages show no more of most papers.
    """

    papers: Mapping[str, PaperText]
    titles: Mapping[str, Rendered]
    biographies: Mapping[str, Rendered]
    pages: Mapping[str, PageText]
    problems: tuple[Problem, ...] = ()


def written(corpus: Corpus) -> Texts:
    """Convert every text of the corpus."""
    markup = Markup()
    people = (person.author for person in corpus.people.values() if person.author is not None)
    return gathered(
        {paper.id: paper_text(markup, paper) for paper in corpus.papers.values()},
        {author.id: biography(markup, author) for author in people if author.biography},
        {page.id: page_text(markup, page) for page in corpus.pages.values()},
    )


def gathered(
    papers: Mapping[str, PaperText], biographies: Mapping[str, Rendered], pages: Mapping[str, PageText]
) -> Texts:
    """These texts, with all that is wrong with them."""
    of_papers = (text for paper in papers.values() for text in (paper.title, paper.abstract, paper.note))
    of_pages = (text for page in pages.values() for text in (page.title, page.body))
    problems = (found for text in chain(of_papers, biographies.values(), of_pages) for found in text.problems)
    return Texts(papers, titles(papers), biographies, pages, tuple(problems))


def titles(papers: Mapping[str, PaperText]) -> Mapping[str, Rendered]:
    """The titles of these papers by themselves."""
    return {id_: text.title for id_, text in papers.items()}


def paper_text(markup: Markup, paper: Paper) -> PaperText:
    """Convert a paper's texts."""
    return PaperText(
        title=markup.inline(paper.title),
        abstract=_block(markup, paper.abstract, address.PAPERS, paper.id, CARD_TEXT_LEVEL),
        note=_block(markup, paper.note, address.PAPERS, paper.id),
    )


def biography(markup: Markup, author: Author) -> Rendered:
    """Convert an author's biography."""
    return _block(markup, author.biography, address.PEOPLE, author.id)


def page_text(markup: Markup, page: OwnPage) -> PageText:
    """Convert an own page's texts."""
    return PageText(markup.inline(page.title), _block(markup, page.body, address.HOME, page.id))


def _block(markup: Markup, text: Text, top: str, id_: str, heading_level: int = 2) -> Rendered:
    def rewritten(target: str) -> str:
        return address.beside(f"{top}{slug(id_)}", target)

    if not text:
        return Rendered("")
    made = markup.block(text, heading_level=heading_level, rewrite=rewritten)
    return made if made.source == text.source else replace(made, typed=text.source)


def whole(paper: Paper, texts: PaperText) -> Paper:
    """The paper with its texts as typed: what is kept of its record between builds is without them."""
    if paper.abstract or paper.note or not (texts.abstract.source or texts.note.source):
        return paper
    return replace(paper, abstract=Text(texts.abstract.source), note=Text(texts.note.source))
