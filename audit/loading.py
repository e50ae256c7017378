"""How a page loads: how many bytes it and its assets are, whom it asks, and whether anything shifts."""

from collections.abc import Iterable, Iterator
from typing import Final, cast
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser

from audit.axe import SCHEMES, WIDTHS, Scheme, opened
from audit.finding import Finding, Outcome, merged
from audit.sites import Site

MOST_BYTES: Final = 100_000
"""What a profile page of 15 papers and all its assets may be, uncompressed, in bytes."""

BUDGETED: Final = "example"
"""The site whose profile page has 15 papers."""

WATCH_SHIFTS: Final = """() => {
    window.shifts = [];
    const name = node => node ? (node.id ? "#" + node.id : [node.localName, ...node.classList ?? []].join(".")) : "";
    const note = entry => shifts.push(entry.sources.map(source => name(source.node)).join(", "));
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
}"""
"""Notes for each shift of the layout what moved."""

SETTLED: Final = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))"
"""Waits until what the page's scripts changed has been laid out."""

ASSETS: Final = """() => [...document.querySelectorAll("script[src], img[src], source[src], video[src], audio[src],"
    + " link:is([rel~=stylesheet], [rel~=icon], [rel~=preload], [rel~=manifest], [rel~=apple-touch-icon])[href]")
].map(asset => asset.src || asset.href)"""
"""What a page names to be loaded, be it in this scheme or another; a headless browser asks for no icon by itself."""


def check(browser: Browser, site: Site) -> Outcome:
    """How a page of each kind loads in every window; the profile of 15 papers is held to its budget."""
    samples = dict(site.samples())
    findings: list[Finding] = []
    weight = 0
    for kind, address in samples.items():
        name = f"{site.name}: {kind}"
        windows = [_settled(browser, site.url + address, width, scheme) for width in WIDTHS for scheme in SCHEMES]
        asked = {url for urls, _ in windows for url in urls}
        findings.extend(strangers(name, asked, site.url))
        findings.extend(
            Finding(name, "layout-shift", moved, "moves while the page loads")
            for _, shifts in windows
            for moved in shifts
        )
        if site.name == BUDGETED and kind == "profile":
            weight = _weight(site, asked)
            findings.extend(overweight(name, weight))
    remark = f"profile: {weight / 1000:.1f} kB" if weight else ""
    return Outcome("bytes, hosts, shifts", site.name, f"{len(samples)} pages", merged(findings), remark)


def strangers(name: str, asked: Iterable[str], home: str) -> Iterator[Finding]:
    """A finding for each request that went to a host other than that of `home`."""
    for url in sorted(set(asked)):
        if urlsplit(url).scheme != "data" and urlsplit(url).netloc != urlsplit(home).netloc:
            yield Finding(name, "other-host", url, "a page asks no other host for anything")


def overweight(name: str, weight: int) -> Iterator[Finding]:
    """A finding if a page of `weight` bytes, assets included, is over the budget."""
    if weight >= MOST_BYTES:
        yield Finding(name, "budget", "", f"{weight:,} bytes; the page and its assets stay under {MOST_BYTES:,}")


def _settled(browser: Browser, url: str, width: int, scheme: Scheme) -> tuple[set[str], set[str]]:
    """What `_loaded` gives, with the shifts of every one of three loads.

    A machine that is busy with other things paints a page of which it has read half; what moves then moves but once.
    """
    asked, moved = _loaded(browser, url, width, scheme)
    for _ in range(2):
        if moved:
            moved &= _loaded(browser, url, width, scheme)[1]
    return asked, moved


def _loaded(browser: Browser, url: str, width: int, scheme: Scheme) -> tuple[set[str], set[str]]:
    """Every address that a page asks for or names as an asset, and what moved in each shift of its layout."""
    context = opened(browser, width, scheme)
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url))
    context.add_init_script(f"({WATCH_SHIFTS})()")
    page = context.new_page()
    page.goto(url)
    page.evaluate(SETTLED)
    asked.update(urljoin(url, asset) for asset in cast(list[str], page.evaluate(ASSETS)))
    shifts = cast(list[str], page.evaluate("() => window.shifts"))
    context.close()
    return asked, set(shifts)


def _weight(site: Site, asked: set[str]) -> int:
    addresses = {url.removeprefix(site.url).partition("#")[0] for url in asked if url.startswith(site.url)}
    return sum(site.file(address).stat().st_size for address in addresses)
