"""What the tests of the output share: a look at a tree of files, and the folder that holds the package."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import profilegen

Tree = dict[str, bytes | str]


def _read(root: Path) -> Tree:
    """Each file below `root` by path with its bytes; a link with where it leads; an empty folder with "folder"."""
    found: Tree = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            key = path.relative_to(root).as_posix()
            if path.is_symlink():
                found[key] = f"-> {path.readlink()}"
            elif path.is_file():
                found[key] = path.read_bytes()
            elif not any(path.iterdir()):
                found[key] = "folder"
    return found


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], Tree]:
    return _read


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """For a process of its own that imports this very package."""
    return {**os.environ, "PYTHONPATH": str(Path(profilegen.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"}
