"""The audit's result for a person: every finding, then one line a check."""

from collections.abc import Iterator, Sequence

from audit.finding import Outcome

HEAD = ("check", "site", "looked at", "findings", "remark")


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The findings in full, then the table."""
    for outcome in outcomes:
        if outcome.findings:
            yield f"\n{outcome.check} on the site {outcome.site}"
            yield from map(str, outcome.findings)
    yield ""
    yield from _table([HEAD, *(_row(outcome) for outcome in outcomes)])


def _row(outcome: Outcome) -> tuple[str, ...]:
    count = str(len(outcome.findings)) if outcome.findings else "none"
    return (outcome.check, outcome.site, outcome.looked_at, count, outcome.remark)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
