"""New texts in records whose other facts are as they were: the site with them, without linking it anew."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias, TypeVar

from profilegen.build import Composed, settled
from profilegen.corpus.corpus import Person
from profilegen.markup import Markup, Rendered
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage, Records
from profilegen.model.settings import Settings
from profilegen.model.text import NO_TEXT
from profilegen.pages.site import Site
from profilegen.pages.texts import biography, page_text, paper_text
from profilegen.preview.reading import Read, Reading
from profilegen.problems import Problem

Record: TypeAlias = Paper | Author | OwnPage
Kept = TypeVar("Kept", Paper, Author, OwnPage)


def retold(before: Reading, after: Reading) -> tuple[Record, ...] | None:
    """The records with new texts; None where anything else changed that links, numbers or order are made from."""
    if (before.settings, before.look) != (after.settings, after.look):
        return None
    papers = _retold(before.papers.files, after.papers.files)
    authors = _retold(before.authors.files, after.authors.files)
    pages = _retold(before.pages.files, after.pages.files)
    if papers is None or authors is None or pages is None or _problems(before) != _problems(after):
        return None
    return (*papers, *authors, *pages)


def with_texts(before: Reading, composed: Composed, after: Reading, records: tuple[Record, ...]) -> Composed:
    """What was composed from `before`, with the texts of these records; nothing else differs in `after`."""
    if composed.site is None:
        raise ValueError("there is no site to put texts into")
    site = composed.site
    for record in records:
        site = _with_text(site, record)
    stale = frozenset((*_of_files(before, records), *_of_texts(composed.site, records)))
    kept = [found for found in composed.problems if not _is_one(found, stale)]
    changed = _by_kind(records, site.settings)
    fresh = settled((*_of_files(after, records), *_of_texts(site, records)), changed)
    problems = tuple(sorted({*kept, *fresh}))
    return replace(composed, site=site, problems=problems, records=_updated(composed.records, changed))


def _retold(before: Mapping[str, Read[Kept]], after: Mapping[str, Read[Kept]]) -> list[Kept] | None:
    if before.keys() != after.keys():
        return None
    changed = [(before[path], read) for path, read in after.items() if read is not before[path]]
    if not all(_same_but_for_texts(old, new) for old, new in changed):
        return None
    return [record for _, new in changed for record in new.records]


def _same_but_for_texts(old: Read[Kept], new: Read[Kept]) -> bool:
    """Places count too, for messages name them: hence the comparison of what is printed."""
    one = len(old.records) == len(new.records) == 1 and old.found == new.found
    return one and repr(_bare(old.records[0])) == repr(_bare(new.records[0]))


def _bare(record: Record) -> Record:
    match record:
        case Paper():
            return replace(record, abstract=NO_TEXT, note=NO_TEXT)
        case Author():
            return replace(record, biography=NO_TEXT)
        case OwnPage():
            return replace(record, body=NO_TEXT)


def _with_text(site: Site, record: Record) -> Site:
    match record:
        case Paper():
            return _with_paper(site, record)
        case Author():
            return _with_author(site, record)
        case OwnPage():
            return _with_page(site, record)


def _with_paper(site: Site, record: Paper) -> Site:
    if record.id not in site.corpus.papers:
        return site
    # The corpus has the names to print, the record those that stand in the file.
    paper = replace(site.corpus.papers[record.id], abstract=record.abstract, note=record.note)
    corpus = replace(site.corpus, papers={**site.corpus.papers, paper.id: paper})
    texts = replace(site.texts, papers={**site.texts.papers, paper.id: paper_text(Markup(), paper)})
    return replace(site, corpus=corpus, texts=texts)


def _with_author(site: Site, record: Author) -> Site:
    person = _person(site, record.id)
    if person is None or person.author is None:
        return site
    author = replace(person.author, biography=record.biography)
    corpus = replace(site.corpus, people={**site.corpus.people, person.id: replace(person, author=author)})
    others = {key: text for key, text in site.texts.biographies.items() if key != author.id}
    own = {author.id: biography(Markup(), author)} if author.biography else {}
    return replace(site, corpus=corpus, texts=replace(site.texts, biographies=others | own))


def _with_page(site: Site, page: OwnPage) -> Site:
    if page.id not in site.corpus.pages:
        return site
    corpus = replace(site.corpus, pages={**site.corpus.pages, page.id: page})
    texts = replace(site.texts, pages={**site.texts.pages, page.id: page_text(Markup(), page)})
    return replace(site, corpus=corpus, texts=texts)


def _person(site: Site, author_id: str) -> Person | None:
    people = site.corpus.people.values()
    return next((person for person in people if person.author and person.author.id == author_id), None)


def _problems(reading: Reading) -> tuple[tuple[Problem, ...], ...]:
    """What is wrong with the site beside its records."""
    shelves = (reading.papers, reading.authors, reading.pages)
    return (reading.look_problems, *(shelf.problems for shelf in shelves))


def _by_kind(records: Iterable[Record], settings: Settings) -> Records:
    papers = tuple(record for record in records if isinstance(record, Paper))
    authors = tuple(record for record in records if isinstance(record, Author))
    pages = tuple(record for record in records if isinstance(record, OwnPage))
    return Records(papers, authors, pages, settings)


def _updated(records: Records, changed: Records) -> Records:
    papers = {paper.file: paper for paper in changed.papers}
    authors = {author.file: author for author in changed.authors}
    pages = {page.file: page for page in changed.pages}
    return replace(
        records,
        papers=tuple(papers.get(paper.file, paper) for paper in records.papers),
        authors=tuple(authors.get(author.file, author) for author in records.authors),
        pages=tuple(pages.get(page.file, page) for page in records.pages),
    )


def _of_files(reading: Reading, records: Iterable[Record]) -> Iterator[Problem]:
    for record in records:
        for shelf in (reading.papers.files, reading.authors.files, reading.pages.files):
            yield from shelf[record.file].problems if record.file in shelf else ()


def _of_texts(site: Site, records: Iterable[Record]) -> Iterator[Problem]:
    for record in records:
        for text in _texts(site, record):
            yield from text.problems


def _texts(site: Site, record: Record) -> tuple[Rendered, ...]:
    texts = site.texts
    match record:
        case Paper() if record.id in texts.papers:
            paper = texts.papers[record.id]
            return (paper.title, paper.abstract, paper.note)
        case Author() if record.id in texts.biographies:
            return (texts.biographies[record.id],)
        case OwnPage() if record.id in texts.pages:
            page = texts.pages[record.id]
            return (page.title, page.body)
    return ()


def _is_one(found: Problem, raw: frozenset[Problem]) -> bool:
    """Whether it is one of these, which the site may weigh otherwise."""
    return any(replace(found, severity=other.severity) == other for other in raw)
