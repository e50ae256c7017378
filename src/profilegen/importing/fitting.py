"""Candidates against the schema of a paper's file: what does not fit its key is kept aside, and said."""

from collections.abc import Mapping
from typing import Final

from profilegen.content.nodes import Plain
from profilegen.content.schema.check import first_refusal
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import keys_of
from profilegen.content.schema.values import FIELD_LENGTH
from profilegen.content.source import readable
from profilegen.importing.candidate import Candidate
from profilegen.problems import Problem, problem, quoted
from profilegen.values import replace

ORDER: Final = tuple(keys_of(PaperFile))
"""The keys of a paper's file in the order in which they are written."""

_MAPS: Final = ("links", "extra", "dates", "ratings")
_MOST_ROUNDS: Final = 40


def fitted(candidate: Candidate) -> tuple[Candidate | None, tuple[Problem, ...]]:
    """The candidate with values that a paper's file takes, in its order; None where it is no paper without them."""
    fields: dict[str, Plain] = {key: kept for key, value in candidate.fields.items() if (kept := _cleaned(value))}
    problems: list[Problem] = []
    for _ in range(_MOST_ROUNDS):
        refusal = first_refusal(PaperFile, fields)
        if refusal is None:
            ordered = {key: fields[key] for key in ORDER if key in fields}
            return replace(candidate, fields=ordered), tuple(problems)
        if not _set_aside(candidate, fields, *refusal, problems):
            return None, tuple(problems)
    return None, (*problems, problem("bad-entry", candidate.place, f"{quoted(candidate.key)} has too many bad values"))


def _cleaned(value: Plain) -> Plain:
    """The value without characters that no file may hold."""
    match value:
        case str():
            return readable(value).strip("\n")
        case list():
            return [kept for item in value if (kept := _cleaned(item))]
        case dict():
            return {readable(key): kept for key, item in value.items() if (kept := _cleaned(item))}
    return value


def _set_aside(
    candidate: Candidate, fields: dict[str, Plain], loc: tuple[int | str, ...], reason: str, problems: list[Problem]
) -> bool:
    """Moves the value at `loc` to `extra`; False, with an error, where there is no paper without it."""
    key = str(loc[0]) if loc else ""
    name = quoted(candidate.key) if candidate.key else "the entry"
    if key in ("", "title", "authors"):
        problems.append(problem("bad-entry", candidate.place, f"{name} cannot be taken: its {key}: {reason}"))
        return False
    held = fields[key]
    step = str(loc[1]) if key in _MAPS and len(loc) > 1 else ""
    value = held.pop(step, None) if isinstance(held, dict) and step else fields.pop(key)
    if not fields.get(key, True):
        del fields[key]
    kept = _aside(fields, step or key, value)
    what = "it is kept under extra" if kept else "it is left out"
    message = f"{step or key} of {name} cannot be {quoted(_shown(value))}: {reason}; {what}"
    problems.append(problem("unfit-value", candidate.place, message))
    return True


def _aside(fields: dict[str, Plain], name: str, value: Plain) -> bool:
    extra = fields.setdefault("extra", {})
    if not isinstance(extra, dict) or len(_shown(value).encode()) > FIELD_LENGTH:
        return False
    if name in extra and isinstance(value, Mapping):
        return False
    extra[name] = value
    return True


def _shown(value: Plain) -> str:
    return value if isinstance(value, str) else str(value)
