"""The paths of a site's files: relative, with forward slashes, and inside the output."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import Final

MANIFEST: Final = ".profilegen-manifest.json"
"""The file in the output that lists what is ours."""
STAGING: Final = ".profilegen-staging"
"""The folder in the output where new files wait; there only while a build writes, or after one was killed."""

INDEX: Final = "pagefind/profilegen.txt"
"""The file in the folder of the search's index that says that it is ours, and from which pages it was made."""

# An empty, `.` or `..` segment (a leading or trailing slash makes an empty one), a NUL, Windows'
# separator, what is no UTF-8, our names.
_UNSAFE: Final = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|[\0\\\ud800-\udfff]|\A(?i:\.profilegen-)")


def is_safe(path: str) -> bool:
    """Whether `path`, joined to the output, means a file inside it that is not one of our own two names."""
    return not _UNSAFE.search(path)


_STAGE: Final = re.compile(r"[0-9a-f]{8}")


def is_stage(name: str) -> bool:
    """Whether it is the name of a build's own folder in the staging folder."""
    return bool(_STAGE.fullmatch(name))


def staged_at(root: str, stage: str, path: str) -> str:
    """Where the file of the site waits that the build with the folder `stage` has written."""
    return f"{root}/{STAGING}/{stage}/{path}"


def parent(path: str) -> str:
    """The folder of a site's file, "" for the output itself."""
    return path.rpartition("/")[0]


def folders_of(paths: Iterable[str]) -> set[str]:
    """The folders above these files of a site, without the output itself."""
    found: set[str] = set()
    for path in paths:
        folder = parent(path)
        while folder and folder not in found:
            found.add(folder)
            folder = parent(folder)
    return found


def ancestors(path: str) -> Iterator[str]:
    """The folders above a site's file without the output itself, the outermost first."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def status(path: str | os.PathLike[str]) -> os.stat_result | None:
    """What stands at `path`, links not followed; None when nothing does."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
