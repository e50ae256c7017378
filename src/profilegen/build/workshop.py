"""Pages to bytes and into the staging folder, in whatever process: what goes in and comes out can be sent."""

import pickle
import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

from profilegen.build.memory import ITEMS, Seam
from profilegen.build.seams import joined, mended
from profilegen.build.shelving import Common, unshelved
from profilegen.build.templates import theme_layers
from profilegen.build.traced import Trace
from profilegen.output.catalogue import Items, read_kept
from profilegen.output.codec import DamagedError, decoder, encoder
from profilegen.output.manifest import Entry
from profilegen.output.store import Stored, store_page
from profilegen.pages.files import is_joined
from profilegen.pages.page import Page
from profilegen.pages.plan import VIEWS, template_of
from profilegen.pages.site import Site
from profilegen.theme.cards import Cards
from profilegen.theme.find import Layer
from profilegen.theme.named import named
from profilegen.theme.render import CARD, Renderer, renderer
from profilegen.values import Struct, replace

CARDED: Final = ("author", "papers", "category")
"""The kinds of page that show cards on every site; some have lists as well."""


class Terms(Struct, frozen=True):
    """What pages are wanted of: the site's folder, the one that holds its catalogue, and what all pages share."""

    root: Path
    state: Path
    common: Common


class Commission(Struct, frozen=True, eq=False):
    """Pages are wanted on the terms that are `sealed` here, since they go along with every job.

    Two are the same if their `name` is. `workshop` is the one for it, where that is there already.
    """

    name: str
    sealed: bytes
    workshop: "Workshop | None" = None

    def __reduce__(self) -> tuple[object, ...]:
        """What is sent: not the workshop, which whoever gets this has from its parent, or makes anew."""
        return Commission, (self.name, self.sealed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Commission) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


class Workshop(Struct, frozen=True):
    """A site and a theme, ready to print pages; `cards` are those printed so far."""

    site: Site
    theme: Renderer
    trace: Trace
    cards: Cards


class Piece(Struct, frozen=True):
    """A page to print, size and hash of our file of it, if there is one, and how that was joined, if that is known.

    The hash is empty where the file has to be looked at.
    """

    page: Page
    known: tuple[int, str] | None
    seam: Seam | None


class Job(Struct, frozen=True):
    """Pages to print into a part of the output's staging folder, as bytes: a tuple of `Piece`.

    `changed` are the numbers of the items that are not as they were when the files that are there were made.
    """

    commission: Commission
    output: str
    stage: str
    pieces: bytes
    changed: frozenset[int]


class Done(Struct, frozen=True):
    """A page that was printed, and the numbers of the items that it was made from, 4 bytes each; how it was joined.

    `rendering` and `writing` are the seconds that each took, `measuring` is the part of the former that went into
    people's numbers.
    """

    stored: Stored
    trace: bytes
    seam: Seam | None
    rendering: float
    writing: float
    measuring: float


def print_pages(job: Job) -> bytes:
    """Print and store the pages of the job; what was done, in their order, as bytes. Failure for a wrong template."""
    return encoder()(list(_printed(opened(job.commission), job)))


@lru_cache(maxsize=1)
def opened(commission: Commission) -> Workshop:
    """The workshop for this commission; kept, since a worker gets many jobs of it."""
    if commission.workshop is not None:
        return commission.workshop
    terms: Terms = pickle.loads(commission.sealed)  # noqa: S301 - it never left the build
    items = read_kept(terms.state / ITEMS, Items)
    if items is None:
        raise DamagedError(ITEMS)
    return equipped(terms, items, renderer(_layers(terms), terms.common.look))


def sealed(terms: Terms) -> bytes:
    """The terms as they go along with jobs."""
    return pickle.dumps(terms)


def equipped(terms: Terms, items: Items, theme: Renderer, linked: Site | None = None) -> Workshop:
    """The workshop on these terms, whose catalogue and theme are at hand, and the site if it was just linked."""
    trace, layers = Trace(), _layers(terms)
    names = {kind: named(layers, [template_of(kind)]) for kind in VIEWS} | {"card": named(layers, [CARD])}
    with_cards = ("card", *CARDED, *(("list",) if terms.common.settings.lists else ()))
    names["card"] = frozenset().union(*(names[kind] for kind in with_cards))
    names[""] = frozenset().union(*names.values())
    site = unshelved(terms.state, items, terms.common, trace, linked)
    return Workshop(replace(site, named=names), theme, trace, Cards())


def _layers(terms: Terms) -> tuple[Layer, ...]:
    return theme_layers(terms.root, terms.common.look)


def _printed(workshop: Workshop, job: Job) -> Iterator[Done]:
    done, noted = time.perf_counter(), workshop.trace
    for piece in decoder(tuple[Piece, ...])(job.pieces):
        began, measured, page = done, noted.measuring, piece.page
        if is_joined(page):
            content, now = _joined(workshop, job, piece)
        else:
            content, now = workshop.theme.print(workshop.site, page, workshop.cards), None
        rendered = time.perf_counter()
        stored = store_page(job.output, job.stage, page.file, content, Entry(*piece.known) if piece.known else None)
        trace = array("i", noted.take()).tobytes()
        done = time.perf_counter()
        yield Done(stored, trace, now, rendered - began, done - rendered, noted.measuring - measured)


def _joined(workshop: Workshop, job: Job, piece: Piece) -> tuple[bytes, Seam]:
    """A file of pieces: mended where our file of before is there as it was, else joined anew."""
    site, trace, page, seam = workshop.site, workshop.trace, piece.page, piece.seam
    if piece.known and piece.known[1] and seam is not None:
        with suppress(OSError):
            before = Path(job.output, page.file).read_bytes()
            if found := mended(site, page, trace, before, seam, job.changed):
                return found
    return joined(site, page, trace)
