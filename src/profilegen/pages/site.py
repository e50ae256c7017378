"""Everything that pages are made from: the corpus, its numbers, its texts, and what the first page is."""

from collections.abc import Container, Mapping
from typing import Final

from profilegen.corpus.corpus import Corpus, Person
from profilegen.metrics import Definition, Measured
from profilegen.model.categories import Category, category
from profilegen.model.settings import Home, HomeKind, Settings
from profilegen.model.slugs import slug
from profilegen.model.theme import ThemeOptions
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.list_page import ListPage
from profilegen.pages.once import Once
from profilegen.pages.texts import Texts
from profilegen.values import Struct, field


class Everything(Container[str]):
    """All names there may be."""

    def __contains__(self, _name: object) -> bool:
        return True


EVERYTHING: Final = Everything()


class Site(Struct, frozen=True):
    """A measured corpus with its texts; `measured` holds each person's metrics, as defined, by the person's id.

    `citekeys` are the papers' keys in BibTeX, `neighbours` the ids of the papers before and after each in the lists,
    "" at the ends. `list_pages` are the pages of all lists by their addresses. `menu` has the labels and addresses of
    the menu's entries inside the site. `options` are what the theme lets the site choose, `words` what pages print that
    nobody wrote.
    `shared` keeps what several pages show alike. `named` are the names that the theme's templates hold, by the kind
    of page, those of all templates that show cards under "card", and all of them under "": what no template names need
    not be made; None where that is not known.
    `searched` is whether the site has a search, None where it is made to be looked at only. `citations` are those of
    the papers that have one, None where each is made when it is asked for.
    """

    corpus: Corpus
    definitions: tuple[Definition, ...]
    measured: Mapping[str, tuple[Measured, ...]]
    texts: Texts
    home: Home
    citekeys: Mapping[str, str]
    neighbours: Mapping[str, tuple[str, str]]
    options: ThemeOptions
    words: Words
    menu: tuple[tuple[str, str], ...] = ()
    list_pages: Mapping[str, ListPage] = field(default_factory=dict)
    shared: Once = field(default_factory=lambda: Once([]))
    named: Mapping[str, frozenset[str]] | None = None
    searched: bool | None = None
    citations: Mapping[str, str] | None = None

    def shown(self, kind: str) -> Container[str]:
        """The fields that the template of that kind, or of any kind where it is "", may show: others are not made."""
        return EVERYTHING if self.named is None else self.named[kind]

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.corpus.settings

    @property
    def year(self) -> int:
        """The site's year: in it, dates are printed without theirs."""
        return self.corpus.as_of.year

    @property
    def title(self) -> str:
        """The site's title: as set, else the name on the first page, else `Papers`."""
        if self.settings.title:
            return self.settings.title
        if self.home.kind is HomeKind.PROFILE:
            return self.corpus.people[self.home.id].name.full
        return self.words["title.papers"]

    def category(self, category_id: str) -> Category:
        """The category of that id, declared, arXiv's or made from the id."""
        return category(category_id, self.settings.categories)

    def address_of_person(self, person: Person) -> str:
        """The address of the person's profile."""
        if self.home.kind is HomeKind.PROFILE and self.home.id == person.id:
            return address.HOME
        return f"{address.PEOPLE}{person.id}/"


def neighbours(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """The papers before and after each in the site's order; further versions of a paper stand in no list."""
    listed = [paper_id for paper_id in corpus.papers if paper_id not in corpus.versions]
    around = zip(["", *listed], listed, [*listed[1:], ""], strict=False)
    return dict.fromkeys(corpus.papers, ("", "")) | {paper_id: (before, after) for before, paper_id, after in around}


def home_of(corpus: Corpus) -> Home:
    """The site's first page: as set, else the profile if there is one author with a file, else the people."""
    chosen = corpus.settings.home
    if chosen is not None:
        return Home(chosen.kind, slug(chosen.id) if chosen.id else "")
    profiles = [person.id for person in corpus.people.values() if person.author is not None and person.has_page]
    if len(profiles) == 1:
        return Home(HomeKind.PROFILE, profiles[0])
    return Home(HomeKind.PEOPLE)
