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

_INITIAL: Final = "initial"
_GIVEN: Final = "given"


class Candidate(NamedTuple):
    """A name in use: its author, which of the author's names it is, and how it folds."""

    author: str
    number: int
    folded: str


def near_names(papers: tuple[Paper, ...], matches: Matches, directory: Directory) -> Iterator[Problem]:
    """A warning for each such name; none for an entry with an id or an ORCID, nor beside the author in question."""
    near = _all_near(papers, directory) if directory.authors else {}
    for paper in papers if near else ():
        for entry, match in zip(paper.byline.entries, matches[paper.id], strict=True):
            if entry is not None and entry.name.full in near and match.open and _is_bare(entry):
                yield from _warning(paper, entry, near[entry.name.full], matches[paper.id], directory)


def _all_near(papers: tuple[Paper, ...], directory: Directory) -> Mapping[str, tuple[Candidate, ...]]:
    """For each name in a byline that is nearly one in use, those that it may be."""
    names = {entry.name.full: entry.name for paper in papers for entry in paper.byline.entries if entry is not None}
    folded = {full: folded for full, (_, folded) in directory.all_keys(names).items()}
    families, givens = _parts_in_use(directory)
    likely = {full: name for full, name in folded.items() if _shares_part(name, families, givens)}
    known = _known(directory, frozenset(key for name in likely.values() for key in _keys(name)))
    return {full: found for full, name in likely.items() if (found := _near(name, known))}


def _parts_in_use(directory: Directory) -> tuple[frozenset[str], frozenset[str]]:
    """The family names and the given names of the authors, as their keys have them."""
    names = (name for author in directory.authors.values() for name in (author.name, *author.other_names))
    keys = [key for name in names if not name.literal for key in _keys(directory.keys(name)[1])]
    return frozenset(key[2] for key in keys if key[0] == _INITIAL), frozenset(
        key[1] for key in keys if key[0] == _GIVEN
    )


def _shares_part(folded: str, families: frozenset[str], givens: frozenset[str]) -> bool:
    """Whether a key of the name may be one in use: nearly all names are told from those by their last word."""
    words = _words(folded)
    return (
        not families.isdisjoint(words[-2:])
        or " ".join(words[:-1]) in givens
        or (len(words) > 2 and " ".join(words[:-2]) in givens)  # noqa: PLR2004 - given and family name and a suffix
    )


def _is_bare(entry: Contributor) -> bool:
    """Whether the paper says nothing of a person but the name."""
    return not (entry.id or entry.orcid or entry.name.literal)


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
    words = _words(folded)
    for end in range(max(2, len(words) - 1), len(words) + 1) if len(words) > 1 else ():
        *given, family = words[:end]
        yield (_INITIAL, given[0].lstrip("-")[0], family)
        yield (_GIVEN, " ".join(given), family[0])


def _words(folded: str) -> list[str]:
    if "-" in folded:
        words = folded.replace(".-", "-").replace(".", " ").replace(",", " ").split()
        return [word for word in words if word.strip("-")]
    return folded.replace(".", " ").replace(",", " ").split()
