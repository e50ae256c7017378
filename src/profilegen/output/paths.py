"""The paths of a site's files: relative, with forward slashes, and inside the output."""

import os
import re
from collections.abc import Iterator
from typing import Final

MANIFEST: Final = ".profilegen-manifest.json"
"""The file in the output that lists what is ours."""
STAGING: Final = ".profilegen-staging"
"""The folder in the output where new files wait; there only while a build writes, or after one was killed."""

# An empty, `.` or `..` segment (a leading or trailing slash makes an empty one), a NUL, Windows' separator, our names.
_UNSAFE: Final = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|[\0\\]|\A(?i:\.profilegen-)")


def is_safe(path: str) -> bool:
    """Whether `path`, joined to the output, means a file inside it that is not one of our own two names."""
    return not _UNSAFE.search(path)


def parent(path: str) -> str:
    """The folder of a site's file, "" for the output itself."""
    return path.rpartition("/")[0]


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
