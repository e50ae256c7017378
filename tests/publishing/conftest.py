"""A site in a git repository with a remote, for each test its own."""

import os
import shutil
from pathlib import Path

import pytest

from publishing.repositories import Clone, clone, environment


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A site that is committed, and an empty repository elsewhere."""
    if shutil.which("git") is None:
        pytest.skip("no git here")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    return clone(tmp_path)
