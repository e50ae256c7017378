"""The files of a built site, by their paths on the web."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_OURS: Final = ".profilegen-"
"""What the names of the files begin with that a build keeps in the output for itself."""


def site_files(output: Path) -> Mapping[str, Path]:
    """Every regular file below `output`, by its path with `/`, sorted; files of somebody else too, links not."""
    return dict(sorted(_below(output, "")))


def _below(folder: Path, shown: str) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_OURS) or entry.name == ".git":
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path), f"{shown}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield f"{shown}{entry.name}", Path(entry.path)
