"""What a person's text becomes."""

from dataclasses import dataclass

from profilegen.problems import Problem


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as safe HTML, as plain text on one line (titles, descriptions, feeds), and what was wrong with it."""

    html: str
    plain: str
    problems: tuple[Problem, ...] = ()
