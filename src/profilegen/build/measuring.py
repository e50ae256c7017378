"""The numbers of a site: which metrics there are, and everybody's."""

from collections.abc import Iterable, Mapping

from profilegen.corpus.corpus import Corpus, Person
from profilegen.metrics import Definition, Measured, all_definitions, installed, measure
from profilegen.model.author import Reported
from profilegen.model.settings import Settings
from profilegen.problems import Problem


def defined(settings: Settings) -> tuple[tuple[Definition, ...], tuple[Problem, ...]]:
    """The metrics that there are: profilegen's, those of installed packages, and those of the settings."""
    from_packages, of_packages = installed()
    definitions, of_metrics = all_definitions(settings, from_packages)
    return definitions, (*of_packages, *of_metrics)


def is_extended(definitions: tuple[Definition, ...], settings: Settings) -> bool:
    """Whether these metrics are more than profilegen and the settings define: to ask what is installed takes long."""
    return definitions != all_definitions(settings)[0]


def measured(corpus: Corpus, definitions: tuple[Definition, ...]) -> Mapping[str, tuple[Measured, ...]]:
    """The metrics of everybody who has a page, by the person's id."""
    people = (person for person in corpus.people.values() if person.has_page)
    return {person.id: measured_person(corpus, person, definitions) for person in people}


def measured_person(corpus: Corpus, person: Person, definitions: tuple[Definition, ...]) -> tuple[Measured, ...]:
    """One person's metrics."""
    reported = person.author.reported if person.author else {}
    return measured_papers(corpus, corpus.papers_of[person.id], reported, definitions)


def measured_papers(
    corpus: Corpus, papers: Iterable[str], reported: Mapping[str, Reported], definitions: tuple[Definition, ...]
) -> tuple[Measured, ...]:
    """The metrics of whoever wrote the papers of these ids, and of whom these numbers are reported."""
    found = [corpus.papers[paper] for paper in papers]
    return measure(found, corpus.settings, definitions, reported, corpus.as_of.year)
