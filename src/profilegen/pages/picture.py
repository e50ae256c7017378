"""The picture that stands for an author's page where somebody links to it: name, field, numbers."""

from collections.abc import Iterator
from typing import Final

from profilegen.corpus.corpus import Person
from profilegen.model.theme import Colour
from profilegen.pages import address
from profilegen.pages.card import primary_field
from profilegen.pages.page import Page
from profilegen.pages.site import Site
from profilegen.pages.tiles import tiles
from profilegen.pages.views import FigureView, LineView, PictureView

WIDTH: Final = 800
HEIGHT: Final = 420
"""Pixels: of this shape Open Graph's readers crop nothing. The template draws it 1200 by 630."""

FIGURES: Final = 4
"""So many numbers fit side by side."""

_LEFT: Final = 80
_STEP: Final = 265
_NAME_TOP: Final = 190
_LONG: Final = 19
_LONGER: Final = 34
_SIZES: Final = ((_LONG, 104), (_LONGER, 76))
_SMALLEST: Final = 54
_MOST: Final = 52
_LINE: Final = 34
_ACCENT: Final = "#8a2b0b"


def has_picture(site: Site, person_id: str) -> bool:
    """Whether the person has a picture: a file and a page, and the site an address, for the link must be whole."""
    return is_pictured(site, site.corpus.people[person_id])


def is_pictured(site: Site, person: Person) -> bool:
    """The same of a person who is at hand."""
    settings = site.settings
    return person.author is not None and person.has_page and settings.pictures and bool(settings.url)


def picture_address(person_id: str) -> str:
    """The address of a person's picture."""
    return f"{address.PEOPLE}{person_id}/card.png"


def picture_pages(site: Site) -> Iterator[Page]:
    """Every picture there is."""
    for person in site.corpus.people.values():
        if person.author is not None and has_picture(site, person.id):
            yield Page(picture_address(person.id), "picture", person.id, person.author.file)


def picture_view(site: Site, _at: str, person_id: str) -> PictureView:
    """The picture of a person."""
    person = site.corpus.people[person_id]
    papers = [site.corpus.papers[paper_id] for paper_id in site.corpus.papers_of[person_id]]
    field = primary_field(papers)
    position = person.author.position if person.author else ""
    said = [text for text in (position, site.category(field).name if field else "") if text]
    name, below = _name(person.name.full)
    first, _ = tiles(site, papers, site.measured[person_id], "")
    return PictureView(
        name=name,
        lines=tuple(LineView(below + 56 * at, _LINE, _cut(text)) for at, text in enumerate(said)),
        figures=tuple(FigureView(_LEFT + _STEP * at, tile.text, tile.label) for at, tile in enumerate(first[:FIGURES])),
        site=_cut(site.title),
        accent=_accent(site),
    )


def _name(full: str) -> tuple[tuple[LineView, ...], int]:
    """The name in one line or two, as large as it fits, and where the next line stands."""
    size = next((size for most, size in _SIZES if len(full) <= most), _SMALLEST)
    lines = [full] if len(full) <= _LONGER else _halves(full)
    views = tuple(LineView(_NAME_TOP + (size + 12) * at, size, _cut(line)) for at, line in enumerate(lines))
    return views, views[-1].y + 70


def _halves(full: str) -> list[str]:
    """A long name, broken at the blank nearest to its middle."""
    blanks = [at for at, letter in enumerate(full) if letter == " "]
    if not blanks:
        return [full]
    middle = min(blanks, key=lambda at: abs(at - len(full) // 2))
    return [full[:middle], full[middle + 1 :]]


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1].rstrip()}…"


def _accent(site: Site) -> str:
    """The theme's colour, where it has one of that name."""
    accent = site.options.get("accent")
    return accent.light if isinstance(accent, Colour) else _ACCENT
