"""Lengths and labels of charts, in the units of the drawing: one unit is a pixel at the chart's own size."""

from dataclasses import dataclass
from typing import Final

CHARACTER: Final = 6.6
"""The width of a digit that labels leave room for: a theme sets them in 11 units or less."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text with the point it stands at; `anchor` is SVG's `text-anchor`."""

    x: str
    y: str
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table that says in words what a chart shows."""

    label: str
    value: str


def length(value: float) -> str:
    """A coordinate or a length with two decimals at most and no idle zeros: `53.6`, `10`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def text_width(text: str) -> float:
    """The room that a label of digits takes."""
    return len(text) * CHARACTER
