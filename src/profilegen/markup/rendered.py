"""What a person's text becomes."""

from profilegen.problems import Problem
from profilegen.values import Struct


class Rendered(Struct, frozen=True, array_like=True):
    """A text as safe HTML, as plain text on one line (titles, descriptions, feeds), and what was wrong with it.

    `source` is what was typed, where exports have to know.
    """

    html: str
    plain: str
    problems: tuple[Problem, ...] = ()
    source: str = ""
