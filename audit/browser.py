"""Debian's Chromium, driven by playwright, with nothing of its own going over the network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from audit.finding import CannotAudit

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What Chromium and Chrome are called on PATH."""

ARGUMENTS: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # A page that asks for another host gets an error at once, with or without a network.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)


def chromium() -> Path:
    """The browser's path; without one there is no audit."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise CannotAudit("no Chromium or Chrome found; `make audit` installs Debian's where it may")
    return Path(found)


@contextmanager
def running() -> Iterator[Browser]:
    """One running browser; playwright switches the sandbox off, which root needs: the pages are our own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()
