"""All that a site's content says, before anything is linked."""

from fractions import Fraction

from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.settings import Settings
from profilegen.model.text import NO_TEXT, Text
from profilegen.values import Struct


class OwnPage(Struct, frozen=True, kw_only=True):
    """A page that a person wrote: teaching, contact, news."""

    id: str
    file: str
    title: Text
    menu: str = ""
    weight: Fraction | None = None
    draft: bool = False
    body: Text = NO_TEXT
    accept: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Records(Struct, frozen=True):
    """The records of a site, each kind in the order of their files' paths."""

    papers: tuple[Paper, ...]
    authors: tuple[Author, ...]
    pages: tuple[OwnPage, ...]
    settings: Settings
