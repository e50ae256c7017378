"""Pages to bytes and into the staging folder, in whatever process: what goes in and comes out can be sent."""

import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from profilegen.build.memory import ITEMS, Seam
from profilegen.build.seams import joined, mended
from profilegen.build.shelving import Common, unshelved
from profilegen.build.themed import theme_layers
from profilegen.build.traced import Trace
from profilegen.output.catalogue import Items, read_kept
from profilegen.output.codec import DamagedError
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


class Commission(Struct, frozen=True, eq=False):
    """What pages are wanted of: the site's folder, the one that holds its catalogue, and what all pages share.

    Two are the same if their `name` is.
    """

    name: str
    root: Path
    state: Path
    common: Common

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


class Job(Struct, frozen=True):
    """Pages to print into a part of the output's staging folder.

    With each page goes what our file of it holds, if there is one, and how that was joined, if that is known. `changed`
    are the numbers of the items that are not as they were then.
    """

    commission: Commission
    output: str
    stage: str
    pages: tuple[tuple[Page, Entry | None, Seam | None], ...]
    changed: frozenset[int]


class Done(Struct, frozen=True):
    """A page that was printed, and the numbers of the items that it was made from, 4 bytes each; how it was joined.

    `rendering` and `writing` are the seconds that each took.
    """

    stored: Stored
    trace: bytes
    seam: Seam | None
    rendering: float
    writing: float


def print_pages(job: Job) -> list[Done]:
    """Print and store the pages of the job, in their order; Failure where a template is wrong."""
    return list(_printed(opened(job.commission), job))


def print_here(workshop: Workshop, job: Job) -> list[Done]:
    """The same in a workshop that is there already."""
    return list(_printed(workshop, job))


@lru_cache(maxsize=1)
def opened(commission: Commission) -> Workshop:
    """The workshop for this commission; kept, since a worker gets many jobs of it."""
    items = read_kept(commission.state / ITEMS, Items)
    if items is None:
        raise DamagedError(ITEMS)
    return equipped(commission, items, renderer(_layers(commission), commission.common.look))


def equipped(commission: Commission, items: Items, theme: Renderer) -> Workshop:
    """The workshop for this commission, whose catalogue and theme are at hand."""
    trace = Trace()
    layers = _layers(commission)
    names = {kind: named(layers, [template_of(kind)]) for kind in VIEWS} | {"card": named(layers, [CARD])}
    names[""] = frozenset().union(*names.values())
    site = unshelved(commission.state, items, commission.common, trace)
    return Workshop(replace(site, named=names), theme, trace, Cards())


def _layers(commission: Commission) -> tuple[Layer, ...]:
    return theme_layers(commission.root, commission.common.look)


def _printed(workshop: Workshop, job: Job) -> Iterator[Done]:
    done = time.perf_counter()
    for page, known, seam in job.pages:
        began = done
        if is_joined(page):
            content, now = _joined(workshop, job, page, known, seam)
        else:
            content, now = workshop.theme.print(workshop.site, page, workshop.cards), None
        rendered = time.perf_counter()
        stored = store_page(job.output, job.stage, page.file, content, known)
        trace = array("i", workshop.trace.take()).tobytes()
        done = time.perf_counter()
        yield Done(stored, trace, now, rendered - began, done - rendered)


def _joined(workshop: Workshop, job: Job, page: Page, known: Entry | None, seam: Seam | None) -> tuple[bytes, Seam]:
    """A file of pieces: mended where our file of before is there as it was, else joined anew."""
    site, trace = workshop.site, workshop.trace
    if known is not None and known.hash and seam is not None:
        with suppress(OSError):
            before = Path(job.output, page.file).read_bytes()
            if found := mended(site, page, trace, before, seam, job.changed):
                return found
    return joined(site, page, trace)
