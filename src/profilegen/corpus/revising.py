"""Papers put in the place of earlier ones that link as they did: the corpus with them, without linking anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from profilegen.corpus.bylines import byline_problems, linked_bylines
from profilegen.corpus.corpus import Corpus
from profilegen.corpus.dating import dates_of_paper, future_dates, site_date, stated_dates
from profilegen.corpus.linking import by_category
from profilegen.corpus.near import near_names
from profilegen.corpus.order import papers_in_order
from profilegen.corpus.references import Ids, category_problems, related_problems
from profilegen.corpus.samples import sample_problems
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Byline, Contributor, Paper, PaperType
from profilegen.model.records import Records
from profilegen.problems import Problem
from profilegen.values import Struct, replace


class Time(Struct, frozen=True):
    """What decides the site's date beside the content: see `dating.site_date`."""

    today: PartialDate | None
    epoch: int | None


def links_alike(old: Paper, new: Paper) -> bool:
    """Whether nothing differs that links, versions, addresses and copied files are made from."""
    return _links(old) == _links(new)


def revised(corpus: Corpus, papers: Sequence[Paper], time: Time) -> Corpus:
    """The corpus with these papers, each in the place of one that links alike; those it does not list are drafts."""
    fresh = _with_printed_names(corpus, papers)
    ordered = papers_in_order({**corpus.papers, **fresh}.values(), corpus.settings.sort)
    listed = {paper.id: paper for paper in ordered}
    return replace(
        corpus,
        papers=listed,
        papers_of=_papers_of(corpus, fresh, listed),
        by_category=by_category(paper for paper in ordered if paper.id not in corpus.versions),
        as_of=_as_of(corpus, fresh, listed, time),
    )


def retold(corpus: Corpus, papers: Sequence[Paper]) -> Corpus:
    """The corpus with these papers, each in the place of one that differs from it in its texts alone."""
    return replace(corpus, papers={**corpus.papers, **_with_printed_names(corpus, papers)})


def paper_problems(paper: Paper, records: Records, ids: Ids, today: PartialDate | None) -> Iterator[Problem]:
    """What is wrong with one listed paper among all records, but for what it has in common with another paper."""
    authors = tuple(author for author in records.authors if not author.draft)
    bylines = linked_bylines((paper,), authors, ids.authors)
    yield from byline_problems(paper, bylines.matches[paper.id], bylines.directory)
    yield from near_names((paper,), bylines.matches, bylines.directory)
    yield from category_problems((paper,), records.settings)
    yield from related_problems(paper, ids)
    yield from future_dates(Records((paper,), (), (), records.settings), stated_dates((paper,), ()), today)
    yield from sample_problems((paper,))


def _links(paper: Paper) -> tuple[object, ...]:
    people = (paper.byline, paper.editors, paper.advisors)
    same_work = (paper.doi, paper.arxiv, paper.versions, paper.type is PaperType.PREPRINT)
    return (paper.id, paper.file, paper.draft, paper.sample, paper.old_urls, paper.files, *people, *same_work)


def _with_printed_names(corpus: Corpus, papers: Iterable[Paper]) -> Mapping[str, Paper]:
    return {paper.id: _printed(paper, corpus.papers[paper.id]) for paper in papers if paper.id in corpus.papers}


def _printed(paper: Paper, known: Paper) -> Paper:
    """The paper with the names that are printed for the known one."""
    return replace(
        paper,
        byline=Byline(_named(paper.byline.entries, known.byline.entries)),
        editors=_named(paper.editors, known.editors),
        advisors=_named(paper.advisors, known.advisors),
    )


def _named(entries: Iterable[Contributor | None], known: Iterable[Contributor | None]) -> tuple[Contributor, ...]:
    pairs = zip(entries, known, strict=True)
    return tuple(entry and other and replace(entry, name=other.name) for entry, other in pairs)  # type: ignore[misc]


def _papers_of(
    corpus: Corpus, fresh: Mapping[str, Paper], listed: Mapping[str, Paper]
) -> Mapping[str, tuple[str, ...]]:
    if list(corpus.papers) == list(listed):
        return corpus.papers_of
    rank = {paper: number for number, paper in enumerate(listed)}
    people = {person for paper in fresh for person in corpus.credits[paper] if person is not None}
    moved = {person: tuple(sorted(corpus.papers_of[person], key=rank.__getitem__)) for person in people}
    return {**corpus.papers_of, **moved}


def _as_of(corpus: Corpus, fresh: Mapping[str, Paper], listed: Mapping[str, Paper], time: Time) -> PartialDate:
    if all(_dates(paper) == _dates(corpus.papers[paper.id]) for paper in fresh.values()):
        return corpus.as_of
    authors = [person.author for person in corpus.people.values() if person.author]
    return site_date(corpus.settings, stated_dates(listed.values(), authors), time.epoch, time.today)


def _dates(paper: Paper) -> list[PartialDate | None]:
    return list(dates_of_paper(paper))
