"""A revision put into a site: the same as making all of it anew, at the cost of what changed."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from profilegen.build.clock import Clock
from profilegen.build.compose import Composed, settled
from profilegen.build.measuring import measured_person
from profilegen.build.weight import has_errors
from profilegen.content.to_paper import rating_problems
from profilegen.corpus.corpus import Corpus, Person
from profilegen.corpus.duplicates import duplicates, title_key
from profilegen.corpus.references import Ids
from profilegen.corpus.revising import Time, paper_problems, retold, revised
from profilegen.exports.keys import keys, own_key
from profilegen.markup import Markup
from profilegen.metrics import Measured, all_definitions, installed, support_notes
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import Records
from profilegen.pages.once import Once
from profilegen.pages.paging import list_pages
from profilegen.pages.site import Site, neighbours
from profilegen.pages.texts import Texts, biography, page_text, paper_text, titles
from profilegen.preview.reading import Reading
from profilegen.preview.revision import Revision
from profilegen.problems import Problem
from profilegen.values import Struct, field, replace

_SHARED: Final = frozenset({"duplicate-doi", "duplicate-arxiv", "duplicate-title"})
"""The codes of what two papers have in common, found at either."""


class Known(Struct, frozen=True):
    """What is the same for all revisions: the clock, and `title_key` and `own_key` with a memory."""

    clock: Clock
    title_key: Callable[[str], str] = field(default_factory=lambda: cache(title_key))
    own_key: Callable[[Paper], str] = field(default_factory=lambda: _remembering(own_key))


def with_revision(before: Composed, after: Reading, revision: Revision, known: Known) -> Composed | None:
    """What was composed, with the records of the revision; None where the site would have other pages or numbers.

    None too where a rating is wrong: then nothing is linked, and nothing is told of links.
    """
    if before.site is None or has_errors(_of_ratings(before.site, revision)):
        return None
    corpus = _corpus(before.site.corpus, revision, known.clock)
    if corpus.by_category.keys() != before.site.corpus.by_category.keys():
        return None
    if corpus.as_of.year != before.site.corpus.as_of.year:
        return None
    site = _site(before.site, _with_told(corpus, revision), revision, known)
    if site.list_pages.keys() != before.site.list_pages.keys():
        return None
    records = _updated(before.records, revision)
    problems = (*_kept(before, revision), *_fresh(site, after, records, revision, known))
    return replace(before, site=site, problems=settled(problems, records), records=records)


def _remembering(make: Callable[[Paper], str]) -> Callable[[Paper], str]:
    """The same, made once for each paper as long as it is not another one."""
    made: dict[str, tuple[Paper, str]] = {}

    def made_once(paper: Paper) -> str:
        known = made.get(paper.id)
        if known is None or known[0] is not paper:
            known = made[paper.id] = (paper, make(paper))
        return known[1]

    return made_once


def _corpus(old: Corpus, revision: Revision, clock: Clock) -> Corpus:
    if revision.retold:
        return retold(old, revision.papers)
    return revised(old, revision.papers, Time(clock.today, clock.epoch))


def _site(old: Site, corpus: Corpus, revision: Revision, known: Known) -> Site:
    site = replace(old, corpus=corpus, texts=_texts(old.texts, corpus, revision), shared=Once([]))
    if revision.retold:
        return site
    people = _credited(corpus, revision.papers)
    definitions, _ = all_definitions(corpus.settings, installed()[0])
    measured: dict[str, tuple[Measured, ...]] = {
        person.id: measured_person(corpus, person, definitions) for person in people if person.has_page
    }
    same_keys = all(own_key(paper) == own_key(old.corpus.papers.get(paper.id, paper)) for paper in revision.papers)
    renewed = replace(
        site,
        measured={**old.measured, **measured},
        citekeys=old.citekeys if same_keys else keys(corpus.papers.values(), known.own_key),
        neighbours=old.neighbours if list(corpus.papers) == list(old.corpus.papers) else neighbours(corpus),
    )
    return replace(renewed, list_pages=list_pages(renewed))


def _with_told(corpus: Corpus, revision: Revision) -> Corpus:
    """The corpus with the new biographies and own pages."""
    fresh = {author.id: author for author in revision.authors}
    told = [person for person in corpus.people.values() if person.author and person.author.id in fresh]
    people = {person.id: _retold(person, fresh) for person in told}
    pages = {page.id: page for page in revision.pages if page.id in corpus.pages}
    return replace(corpus, people={**corpus.people, **people}, pages={**corpus.pages, **pages})


def _retold(person: Person, fresh: dict[str, Author]) -> Person:
    if person.author is None:
        return person
    return replace(person, author=replace(person.author, biography=fresh[person.author.id].biography))


def _texts(old: Texts, corpus: Corpus, revision: Revision) -> Texts:
    markup = Markup()
    papers = {paper.id: corpus.papers[paper.id] for paper in revision.papers if paper.id in corpus.papers}
    known = {person.author.id for person in corpus.people.values() if person.author}
    authors = {author.id: author for author in revision.authors if author.id in known}
    pages = {page.id: page for page in revision.pages if page.id in corpus.pages}
    biographies = {one: text for one, text in old.biographies.items() if one not in authors}
    fresh = {one: paper_text(markup, paper) for one, paper in papers.items()}
    return Texts(
        papers={**old.papers, **fresh},
        titles={**old.titles, **titles(fresh)},
        biographies={**biographies, **{one: biography(markup, new) for one, new in authors.items() if new.biography}},
        pages={**old.pages, **{one: page_text(markup, page) for one, page in pages.items()}},
    )


def _credited(corpus: Corpus, papers: Iterable[Paper]) -> tuple[Person, ...]:
    ids = {person for paper in papers for person in corpus.credits.get(paper.id, ()) if person is not None}
    return tuple(corpus.people[person] for person in sorted(ids))


def _updated(records: Records, revision: Revision) -> Records:
    papers = {paper.file: paper for paper in revision.papers}
    authors = {author.file: author for author in revision.authors}
    pages = {page.file: page for page in revision.pages}
    return replace(
        records,
        papers=tuple(papers.get(paper.file, paper) for paper in records.papers),
        authors=tuple(authors.get(author.file, author) for author in records.authors),
        pages=tuple(pages.get(page.file, page) for page in records.pages),
    )


def _kept(before: Composed, revision: Revision) -> Iterator[Problem]:
    """What was wrong and still is: nothing of a revised paper, nor what is looked for anew."""
    if before.site is None:
        return
    papers = {paper.file for paper in revision.papers}
    stale = frozenset(_of_told(before.site, revision))
    noted = {person.author.file for person in _credited(before.site.corpus, revision.papers) if person.author}
    for found in before.problems:
        own = (found.record or found.place.path) in papers or _is_one(found, stale)
        note = found.code == "reported-unsupported" and found.record in noted
        if revision.retold if found.code in _SHARED else not (own or note):
            yield found


def _fresh(site: Site, after: Reading, records: Records, revision: Revision, known: Known) -> Iterator[Problem]:
    ids = Ids.of(records)
    yield from _of_files(after, revision)
    yield from _of_ratings(site, revision)
    for paper in revision.papers:
        if paper.id in site.corpus.papers:
            yield from paper_problems(paper, records, ids, known.clock.today)
            yield from _of_paper(site, paper)
    if not revision.retold:
        yield from duplicates(tuple(site.corpus.papers.values()), site.corpus.versions, known.title_key)
    for person in _credited(site.corpus, revision.papers):
        if person.author is not None and person.has_page:
            yield from support_notes(person.author, site.measured[person.id])
    yield from _of_told(site, revision)


def _of_ratings(site: Site, revision: Revision) -> Iterator[Problem]:
    for paper in revision.papers:
        yield from rating_problems(paper, site.settings)


def _of_files(after: Reading, revision: Revision) -> Iterator[Problem]:
    for paper in revision.papers:
        yield from after.papers.files[paper.file].problems
    for author in revision.authors:
        yield from after.authors.files[author.file].problems
    for page in revision.pages:
        yield from after.pages.files[page.file].problems


def _of_paper(site: Site, paper: Paper) -> Iterator[Problem]:
    text = site.texts.papers[paper.id]
    for rendered in (text.title, text.abstract, text.note):
        yield from rendered.problems


def _of_told(site: Site, revision: Revision) -> Iterator[Problem]:
    """What is wrong with the texts of authors and own pages."""
    biographies = (site.texts.biographies.get(author.id) for author in revision.authors)
    pages = [site.texts.pages[page.id] for page in revision.pages if page.id in site.texts.pages]
    for text in (*biographies, *(page.title for page in pages), *(page.body for page in pages)):
        yield from text.problems if text else ()


def _is_one(found: Problem, raw: frozenset[Problem]) -> bool:
    """Whether it is one of these, which the site may weigh otherwise."""
    return any(replace(found, severity=other.severity) == other for other in raw)
