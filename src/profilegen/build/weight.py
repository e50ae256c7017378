"""Whether problems stop a build."""

from collections.abc import Iterable

from profilegen.problems import Problem, Severity


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(found.severity is Severity.ERROR for found in problems)


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether they keep a site from being built: errors do, and warnings where the user is strict."""
    return any(
        found.severity is Severity.ERROR or (strict and found.severity is Severity.WARNING) for found in problems
    )
