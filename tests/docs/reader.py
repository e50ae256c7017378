"""Somebody who does what a document says: writes the files that it shows, and types its commands."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from docs.documents import Example
from folders import CHECKOUT, write_files
from preview.serving import previewed


@dataclass(slots=True)
class Reader:
    """In which folder, as `cd` says; how `profilegen` is called there; and which Python has it."""

    folder: Path
    profilegen: Callable[[list[str], Path], None]
    python: str | Path

    def follow(self, example: Example) -> None:
        """Write the file, or type the commands."""
        if example.path:
            write_files(self.folder, {example.path: example.text})
        for words in example.commands if example.info[0] == "console" else ():
            self._type(words)

    def _type(self, words: list[str]) -> None:
        match words:
            case ["cd", folder]:
                self.folder /= folder
            case ["profilegen", "serve", *_]:
                with previewed(self.folder, python=self.python) as preview:
                    assert preview.ask("/").status == 200
            case ["profilegen", *rest]:
                self.profilegen(rest, self.folder)
            case ["git", *_]:
                self._run(words)
            case ["rsync", *_]:
                self._copy(words)
            case ["make", target]:
                assert re.search(rf"^{target}:", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
            case ["pipx", "install", "profilegen"] | ["pip", "install", "profilegen[search]"]:
                pass  # tests/site/test_package.py installs the wheel, tests/output/test_search.py uses the search
            case _:
                pytest.fail(f"nobody tries this command: {words}")

    def _run(self, words: list[str]) -> None:
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr

    def _copy(self, words: list[str]) -> None:
        """The copy itself, into a folder in place of the host."""
        if shutil.which("rsync"):
            there = self.folder.parent / "there"
            self._run([*words[:-1], f"{there}/"])
            assert (there / "index.html").is_file()
            assert not list(there.glob(".profilegen-*"))
