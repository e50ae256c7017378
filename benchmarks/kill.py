"""A large build killed at random instants: each file is whole then, and the next build ends where a clean one does.

python benchmarks/kill.py [TIMES]
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import blake2b
from pathlib import Path
from typing import Final

from corpora import write_site

PAPERS: Final = 600
TIMES: Final = 100
SEED: Final = 4711
OURS: Final = ".profilegen-"


def main(times: int) -> int:
    """The exit code: 0 if every kill was survived."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        site = write_site(Path(folder, "site"), PAPERS, "search: false\nurl: https://example.org/\n")
        took = _build(site)
        old, wrong = _files(site / "output"), 0
        for number in range(times):
            _edit(site, number)
            new = _clean(site, Path(folder, "clean"))
            _kill(site, chance.uniform(0, took))
            whole = all(hashed in (old.get(name), new.get(name)) for name, hashed in _files(site / "output").items())
            _build(site)
            ended = _files(site / "output")
            if not whole or ended != new:
                wrong += 1
                print(f"kill {number}: {'a file is not whole' if not whole else 'not what a clean build makes'}")
            old = ended
    print(f"{times} kills in builds of {took:.1f} s: {wrong} went wrong")
    return 1 if wrong else 0


def _edit(site: Path, number: int) -> None:
    """Another stylesheet changes every page, another title a few; every third time all is built from nothing."""
    static = site / "static"
    static.mkdir(exist_ok=True)
    (static / "style.css").write_text(f"p {{ margin: {number}px; }}\n", encoding="utf-8")
    paper = sorted(site.glob("content/papers/*.md"))[number]
    text = paper.read_text(encoding="utf-8").replace('title: "', f'title: "{number} ', 1)
    paper.write_text(text, encoding="utf-8")
    if number % 3 == 0:
        shutil.rmtree(site / ".profilegen", ignore_errors=True)


def _clean(site: Path, at: Path) -> dict[str, str]:
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(site, at, ignore=shutil.ignore_patterns("output", ".profilegen"))
    _build(at)
    return _files(at / "output")


def _kill(site: Path, after: float) -> None:
    command = [sys.executable, "-m", "profilegen", "build", "--quiet", "--workers", "2", str(site)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as build:
        time.sleep(after)
        os.killpg(build.pid, signal.SIGKILL)


def _build(site: Path) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "profilegen", "build", "--quiet", str(site)], check=True, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - began


def _files(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): blake2b(path.read_bytes(), digest_size=16).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and not path.relative_to(output).as_posix().startswith(OURS)
    }


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
