"""A whole site moved over: the author, the papers with their files, the selected ones, old addresses; no samples."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.content.notation import record
from profilegen.content.schema.commented import commented_settings
from profilegen.importing.authors import names_in, other_spellings
from profilegen.importing.candidate import Candidate
from profilegen.importing.gather import gather
from profilegen.importing.old_sites import BIBLIOGRAPHY, PUBLICATIONS, OldSite, academicpages, al_folio, hugoblox
from profilegen.importing.people import written
from profilegen.importing.plan import FOLDER, Plan, plan, refused
from profilegen.importing.site import Imported
from profilegen.model.names import Name
from profilegen.problems import Failure, quoted, quoted_path
from profilegen.starting.ids import id_of_name
from profilegen.starting.site import Wanted, site_files, workflow_files
from profilegen.starting.write import write_new
from profilegen.values import Struct, replace

KINDS: Final[Mapping[str, tuple[tuple[str, ...], Callable[[Path], OldSite]]]] = {
    "al-folio": ((BIBLIOGRAPHY,), al_folio),
    "academicpages": (("_publications",), academicpages),
    "hugoblox": (PUBLICATIONS, hugoblox),
}
"""The generators that are known: the folders that tell them, and how such a site is read."""


class Move(Struct, frozen=True):
    """What is moved where: the old site or bibliography, and what the new site is to be."""

    origin: str
    target: Path
    name: str = ""
    title: str = ""
    github: bool = False


class Moved(Struct, frozen=True):
    """What was made, and what was there; what the import did; `files` are those copied beside their papers."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    imported: Imported
    files: tuple[str, ...]


def old_site(origin: str) -> OldSite:
    """What the old site or the bibliography at `origin` says; Failure where there is none."""
    root = Path(origin)
    if origin in KINDS and not root.is_dir():
        return KINDS[origin][1](Path())
    if root.is_file():
        return OldSite(root.parent, gather([origin], "", {}, bytes))
    for folders, reader in KINDS.values():
        if any((root / folder).is_dir() for folder in folders):
            return reader(root)
    hint = f"give a .bib file, the folder of an old site, or one of {', '.join(KINDS)} in that folder"
    raise Failure(f"{quoted_path(origin)} is no site that can be moved", hint)


def move(order: Move, old: OldSite) -> Moved:
    """Write the new site; Failure where a file cannot be written. No file is overwritten."""
    name = order.name or str(old.reading.person.get("name") or "")
    if not name:
        raise Failure("the old site does not say whose it is", "give --name")
    planned = plan(old.reading.candidates, ())
    texts, files = _papers(planned, old)
    identity = id_of_name(name)
    title = order.title or old.title or name
    settings = commented_settings({"title": title, **({"url": old.url} if old.url else {})})
    texts |= {**site_files(Wanted(name, title, samples=False)), "profilegen.yaml": settings}
    texts[f"content/authors/{identity}.md"] = _author(name, old, planned)
    begun = write_new(order.target, {**texts, **(workflow_files() if order.github else {})})
    for path, source in files.items():
        _copy(source, order.target / path)
    whole = replace(
        planned,
        outcomes=(*planned.outcomes, *refused(old.reading.problems)),
        problems=tuple(sorted({*old.reading.problems, *planned.problems})),
    )
    return Moved(begun.made, begun.kept, Imported(whole), tuple(files))


def _papers(planned: Plan, old: OldSite) -> tuple[dict[str, str], dict[str, Path]]:
    """The papers' texts and the files beside them, by their paths; a paper with files is a folder."""
    texts = {f"{FOLDER}/{known.id}.md": known.document.raw.decode() for known in planned.papers}
    files: dict[str, Path] = {}
    by_id = {known.id: known for known in planned.papers}
    entered = zip(planned.ids, _kept(planned, old.reading.candidates), strict=True)
    for identity, candidate in entered:
        document = by_id[identity].document
        for named in candidate.files:
            label, _, path = named.partition(" ")
            source = old.file(path)
            if source is None or ("links" in by_id[identity].written and label in _links(by_id[identity].written)):
                continue
            document = document.with_value(("links", label), source.name.replace(" ", "%20"))
            files[f"{FOLDER}/{identity}/{source.name}"] = source
        if document is not by_id[identity].document:
            texts.pop(f"{FOLDER}/{identity}.md", None)
            texts[f"{FOLDER}/{identity}/index.md"] = document.raw.decode()
    return texts, files


def _links(written: Mapping[str, Plain]) -> Mapping[str, Plain]:
    held = written.get("links")
    return held if isinstance(held, dict) else {}


def _kept(planned: Plan, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that became papers, in the order of `planned.ids`."""
    return [one for one, outcome in zip(candidates, planned.outcomes, strict=True) if outcome.path]


def _author(name: str, old: OldSite, planned: Plan) -> str:
    kept = _kept(planned, old.reading.candidates)
    chosen: list[Plain] = list(
        dict.fromkeys(identity for identity, one in zip(planned.ids, kept, strict=True) if one.selected)
    )
    own = _own_name(name)
    others: list[Plain] = [written(other) for other in other_spellings(own, names_in(planned.papers))]
    person = {key: value for key, value in old.reading.person.items() if key != "name"}
    fields: dict[str, Plain] = {"name": written(own), "other_names": others, **person, "selected": chosen}
    return record({key: value for key, value in fields.items() if value}, old.biography)


def _own_name(name: str) -> Name:
    try:
        return Name.parse(name)
    except ValueError as error:
        raise Failure(f"{quoted(name)} is not a name: {error}", "give --name") from error


def _copy(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(source, target)
    except OSError as error:
        raise Failure(f"{quoted(source.name)} cannot be copied: {error.strerror}", "copy it by hand") from error
