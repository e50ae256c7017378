"""What a check of the audit found, and what it looked at."""

from dataclasses import dataclass


class CannotAudit(Exception):
    """Why there is no audit: no browser, a site with errors, a tool that did not do its work."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: on which page, by which rule, at which selector (or line), and what is wrong in words."""

    page: str
    rule: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}  {self.rule}  {self.place}\n    {self.message}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one check of one site: how much it looked at (in words), its findings, and a remark."""

    check: str
    site: str
    looked_at: str
    findings: tuple[Finding, ...] = ()
    remark: str = ""


def merged(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings in order, each once: most faults show at every width and in both colour schemes."""
    return tuple(sorted(set(findings)))
