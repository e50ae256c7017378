"""Who each entry of a byline is: an author with a file, or a person grouped by name."""

from collections.abc import Mapping

from profilegen.corpus.bylines import NOBODY, Bylines
from profilegen.corpus.corpus import Person
from profilegen.corpus.directory import Directory
from profilegen.corpus.grouping import Printed, grouped, spellings
from profilegen.corpus.order import people_in_order
from profilegen.model.author import Author
from profilegen.model.names import Name
from profilegen.model.paper import Contributor, Paper
from profilegen.values import replace


def credited(
    papers: tuple[Paper, ...], bylines: Bylines, *, all_authors: bool
) -> tuple[Mapping[str, tuple[str | None, ...]], tuple[Person, ...]]:
    """Who each entry of each byline is, and everybody there is, in the order of an index of names."""
    directory = bylines.directory
    unknown: list[Contributor] = []
    printed: dict[str, list[Name]] = {author: [] for author in directory.authors}
    for paper in papers:
        for entry, match in zip(paper.byline.entries, bylines.matches[paper.id], strict=True):
            if entry is None:
                continue
            if match.author is not None:
                printed[match.author].append(entry.name)
            elif match.problem is None:
                unknown.append(entry)
    others = grouped(unknown if all_authors else (), directory)
    authors = (_author(record, directory, printed[record.id]) for record in directory.authors.values())
    credits_ = {paper.id: _credits(paper, bylines, others.ids) for paper in papers}
    return credits_, people_in_order((*authors, *others.people))


def _credits(paper: Paper, bylines: Bylines, others: Mapping[Printed, str]) -> tuple[str | None, ...]:
    entries, matches = paper.byline.entries, bylines.matches[paper.id]
    if matches.count(NOBODY) == len(matches):
        return tuple([None if entry is None else others.get((entry.name.full, entry.orcid)) for entry in entries])
    persons = bylines.directory.persons
    row: list[str | None] = []
    for entry, match in zip(entries, matches, strict=True):
        if match.author is not None:
            row.append(persons[match.author])
        elif entry is None or match.problem is not None:
            row.append(None)
        else:
            row.append(others.get((entry.name.full, entry.orcid)))
    return tuple(row)


def _author(record: Author, directory: Directory, printed: list[Name]) -> Person:
    names = tuple(name.full for name in spellings(printed))
    own = record.name.full
    spelled = names if own in names else (*names, own)
    return Person(directory.persons[record.id], record.name, record, spelled, record.profile)


def finished(person: Person, papers: tuple[str, ...], versions: Mapping[str, str]) -> Person:
    """The person as all later rooms see it: without former names, `selected` with papers in the list alone."""
    author = person.author
    if author is None or not (author.former_names or author.selected):
        return person
    selected = dict.fromkeys(versions.get(paper, paper) for paper in author.selected)
    shown = tuple(paper for paper in selected if paper in papers)
    return replace(person, author=replace(author, former_names=(), selected=shown))
