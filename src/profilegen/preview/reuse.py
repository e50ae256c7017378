"""Texts and numbers of a new corpus, those of what did not change taken from the site before."""

from collections.abc import Mapping
from typing import TypeVar

from profilegen.build.measuring import measured_person
from profilegen.corpus.corpus import Corpus, Person
from profilegen.markup import Markup
from profilegen.metrics import Definition, Measured
from profilegen.model.paper import Paper
from profilegen.pages.site import Site
from profilegen.pages.texts import Texts, biography, gathered, page_text, paper_text

Value = TypeVar("Value")


def texts_of(earlier: Site, corpus: Corpus) -> Texts:
    """Every text of the corpus as HTML."""
    markup, known, old = Markup(), earlier.texts, earlier.corpus
    papers = {
        paper.id: known.papers[paper.id] if _same_texts(old, paper) else paper_text(markup, paper)
        for paper in corpus.papers.values()
    }
    authors = [person.author for person in corpus.people.values() if person.author and person.author.biography]
    biographies = {author.id: biography(markup, author) for author in authors}
    return gathered(papers, biographies, {page.id: page_text(markup, page) for page in corpus.pages.values()})


def numbers_of(
    earlier: Site, corpus: Corpus, definitions: tuple[Definition, ...]
) -> Mapping[str, tuple[Measured, ...]]:
    """The metrics of everybody who has a page, by the person's id."""
    people = [person for person in corpus.people.values() if person.has_page]
    kept = _kept(earlier, corpus, definitions)
    return {
        person.id: earlier.measured[person.id]
        if kept and _same_papers(earlier, corpus, person)
        else measured_person(corpus, person, definitions)
        for person in people
    }


def _same_texts(old: Corpus, paper: Paper) -> bool:
    known = old.papers.get(paper.id)
    return known is not None and (
        known is paper or (known.title is paper.title and known.abstract is paper.abstract and known.note is paper.note)
    )


def _kept(earlier: Site, corpus: Corpus, definitions: tuple[Definition, ...]) -> bool:
    """Whether the numbers are defined as they were."""
    before = next(iter(earlier.measured.values()), ())
    same = tuple(one.definition.name for one in before) == tuple(one.name for one in definitions)
    return same and corpus.settings is earlier.corpus.settings and corpus.as_of.year == earlier.corpus.as_of.year


def _same_papers(earlier: Site, corpus: Corpus, person: Person) -> bool:
    known, old = earlier.corpus.people.get(person.id), earlier.corpus
    if person.id not in earlier.measured or known is None or _reported(known) != _reported(person):
        return False
    papers = corpus.papers_of[person.id]
    return papers == old.papers_of[person.id] and all(corpus.papers[one] is old.papers[one] for one in papers)


def _reported(person: Person) -> str:
    """What others say of a person's numbers, with the places, which notes name."""
    return repr(person.author.reported) if person.author else ""
