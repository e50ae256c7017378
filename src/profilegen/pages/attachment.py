"""A file beside a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the content: `source` below the site's root, `file` below the output folder."""

    source: str
    file: str
