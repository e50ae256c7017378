"""A linked site onto the shelves of the catalogue, and from them again."""

import math
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, TypeVar

from profilegen.build.memory import Facts
from profilegen.build.traced import ORDERS, PAPERS_KEPT, TEXTS_KEPT, Field, Measures, Shelf, Trace
from profilegen.corpus.corpus import Corpus, Person
from profilegen.markup import Rendered
from profilegen.metrics import Definition
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.model.settings import Settings
from profilegen.model.theme import Look
from profilegen.output.catalogue import HASH, Items, Keeping, Stock, hash_of
from profilegen.output.codec import decoder, encoder
from profilegen.pages.list_page import ListPage
from profilegen.pages.once import Once
from profilegen.pages.site import Site
from profilegen.pages.texts import PageText, PaperText, Texts
from profilegen.values import Struct

Value = TypeVar("Value")

RECORDS: Final = "records/"
TITLES: Final = "titles/"
TEXTS: Final = "texts/"
"""Of what the files say by themselves: a shelf for each kind, by the files' paths."""

PAPERS: Final = "papers"
PEOPLE: Final = "people"
PAGES: Final = "pages"
PLACES: Final = "places"
PAPERS_OF: Final = "papers of"
CATEGORIES: Final = "categories"
PAPER_TEXTS: Final = "paper texts"
PAPER_TITLES: Final = "paper titles"
PAGE_TEXTS: Final = "page texts"
BIOGRAPHIES: Final = "biographies"
LIST_PAGES: Final = "list pages"
CITATIONS: Final = "citations"
"""Of the linked site, by ids."""


class Standing(Struct, frozen=True):
    """Where a paper stands on the site: whose it is, its key in BibTeX, and the papers before and after it."""

    credits: tuple[str | None, ...]
    citekey: str
    neighbours: tuple[str, str]


class Common(Struct, frozen=True):
    """What all pages of a site share, and no item holds."""

    settings: Settings
    look: Look
    definitions: tuple[Definition, ...]
    facts: Facts


def facts_of(site: Site) -> Facts:
    """What linking found out about the site as a whole."""
    return Facts(site.home, site.menu, dict(site.corpus.versions), site.corpus.as_of, site.searched)


def shelve(keeping: Keeping, site: Site, raw: Mapping[str, object]) -> None:
    """Put everything that pages of the site are made from on its shelf; `raw` are the records by their files."""
    corpus, encode = site.corpus, encoder()
    for paper in corpus.papers.values():
        _record(keeping, PAPERS, "papers", paper, raw, encode)
        keeping.also(PAPER_TEXTS, paper.id, f"{TEXTS}papers", paper.file)
        keeping.also(PAPER_TITLES, paper.id, f"{TITLES}papers", paper.file)
    people = corpus.people.values()
    _put(keeping, PLACES, ((paper, encode(_standing(site, paper))) for paper in corpus.papers))
    _put(keeping, PEOPLE, ((person.id, encode(person)) for person in people))
    _put(keeping, PAPERS_OF, ((person.id, encode(corpus.papers_of[person.id])) for person in people))
    for author in (person.author for person in people if person.author is not None):
        keeping.also(BIOGRAPHIES, author.id, f"{TEXTS}authors", author.file)
    for page in corpus.pages.values():
        _record(keeping, PAGES, "pages", page, raw, encode)
        keeping.also(PAGE_TEXTS, page.id, f"{TEXTS}pages", page.file)
    for category, papers in corpus.by_category.items():
        keeping.put(CATEGORIES, category, encode(papers))
    for at, list_page in site.list_pages.items():
        keeping.put(LIST_PAGES, at, encode(list_page))
    for name in _ALIKE:
        order = hash_of("\0".join(keeping.shelves.get(name, ())).encode("utf-8", "surrogatepass"))
        for shelf in _ALIKE[name]:
            keeping.put(ORDERS, shelf, order)


