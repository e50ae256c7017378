"""What a person's text becomes."""

from typing import Self

from profilegen.problems import Problem
from profilegen.values import Struct


class Rendered(Struct, frozen=True, array_like=True):
    """A text as safe HTML, as plain text on one line (titles, descriptions, feeds), and what was wrong with it.

    `words` is the plain text and `typed` what was typed, each where the HTML does not tell it: that of one paragraph
    without marks, as most texts are, tells both. Values are made by `of`, so that equal texts have equal fields.
    """

    html: str
    words: str | None = None
    problems: tuple[Problem, ...] = ()
    typed: str | None = None

    @classmethod
    def of(cls, html: str, plain: str, problems: tuple[Problem, ...] = ()) -> Self:
        """The text with this HTML and this plain text."""
        return cls(html, None if plain == _on_one_line(_told(html)) else plain, problems)

    @property
    def plain(self) -> str:
        """The text without marks, on one line."""
        return _on_one_line(_told(self.html)) if self.words is None else self.words

    @property
    def source(self) -> str:
        """What was typed."""
        if self.typed is not None:
            return self.typed
        return _told(self.html) if self.words is None else self.words


def _told(html: str) -> str:
    """The text of HTML that is a single paragraph, or a line, without marks."""
    text = html[len("<p>") : -len("</p>")] if html.startswith("<p>") else html
    return text.replace("&gt;", ">")


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")
