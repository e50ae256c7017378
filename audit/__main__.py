"""`python -m audit`: builds the sites, checks them in a real browser, prints what was found; 1 if anything was."""

import sys
import tempfile
from pathlib import Path

from audit import report
from audit.check import check
from audit.finding import CannotAudit, Outcome
from audit.server import served
from audit.sites import SOURCES, built


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
        return list(check(sites))


if __name__ == "__main__":
    sys.exit(main())