_ALIKE: Final = {
    PAPERS: (PAPERS, PAPER_TEXTS, PAPER_TITLES, PLACES),
    PEOPLE: (PEOPLE, PAPERS_OF),
    PAGES: (PAGES, PAGE_TEXTS),
    CATEGORIES: (CATEGORIES,),
    BIOGRAPHIES: (BIOGRAPHIES,),
    LIST_PAGES: (LIST_PAGES,),
}
"""Shelves with the same ids in the same order."""


def _put(keeping: Keeping, shelf: str, items: Iterable[tuple[str, bytes]]) -> None:
    keeping.put_all(shelf, ((id_, content, hash_of(content)) for id_, content in items))


def _record(
    keeping: Keeping,
    shelf: str,
    kind: str,
    record: Paper | OwnPage,
    raw: Mapping[str, object],
    encode: Callable[[object], bytes],
) -> None:
    """A record as it is printed: mostly as its file says."""
    if raw.get(record.file) is record:
        keeping.also(shelf, record.id, f"{RECORDS}{kind}", record.file)
    else:
        keeping.put(shelf, record.id, encode(record))


def unshelved(folder: Path, items: Items, common: Common, trace: Trace, linked: Site | None = None) -> Site:
    """The site again, each of its records read when it is looked up, and the look written into the trace.

    Where it was `linked` by this process the records are at hand, and need not be read.
    """
    stock, at_hand = Stock(folder, items), _at_hand(linked) if linked is not None else {}

    def shelf(name: str, kind: type[Value], lately: float = math.inf) -> Shelf[Value]:
        return Shelf(stock, name, decoder(kind), trace.touched, lately, at_hand.get(name))

    places, shared = shelf(PLACES, Standing), Once(trace.touched)
    corpus = Corpus(
        settings=common.settings,
        papers=shelf(PAPERS, Paper, PAPERS_KEPT),
        people=shelf(PEOPLE, Person),
        pages=shelf(PAGES, OwnPage),
        credits=Field(places, attrgetter("credits")),
        papers_of=shelf(PAPERS_OF, tuple[str, ...]),
        by_category=shelf(CATEGORIES, tuple[str, ...]),
        versions=common.facts.versions,
        as_of=common.facts.as_of,
    )
    texts = Texts(
        papers=shelf(PAPER_TEXTS, PaperText, TEXTS_KEPT),
        titles=shelf(PAPER_TITLES, Rendered),
        biographies=shelf(BIOGRAPHIES, Rendered),
        pages=shelf(PAGE_TEXTS, PageText),
    )
    return Site(
        corpus=corpus,
        definitions=common.definitions,
        measured=Measures(corpus, common.definitions, trace, shared),
        texts=texts,
        home=common.facts.home,
        menu=common.facts.menu,
        list_pages=shelf(LIST_PAGES, ListPage),
        citekeys=Field(places, attrgetter("citekey")),
        neighbours=Field(places, attrgetter("neighbours")),
        options=common.look.options,
        words=common.look.words,
        shared=shared,
        searched=common.facts.searched,
        citations=Shelf(stock, CITATIONS, cited_html, trace.touched),
    )


def _at_hand(linked: Site) -> Mapping[str, Mapping[str, Any]]:
    """What stands on the shelves of the linked site, as it was put there."""
    corpus = linked.corpus
    return {
        PAPERS: corpus.papers,
        PEOPLE: corpus.people,
        PAGES: corpus.pages,
        PLACES: {paper: _standing(linked, paper) for paper in corpus.papers},
        PAPERS_OF: corpus.papers_of,
        CATEGORIES: corpus.by_category,
        LIST_PAGES: linked.list_pages,
    }


def _standing(site: Site, paper: str) -> Standing:
    return Standing(site.corpus.credits[paper], site.citekeys[paper], site.neighbours[paper])


def cited_html(content: bytes) -> str:
    """The citation in an item, which begins with the hash of what it was made from."""
    return content[HASH:].decode("utf-8")


def lazily(corpus: Corpus, definitions: tuple[Definition, ...]) -> Measures:
    """The metrics of everybody, computed when they are asked for."""
    return Measures(corpus, definitions, Trace(), Once([]))
