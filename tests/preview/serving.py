"""A preview in a process of its own, and what tests ask of it."""

import http.client
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from folders import CHECKOUT

PATIENCE: Final = 20.0
"""Seconds after which what did not come will not come."""

SITE: Final[Mapping[str, str]] = {
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\nShe wrote notes.\n",
    "content/papers/engine.md": "---\ntitle: The Engine\nauthors: [Ada Lovelace]\ndate: 1843\n---\nThe first text.\n",
    "content/papers/other.md": "---\ntitle: Another One\nauthors: [Ada Lovelace, Bob Byron]\ndate: 1844\n---\nElse.\n",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview: its address and what it printed so far."""

    port: int
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def changes(self) -> list[str]:
        """The lines that tell of a change."""
        return [line for line in self.lines if re.search(r"\d ms", line)]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def token(self) -> str:
        found = re.search(r'data-token="([^"]+)"', self.ask("/").text)
        assert found is not None
        return found[1]

    @contextmanager
    def events(self, page: str, mark: str = "", **headers: str) -> Iterator[Iterator[dict[str, object]]]:
        """The stream of a page; only a granted one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/-/events?token={self.token()}&page={page}&mark={mark}", headers=headers)
        answer = connection.getresponse()
        assert answer.status == 200
        try:
            yield (json.loads(line[6:]) for line in iter(answer.readline, b"") if line.startswith(b"data: "))
        finally:
            connection.close()


def mark_of(page: str) -> str:
    found = re.search(r'data-mark="([^"]*)"', page)
    assert found is not None
    return found[1]


def until(holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait until it holds."""
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.01)


@contextmanager
def previewed(
    root: Path, *options: str, wrapper: tuple[str, ...] = (), python: str | Path = sys.executable
) -> Iterator[Preview]:
    """The preview of the site at `root` on a free port, until the block ends."""
    command = [*wrapper, str(python), "-m", "profilegen", "serve", "--port", "0", *options, str(root)]
    process = subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    lines: list[str] = []
    reader = threading.Thread(target=_read, args=(process, lines), daemon=True)
    reader.start()
    try:
        until(lambda: _port(lines) > 0 or process.poll() is not None, "the address of the preview", 60)
        assert process.poll() is None, lines
        yield Preview(_port(lines), process, lines)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        finally:
            process.kill()
            process.wait()
            reader.join(5)
            if process.stdout is not None:
                process.stdout.close()


def _read(process: subprocess.Popen[str], lines: list[str]) -> None:
    lines.extend(line.rstrip("\n") for line in process.stdout or ())


def _port(lines: list[str]) -> int:
    found = next((re.match(r"http://\S+:(\d+)/ shows", line) for line in lines if " shows the site" in line), None)
    return int(found[1]) if found else 0
