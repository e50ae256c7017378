"""`python -m audit`: builds the sites, checks them in a real browser, prints what was found; 1 if anything was."""

import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from audit import axe, browser, lighthouse, loading, markup, report
from audit.finding import CannotAudit, Outcome
from audit.server import served
from audit.sites import SOURCES, Site, built


def main() -> int:
    """Audit every site: 0 if nothing was found, 1 if something was, 2 if there could be no audit."""
    try:
        outcomes = _outcomes()
    except CannotAudit as reason:
        print(f"error: {reason}", file=sys.stderr)
        return 2
    print("\n".join(report.lines(outcomes)))
    return 1 if any(outcome.findings for outcome in outcomes) else 0


def _outcomes() -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="audit-") as folder, served(Path(folder, "sites")) as home:
        sites = [built(name, source, Path(folder, "sites", name), f"{home}{name}/") for name, source in SOURCES.items()]
        return list(_checked(sites))


def _checked(sites: list[Site]) -> Iterator[Outcome]:
    yield from map(markup.check, sites)
    # Not forked: the server is a thread of this process.
    with ProcessPoolExecutor(len(sites), get_context("spawn")) as workers:
        yield from chain.from_iterable(workers.map(_in_browser, sites))
    # Last and alone, for it measures speed too.
    yield from map(lighthouse.check, sites)


def _in_browser(site: Site) -> tuple[Outcome, ...]:
    with browser.running() as running:
        return (axe.check(running, site), loading.check(running, site))


if __name__ == "__main__":
    sys.exit(main())
