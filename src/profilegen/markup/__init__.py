"""A person's text to safe HTML: Markdown, LaTeX in prose, formulas."""

from profilegen.markup.converter import Markup, Rewrite
from profilegen.markup.mathml import MATH_CLASSES
from profilegen.markup.rendered import Rendered

__all__ = ["MATH_CLASSES", "Markup", "Rendered", "Rewrite"]
