"""Who is who: the entries of a byline linked to the authors who have a file."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Final, TypeAlias

from profilegen.corpus.directory import Directory
from profilegen.corpus.wording import add_spelling, did_you_mean, yaml_entry
from profilegen.model.author import Author
from profilegen.model.names import Name
from profilegen.model.paper import Contributor, Paper
from profilegen.problems import Place, Problem, problem, quoted, quoted_path
from profilegen.values import Struct


class Evidence(Enum):
    """What an entry is linked by: what it states of the person, or no more than the name."""

    NONE = "none"
    NAME = "name"
    STATED = "stated"


class Match(Struct, frozen=True):
    """The author (id) that an entry is linked to, by what; with a problem and no author, nobody can say who it is."""

    author: str | None = None
    evidence: Evidence = Evidence.NONE
    problem: Problem | None = None

    @property
    def open(self) -> bool:
        """Whether the entry is that of somebody without a file."""
        return self.author is None and self.problem is None


NOBODY: Final = Match()

Candidates: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The authors (ids) with exactly a name, and those with one that differs in diacritics at most."""

_NO_CANDIDATES: Final[Candidates] = ((), ())


class Linker(Struct, frozen=True):
    """What links entries: the directory, the ids of all author files (of drafts too), and who has which name.

    `candidates` holds the directory's answers for those names as printed that somebody has, so that each is asked once;
    `clear` the matches of names that exactly one author has. Both are about people, not about groups.
    """

    directory: Directory
    known: frozenset[str]
    candidates: Mapping[str, Candidates]
    clear: Mapping[str, Match]

    def byline(self, paper: Paper) -> tuple[Match, ...]:
        """A match for each entry of the paper's byline."""
        matches = tuple([NOBODY if entry is None else self.entry(paper, entry) for entry in paper.byline.entries])
        stated = {match.author for match in matches if match.evidence is Evidence.STATED}
        if not stated:
            return matches
        # Beside the one who is meant, the bare name is somebody else's.
        return tuple(
            NOBODY if match.evidence is Evidence.NAME and match.author in stated else match for match in matches
        )

    def entry(self, paper: Paper, entry: Contributor) -> Match:
        """The match of one entry: by id, then by ORCID, then by name, then by the name without diacritics."""
        if not (entry.id or entry.orcid or entry.name.literal):
            full = entry.name.full
            return self.clear.get(full) or (self._by_name(paper, entry) if full in self.candidates else NOBODY)
        if entry.id:
            return self._by_id(paper, entry)
        holders = self.directory.by_orcid.get(entry.orcid, ()) if entry.orcid else ()
        return self._by_orcid(paper, entry, holders[0]) if holders else self._by_name(paper, entry)

    def _by_id(self, paper: Paper, entry: Contributor) -> Match:
        author = self.directory.authors.get(entry.id)
        at = entry_place(paper, entry)
        if author is None and entry.id in self.known:
            return NOBODY
        if author is None:
            message = f"no author has the id {quoted(entry.id)}"
            hint = did_you_mean(entry.id, self.known) or "an id is the name of a file in content/authors/"
            return Match(problem=problem("unknown-record", at, message, hint))
        if entry.orcid and author.orcid and entry.orcid != author.orcid:
            message = f"the ORCID {entry.orcid} is not that of {quoted(author.id)}, which is {author.orcid}"
            return Match(problem=problem("orcid-conflict", at, message, f"correct the id, the ORCID or {author.file}"))
        return Match(author.id, Evidence.STATED)

    def _by_orcid(self, paper: Paper, entry: Contributor, holder: str) -> Match:
        author = self.directory.authors[holder]
        if entry.name.full == author.name.full or self.directory.may_be(holder, entry.name):
            return Match(holder, Evidence.STATED)
        message = (
            f"{self.directory.spoken(entry.name)} is linked by the ORCID to {quoted(holder)}, "
            f"{quoted(author.name.full)}, and shares no word with it"
        )
        hint = "correct the ORCID"
        if not self.directory.is_former(entry.name):
            hint += f", or {add_spelling(author, entry.name)}"
        return Match(holder, Evidence.STATED, problem("orcid-name", entry_place(paper, entry), message, hint))

    def _by_name(self, paper: Paper, entry: Contributor) -> Match:
        exact, folded = self._candidates(entry.name)
        exact = self._without_other_orcid(exact, entry)
        if len(exact) == 1:
            return Match(exact[0], Evidence.NAME)
        found = exact or self._without_other_orcid(folded, entry)
        return self._folded_or_unclear(paper, entry, found) if found else NOBODY

    def _folded_or_unclear(self, paper: Paper, entry: Contributor, found: tuple[str, ...]) -> Match:
        at = entry_place(paper, entry)
        spoken = self.directory.spoken(entry.name)
        if len(found) == 1:
            author = self.directory.authors[found[0]]
            message = f"{spoken} is linked to {quoted(author.id)}, {quoted(author.name.full)}: diacritics differ"
            hint = "" if self.directory.is_former(entry.name) else add_spelling(author, entry.name)
            return Match(author.id, Evidence.NAME, problem("folded-name", at, message, hint))
        ids = " and ".join(quoted(author) for author in found)
        message = f"{spoken} is the name of {len(found)} authors: {ids}"
        return Match(problem=problem("ambiguous-author", at, message, self._which(entry.name, found)))

    def _candidates(self, name: Name) -> Candidates:
        return self.directory.candidates(name) if name.literal else self.candidates.get(name.full, _NO_CANDIDATES)

    def _which(self, name: Name, authors: tuple[str, ...]) -> str:
        first, *others = authors
        if self.directory.is_former(name):
            return "add to the entry " + " or ".join(f"id: {author}" for author in authors)
        return f"write {yaml_entry(name, first)}" + "".join(f" or id: {author}" for author in others)

    def _without_other_orcid(self, authors: tuple[str, ...], entry: Contributor) -> tuple[str, ...]:
        if not authors or not entry.orcid:
            return authors
        return tuple(author for author in authors if self.directory.authors[author].orcid in ("", entry.orcid))


