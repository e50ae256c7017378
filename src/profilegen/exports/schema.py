"""The published schema of the site's own JSON: `profilegen schema export` prints it."""

from pathlib import Path


def export_schema() -> str:
    """The JSON Schema (2020-12) of papers.json, as text."""
    return Path(__file__).with_name("export.schema.json").read_text(encoding="utf-8")
