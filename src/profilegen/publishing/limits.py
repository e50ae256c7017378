"""What GitHub Pages takes: sizes, and paths that differ in more than the case of letters."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from profilegen.problems import Place, Problem, problem, quoted_path

FILE_LIMIT: Final = 100 * 2**20
"""The largest file that GitHub takes, in bytes."""

SITE_LIMIT: Final = 2**30
"""The largest site that GitHub Pages shows, in bytes."""

_MB: Final = 2**20


def size_problems(files: Mapping[str, Path], shown: str) -> Iterator[Problem]:
    """A problem for each file, and for the site, that is too large; `shown` is how messages call its folder."""
    total = 0
    for name, path in files.items():
        size = path.stat().st_size
        total += size
        if size > FILE_LIMIT:
            message = f"the file has {size / _MB:,.0f} MB, and {FILE_LIMIT // _MB} MB are the most that GitHub takes"
            yield problem("too-large", Place(f"{shown}/{name}"), message, "put it elsewhere and link to it")
    if total > SITE_LIMIT:
        message = f"the site has {total / _MB:,.0f} MB, and {SITE_LIMIT // _MB:,} MB are the most on GitHub Pages"
        yield problem("too-large", Place(shown), message, "put large files elsewhere and link to them")


def case_problems(paths: Iterable[str], shown: str) -> Iterator[Problem]:
    """A problem for each path that is another one's on a disk where case and composition do not matter."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            message = f"on some disks the file is also {quoted_path(f'{shown}/{other}')}"
            yield problem("same-path", Place(f"{shown}/{path}"), message, "rename one of the two")
