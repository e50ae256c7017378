"""html-validate on every page of a site."""

import json
import os
from typing import Final, TypedDict, cast

from audit import npm
from audit.finding import Finding, Outcome
from audit.sites import ROOT, Site

RULES: Final = ROOT / "audit" / "htmlvalidate.mjs"


class _Message(TypedDict):
    ruleId: str
    line: int
    column: int
    message: str
    selector: str | None


class _Report(TypedDict):
    filePath: str
    messages: list[_Message]


def check(site: Site) -> Outcome:
    """What is wrong with the HTML of any page, redirect pages among them."""
    script = "html-validate/bin/html-validate.mjs"
    arguments = ("--config", RULES, "--formatter", "json", "--max-warnings", "0", site.folder)
    reports = cast(list[_Report], json.loads(npm.run(script, *arguments, environment=os.environ)))
    findings = sorted(
        Finding(_page(site, report), found["ruleId"], _place(found), found["message"])
        for report in reports
        for found in report["messages"]
    )
    return Outcome("html-validate", site.name, f"{len(list(site.folder.rglob('*.html')))} files", tuple(findings))


def _page(site: Site, report: _Report) -> str:
    return f"{site.name}: {report['filePath'].removeprefix(f'{site.folder}/')}"


def _place(found: _Message) -> str:
    return f"{found['line']}:{found['column']} {found['selector'] or ''}".strip()
