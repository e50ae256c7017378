"""Everything that pages are made from: the corpus, its numbers, its texts, and what the first page is."""

from collections.abc import Mapping
from dataclasses import dataclass

from profilegen.corpus.corpus import Corpus, Person
from profilegen.metrics import Measured
from profilegen.model.categories import Category, category
from profilegen.model.settings import Home, HomeKind, Settings
from profilegen.model.slugs import slug
from profilegen.pages import address
from profilegen.pages.texts import Texts


@dataclass(frozen=True, slots=True)
class Site:
    """A measured corpus with its texts; `measured` holds each person's metrics by the person's id."""

    corpus: Corpus
    measured: Mapping[str, tuple[Measured, ...]]
    texts: Texts
    home: Home

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.corpus.settings

    @property
    def year(self) -> int:
        """The site's year: in it, dates are printed without theirs."""
        return self.corpus.as_of.year

    def category(self, category_id: str) -> Category:
        """The category of that id, declared, arXiv's or made from the id."""
        return category(category_id, self.settings.categories)

    def address_of_person(self, person: Person) -> str:
        """The address of the person's profile."""
        if self.home == Home(HomeKind.PROFILE, person.id):
            return address.HOME
        return f"{address.PEOPLE}{person.id}/"


def home_of(corpus: Corpus) -> Home:
    """The site's first page: as set, else the profile if there is one author with a file, else the people."""
    chosen = corpus.settings.home
    if chosen is not None:
        return Home(chosen.kind, slug(chosen.id) if chosen.id else "")
    profiles = [person.id for person in corpus.people.values() if person.author is not None and person.has_page]
    if len(profiles) == 1:
        return Home(HomeKind.PROFILE, profiles[0])
    return Home(HomeKind.PEOPLE)
