"""What publishing would change on the branch, and whether it may."""

import hashlib
import posixpath
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from profilegen.problems import OutsideFailure, quoted, quoted_path
from profilegen.publishing.branch import CNAME, LIST, NO_JEKYLL, Branch
from profilegen.values import Struct

Content: TypeAlias = Path | bytes
"""What a file is made from: one on disk, or bytes."""

SHOWN: Final = 20
"""So many paths of a list are shown one by one."""

_PAGES_OWN: Final = (CNAME, NO_JEKYLL)
"""What GitHub Pages itself reads: nobody's page."""

FILE: Final = "100644"
"""git's mode of a file that is no program and no link."""


class Adopt(StrEnum):
    """What becomes of the files on a branch that is not ours yet."""

    KEEP = "keep"
    REPLACE = "replace"


class Change(Struct, frozen=True):
    """From the branch as it is to the site: what is added, changed, removed, sorted; `kept` are not ours and stay."""

    branch: Branch
    contents: Mapping[str, Content]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether the branch is as it should be."""
        return not (self.added or self.changed or self.removed)


def plan_change(branch: Branch, site: Mapping[str, Content], adopt: Adopt | None, algorithm: str) -> Change:
    """The change that puts the site on the branch; `algorithm` is the repository's hash, `sha1` or `sha256`.

    Raises:
        OutsideFailure: there are files on the branch that are not ours, and the user has not said what to do with
            them; or one is where a file of the site belongs.
    """
    contents = {**site, NO_JEKYLL: site.get(NO_JEKYLL, b"")}
    contents[LIST] = _list(contents)
    foreign = [path for path in branch.foreign if path not in _PAGES_OWN or path not in contents]
    if branch.listed is None and adopt is None and (strange := [path for path in foreign if path not in _PAGES_OWN]):
        raise _refused(branch, strange, "not from profilegen")
    kept = tuple(path for path in foreign if adopt is not Adopt.REPLACE or path == CNAME)
    clashing = frozenset(_clashes(kept, contents))
    if clashing and adopt is None:
        raise _refused(branch, sorted(clashing), "in the place of the site's own")
    kept = tuple(path for path in kept if path not in clashing)
    new = {path: content for path, content in contents.items() if branch.files.get(path) != _entry(content, algorithm)}
    return Change(
        branch,
        {path: new[path] for path in sorted(new)},
        added=tuple(sorted(path for path in new if path not in branch.files)),
        changed=tuple(sorted(path for path in new if path in branch.files)),
        removed=tuple(sorted(set(branch.files) - set(contents) - set(kept))),
        kept=kept,
    )


def bytes_of(content: Content) -> bytes:
    """The bytes of a file of the site."""
    return content if isinstance(content, bytes) else content.read_bytes()


def listed_paths(paths: Iterable[str]) -> str:
    """Some paths in one line, no more than SHOWN of them."""
    known = list(paths)
    more = f" and {len(known) - SHOWN:,} more" if len(known) > SHOWN else ""
    return ", ".join(quoted_path(path) for path in known[:SHOWN]) + more


def _list(contents: Mapping[str, Content]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(contents)).encode(errors="surrogateescape")


def _entry(content: Content, algorithm: str) -> tuple[str, str]:
    """How git holds a file."""
    held = bytes_of(content)
    blob = hashlib.new(algorithm, b"blob %d\0" % len(held), usedforsecurity=False)
    blob.update(held)
    return FILE, blob.hexdigest()


def _refused(branch: Branch, paths: list[str], why: str) -> OutsideFailure:
    files = "1 file" if len(paths) == 1 else f"{len(paths):,} files"
    message = f"the branch {quoted(branch.name)} holds {files} {why}: {listed_paths(paths)}"
    hint = "--adopt keep leaves those that the site has no file for, --adopt replace removes them; a CNAME stays"
    return OutsideFailure(message, hint)


def _clashes(foreign: Iterable[str], contents: Mapping[str, Content]) -> Iterable[str]:
    """The foreign files at, above or below a path of the site's."""
    folders = {folder for path in contents for folder in _above(path)}
    return (
        path for path in foreign if path in contents or path in folders or any(up in contents for up in _above(path))
    )


def _above(path: str) -> Iterable[str]:
    while path := posixpath.dirname(path):
        yield path
