"""Names in bylines that are likely another spelling of an author's who has a file."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from profilegen.corpus.bylines import Match, entry_place
from profilegen.corpus.directory import Directory
from profilegen.corpus.wording import add_spelling
from profilegen.model.author import Author
from profilegen.model.folding import folded_key
from profilegen.model.names import Name, spells_nearly
from profilegen.model.paper import Contributor, Paper
from profilegen.problems import Problem, problem, quoted_path

Matches: TypeAlias = Mapping[str, tuple[Match, ...]]
Key: TypeAlias = tuple[str, str, str]

_INITIAL: Final = "initial"
_GIVEN: Final = "given"


_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""Letters as German and the Nordic languages write them where they cannot be typed."""


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
    keys = directory.all_keys(names)
    used = list(_used(directory))
    families, givens = _parts_in_use(used)
    folded = {full: folded for full, (_, folded) in keys.items()}
    spelled = {full: out for full, (key, form) in keys.items() if key is not form and (out := _spelled_out(key))}
    forms = chain(folded.items(), spelled.items())
    likely = [(full, form) for full, form in forms if _shares_part(form, families, givens)]
    known = _known(used, frozenset(key for _, form in likely for key in _keys(form)))
    # Of two forms of a name, the one without marks comes first.
    near = {full: found for full, form in reversed(likely) if (found := _near(form, known))}
    natives = _natives(directory)
    return near | {full: natives[form] for full, form in folded.items() if form in natives} if natives else near


def _used(directory: Directory) -> Iterator[Candidate]:
    """The names of persons, also as they are written without the letters of their languages."""
    for author in directory.authors.values():
        for number, name in enumerate((author.name, *author.other_names)):
            if not name.literal:
                key, folded = directory.keys(name)
                yield Candidate(author.id, number, folded)
                if key is not folded and (out := _spelled_out(key)):
                    yield Candidate(author.id, number, out)


def _natives(directory: Directory) -> Mapping[str, tuple[Candidate, ...]]:
    """The authors by their native names, which stand behind all others."""
    natives: dict[str, tuple[Candidate, ...]] = {}
    for author in directory.authors.values():
        if author.native_name:
            folded = Name.group(author.native_name).folded
            natives[folded] = (*natives.get(folded, ()), Candidate(author.id, len(author.other_names) + 1, folded))
    return natives


def _spelled_out(key: str) -> str:
    """The name as it folds where its umlauts are two letters each; "" where it has none."""
    out = key.translate(_SPELLED_OUT)
    return "" if out == key else folded_key(out)


def _parts_in_use(used: Iterable[Candidate]) -> tuple[frozenset[str], frozenset[str]]:
    """The family names and the given names of the authors, as their keys have them."""
    keys = [key for candidate in used for key in _keys(candidate.folded)]
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
    message = (
        f"{directory.spoken(entry.name)} is {_likeness(absent[0], author, directory)} of {quoted_path(author.file)}"
    )
    hint = f"{add_spelling(author, entry.name)}, or an id to the byline"
    yield problem("near-name", entry_place(paper, entry), message, hint)


def _likeness(candidate: Candidate, author: Author, directory: Directory) -> str:
    names = (author.name, *author.other_names)
    return f"nearly {directory.spoken(names[candidate.number])}" if candidate.number < len(names) else "the native name"


def _near(folded: str, known: Mapping[Key, list[Candidate]]) -> tuple[Candidate, ...]:
    """The names that are nearly this one, by their authors' ids; one that is the same is so in another spelling."""
    candidates = dict.fromkeys(candidate for key in _keys(folded) for candidate in known.get(key, ()))
    return tuple(sorted(one for one in candidates if folded == one.folded or spells_nearly(folded, one.folded)))


def _known(used: Iterable[Candidate], wanted: frozenset[Key]) -> Mapping[Key, list[Candidate]]:
    """The names in use by those `wanted` keys that near spellings share with them."""
    index: dict[Key, list[Candidate]] = {}
    for candidate in used:
        for key in _keys(candidate.folded):
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
