"""The authors who have a file, found by id, ORCID or name; and what may be printed of their names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Self, TypeAlias

from profilegen.model.author import Author
from profilegen.model.folding import same_keys
from profilegen.model.names import Name, spells_nearly
from profilegen.model.slugs import slug
from profilegen.problems import Problem, problem, quoted, quoted_path
from profilegen.values import Struct

Keys: TypeAlias = tuple[str, str]
"""A name's key and its folded form (see `Name`)."""


class Directory(Struct, frozen=True):
    """Indices of authors by what a byline may say of them; the values are ids, sorted.

    `persons` maps an author's id to the person's. `groups` is `by_key` of literal names alone. `former` holds the keys
    and the folded forms of all former names: they may stand in no message. `spelled` has the key and the folded form of
    each name as printed, so that each is made once.
    """

    authors: Mapping[str, Author]
    persons: Mapping[str, str]
    by_orcid: Mapping[str, tuple[str, ...]]
    by_key: Mapping[str, tuple[str, ...]]
    by_folded: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    former: frozenset[str]
    spelled: Mapping[str, Keys]

    @classmethod
    def of(cls, authors: Iterable[Author], printed: Iterable[Name] = ()) -> Self:
        """The directory of these authors, for papers that print these names."""
        by_id = {author.id: author for author in sorted(authors, key=lambda author: author.id)}
        by_key: dict[str, tuple[str, ...]] = {}
        by_folded: dict[str, tuple[str, ...]] = {}
        groups: dict[str, tuple[str, ...]] = {}
        spelled = _all_keys({name.full: name for name in printed})
        former: set[str] = set()
        for author in by_id.values():
            for name in (author.name, *author.other_names, *author.former_names):
                key, folded = spelled.setdefault(name.full, spelled.get(name.full) or _keys(name))
                _add(by_key, key, author.id)
                _add(by_folded, folded, author.id)
                if name.literal:
                    _add(groups, key, author.id)
            former |= {key for name in author.former_names for key in spelled[name.full]}
        return cls(
            authors=by_id,
            persons={author: slug(author) for author in by_id},
            by_orcid=_orcids(by_id.values()),
            by_key=by_key,
            by_folded=by_folded,
            groups=groups,
            former=frozenset(former),
            spelled=spelled,
        )

    def candidates(self, name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The authors with exactly this name, and those whose name differs from it in diacritics at most.

        A group's name is never a person's.
        """
        key, folded = self.keys(name)
        if name.literal:
            return self.groups.get(key, ()), ()
        return self.by_key.get(key, ()), self.by_folded.get(folded, ())

    def keys(self, name: Name) -> Keys:
        """The name's key and its folded form."""
        return self.spelled.get(name.full) or _keys(name)

    def all_keys(self, names: Mapping[str, Name]) -> Mapping[str, Keys]:
        """The same for each of these names as printed."""
        known = self.spelled
        found = _all_keys({full: name for full, name in names.items() if full not in known})
        return {full: found.get(full) or known[full] for full in names}

    def is_former(self, name: Name) -> bool:
        """Whether somebody no longer has this name."""
        return bool(self.former) and not self.former.isdisjoint(self.keys(name))

    def spoken(self, name: Name) -> str:
        """The name as it may stand in a message."""
        return "this name" if self.is_former(name) else quoted(name.full)

    def may_be(self, author: str, name: Name) -> bool:
        """Whether the name has a word of the author's names, or that cannot be said: of initials, of another script."""
        record = self.authors[author]
        words = _words(self.keys(name)[1])
        known = [_words(self.keys(one)[1]) for one in (record.name, *record.other_names, *record.former_names)]
        return not words or not any(known) or not all(map(words.isdisjoint, known))

    def printed(self, author: str, name: Name) -> Name:
        """How a linked entry prints its name: as the paper has it, or the current name in place of a former one.

        The initials of a former name give way too, unless they are also those of a name in use. The name of a group is
        one, however the paper writes it.
        """
        record = self.authors[author]
        if record.name.literal and not name.literal:
            name = Name.group(name.full)
        if not record.former_names or name.key in {used.key for used in (record.name, *record.other_names)}:
            return name
        return record.name if _shows(name, record.former_names, record) else name


def _all_keys(names: Mapping[str, Name]) -> dict[str, Keys]:
    """The keys of these names, by the names as printed."""
    keys = zip(names.items(), same_keys(list(names)), strict=True)
    return {full: (key, key) if key.isascii() else _keys(name) for (full, name), key in keys}


def _keys(name: Name) -> Keys:
    key = name.key
    # What folds further is not ASCII.
    return key, key if key.isascii() else name.folded


def _words(folded: str) -> frozenset[str]:
    """The words of a name in Latin script, without initials."""
    words = re.split(r"[\s.,-]+", folded) if folded.isascii() else ()
    return frozenset(word for word in words if len(word) > 1)


def orcid_problems(directory: Directory) -> Iterator[Problem]:
    """An error for each author whose ORCID is also that of one before."""
    for orcid, (first, *others) in sorted(directory.by_orcid.items()):
        for other in others:
            record, owner = directory.authors[other], directory.authors[first]
            message = f"the ORCID {orcid} is also that of {quoted_path(owner.file)}"
            hint = "an ORCID is one person's: correct one of the two, or make the files one"
            yield problem("duplicate-orcid", record.place("orcid"), message, hint)


def _shows(name: Name, former: tuple[Name, ...], author: Author) -> bool:
    folded = name.folded
    if folded in {old.folded for old in former}:
        return True
    in_use = (author.name, *author.other_names)
    return any(spells_nearly(folded, old.folded) for old in former) and not any(
        folded == used.folded or spells_nearly(folded, used.folded) for used in in_use
    )


def _orcids(authors: Iterable[Author]) -> Mapping[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for author in authors:
        _add(index, author.orcid, author.id)
    return index


def _add(index: dict[str, tuple[str, ...]], key: str, author: str) -> None:
    """Another author under a key; the empty key is nobody's."""
    held = index.get(key, ())
    if key and author not in held:
        index[key] = (*held, author)
