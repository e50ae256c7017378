"""The picture of an h-index: papers by rank, the square of side h, and the diagonal that meets it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from profilegen.metrics.indices import h_index
from profilegen.model.words import Words
from profilegen.pages.charts.coordinates import Label, Line, Row, length, text_width
from profilegen.values import Struct

SIDE: Final = 200.0
"""The length of both axes; they have one scale, so that the square of side h is a square."""

_TOP: Final = 6.0
_RIGHT: Final = 6.0
_BOTTOM: Final = 18.0
_BESIDE: Final = 6.0
_BELOW: Final = 13.0
_LEAST: Final = 3
_APART: Final = 3.0  # narrower bars touch
_GAP: Final = 0.12
_CUT: Final = 5.0


class Square(Struct, frozen=True):
    """The square of side h."""

    x: str
    y: str
    side: str


class RankChart(Struct, frozen=True):
    """A finished chart; `core`, `rest` and `cut` are the data of paths.

    `core` holds the bars of the papers that make up the h-index, `rest` those of the others, `cut` a stroke through
    each bar that is higher than the drawing. The axes end where about 2.5 h papers and citations are; `text` says the
    chart in a sentence, `rows` in a table of the ranks shown.
    """

    width: str
    height: str
    view_box: str
    core: str
    rest: str
    cut: str
    square: Square
    diagonal: Line
    axes: tuple[Line, Line]
    labels: tuple[Label, ...]
    text: str
    rows: tuple[Row, ...]


class _Frame(NamedTuple):
    """Where the axes meet, and how long a paper and a citation are; `span` of them are on each axis."""

    left: float
    base: float
    unit: float
    span: int

    def x(self, rank: float) -> float:
        return self.left + rank * self.unit

    def y(self, count: float) -> float:
        return self.base - count * self.unit


class _Run(NamedTuple):
    """Bars that are drawn as one: between two places on the axis, with their citations."""

    start: float
    end: float
    citations: int


def rank_chart(counts: Sequence[int], h: int, words: Words) -> RankChart | None:
    """The picture of the h-index `h` of papers with these citations, in any order; None where h is 0.

    ValueError where h is not their h-index: a reported one has no picture.
    """
    ranked = sorted(counts, reverse=True)
    if h != h_index(ranked):
        raise ValueError(f"{h} is not the h-index of these papers")
    if h == 0:
        return None
    frame = _frame(ranked, h)
    shown = ranked[: frame.span]
    width, height = frame.left + SIDE + _RIGHT, frame.base + _BOTTOM
    core, rest = tuple(_runs(frame, shown, 0, h)), tuple(_runs(frame, shown, h, len(shown)))
    return RankChart(
        width=length(width),
        height=length(height),
        view_box=f"0 0 {length(width)} {length(height)}",
        core=_path(frame, core),
        rest=_path(frame, rest),
        cut=_strokes(frame, (*core, *rest)),
        square=Square(length(frame.left), length(frame.y(h)), length(h * frame.unit)),
        diagonal=_line(frame, (0, 0), (frame.span, frame.span)),
        axes=(_line(frame, (0, 0), (frame.span, 0)), _line(frame, (0, 0), (0, frame.span))),
        labels=tuple(_labels(frame, h)),
        text=_sentence(ranked, h, words),
        rows=tuple(Row(f"{rank:,}", f"{count:,}") for rank, count in enumerate(shown, 1)),
    )


def _frame(ranked: Sequence[int], h: int) -> _Frame:
    """Room for all papers and citations, or for 2.5 h of both where they are more."""
    needed = max(len(ranked), ranked[0])
    span = max(min(needed, -(-5 * h // 2)), h + 1, _LEAST)
    return _Frame(left=text_width(f"{h:,}") + 2 * _BESIDE, base=_TOP + SIDE, unit=SIDE / span, span=span)


def _runs(frame: _Frame, shown: Sequence[int], start: int, end: int) -> Iterator[_Run]:
    """A run for each rank, or for each height where bars are too narrow to stand apart."""
    ranks = [(rank, shown[rank]) for rank in range(start, end) if shown[rank]]
    if frame.unit >= _APART:
        yield from (_Run(rank + _GAP, rank + 1 - _GAP, count) for rank, count in ranks)
        return
    for _, group in groupby(ranks, lambda one: length(frame.y(min(one[1], frame.span)))):
        same = list(group)
        yield _Run(same[0][0], same[-1][0] + 1, same[0][1])


def _path(frame: _Frame, runs: Sequence[_Run]) -> str:
    base = length(frame.base)
    return "".join(
        f"M{length(frame.x(run.start))} {base}V{length(frame.y(min(run.citations, frame.span)))}"
        f"H{length(frame.x(run.end))}V{base}Z"
        for run in runs
    )


def _strokes(frame: _Frame, runs: Sequence[_Run]) -> str:
    """A slanting stroke through the top of each bar that is higher than the drawing."""
    return "".join(
        f"M{length(frame.x(run.start))} {length(_TOP + 2 * _CUT)}L{length(frame.x(run.end))} {length(_TOP + _CUT)}"
        for run in runs
        if run.citations > frame.span
    )


def _line(frame: _Frame, start: tuple[float, float], end: tuple[float, float]) -> Line:
    """From one point to another, each a rank and a number of citations."""
    return Line(length(frame.x(start[0])), length(frame.y(start[1])), length(frame.x(end[0])), length(frame.y(end[1])))


def _labels(frame: _Frame, h: int) -> Iterator[Label]:
    below = length(frame.base + _BELOW)
    yield Label(length(frame.left), below, "0")
    yield Label(length(frame.x(h)), below, f"{h:,}")
    yield Label(length(frame.left - _BESIDE), length(frame.y(h)), f"{h:,}", anchor="end")


def _sentence(ranked: Sequence[int], h: int, words: Words) -> str:
    """`h-index 12: 12 papers have 12 or more citations each; the next paper has 9`."""
    papers = words.count("charts.h_papers", h, h=f"{h:,}")
    if h == len(ranked):
        return f"{papers}; {words['charts.h_no_following']}"
    return f"{papers}; {words.say('charts.h_following', citations=f'{ranked[h]:,}')}"
