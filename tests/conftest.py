"""What all tests share: patient laws, a real Chromium for those that look at pages, and a record of what a page did."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""What Chromium and Chrome are called on PATH."""

BROWSER_ARGUMENTS: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # A page that asks for another host gets an error at once, with or without a network.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)

# A law holds on a busy machine too: no clock decides over one.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the pages of one test wrote to the console, threw, and asked for, in order."""

    messages: list[str] = field(default_factory=list)
    """Console messages as `type: text`; a breach of the Content-Security-Policy is one of them."""
    errors: list[str] = field(default_factory=list)
    """Exceptions that no script caught."""
    requests: list[str] = field(default_factory=list)
    """Every URL asked for, the page's own address and web sockets among them."""

    @property
    def hosts(self) -> set[str]:
        """The hosts, with their ports, that were asked; files and `data:` have none."""
        return {urlsplit(url).netloc for url in self.requests} - {""}


def find_chromium() -> Path | None:
    """The Chromium or Chrome on PATH, else in the place where its installer puts it."""
    on_path = (shutil.which(name) for name in NAMES)
    return next((Path(found) for found in on_path if found), None) or next(
        (place for place in usual_places() if place.is_file()), None
    )


def usual_places() -> Iterator[Path]:
    """Where Chrome and Chromium are installed on systems that do not put them on PATH."""
    if sys.platform == "darwin":
        yield Path("/Applications/Chromium.app/Contents/MacOS/Chromium")
        yield Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield Path(folder, "Google", "Chrome", "Application", "chrome.exe")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's path; without one the test is skipped, or fails where `CI=true`."""
    found = find_chromium()
    if found is None:
        message = "no Chromium or Chrome found; `make test` installs Debian's where it may"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def browser(chromium: Path) -> "Iterator[Browser]":
    """One running browser for all tests of a worker."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Playwright switches the sandbox off, which root and many containers need: the pages are our own.
        running = playwright.chromium.launch(executable_path=chromium, args=BROWSER_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def seen() -> Seen:
    """The record that the `page` fixture of the same test writes."""
    return Seen()


@pytest.fixture
def page(browser: "Browser", seen: Seen) -> "Iterator[Page]":
    """An empty page in a profile of its own; what it does stands in `seen`."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    context.on("console", lambda message: seen.messages.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda error: seen.errors.append(str(error.error)))
    context.on("request", lambda request: seen.requests.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: seen.requests.append(socket.url))
    yield page
    context.close()
