"""What a build has to print and to copy, and what stands in the output as it should."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from profilegen.build.beside import Beside
from profilegen.build.inputs import program
from profilegen.build.intact import intact, unlike
from profilegen.build.memory import Seam, Sheet
from profilegen.build.roll import Printed, Roll
from profilegen.build.run import Site
from profilegen.build.shelving import Common
from profilegen.build.themed import theme_of
from profilegen.output.catalogue import HASH, Items, Keeping, hash_of
from profilegen.output.codec import encoder
from profilegen.output.columns import differing
from profilegen.output.marks import Mark, mark_at, unchanged
from profilegen.pages.attachment import Attachment
from profilegen.pages.site import Site as Linked
from profilegen.problems import Problem
from profilegen.theme.render import Renderer
from profilegen.values import Struct

NONE: Final = -1
"""The number of a page that was not there."""


class Order(Struct, frozen=True):
    """A planned site: what it is made from is in the catalogue that `keeping` holds; `common` is None if it is wrong.

    `problems` are those beside the files' own. `cited` are papers whose citations have to be on their shelf, `linked`
    is the site where it was linked anew.
    """

    keeping: Keeping
    beside: Beside
    common: Common | None
    pages: Roll
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]
    papers: int
    authors: int
    cited: tuple[str, ...] = ()
    linked: Linked | None = None


class Plan(Struct, frozen=True):
    """What is to be done: pages to print, files to copy, and what stands in the output as it should.

    `todo` are the numbers of the pages to print; `last` has for each page its number in the last build. `marks` are new
    marks of pages that stand, by the numbers of the last build. `copied` are the copies that stand. `seams` are
    those of the last build, and `changed` the items that are not as they were then. `linked` is the site
    where it was linked anew.
    """

    common: Common
    salt: bytes
    pages: Roll
    todo: tuple[int, ...]
    last: Sequence[int]
    sheet: Sheet | None
    marks: Mapping[int, Mark]
    copies: Mapping[str, Path]
    copied: Mapping[str, Printed]
    seams: Mapping[str, Seam]
    changed: frozenset[int]
    theme: Renderer
    linked: Linked | None

    def before(self, number: int) -> Printed | None:
        """The last print of the page of that number, None where it is new."""
        if self.sheet is None or self.last[number] == NONE:
            return None
        return self.sheet.prints.at(self.last[number])

    @property
    def same(self) -> bool:
        """Whether the pages are those of the last build, one by one."""
        return self.sheet is not None and self.pages.columns is self.sheet.pages


def planned(site: Site, order: Order, common: Common, items: Items, sheet: Sheet | None) -> Plan:
    """Find out what has to be printed and copied."""
    inputs = order.beside.inputs
    salt = hash_of(encoder()((common.facts, inputs.said, inputs.shown, program())))
    sheet = sheet if sheet is not None and sheet.output == str(site.output) else None
    theme, everything = theme_of(site.root, common.look), tuple(range(len(order.pages)))
    copies = {asset.address: asset.path for asset in theme.assets}
    copies |= {one.file: site.root / one.source for one in order.attachments}
    if sheet is None:
        return Plan(
            common, salt, order.pages, everything, (), None, {}, copies, {}, {}, frozenset(), theme, order.linked
        )
    last = everything if order.pages.columns is sheet.pages else _numbers(order.pages, Roll(sheet.pages))
    changed = frozenset(differing(sheet.hashes, items.hashes, HASH))
    seams: Mapping[str, Seam] = {}
    if sheet.salt != salt or sheet.born != items.born:
        todo, marks = everything, dict[int, Mark]()
    else:
        gone, marks = _gone(sheet, last, changed)
        seams = sheet.seams
        todo = tuple(number for number, before in enumerate(last) if before in gone)
    same = dict(_copies_that_stand(sheet, site.root, copies))
    rest = {path: source for path, source in copies.items() if path not in same}
    return Plan(common, salt, order.pages, todo, last, sheet, marks, rest, same, seams, changed, theme, order.linked)


def _numbers(pages: Roll, old: Roll) -> tuple[int, ...]:
    """The numbers that pages had in the last build, NONE for those that are new."""
    numbers = {page: number for number, page in enumerate(old)}
    return tuple(numbers.get(page, NONE) for page in pages)


def _gone(sheet: Sheet, last: Sequence[int], changed: frozenset[int]) -> tuple[set[int], dict[int, Mark]]:
    """The pages of the last build that do not stand: made from items that changed, or whose files did; or not wanted.

    And the marks of the files that stand and were written again with the same bytes.
    """
    files = Roll(sheet.pages).files
    gone = sheet.traces.touched(changed)
    gone |= {NONE, *set(range(len(files))).difference(last)}
    marks: dict[int, Mark] = {}
    for number in unlike(sheet.output, files, sheet.prints.all_marks()):
        stands = None if number in gone else intact(f"{sheet.output}/{files[number]}", sheet.prints.at(number))
        if stands is None:
            gone.add(number)
        else:
            marks[number] = stands.mark
    return gone, marks


def _copies_that_stand(sheet: Sheet, root: Path, copies: Mapping[str, Path]) -> Iterator[tuple[str, Printed]]:
    """The copied files that are as they were, as are those that they were copied from."""
    for one in sheet.copied:
        if one.path in copies and one.source and unchanged(mark_at(str(root / one.source)), one.source_mark):
            stands = intact(f"{sheet.output}/{one.path}", one.printed)
            if stands is not None:
                yield one.path, stands
