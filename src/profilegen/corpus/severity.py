"""How much each problem matters on this site: what the settings and the records themselves say."""

from collections.abc import Iterable, Mapping

from profilegen.model.records import Records
from profilegen.model.settings import Settings
from profilegen.problems import CODES, Problem, Severity


def accepted(
    problems: Iterable[Problem], settings: Settings, accepts: Mapping[str, tuple[str, ...]]
) -> tuple[Problem, ...]:
    """The problems that remain, in their order, each with the severity that it has on this site.

    A code that is an error by default stays one: the page it is about cannot be made right. Warnings and notes are
    silenced by the `accept` of the record they are about, which `accepts` has by its file, whatever the settings say,
    and else take the severity of the settings' `problems`; `off` drops them.
    """
    return tuple(
        _weighed(problem, settings)
        for problem in problems
        if _is_error(problem)
        or (
            settings.problems.get(problem.code) is not Severity.OFF
            and problem.code not in accepts.get(problem.record or problem.place.path, ())
        )
    )


def accepts_of(records: Records) -> Mapping[str, tuple[str, ...]]:
    """What each record accepts, by its file."""
    kinds = (records.papers, records.authors, records.pages)
    return {one.file: one.accept for kind in kinds for one in kind if one.accept}


def _weighed(problem: Problem, settings: Settings) -> Problem:
    severity = settings.problems.get(problem.code, problem.severity)
    if _is_error(problem) or severity is problem.severity:
        return problem
    return Problem(problem.place, problem.code, problem.message, problem.hint, severity, problem.record)


def _is_error(problem: Problem) -> bool:
    return CODES[problem.code].severity is Severity.ERROR
