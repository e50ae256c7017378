"""Sites composed from text for tests, without writing their output."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from folders import CHECKOUT, write_files
from profilegen.build.clock import Clock
from profilegen.build.compose import Composed, compose
from profilegen.model.dates import PartialDate
from profilegen.model.words import Words
from profilegen.pages.page import Page
from profilegen.pages.plan import view
from profilegen.pages.site import Site
from profilegen.pages.views import View

WORDS = Words(yaml.safe_load((CHECKOUT / "themes/default/words.yaml").read_text(encoding="utf-8")))
CLOCK = Clock(PartialDate(2026, 7, 13))


def composed(root: Path, files: Mapping[str, str]) -> Composed:
    """What the build makes of these files."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    return compose(write_files(root, files), CLOCK)


def site_of(root: Path, files: Mapping[str, str]) -> tuple[Site, Mapping[str, Page]]:
    """A site without errors, and its pages by address."""
    made = composed(root, files)
    assert made.site is not None, [str(found) for found in made.problems]
    return made.site, {page.address: page for page in made.pages}


def view_of(root: Path, files: Mapping[str, str], address: str) -> View:
    """The view of the page at that address."""
    site, pages = site_of(root, files)
    return view(site, pages[address])
