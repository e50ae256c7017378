"""Author files for the people that an import was asked to give one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.content.notation import record
from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.paper import PaperFile
from profilegen.importing.known import Known
from profilegen.importing.people import written
from profilegen.importing.plan import Change
from profilegen.model.names import Name, spells_nearly
from profilegen.problems import Failure, quoted
from profilegen.starting.ids import free_id, id_of_name
from profilegen.values import Struct

FOLDER: Final = "content/authors"


class Wanted(Struct, frozen=True):
    """Whose files are wanted: people by name, with what a source says of them; or everybody."""

    names: tuple[str, ...] = ()
    everybody: bool = False
    details: Mapping[str, Plain] | None = None


def author_files(
    wanted: Wanted, papers: Sequence[Known[PaperFile]], authors: Iterable[Known[AuthorFile]], taken: Iterable[str] = ()
) -> tuple[Change, ...]:
    """A new file for each wanted person who has none; Failure where a name is in no byline."""
    bylines = names_in(papers)
    held = {name.folded for known in authors for name in _names(known.file)}
    ids = {identity.casefold() for identity in taken}
    changes: list[Change] = []
    for name, details in _people(wanted, bylines):
        if name.folded in held:
            continue
        others = other_spellings(name, bylines) if details is not None else ()
        held |= {name.folded, *(other.folded for other in others)}
        identity = free_id(id_of_name(name.full), ids)
        ids.add(identity)
        fields: dict[str, Plain] = {"name": written(name)}
        if others:
            fields["other_names"] = [written(other) for other in others]
        fields |= {key: value for key, value in (details or {}).items() if value and key != "name"}
        changes.append(Change(f"{FOLDER}/{identity}.md", None, record(fields).encode()))
    return tuple(changes)


def _people(wanted: Wanted, bylines: Mapping[str, Name]) -> Iterator[tuple[Name, Mapping[str, Plain] | None]]:
    for text in wanted.names:
        try:
            name = Name.parse(text)
        except ValueError as error:
            raise Failure(f"{quoted(text)} is not a name: {error}") from error
        if name.folded not in bylines and not other_spellings(name, bylines):
            near = ", ".join(quoted(other.full) for other in bylines.values() if other.family == name.family)
            hint = f"there are {near}" if near else "write the name as the papers print it"
            raise Failure(f"no byline has the name {quoted(text)}", hint)
        yield name, wanted.details or {}
    if wanted.everybody:
        yield from ((name, None) for name in bylines.values() if not name.literal)


def names_in(papers: Iterable[Known[PaperFile]]) -> dict[str, Name]:
    """Every name in the bylines by how it folds, as it is printed first."""
    found: dict[str, Name] = {}
    for known in papers:
        for entry in known.file.authors:
            if not entry.gap:
                name = entry.printed()
                found.setdefault(name.folded, name)
    return found


def other_spellings(name: Name, bylines: Mapping[str, Name]) -> tuple[Name, ...]:
    """How the bylines spell the name otherwise: initials for given names, a second given name more or less.

    A spelling that fits two different full names of the bylines is nobody's.
    """
    people = [other for other in bylines.values() if not other.literal]
    near = [other for other in people if spells_nearly(name.folded, other.folded)]
    sure = [other for other in near if all(spells_nearly(other.folded, one.folded) for one in near if one is not other)]
    letters = {_letters(one) for one in (name, *sure)}
    known = {one.folded for one in (name, *sure)}
    return (*sure, *(other for other in people if other.folded not in known and _letters(other) in letters))


def _letters(name: Name) -> str:
    """A name without what `W. A.`, `W.A.` and `WA` differ in."""
    return "".join(filter(str.isalnum, name.folded))


def _names(file: AuthorFile) -> Iterator[Name]:
    yield file.name.printed()
    yield from (name.printed() for name in (*file.other_names, *file.former_names))
