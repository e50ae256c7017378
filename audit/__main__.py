"""`python -m audit`: builds the sites, checks them in a real browser, prints what was found; 1 if anything was."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from audit import axe, browser, lighthouse, loading, markup, report
from audit.finding import Outcome
from audit.server import served
from audit.sites import SOURCES, Site, built


def main() -> int:
    """Audit every site; the exit code."""
    with tempfile.TemporaryDirectory(prefix="audit-") as folder, served(Path(folder, "sites")) as home:
        sites = [built(name, source, Path(folder, "sites", name), f"{home}{name}/") for name, source in SOURCES.items()]
        outcomes = list(_checked(sites))
    print("\n".join(report.lines(outcomes)))
    return 1 if any(outcome.findings for outcome in outcomes) else 0


def _checked(sites: list[Site]) -> Iterator[Outcome]:
    yield from map(markup.check, sites)
    with browser.running() as running:
        for site in sites:
            yield axe.check(running, site)
            yield loading.check(running, site)
    # Last and alone, for it measures speed too.
    yield from map(lighthouse.check, sites)


if __name__ == "__main__":
    sys.exit(main())