class Bylines(Struct, frozen=True):
    """The linked bylines: a match for each entry of each paper, by the paper's id, and what linked them."""

    linker: Linker
    matches: Mapping[str, tuple[Match, ...]]

    @property
    def directory(self) -> Directory:
        """The authors who have a file."""
        return self.linker.directory


def linked_bylines(papers: tuple[Paper, ...], authors: tuple[Author, ...], known: frozenset[str]) -> Bylines:
    """The bylines of these papers, linked to these authors; `known` are the ids of all author files, drafts too."""
    printed = (entry.name for paper in papers for entry in contributors(paper)) if authors else ()
    linker = _linker(Directory.of(authors, printed), known)
    return Bylines(linker, {paper.id: linker.byline(paper) for paper in papers})


def _linker(directory: Directory, known: frozenset[str]) -> Linker:
    exact, near = directory.by_key, directory.by_folded
    candidates = {
        full: (exact.get(key, ()), near.get(folded, ()))
        for full, (key, folded) in directory.spelled.items()
        if key in exact or folded in near
    }
    clear = {full: Match(found[0], Evidence.NAME) for full, (found, _) in candidates.items() if len(found) == 1}
    return Linker(directory, known, candidates, clear)


def contributors(paper: Paper) -> Iterator[Contributor]:
    """Everybody whom the paper names."""
    yield from [entry for entry in paper.byline.entries if entry is not None]
    yield from paper.editors
    yield from paper.advisors


def byline_problems(paper: Paper, matches: tuple[Match, ...], directory: Directory) -> Iterator[Problem]:
    """What is wrong with a byline: entries that cannot be linked, and one author who stands there twice."""
    seen: set[str] = set()
    for entry, match in zip(paper.byline.entries, matches, strict=True):
        if match.problem:
            yield match.problem
        if entry is not None and match.author in seen:
            message = f"{directory.spoken(entry.name)} stands twice in the byline: both are {quoted(match.author)}"
            hint = f"take one out, or give the one who is meant the id: {match.author}"
            yield problem("ambiguous-author", entry_place(paper, entry), message, hint)
        if match.author is not None:
            seen.add(match.author)


def with_authors(papers: Iterable[Paper], bylines: Bylines) -> list[Paper]:
    """The papers in whose bylines anything is linked, or cannot be: of the others there is nothing to say."""
    matches = bylines.matches
    return [paper for paper in papers if (found := matches[paper.id]).count(NOBODY) != len(found)]


def shared_names(papers: Iterable[Paper], bylines: Bylines) -> Iterator[Problem]:
    """An error for each author without an ORCID to whom entries with two of them are linked."""
    stated = [
        (match.author, entry.orcid, paper)
        for paper in papers
        for entry, match in zip(paper.byline.entries, bylines.matches[paper.id], strict=True)
        if entry is not None and entry.orcid and match.author
    ]
    authors = bylines.directory.authors
    found: dict[str, dict[str, Paper]] = {}
    for author, orcid, paper in stated:
        if not authors[author].orcid:
            found.setdefault(author, {}).setdefault(orcid, paper)
    for author, by_orcid in sorted(found.items()):
        if len(by_orcid) > 1:
            yield _shared_name(authors[author], by_orcid)


def _shared_name(author: Author, by_orcid: Mapping[str, Paper]) -> Problem:
    (one, first), (other, second), *_ = by_orcid.items()
    message = (
        f"bylines with two ORCIDs are linked to {quoted(author.id)}, who has none: "
        f"{one} in {quoted_path(first.file)}, {other} in {quoted_path(second.file)}"
    )
    return problem("orcid-conflict", author.place("name"), message, f"add the one that is theirs, as in orcid: {one}")


def entry_place(paper: Paper, entry: Contributor) -> Place:
    """Where an entry stands."""
    return entry.place if entry.place.path else paper.place("authors")
