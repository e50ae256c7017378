"""A citation style that a site brings along: a file of the CSL, read with the settings that name it."""

from pathlib import Path
from typing import Final

from profilegen.content import nodes
from profilegen.content.folders import leaving
from profilegen.model.settings import Settings
from profilegen.problems import Problem, problem, quoted
from profilegen.values import replace

ENDING: Final = ".csl"
MOST: Final = 5_000_000
"""Bytes that a style may have."""


def with_style(root: Path, node: nodes.Mapping, settings: Settings) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings with the content of the style that they name; a problem where it cannot be read."""
    if not settings.citation_style.endswith(ENDING):
        return settings, ()
    top = root.resolve()
    path = (top / settings.citation_style).resolve()
    reason = "it lies in a folder" if "/" in settings.citation_style else leaving(str(top), str(path))
    if not reason:
        try:
            if path.stat().st_size <= MOST:
                return replace(settings, citation_source=path.read_text(encoding="utf-8-sig")), ()
            reason = f"it is larger than {MOST:,} bytes"
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8"
    place = nodes.find(node, ("citation_style",)).place
    message = f"the citation style {quoted(settings.citation_style)} cannot be read: {reason}"
    return settings, (problem("unreadable-file", place, message, "put the .csl file beside profilegen.yaml"),)
