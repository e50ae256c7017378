"""What a person's text becomes."""

from profilegen.problems import Problem
from profilegen.values import Struct


class Rendered(Struct, frozen=True, array_like=True):
    """A text as safe HTML, as plain text on one line (titles, descriptions, feeds), and what was wrong with it.

    `typed` is what was typed, where exports have to know and it is another text than `plain`.
    """

    html: str
    plain: str
    problems: tuple[Problem, ...] = ()
    typed: str | None = None

    @property
    def source(self) -> str:
        """What was typed."""
        return self.plain if self.typed is None else self.typed
