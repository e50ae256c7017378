"""axe-core on every kind of page, light and dark, at three widths; and whether a page fits its window."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias, TypedDict, cast

from playwright.sync_api import Browser, BrowserContext, Page

from audit.finding import Finding, Outcome, merged
from audit.npm import MODULES
from audit.sites import Site

Scheme: TypeAlias = Literal["light", "dark"]

SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
WIDTHS: Final = (320, 768, 1440)
TOUCHED: Final = 320
"""At this width the window is a phone's: fingers point, nothing hovers."""

RULES: Final = {
    # Every rule of WCAG 2.2 A and AA, axe's best practices, and the rules still on trial. Left out are AAA (contrast of
    # 7:1 would leave no room for quiet text; links of one name are told apart by their card) and deprecated rules.
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice", "experimental"],
    # Off in axe unless asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}

OPENED: Final = """() => {
    for (const panel of document.querySelectorAll("details[name] > :not(summary)")) panel.style.position = "static";
    for (const details of document.querySelectorAll("details")) {
        details.removeAttribute("name");
        details.open = true;
    }
    for (const hidden of document.querySelectorAll("[hidden=until-found]")) hidden.hidden = false;
}"""
"""Shows what is folded, since axe looks at nothing that is hidden. A panel that opens over the page, one at a time, is
laid out in the page: axe would take what lies below it for covered for good."""

LAID_OUT: Final = """() => {
    for (const element of document.body.querySelectorAll("*"))
        if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible";
}"""
"""Lays out what is far below the window as well, since axe would measure the estimate that stands for it."""

TOO_WIDE: Final = """() => {
    const root = document.documentElement, width = root.clientWidth;
    if (root.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > width + 0.5);
    const inner = wide.filter(e => !wide.some(other => other !== e && e.contains(other))).slice(0, 5);
    const name = e => e.localName + (e.id && "#" + e.id) + [...e.classList].map(c => "." + c).join("");
    return [`${root.scrollWidth} px in ${width} px`, ...inner.map(e => `${name(e.parentElement)} > ${name(e)}`)];
}"""
"""What reaches over the right edge of a window that scrolls sideways: its measure, then up to five elements."""


class _Node(TypedDict):
    target: list[str | list[str]]
    failureSummary: str


class _Violation(TypedDict):
    id: str
    nodes: list[_Node]


class _Results(TypedDict):
    violations: list[_Violation]


def check(browser: Browser, site: Site) -> Outcome:
    """What axe finds on a page of each kind, as it loads and with everything unfolded, and what is too wide."""
    samples = list(site.samples())
    findings: list[Finding] = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = opened(browser, width, scheme)
            context.add_init_script(path=MODULES / "axe-core" / "axe.min.js")
            for kind, address in samples:
                findings.extend(_of_page(context, site.url + address, f"{site.name}: {kind}"))
            context.close()
    looked_at = f"{len(samples)} pages × {len(WIDTHS)} widths × {len(SCHEMES)} schemes, folded and unfolded"
    return Outcome("axe-core, width", site.name, looked_at, merged(findings))


def opened(browser: Browser, width: int, scheme: Scheme) -> BrowserContext:
    """An empty window of that width for a reader who prefers that colour scheme."""
    phone = width <= TOUCHED
    # Transitions would let axe measure colours half way.
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        has_touch=phone,
        is_mobile=phone,
    )


def _of_page(context: BrowserContext, url: str, name: str) -> Iterator[Finding]:
    page = context.new_page()
    said: list[Finding] = []
    page.on("pageerror", lambda error: said.append(Finding(name, "script-error", "", str(error))))
    page.on("console", lambda message: said.append(Finding(name, f"console-{message.type}", "", message.text)))
    page.goto(url)
    page.evaluate(LAID_OUT)
    yield from in_window(page, name)
    page.evaluate(OPENED)
    yield from in_window(page, name)
    # A 404 is what was asked for there.
    yield from (finding for finding in said if "status of 404" not in finding.message)
    page.close()


def in_window(page: Page, name: str) -> Iterator[Finding]:
    """What axe finds on a page, in which its script runs already, and what is wider than the window."""
    results = cast(_Results, page.evaluate("rules => axe.run(rules)", RULES))
    for violation in results["violations"]:
        for node in violation["nodes"]:
            summary = " ".join(node["failureSummary"].split())
            yield Finding(name, violation["id"], _selector(node), summary)
    measure, *elements = cast(list[str], page.evaluate(TOO_WIDE)) or [""]
    if measure:
        yield Finding(name, "too-wide", ", ".join(elements), measure)


def _selector(node: _Node) -> str:
    return " ".join(part if isinstance(part, str) else " >>> ".join(part) for part in node["target"])
