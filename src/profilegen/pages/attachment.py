"""A file beside a record."""

from profilegen.values import Struct


class Attachment(Struct, frozen=True):
    """A file of the content: `source` below the site's root, `file` below the output folder."""

    source: str
    file: str
