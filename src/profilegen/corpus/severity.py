"""How much each problem matters on this site: what the settings and the records themselves say."""

from collections.abc import Iterable

from profilegen.model.records import Records
from profilegen.problems import CODES, Problem, Severity


def accepted(problems: Iterable[Problem], records: Records) -> tuple[Problem, ...]:
    """The problems that remain, in their order, each with the severity that it has on this site.

    A code that is an error by default stays one: the page it is about cannot be made right. Warnings and notes are
    silenced by the `accept` of the record they are about, whatever the settings say, and else take the severity of
    the settings' `problems`; `off` drops them.
    """
    accepts = {
        **{paper.file: paper.accept for paper in records.papers},
        **{author.file: author.accept for author in records.authors},
        **{page.file: page.accept for page in records.pages},
    }
    return tuple(
        _weighed(problem, records)
        for problem in problems
        if _is_error(problem)
        or (
            records.settings.problems.get(problem.code) is not Severity.OFF
            and problem.code not in accepts.get(problem.record or problem.place.path, ())
        )
    )


def _weighed(problem: Problem, records: Records) -> Problem:
    severity = records.settings.problems.get(problem.code, problem.severity)
    if _is_error(problem) or severity is problem.severity:
        return problem
    return Problem(problem.place, problem.code, problem.message, problem.hint, severity, problem.record)


def _is_error(problem: Problem) -> bool:
    return CODES[problem.code].severity is Severity.ERROR
