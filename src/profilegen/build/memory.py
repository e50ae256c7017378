"""What a build remembers for the next one, in the site's own folder: the items, and the pages made from them."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from profilegen.build.beside import Kept
from profilegen.build.clock import Clock
from profilegen.build.inputs import Inputs
from profilegen.build.ledger import HeldColumns, Ledger
from profilegen.build.roll import PageColumns, Printed, Prints, Traces
from profilegen.model.dates import PartialDate
from profilegen.model.settings import Home
from profilegen.output.catalogue import Items, clear_others, read_kept, write_kept
from profilegen.output.codec import DamagedError, decoder
from profilegen.output.marks import Mark
from profilegen.pages.attachment import Attachment
from profilegen.problems import Problem
from profilegen.values import Struct, field

ITEMS: Final = "catalogue"
PAGES: Final = "pages"


class Notes(Struct, frozen=True):
    """What is remembered of the content beside its items; `program` is what they were made by.

    `scan_problems` is what is wrong with the folders that hold the files.
    """

    program: bytes
    held: HeldColumns
    scan_problems: tuple[Problem, ...]


class Copied(Struct, frozen=True):
    """A file that was copied, or made by the theme: where it came from, "" for the latter, and both marks."""

    path: str
    source: str
    source_mark: Mark
    printed: Printed


class Facts(Struct, frozen=True):
    """What linking found out about the site as a whole."""

    home: Home
    menu: tuple[tuple[str, str], ...]
    versions: Mapping[str, str]
    as_of: PartialDate
    searched: bool | None = None


class Seam(Struct, frozen=True):
    """Where the pieces of a file are, and what each is made from, so that one can be taken out and another put in.

    `around` are the numbers of the items that say which pieces there are, 4 bytes each, `traces` those of all pieces,
    `trace_ends` where each piece's end, 8 bytes each. `ends`, too, has 8 bytes for each: its end in the file, in bytes.
    """

    around: bytes
    ends: bytes
    trace_ends: bytes
    traces: bytes


class Sheet(Struct, frozen=True):
    """The pages of a build, side by side with what became of them: what each was made from, and its file.

    `inputs` are the hashes of everything beside the content, `salt` that of everything that all pages show. `hashes`
    are those of the items when the pages were made. `seams` are those of the files of pieces. `output` is the folder,
    `manifest` the hash of its manifest. `extended` is set where installed packages bring metrics. `problems` is what is
    wrong beside the files' own, `settled` all of it as the site weighs it.
    """

    inputs: Inputs
    salt: bytes
    clock: Clock
    output: str
    theme: str
    born: str
    hashes: bytes
    pages: PageColumns
    prints: Prints
    traces: Traces
    seams: Mapping[str, Seam]
    manifest: str
    copied: tuple[Copied, ...]
    attachments: tuple[Attachment, ...]
    facts: Facts
    beside: Kept
    extended: bool
    problems: tuple[Problem, ...]
    settled: tuple[Problem, ...]
    papers: int
    authors: int


class Memory(Struct, frozen=True):
    """The items and what is known of the files, and the pages of the last build; None for what is not remembered."""

    items: Items = field(default_factory=Items)
    ledger: Ledger | None = None
    scan_problems: tuple[Problem, ...] = ()
    sheet: Sheet | None = None

    @property
    def whole(self) -> bool:
        """Whether the pages are those of the items: after a build that was killed they may be older."""
        return self.sheet is not None and self.sheet.hashes == self.items.hashes


def recalled(state: Path, program: bytes) -> Memory:
    """What the last build with this program remembered; nothing where anything of it is damaged."""
    items = read_kept(state / ITEMS, Items)
    if items is None or not (state / items.data).is_file():
        return Memory()
    try:
        notes = decoder(Notes)(items.notes)
    except DamagedError:
        return Memory()
    if notes.program != program or (state / items.data).stat().st_size < items.length:
        return Memory()
    sheet = read_kept(state / PAGES, Sheet)
    sheet = sheet if sheet is not None and sheet.born == items.born else None
    return Memory(items, Ledger(notes.held), notes.scan_problems, sheet)


def remember_items(state: Path, items: Items) -> None:
    """Keep the items; pages of other items are of no use from here on."""
    write_kept(state / ITEMS, items)
    clear_others(state, items)


def remember_pages(state: Path, sheet: Sheet) -> None:
    """Keep what became of the pages."""
    write_kept(state / PAGES, sheet)


def forget(state: Path) -> None:
    """Remove everything that is remembered."""
    for name in (ITEMS, PAGES):
        with suppress(OSError):
            (state / name).unlink()
    clear_others(state, Items())
