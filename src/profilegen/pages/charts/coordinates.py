"""Lengths and labels of charts, in the units of the drawing: one unit is a pixel at the chart's own size."""

from typing import Final

from profilegen.values import Struct

CHARACTER: Final = 6.6
"""The width of a digit that labels leave room for: a theme sets them in 11 units or less."""


class Label(Struct, frozen=True):
    """A text with the point it stands at; `anchor` is SVG's `text-anchor`."""

    x: str
    y: str
    text: str
    anchor: str = "middle"


class Line(Struct, frozen=True):
    """A straight line."""

    x1: str
    y1: str
    x2: str
    y2: str


class Row(Struct, frozen=True):
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
