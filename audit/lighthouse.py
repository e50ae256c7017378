"""Lighthouse on a profile and a paper page: full marks, but for speed, which depends on the machine and is reported."""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Final, NotRequired, TypedDict, cast

from audit import npm
from audit.browser import ARGUMENTS, chromium
from audit.finding import Finding, Outcome
from audit.sites import Site

KINDS: Final = ("profile", "paper")
FULL_MARKS: Final = ("accessibility", "best-practices", "seo")
SPEED: Final = "performance"


class _Node(TypedDict):
    selector: NotRequired[str]


class _Item(TypedDict):
    node: NotRequired[_Node]


class _Details(TypedDict):
    items: NotRequired[list[_Item]]


class _Audit(TypedDict):
    title: str
    score: float | None
    explanation: NotRequired[str]
    details: NotRequired[_Details]


class _Reference(TypedDict):
    id: str
    weight: float


class _Category(TypedDict):
    score: float | None
    auditRefs: list[_Reference]


class _Report(TypedDict):
    categories: Mapping[str, _Category]
    audits: Mapping[str, _Audit]


def check(site: Site) -> Outcome:
    """What keeps a page from 100 in accessibility, best practices and search; its speed as a remark."""
    samples = {kind: address for kind, address in site.samples() if kind in KINDS}
    reports = {kind: _report(site.url + address) for kind, address in samples.items()}
    findings = [found for kind, report in reports.items() for found in short_of(report, f"{site.name}: {kind}")]
    speeds = ", ".join(f"{kind} {_marks(report['categories'][SPEED])}" for kind, report in reports.items())
    return Outcome("Lighthouse", site.name, f"{len(samples)} pages", tuple(sorted(findings)), f"{SPEED}: {speeds}")


def short_of(report: _Report, name: str) -> Iterator[Finding]:
    """The audits that cost a page its full marks."""
    for label in FULL_MARKS:
        category = report["categories"][label]
        if category["score"] == 1:
            continue
        failed = [(entry["id"], report["audits"][entry["id"]]) for entry in category["auditRefs"] if entry["weight"]]
        yield from (_finding(name, rule, audit) for rule, audit in failed if audit["score"] not in {1, None})
        yield Finding(name, label, "", f"{_marks(category)} of 100")


def _finding(name: str, rule: str, audit: _Audit) -> Finding:
    items = audit.get("details", {}).get("items", [])
    selectors = [item.get("node", {}).get("selector", "") for item in items]
    return Finding(name, rule, ", ".join(filter(None, selectors)), audit.get("explanation", audit["title"]))


def _marks(category: _Category) -> str:
    return "none" if category["score"] is None else f"{category['score'] * 100:.0f}"


def _report(url: str) -> _Report:
    flags = " ".join(("--headless=new", "--no-sandbox", *(flag for flag in ARGUMENTS if " " not in flag)))
    arguments = (url, "--quiet", "--output=json", f"--only-categories={','.join((*FULL_MARKS, SPEED))}")
    environment = {**os.environ, "CHROME_PATH": str(chromium())}
    script = "lighthouse/cli/index.js"
    return cast(_Report, json.loads(npm.run(script, *arguments, f"--chrome-flags={flags}", environment=environment)))
