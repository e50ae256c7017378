"""Records to corpus: who wrote what, what belongs together, and what is wrong across files."""

from collections.abc import Iterable, Iterator, Mapping

from profilegen.corpus.addresses import address_problems
from profilegen.corpus.bylines import Bylines, Match, byline_problems, linked_bylines, shared_names, with_authors
from profilegen.corpus.corpus import Corpus
from profilegen.corpus.crediting import credited, finished
from profilegen.corpus.dating import future_dates, site_date, stated_dates
from profilegen.corpus.directory import Directory, orcid_problems
from profilegen.corpus.duplicates import duplicates
from profilegen.corpus.near import near_names
from profilegen.corpus.order import pages_in_order, papers_in_order
from profilegen.corpus.references import Ids, category_problems, home_problems, related_problems, selected_problems
from profilegen.corpus.samples import sample_problems, without_samples
from profilegen.corpus.versions import versions_of_papers
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Byline, Contributor, Paper
from profilegen.model.records import Records
from profilegen.problems import Problem
from profilegen.values import replace


def link(
    records: Records, *, drafts: bool = False, epoch: int | None = None, today: PartialDate | None = None
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus of these records and the problems across files, sorted, with their default severities.

    Drafts are left out unless `drafts`. `epoch` is SOURCE_DATE_EPOCH in seconds. `today` is for the warnings about
    future dates, and such dates never make the site's date (see `dating.site_date`); nothing else depends on the
    day, and nothing on the order of the records.
    """
    found = _listed(records, drafts=drafts)
    listed, ids = _unique(found), Ids.of(records)
    bylines = linked_bylines(listed.papers, listed.authors, ids.authors)
    stated = stated_dates(listed.papers, listed.authors)
    corpus = _corpus(listed, bylines, site_date(listed.settings, stated, epoch, today))
    problems = [
        *address_problems(found),
        *orcid_problems(bylines.directory),
        *_byline_problems(listed, bylines),
        *duplicates(listed.papers, corpus.versions),
        *category_problems(listed.papers, listed.settings),
        *future_dates(listed, stated, today),
        *sample_problems(listed.papers),
        *_reference_problems(corpus, bylines, ids),
    ]
    return corpus, tuple(sorted(problems))


def _listed(records: Records, *, drafts: bool) -> Records:
    """The records that count, by id and file."""
    papers = without_samples(records.papers)
    return Records(
        papers=tuple(sorted((p for p in papers if drafts or not p.draft), key=lambda p: (p.id, p.file))),
        authors=tuple(sorted((a for a in records.authors if drafts or not a.draft), key=lambda a: (a.id, a.file))),
        pages=tuple(sorted((p for p in records.pages if drafts or not p.draft), key=lambda p: (p.id, p.file))),
        settings=records.settings,
    )


def _unique(listed: Records) -> Records:
    """The first record of each id: that there is another is an error."""
    papers = {paper.id: paper for paper in reversed(listed.papers)}
    authors = {author.id: author for author in reversed(listed.authors)}
    pages = {page.id: page for page in reversed(listed.pages)}
    return Records(
        papers=tuple(papers[paper] for paper in sorted(papers)),
        authors=tuple(authors[author] for author in sorted(authors)),
        pages=tuple(pages[page] for page in sorted(pages)),
        settings=listed.settings,
    )


def _corpus(listed: Records, bylines: Bylines, as_of: PartialDate) -> Corpus:
    papers = papers_in_order((_printed(paper, bylines) for paper in listed.papers), listed.settings.sort)
    versions = versions_of_papers(listed.papers)
    credits_, people = credited(papers, bylines, all_authors=listed.settings.all_authors)
    main = [paper for paper in papers if paper.id not in versions]
    papers_of = _papers_of(main, credits_, [person.id for person in people])
    return Corpus(
        settings=listed.settings,
        papers={paper.id: paper for paper in papers},
        people={person.id: finished(person, papers_of[person.id], versions) for person in people},
        pages={page.id: page for page in pages_in_order(listed.pages)},
        credits=credits_,
        papers_of=papers_of,
        by_category=by_category(main),
        versions=versions,
        as_of=as_of,
    )


def _printed(paper: Paper, bylines: Bylines) -> Paper:
    """The paper with the names to print, in all its lists of people: those of groups, and no former name."""
    directory = bylines.directory
    if not (directory.former or directory.groups):
        return paper
    entries = zip(paper.byline.entries, bylines.matches[paper.id], strict=True)
    return replace(
        paper,
        byline=Byline(tuple(entry and _renamed(entry, match, directory) for entry, match in entries)),
        editors=tuple(_renamed(one, bylines.linker.entry(paper, one), directory) for one in paper.editors),
        advisors=tuple(_renamed(one, bylines.linker.entry(paper, one), directory) for one in paper.advisors),
    )


def _renamed(entry: Contributor, match: Match, directory: Directory) -> Contributor:
    if match.author is None:
        return entry
    name = directory.printed(match.author, entry.name)
    return entry if name is entry.name else replace(entry, name=name)


def _papers_of(
    papers: list[Paper], credits_: Mapping[str, tuple[str | None, ...]], people: list[str]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {person: [] for person in people}
    for paper in papers:
        for person in dict.fromkeys(credits_[paper.id]):
            if person is not None:
                found[person].append(paper.id)
    return {person: tuple(own) for person, own in found.items()}


def by_category(papers: Iterable[Paper]) -> Mapping[str, tuple[str, ...]]:
    """The papers' ids by category, in their order; the categories by name."""
    found: dict[str, list[str]] = {}
    for paper in papers:
        for category in dict.fromkeys(paper.categories):
            found.setdefault(category, []).append(paper.id)
    return {category: tuple(found[category]) for category in sorted(found)}


def _byline_problems(listed: Records, bylines: Bylines) -> Iterator[Problem]:
    papers = with_authors(listed.papers, bylines)
    for paper in papers:
        yield from byline_problems(paper, bylines.matches[paper.id], bylines.directory)
    yield from shared_names(papers, bylines)
    yield from near_names(listed.papers, bylines.matches, bylines.directory)


def _reference_problems(corpus: Corpus, bylines: Bylines, ids: Ids) -> Iterator[Problem]:
    listed = frozenset(corpus.papers)
    for paper in corpus.papers.values():
        yield from related_problems(paper, ids)
    selecting = {author.id: author for author in bylines.directory.authors.values() if author.selected}
    own: dict[str, set[str]] = {author: set() for author in selecting}
    for paper_id, matches in bylines.matches.items() if selecting else ():
        for match in matches:
            if match.author in own:
                own[match.author].add(paper_id)
    for author in selecting.values():
        yield from selected_problems(author, frozenset(own[author.id]), ids, listed)
    profiles = frozenset(person.id for person in corpus.people.values() if person.has_page)
    yield from home_problems(corpus.settings, profiles, frozenset(corpus.pages), ids)
