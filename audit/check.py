"""Every check of every site, in the order in which they are reported."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context

from audit import axe, browser, lighthouse, loading, markup, workflows
from audit.finding import Outcome
from audit.sites import Site


def check(sites: list[Site]) -> Iterator[Outcome]:
    """What each check says of each site; a browser for each site runs on a core of its own."""
    yield workflows.check()
    yield from map(markup.check, sites)
    # Not forked: the server is a thread of this process.
    with ProcessPoolExecutor(len(sites), get_context("spawn")) as workers:
        yield from chain.from_iterable(workers.map(in_browser, sites))
    # Last and alone, for it measures speed too.
    yield from map(lighthouse.check, sites)


def in_browser(site: Site) -> tuple[Outcome, ...]:
    """What our own browser says of a site."""
    with browser.running() as running:
        return (axe.check(running, site), loading.check(running, site))
