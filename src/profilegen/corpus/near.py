"""Names in bylines that are likely another spelling of an author's who has a file."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from profilegen.corpus.bylines import Match, entry_place
from profilegen.corpus.directory import Directory
from profilegen.corpus.wording import add_spelling
from profilegen.model.names import spells_nearly
from profilegen.model.paper import Contributor, Paper
from profilegen.problems import Problem, problem, quoted_path

Matches: TypeAlias = Mapping[str, tuple[Match, ...]]
Key: TypeAlias = tuple[str, str, str]


class Candidate(NamedTuple):
    """A name in use: its author, which of the author's names it is, and how it folds."""

    author: str
    number: int
    folded: str


def near_names(papers: tuple[Paper, ...], matches: Matches, directory: Directory) -> Iterator[Problem]:
    """A warning for each such name; none for an entry with an id or an ORCID, nor beside the author in question."""
    bare = [(paper, entry) for paper in papers for entry in _bare(paper, matches[paper.id])]
    if not bare or not directory.authors:
        return
    folded = {entry.name.full: directory.keys(entry.name)[1] for _, entry in bare}
    known = _known(directory, frozenset(key for name in folded.values() for key in _keys(name)))
    near = {full: found for full, name in folded.items() if (found := _near(name, known))}
    for paper, entry in bare:
        if entry.name.full in near:
            yield from _warning(paper, entry, near[entry.name.full], matches[paper.id], directory)


def _bare(paper: Paper, matches: tuple[Match, ...]) -> Iterator[Contributor]:
    for entry, match in zip(paper.byline.entries, matches, strict=True):
        if match.open and entry is not None and not (entry.id or entry.orcid or entry.name.literal):
            yield entry


def _warning(
    paper: Paper, entry: Contributor, near: tuple[Candidate, ...], matches: tuple[Match, ...], directory: Directory
) -> Iterator[Problem]:
    present = {match.author for match in matches}
    absent = [candidate for candidate in near if candidate.author not in present]
    if not absent or directory.is_former(entry.name):
        return
    author = directory.authors[absent[0].author]
    spoken = directory.spoken((author.name, *author.other_names)[absent[0].number])
    message = f"{directory.spoken(entry.name)} is nearly {spoken} of {quoted_path(author.file)}"
    hint = f"{add_spelling(author, entry.name)}, or an id to the byline"
    yield problem("near-name", entry_place(paper, entry), message, hint)


def _near(folded: str, known: Mapping[Key, list[Candidate]]) -> tuple[Candidate, ...]:
    """The names that are nearly this one, by their authors' ids."""
    candidates = dict.fromkeys(candidate for key in _keys(folded) for candidate in known.get(key, ()))
    return tuple(sorted(one for one in candidates if spells_nearly(folded, one.folded)))


def _known(directory: Directory, wanted: frozenset[Key]) -> Mapping[Key, list[Candidate]]:
    """The names in use by those `wanted` keys that near spellings share with them."""
    index: dict[Key, list[Candidate]] = {}
    for author in directory.authors.values():
        for number, name in enumerate((author.name, *author.other_names)):
            candidate = Candidate(author.id, number, directory.keys(name)[1])
            for key in () if name.literal else _keys(candidate.folded):
                if key in wanted:
                    index.setdefault(key, []).append(candidate)
    return index


def _keys(folded: str) -> Iterator[Key]:
    """What near spellings have in common: the first initial and the family name, or the given and half the family name.

    The last word is the family name or a suffix after it.
    """
    words = [word for word in folded.replace(".-", "-").translate(_STOPS).split() if word.strip("-")]
    for end in range(max(2, len(words) - 1), len(words) + 1) if len(words) > 1 else ():
        *given, family = words[:end]
        yield ("initial", given[0].lstrip("-")[0], family)
        yield ("given", " ".join(given), family[0])


_STOPS: Final = str.maketrans(".,", "  ")
