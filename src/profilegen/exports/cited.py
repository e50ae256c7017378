"""A paper as exports see it: the record, and what the site says of it."""

from profilegen.model.paper import Paper
from profilegen.values import Struct


class Cited(Struct, frozen=True):
    """A paper to be written in another notation.

    `key` is its citation key, `title` and `abstract` are plain text on one line. `page` is the address of its own page
    below the site's root, `site` that root, ending in `/`, or "" where it is not known. `profiles` are the addresses
    of the authors' pages, "" for those who have none; parallel to the byline's entries. `main` is the id of the paper
    that this one is only another version of, else "".
    """

    paper: Paper
    key: str
    title: str
    abstract: str
    page: str
    site: str
    profiles: tuple[str, ...]
    main: str = ""

    @property
    def address(self) -> str:
        """The whole address of the paper's own page, "" where the site's is not known."""
        return f"{self.site}{self.page}" if self.site else ""

    def absolute(self, address: str) -> str:
        """An address below the site's root as a whole one; "" where that cannot be said."""
        return f"{self.site}{address}" if self.site and address else ""
