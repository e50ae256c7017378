"""The pictures of the README (`python -m audit.screenshots`), and a sheet for designers (`... --sheet FOLDER`)."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from audit import browser, crowd
from audit.axe import SCHEMES, Scheme
from audit.finding import CannotAudit
from audit.server import served
from audit.sites import ROOT, SOURCES, built

MOST_BYTES: Final = 250_000
"""A picture in the repository is smaller than this."""

A4: Final = (794, 1123)
"""A sheet of paper in CSS pixels."""

DEVICES: Final = {"phone": (390, 844), "laptop": (1280, 800), "wide": (2560, 1440)}
CROWDS: Final = {"empty": 0, "full": 1000}
"""The invented sites of the sheet, by their number of papers."""

VIEWS: Final = {
    "none": ("empty", ""),
    "fifteen": ("example", ""),
    "thousand": ("full", ""),
    "member": ("lab", "authors/harune-mizunobe/"),
    "people": ("lab", ""),
    "papers": ("lab", "papers/"),
    "paper": ("lab", "papers/thirty-springs-2019/"),
}
"""What the sheet shows: a site, and an address on it."""


SHEET_STYLE: Final = """
body { display: flex; flex-wrap: wrap; gap: 16px; background: #888; font: 14px sans-serif }
figure { margin: 0 }
img { height: 420px }
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the README: the file in docs/, the site and the page, the window's size and colour scheme."""

    file: str
    site: str
    address: str
    size: tuple[int, int]
    scheme: Scheme


PICTURES: Final = (
    Picture("profile-light.png", "example", "", (1280, 800), "light"),
    Picture("profile-dark.png", "example", "", (1280, 800), "dark"),
    Picture("phone.png", "example", "", (390, 844), "light"),
    Picture("lab.png", "lab", "authors/harune-mizunobe/", (1280, 960), "light"),
)


def main() -> int:
    """Take the pictures asked for; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m audit.screenshots", description=__doc__)
    parser.add_argument("--sheet", type=Path, metavar="FOLDER", help="every device and scheme, 0 to 1,000 papers")
    sheet: Path | None = parser.parse_args().sheet
    try:
        if sheet is None:
            take_pictures(ROOT / "docs")
        else:
            take_sheet(sheet)
    except CannotAudit as reason:
        print(f"error: {reason}", file=sys.stderr)
        return 1
    return 0


def take_pictures(docs: Path) -> None:
    """The pictures of the README, into the folder `docs`."""
    _check_fonts()
    with _site_server(SOURCES) as home, browser.running() as running:
        for picture in PICTURES:
            with _shown(running, home + picture.site + "/" + picture.address, picture.size, picture.scheme) as page:
                page.screenshot(path=docs / picture.file, animations="disabled")
            size = (docs / picture.file).stat().st_size
            if size >= MOST_BYTES:
                raise CannotAudit(f"docs/{picture.file} has {size:,} bytes; the most is {MOST_BYTES:,}")


def _check_fonts() -> None:
    """Without a Japanese font, the pictures would show empty boxes for a name."""
    fonts = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=True)
    if not fonts.stdout.strip():
        raise CannotAudit("no font has Japanese letters: install one (on Debian: fonts-noto-cjk)")


def take_sheet(folder: Path) -> None:
    """Each view on three devices, light, dark and printed, and `sheet.png` with all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="crowd-") as temporary, browser.running() as running:
        crowds = {name: crowd.write(Path(temporary, name), papers) for name, papers in CROWDS.items()}
        with _site_server({**SOURCES, **crowds}) as home:
            for name, (site, address) in VIEWS.items():
                _shots(running, f"{home}{site}/{address}", folder, name)
        files = sorted(file for file in folder.glob("*-*.png"))
        with _shown(running, "about:blank", (1600, 900), "light") as page:
            page.goto(_sheet(folder, files))
            page.screenshot(path=folder / "sheet.png", full_page=True)


@contextmanager
def _site_server(sources: Mapping[str, Path]) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder, served(Path(folder, "sites")) as home:
        for name, source in sources.items():
            built(name, source, Path(folder, "sites", name), f"{home}{name}/")
        yield home


@contextmanager
def _shown(running: Browser, url: str, size: tuple[int, int], scheme: Scheme) -> Iterator[Page]:
    width, height = size
    phone = width <= DEVICES["phone"][0]
    context = running.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        has_touch=phone,
        is_mobile=phone,
    )
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


def _shots(running: Browser, url: str, folder: Path, name: str) -> None:
    for device, (width, height) in DEVICES.items():
        for scheme in SCHEMES:
            # Two windows high, so that what lies below the first is seen as well.
            with _shown(running, url, (width, 2 * height), scheme) as page:
                page.screenshot(path=folder / f"{name}-{device}-{scheme}.png", animations="disabled")
    with _shown(running, url, A4, "light") as page:
        _print(page, folder / f"{name}-print")


def _print(page: Page, stem: Path) -> None:
    """The first two sheets of paper as pictures; without pdftoppm, the page as it would be laid out on paper."""
    page.pdf(path=stem.with_suffix(".pdf"), format="A4", prefer_css_page_size=True)
    if tool := shutil.which("pdftoppm"):
        subprocess.run([tool, "-png", "-r", "80", "-l", "2", stem.with_suffix(".pdf"), stem], check=True)
        return
    page.emulate_media(media="print")
    page.screenshot(path=stem.with_suffix(".png"))


def _sheet(folder: Path, files: list[Path]) -> str:
    """A page of all the pictures, each with its name, as an address."""
    figures = "".join(f'<figure><img src="{file.name}"><figcaption>{file.stem}</figcaption></figure>' for file in files)
    page = folder / "sheet.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{SHEET_STYLE}</style>{figures}", encoding="utf-8")
    return page.resolve().as_uri()


if __name__ == "__main__":
    sys.exit(main())
