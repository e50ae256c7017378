"""The sites that are audited: built by the real command, for the address they are served at."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.finding import CannotAudit

ROOT: Final = Path(__file__).resolve().parents[1]

SOURCES: Final[Mapping[str, Path]] = {"example": ROOT, "lab": ROOT / "examples" / "lab"}
"""The folders of the sites by the name that the audit gives them."""

SITE_PARTS: Final = ("content", "themes", "templates", "static")
"""What is copied of a site besides its settings."""

KINDS: Final[Mapping[str, str]] = {
    "profile": r"authors/[^/]+/",
    "paper": r"papers/[^/]+/",
    "people": r"authors/",
    "papers": r"papers/",
    "category": r"fields/[^/]+/",
    "own page": r"(?!authors/|papers/|fields/|assets/)[^/]+/",
    "404": r"404\.html",
}
"""The kinds of pages that are looked at, and what their addresses look like; the home page is of one of them."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its name, the folder of its pages, and the address that folder is served at (ends in `/`)."""

    name: str
    folder: Path
    url: str

    def addresses(self) -> list[str]:
        """Every page, as its address below `url`; redirect pages are none."""
        files = sorted(self.folder.rglob("*.html"))
        return [self._address(file) for file in files if 'http-equiv="refresh"' not in file.read_text("utf-8")]

    def file(self, address: str) -> Path:
        """The file behind an address."""
        return self.folder / address / "index.html" if address.endswith("/") or not address else self.folder / address

    def samples(self) -> Iterator[tuple[str, str]]:
        """For each kind of page that the site has: the kind, and the address of its largest page."""
        addresses = self.addresses()
        home = next((kind for kind in ("people", "papers") if KINDS[kind] not in addresses), "profile")
        for kind, shape in KINDS.items():
            fitting = [
                address for address in addresses if re.fullmatch(shape, address) or (not address and kind == home)
            ]
            if fitting:
                yield kind, max(fitting, key=lambda address: self.file(address).stat().st_size)

    def _address(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix().removesuffix("index.html")


def built(name: str, source: Path, into: Path, url: str) -> Site:
    """The site in `source`, built into `into` with the `url` it is served at as its setting."""
    copy = into.parent.parent / f"{name}-source"
    copy.mkdir(parents=True)
    for part in SITE_PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, copy / part)
    (copy / "profilegen.yaml").write_text(_settings(source, url), encoding="utf-8")
    command = [sys.executable, "-m", "profilegen", "build", str(copy), "--output", str(into), "--quiet"]
    done = subprocess.run(command, check=False, cwd=copy, capture_output=True, text=True)
    if done.returncode:
        raise CannotAudit(f"the site {name} cannot be built:\n{done.stderr}")
    return Site(name, into, url)


def _settings(source: Path, url: str) -> str:
    file = source / "profilegen.yaml"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return "\n".join([*(line for line in lines if not line.startswith("url:")), f"url: {url}", ""])
