"""Two files that are one paper made one: every fact is kept, and the old address leads to the new one."""

from collections.abc import Iterable, Iterator, Mapping

from profilegen.content.edit import Document
from profilegen.content.nodes import Plain
from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.paper import PaperFile
from profilegen.corpus.wording import did_you_mean
from profilegen.importing.comparing import says_the_same, shown
from profilegen.importing.duplicates import main_first
from profilegen.importing.fitting import ORDER
from profilegen.importing.known import Known
from profilegen.importing.merging import MAPS, merge
from profilegen.importing.plan import Change
from profilegen.model.paper import PaperType
from profilegen.model.slugs import slug
from profilegen.problems import Failure, quoted, quoted_path
from profilegen.values import Struct

_OF_A_VERSION = ("doi", "arxiv", "url", "date", "venue")
_LISTS = ("tags", "versions", "related", "old_urls", "awards", "funding", "categories")


class Joined(Struct, frozen=True):
    """The files that change, which paper was kept, and what was chosen, a line each."""

    changes: tuple[Change, ...]
    kept: str
    gone: str
    choices: tuple[str, ...]


def joined(one: str, other: str, papers: Iterable[Known[PaperFile]], authors: Iterable[Known[AuthorFile]]) -> Joined:
    """The papers `one` and `other` as one; Failure where there is no such paper or a file cannot be moved."""
    by_id = {known.id: known for known in papers}
    for identity in (one, other):
        if identity not in by_id:
            hint = did_you_mean(identity, by_id) or "the id is the file's name without its ending"
            raise Failure(f"there is no paper {quoted(identity)}", hint)
    if one == other:
        raise Failure(f"{quoted(one)} is one paper already")
    keep, gone = main_first(by_id[one], by_id[other])
    if gone.beside:
        names = ", ".join(path.name for path in gone.beside)
        raise Failure(
            f"{quoted_path(gone.path)} has files beside it: {names}", "move them to the other paper's folder first"
        )
    document, choices = _document(keep, gone)
    changes = [Change(keep.path, keep.document.raw, document.raw), Change(gone.path, gone.document.raw, None)]
    rest = [known for known in by_id.values() if known not in (keep, gone)]
    changes += [*_selected(authors, keep.id, gone.id), *_related(rest, keep.id, gone.id)]
    return Joined(tuple(changes), keep.id, gone.id, tuple(choices))


def _document(keep: Known[PaperFile], gone: Known[PaperFile]) -> tuple[Document, list[str]]:
    lists = {key: _united(keep, gone, key) for key in _LISTS if key in gone.written}
    lists["versions"] = _versions(keep, gone, lists.get("versions", []))
    lists["old_urls"] = _addresses(keep, gone, lists.get("old_urls", []))
    offered: dict[str, Plain] = {**gone.written, **({"abstract": gone.body} if gone.body else {})}
    offered = {key: value for key, value in offered.items() if key not in (*_LISTS, "type", "accept")}
    merged = merge(keep, offered)
    document = merged.known.document
    choices = [f"{key}: added from {gone.id}" for key in merged.added]
    aside: dict[str, Plain] = {}
    for key, value in offered.items():
        if _differs(key, keep, gone) and key in MAPS:
            mine = _held(keep, key)
            held = value if isinstance(value, dict) else {}
            aside |= {
                name: item for name, item in held.items() if isinstance(mine, dict) and mine.get(name, item) != item
            }
        elif _differs(key, keep, gone):
            choices.append(f"{key}: kept {quoted(shown(_held(keep, key)))}, {gone.id} had {quoted(shown(value))}")
            if key not in _OF_A_VERSION:
                aside[key] = value
    for key, value in lists.items():
        if value and value != keep.written.get(key):
            document = document.with_value((key,), value, ORDER)
    if aside:
        document = document.with_value(("extra", gone.id), aside, ORDER)
    return document, choices


def _held(known: Known[PaperFile], key: str) -> Plain:
    return known.body if key == "abstract" and known.body else known.written.get(key)


def _differs(key: str, keep: Known[PaperFile], gone: Known[PaperFile]) -> bool:
    """Whether both say something under `key`, and not the same; maps are merged key by key."""
    mine, theirs = _held(keep, key), _held(gone, key)
    if isinstance(mine, dict) and isinstance(theirs, dict) and key in MAPS:
        return any(mine.get(name, item) != item for name, item in theirs.items())
    if not mine or not theirs:
        return False
    if key == "abstract":
        return " ".join(shown(mine).split()) != " ".join(shown(theirs).split())
    # What only reads alike is no fact lost; a title in other words is.
    return mine != theirs and not (key in ("doi", "arxiv", "url") and says_the_same(key, keep.file, gone.file))


def _united(keep: Known[PaperFile], gone: Known[PaperFile], key: str) -> list[Plain]:
    mine, theirs = _listed(keep.written.get(key)), _listed(gone.written.get(key))
    return [*mine, *(one for one in theirs if one not in mine)]


def _listed(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else ([value] if value else [])


def _versions(keep: Known[PaperFile], gone: Known[PaperFile], listed: list[Plain]) -> list[Plain]:
    """The versions of both, and the paper that goes as one of them."""
    listed = listed or _listed(keep.written.get("versions"))
    kind = "preprint" if gone.file.type == PaperType.PREPRINT.value else "published"
    facts: dict[str, Plain] = {key: value for key in _OF_A_VERSION if (value := gone.written.get(key))}
    if not _differs("doi", keep, gone) and not _differs("arxiv", keep, gone) and kind == "published":
        return listed
    if not str(facts.get("url") or "http").startswith("http"):
        del facts["url"]
    entry: dict[str, Plain] = {"kind": kind, **facts}
    return listed if entry in listed or not facts else [*listed, entry]


def _addresses(keep: Known[PaperFile], gone: Known[PaperFile], listed: list[Plain]) -> list[Plain]:
    own = f"/papers/{slug(gone.id)}/"
    listed = listed or _listed(keep.written.get("old_urls"))
    return listed if own in listed else [*listed, own]


def _selected(authors: Iterable[Known[AuthorFile]], keep: str, gone: str) -> Iterator[Change]:
    for known in authors:
        if gone in known.file.selected:
            chosen: list[Plain] = list(dict.fromkeys(keep if one == gone else one for one in known.file.selected))
            document = known.document.with_value(("selected",), chosen)
            yield Change(known.path, known.document.raw, document.raw)


def _related(papers: Iterable[Known[PaperFile]], keep: str, gone: str) -> Iterator[Change]:
    for known in papers:
        if any(entry.id == gone for entry in known.file.related):
            listed = [_renamed(one, keep, gone) for one in _listed(known.written.get("related"))]
            document = known.document.with_value(("related",), listed)
            yield Change(known.path, known.document.raw, document.raw)


def _renamed(entry: Plain, keep: str, gone: str) -> Plain:
    return {**entry, "id": keep} if isinstance(entry, Mapping) and entry.get("id") == gone else entry
