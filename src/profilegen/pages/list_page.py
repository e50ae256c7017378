"""One page of a list: what stands on it, and where the others are."""

from profilegen.values import Struct


class Section(Struct, frozen=True):
    """Entries of a list under one heading, "" where there is none; `ids` are of papers or people."""

    heading: str
    ids: tuple[str, ...]


class PageLink(Struct, frozen=True):
    """A page of a list, from 1, and its address; `span` says what is on it, "" where nothing short does."""

    number: int
    address: str
    span: str


class ListPage(Struct, frozen=True):
    """The page of that number, from 1, of a list of `total` entries on `count` pages; `links` are to some of them.

    The pages before and after it are always among the links.
    """

    number: int
    count: int
    total: int
    sections: tuple[Section, ...]
    links: tuple[PageLink, ...]

    @property
    def size(self) -> int:
        """How many entries are on this page."""
        return sum(len(section.ids) for section in self.sections)
