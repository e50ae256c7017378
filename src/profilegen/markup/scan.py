"""The state of reading a paragraph: formulas, code and links become pieces, the rest is left to Markdown."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from profilegen.markup.emphasis import Run, pair
from profilegen.markup.formulas import Formulas
from profilegen.markup.signs import Piece, sign, without_bare_links
from profilegen.problems import Problem, Span, problem
from profilegen.values import Struct

DEPTH: Final = 32
"""Groups, brackets and tags pair up within this depth; the outermost of more are shown as typed."""


@dataclass(slots=True)
class Findings:
    """What reading a whole text brings up: pieces, problems, and the addresses that it defines for later use."""

    source: str
    span: Span
    formulas: Formulas
    linked: bool
    rewrite: Callable[[str], str] | None
    lines: bool = True
    """Whether the text may break its lines; a title may not."""
    definitions: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _signs: dict[str, str] = field(default_factory=dict)

    def add(self, piece: Piece) -> str:
        """The sign of a new piece."""
        self.pieces.append(piece)
        return sign(len(self.pieces) - 1)

    def tags(self, tags: Iterable[str]) -> str:
        """The signs of tags without more to them: each is one piece, however often it stands."""
        return "".join(self._signs.get(tag) or self._signs.setdefault(tag, self.add(Piece(tag))) for tag in tags)

    def warn(self, code: str, offset: int, message: str, hint: str) -> None:
        """A problem at an offset of the whole text, said once."""
        found = problem(code, self.span.place(self.source, offset), message, hint)
        if found not in self.problems[-DEPTH:]:
            self.problems.append(found)


class Opening(Struct, frozen=True):
    """Something that waits for its end: a group, a bracket, a tag."""

    kind: str
    at: int
    """Where its content begins in the paragraph."""
    out: int
    """Where it stands in what was written so far: it is shown as typed until its end is found."""
    before: str | None = None
    """The tag that its end puts in its place; None where both stay as typed."""
    after: str = ""
    link: bool = False


@dataclass(slots=True)
class Scan:
    """The state of reading one paragraph."""

    text: str
    offset: int
    findings: Findings
    out: list[str] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    closers: dict[int, str] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    last_link: int = -1
    _seen: dict[str, int] = field(default_factory=dict)
    _runs: dict[int, list[int]] | None = None

    def write(self, text: str) -> None:
        """More of the paragraph, as Markdown will see it."""
        self.out.append(text)

    def put(self, piece: Piece) -> None:
        """A finished piece."""
        self.out.append(self.findings.add(piece))

    def break_line(self) -> None:
        """Goes on in a new line, where the text may."""
        self.out.append(self.findings.add(Piece("<br>", " ")) if self.findings.lines else " ")

    def open(self, opening: Opening) -> None:
        """Waits for an end; of too many, the outermost waits no longer."""
        self.openings.append(opening)
        if len(self.openings) > DEPTH:
            del self.openings[0]

    def close(self, kind: str) -> Opening | None:
        """The innermost opening of this kind, with those inside of it given up."""
        for place in range(len(self.openings) - 1, -1, -1):
            if self.openings[place].kind == kind:
                found = self.openings[place]
                del self.openings[place:]
                return found
        return None

    def emphasise(self, run: Run) -> None:
        """A run of marks, as typed until it finds its partner."""
        self.runs.append(run)
        self.out.append(run.mark * run.count)

    def settle(self, since: int = 0) -> None:
        """Ends all emphasis that began after this place of what was written."""
        start = len(self.runs)
        while start and self.runs[start - 1].out >= since:
            start -= 1
        inside = self.runs[start:]
        del self.runs[start:]
        pair(inside)
        for run in inside:
            tags = self.findings.tags
            self.out[run.out] = tags(run.before) + run.mark * run.count + tags(run.after)

    def enclose(self, opening: Opening) -> None:
        """Puts the opening's tags around what was written since."""
        self.settle(opening.out)
        if opening.link:
            inside = without_bare_links("".join(self.out[opening.out + 1 :]), self.findings.pieces)
            self.out[opening.out + 1 :] = [inside]
            self.last_link = opening.out
        self.out[opening.out] = self.findings.tags(filter(None, [opening.before]))
        self.out.append(self.findings.tags(filter(None, [opening.after])))

    def holds_link(self, opening: Opening) -> bool:
        """Whether a link was written since the opening: links do not nest."""
        return self.last_link >= opening.out

    def cut(self, opening: Opening) -> str:
        """Takes back what was written since the opening."""
        self.settle(opening.out)
        inside = "".join(self.out[opening.out + 1 :])
        del self.out[opening.out :]
        self.last_link = min(self.last_link, opening.out - 1)
        return inside

    def next_place(self, pattern: re.Pattern[str], at: int) -> int:
        """Where the pattern is found next, from `at`; -1 for nowhere. Looks at each character once."""
        seen = self._seen.get(pattern.pattern, -1)
        if seen < at:
            found = pattern.search(self.text, at)
            seen = self._seen[pattern.pattern] = found.start() if found else len(self.text)
        return seen if seen < len(self.text) else -1

    def next_backticks(self, at: int, length: int) -> int:
        """Where the next run of exactly `length` backticks begins, from `at`; -1 for nowhere."""
        if self._runs is None:
            self._runs = {}
            for run in _BACKTICKS.finditer(self.text):
                self._runs.setdefault(len(run.group()), []).append(run.start())
            for starts in self._runs.values():
                starts.reverse()
        starts = self._runs.get(length, [])
        while starts and starts[-1] < at:
            starts.pop()
        return starts[-1] if starts else -1


_BACKTICKS: Final = re.compile("`+")
