"""From the end of a save to the new bytes being served: median and 99th percentile over many saves of abstracts.

    python benchmarks/serve.py SITE [SAVES]

SITE is copied first, and previewed in a process of its own.
"""

import http.client
import itertools
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SAVES = 200
PAUSE_SECONDS = 0.3
"""Between two saves, as a person pauses; never in step with the preview's own looks at the files."""


GOLDEN = 0.618034
STRIDE = 37
MOST_TRIES = 10_000


def main(site: Path, saves: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="serve-") as folder:
        copy = Path(folder, "site")
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns("output", ".profilegen", ".git", "src", "tests"))
        papers = sorted(path for path in copy.glob("content/papers/*.md") if path.stem.isascii())
        with _previewed(copy) as port:
            took = sorted(_measured(port, papers[number * STRIDE % len(papers)], number) for number in range(saves))
    ninety_ninth = took[min(len(took) - 1, int(len(took) * 0.99))]
    print(f"{len(papers):,} papers, {saves} saves: median {_ms(statistics.median(took))}, 99th {_ms(ninety_ninth)}")


def _measured(port: int, paper: Path, number: int) -> float:
    """Seconds from a save to the first answer that has what was saved."""
    address, mark = f"/papers/{paper.stem.lower()}/", f"saved-{number}-end"
    _asked(port, address)
    time.sleep(PAUSE_SECONDS * (1 + number * GOLDEN % 1))
    text = re.sub(r"\s*saved-\d+-end", "", paper.read_text(encoding="utf-8")).rstrip("\n")
    paper.write_text(f"{text} {mark}\n", encoding="utf-8")
    saved = time.perf_counter()
    for tries in itertools.count():
        if mark.encode() in _asked(port, address):
            return time.perf_counter() - saved
        if tries > MOST_TRIES:
            raise TimeoutError(f"{paper} was never shown")
        time.sleep(0.002)
    raise AssertionError


def _asked(port: int, address: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address)
    body = connection.getresponse().read()
    connection.close()
    return body


@contextmanager
def _previewed(site: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "profilegen", "serve", "--port", "0", str(site)]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        found = re.search(r":(\d+)/", process.stdout.readline() if process.stdout else "")
        if found is None:
            raise RuntimeError("the preview did not start")
        print(f"started in {time.perf_counter() - began:.1f} s")
        # The pipe holds far more lines than there are saves.
        yield int(found[1])
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else SAVES)
