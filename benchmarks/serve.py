"""From the end of a save to the new bytes being served: median and 99th percentile over many saves.

    python benchmarks/serve.py [SAVES]

At 15 papers and at 10,000 with a page for every author, each previewed in a process of its own.
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
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from corpora import CHECKOUT, write_site

SAVES = 240
LARGE = 10_000
PAUSE_SECONDS = 0.3
"""Between two saves, as a person pauses; never in step with the preview's own looks at the files."""


GOLDEN = 0.618034
STRIDE = 37
MOST_TRIES = 10_000


def main(saves: int) -> None:
    """Measure and print, at the size of one person and at that of an anthology."""
    with tempfile.TemporaryDirectory(prefix="serve-") as folder:
        small = shutil.copytree(CHECKOUT / "content", Path(folder, "small/content")).parent
        for site in (small, write_site(Path(folder, "large"), LARGE)):
            _measure(site, saves)


def _measure(site: Path, saves: int) -> None:
    papers = sorted(path for path in site.glob("content/papers/*.md") if path.stem.isascii())
    took: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with _previewed(site) as port:
        for number, kind in zip(range(saves), itertools.cycle(KINDS), strict=False):
            took[kind].append(_measured(port, papers[number * STRIDE % len(papers)], number, KINDS[kind]))
    print(f"{len(papers):,} papers")
    for kind, seconds in {**took, "all": [one for many in took.values() for one in many]}.items():
        print(f"  {kind:10} {len(seconds):4} saves: {_spread(sorted(seconds))}")


def _spread(took: list[float]) -> str:
    ninety_ninth = took[min(len(took) - 1, int(len(took) * 0.99))]
    return f"median {_ms(statistics.median(took))}, 99th {_ms(ninety_ninth)}, most {_ms(took[-1])}"


def _measured(port: int, paper: Path, number: int, edit: Callable[[str, int], tuple[str, str]]) -> float:
    """Seconds from a save to the first answer that has what was saved."""
    address = f"/papers/{paper.stem.lower()}/"
    _asked(port, address)
    time.sleep(PAUSE_SECONDS * (1 + number * GOLDEN % 1))
    text, mark = edit(paper.read_text(encoding="utf-8"), number)
    paper.write_text(text, encoding="utf-8")
    saved = time.perf_counter()
    for tries in itertools.count():
        if mark.encode() in _asked(port, address):
            return time.perf_counter() - saved
        if tries > MOST_TRIES:
            raise TimeoutError(f"{paper} was never shown")
        time.sleep(0.002)
    raise AssertionError


def _in_abstract(text: str, number: int) -> tuple[str, str]:
    mark = f"saved-{number}-end"
    plain = re.sub(r"\s*saved-\d+-end", "", text).rstrip("\n")
    return f"{plain} {mark}\n", mark


def _in_title(text: str, number: int) -> tuple[str, str]:
    mark = f"Retitled {number} as"
    plain = re.sub(r"(?m)^title: (\"?)(?:Retitled \d+ as )?", rf"title: \g<1>{mark} ", text, count=1)
    return plain, mark


def _in_count(text: str, number: int) -> tuple[str, str]:
    head, _, abstract = text.removeprefix("---\n").partition("\n---\n")
    kept = [line for line in head.split("\n") if not line.startswith("citations:")]
    return "\n".join(["---", *kept, f"citations: {700_000 + number}", "---", abstract]), f"700,{number:03}"


def _in_byline(text: str, number: int) -> tuple[str, str]:
    listed = "authors:\n" in text
    byline = r"(?m)^(authors:\n)(?:  - Byline\w+ Mark\n)?" if listed else r"(?m)^(authors: \[)(?:Byline\w+ Mark, )?"
    mark = "Byline" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return re.sub(byline, rf"\g<1>  - {mark} Mark\n" if listed else rf"\g<1>{mark} Mark, ", text, count=1), mark


KINDS: Final[Mapping[str, Callable[[str, int], tuple[str, str]]]] = {
    "abstract": _in_abstract,
    "title": _in_title,
    "citations": _in_count,
    "byline": _in_byline,
}
"""What is edited, in turn: the text with an edit, and what shows it on the page."""


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
    main(int(sys.argv[1]) if sys.argv[1:] else SAVES)
