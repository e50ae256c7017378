"""What stands beside the pages, and what it costs on top of them: exports, citations, pictures, feeds, maps, heads.

    python benchmarks/beside.py [--papers 10000] [--runs 3]

The same papers with the default theme and a page for every author, three times. Pages alone: no address, so no map of
the site, no feed and no picture, no file of papers, no citation, and a base.html without what machines read in the
head. Heads and maps: these added. Everything: the default settings, but for the search. Cold builds by one process, in
turn; the least processor time of the runs, which says more than the clock on a machine that others use.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from corpora import CHECKOUT, write_site

BASE: Final = CHECKOUT / "themes/default/templates/base.html"

MOST: Final = 0.35
"""What stands beside the pages may cost so much on top of them."""

ALONE: Final = "exports: {site: [], author: [], paper: []}\npictures: false\ncitation_style: none\n"
URL: Final = "url: https://example.org/\n"

_MACHINES: Final = re.compile(
    r"\{% for entry in frame\.head\.\w+ %\}\n.*?\{% endfor %\}\n|\{% if frame\.head\.data %\}\n.*?\{% endif %\}\n",
    re.DOTALL,
)


def main(papers: int, runs: int) -> None:
    """Build in turn, and print a table."""
    with tempfile.TemporaryDirectory(prefix="beside-", dir=os.environ.get("BENCH_DIR")) as folder:
        sites = {name: _site(Path(folder, name.replace(" ", "-")), papers, *how) for name, how in KINDS.items()}
        took: dict[str, list[float]] = {name: [] for name in sites}
        for _ in range(runs):
            for name, site in sites.items():
                took[name].append(_build(site))
        least = {name: min(seconds) for name, seconds in took.items()}
        _print(papers, least, {name: _size(site) for name, site in sites.items()})


def _site(folder: Path, papers: int, settings: str, template: Callable[[str], str]) -> Path:
    write_site(folder, papers, f"search: false\n{settings}")
    base = BASE.read_text(encoding="utf-8")
    if (own := template(base)) != base:
        (folder / "templates").mkdir()
        (folder / "templates/base.html").write_text(own, encoding="utf-8")
    return folder


def _without_machines(base: str) -> str:
    bare = _MACHINES.sub("", base)
    if "frame.head" in bare:
        raise ValueError(f"{BASE} has something in its head that this benchmark does not know")
    return bare


KINDS: Final[Mapping[str, tuple[str, Callable[[str], str]]]] = {
    "pages alone": (ALONE, _without_machines),
    "heads and maps": (ALONE + URL, str),
    "everything": (URL, str),
}


def _build(site: Path) -> float:
    """The processor time of a cold build, in seconds."""
    for name in ("output", ".profilegen"):
        shutil.rmtree(site / name, ignore_errors=True)
    before = _processor_time()
    command = (sys.executable, "-m", "profilegen", "build", "--quiet", "--workers", "1")
    subprocess.run(command, cwd=site, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return _processor_time() - before


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _size(site: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in (site / "output").rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _print(papers: int, took: Mapping[str, float], sizes: Mapping[str, tuple[int, int]]) -> None:
    alone = took["pages alone"]
    print(f"\n### What stands beside the pages, {papers:,} papers, one process\n")
    print("| | files | MB | processor time | on top of the pages |\n|---|---|---|---|---|")
    for name, seconds in took.items():
        files, size = sizes[name]
        print(f"| {name} | {files:,} | {size / 1e6:,.0f} | {seconds:.2f} s | {seconds / alone - 1:+.0%} |")
    print(f"\nat most {MOST:.0%} is meant to be on top")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    main(given.papers, given.runs)
