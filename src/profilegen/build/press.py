"""The pages of a planned site into the output: those that changed are printed, the others are known to stand there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from profilegen.build.beside import Beside, kept
from profilegen.build.crew import Crew, cut
from profilegen.build.inputs import program
from profilegen.build.intact import intact, unlike
from profilegen.build.laps import Slow
from profilegen.build.measuring import is_extended
from profilegen.build.memory import Copied, Sheet
from profilegen.build.roll import Printed, Prints, Roll, Traces
from profilegen.build.run import Say, Site
from profilegen.build.shelving import Common
from profilegen.build.themed import theme_of
from profilegen.build.workshop import Commission, Done, Job, equipped, print_here, print_pages
from profilegen.output.catalogue import HASH, Items, Keeping, hash_of
from profilegen.output.codec import encoder
from profilegen.output.columns import differing
from profilegen.output.manifest import Entry, Listed
from profilegen.output.marks import NO_MARK, Mark, mark_at, now, settled, unchanged
from profilegen.output.write import Page as Put
from profilegen.output.write import Staging, Written, write_site
from profilegen.pages.attachment import Attachment
from profilegen.pages.plan import VIEWS, template_of
from profilegen.problems import Problem
from profilegen.theme.render import Renderer
from profilegen.values import Struct, replace

NONE: Final = -1
"""The number of a page that was not there."""

PORTION: Final = 60
"""So many pages are printed at a time by one worker."""


class Order(Struct, frozen=True):
    """A planned site: what it is made from is in the catalogue that `keeping` holds; `common` is None if it is wrong.

    `problems` are those beside the files' own.
    """

    keeping: Keeping
    beside: Beside
    common: Common | None
    pages: Roll
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]
    papers: int
    authors: int


class Plan(Struct, frozen=True):
    """What is to be done: pages to print, files to copy, and what stands in the output as it should.

    `todo` are the numbers of the pages to print; `last` has for each page its number in the last build. `marks` are new
    marks of pages that stand, by the numbers of the last build. `copied` are the copies that stand.
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
    theme: Renderer

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
    salt = hash_of(encoder()((common.facts, order.beside.inputs, program())))
    sheet = sheet if sheet is not None and sheet.output == str(site.output) else None
    theme, everything = theme_of(site.root, common.look), tuple(range(len(order.pages)))
    copies = {asset.address: asset.path for asset in theme.assets}
    copies |= {one.file: site.root / one.source for one in order.attachments}
    if sheet is None:
        return Plan(common, salt, order.pages, everything, (), None, {}, copies, {}, theme)
    last = everything if order.pages.columns is sheet.pages else _numbers(order.pages, Roll(sheet.pages))
    if sheet.salt != salt or sheet.born != items.born:
        todo, marks = everything, dict[int, Mark]()
    else:
        gone, marks = _gone(sheet, last, items)
        todo = tuple(number for number, before in enumerate(last) if before in gone)
    same = dict(_copies_that_stand(sheet, site.root, copies))
    rest = {path: source for path, source in copies.items() if path not in same}
    return Plan(common, salt, order.pages, todo, last, sheet, marks, rest, same, theme)


def _numbers(pages: Roll, old: Roll) -> tuple[int, ...]:
    """The numbers that pages had in the last build, NONE for those that are new."""
    numbers = {page: number for number, page in enumerate(old)}
    return tuple(numbers.get(page, NONE) for page in pages)


def _gone(sheet: Sheet, last: Sequence[int], items: Items) -> tuple[set[int], dict[int, Mark]]:
    """The pages of the last build that do not stand: made from items that changed, or whose files did; or not wanted.

    And the marks of the files that stand and were written again with the same bytes.
    """
    files = Roll(sheet.pages).files
    gone = sheet.traces.touched(differing(sheet.hashes, items.hashes, HASH))
    gone |= {NONE, *set(range(len(files))).difference(last)}
    marks: dict[int, Mark] = {}
    for number in unlike(sheet.output, files, sheet.prints.all_marks()):
        stands = None if number in gone else intact(f"{sheet.output}/{files[number]}", sheet.prints.at(number))
        if stands is None:
            gone.add(number)
        else:
            marks[number] = stands.mark
    return gone, marks


def carry_out(
    site: Site, plan: Plan, items: Items, crew: Crew, say: Say, slow: Slow
) -> tuple[Written, dict[int, bytes]]:
    """Print and copy what has to be; what was written, and what the printed pages were made from, by their numbers."""
    proofs: dict[int, bytes] = {}
    name = hash_of(plan.salt + items.born.encode("ascii") + items.hashes).hex()
    commission = Commission(name, site.root, site.state, plan.common)

    def pages(staging: Staging) -> Iterable[Put]:
        work = _work(plan, commission, items, crew)
        done = _noted(_printed(plan, work, commission, staging, crew), plan, proofs, slow) if plan.todo else ()
        return say.progress(chain(plan.theme.made, done), len(plan.todo) + len(plan.theme.made))

    known = _listed(plan.sheet)
    return write_site(site.output, pages, plan.copies.items(), _kept(plan, known.files), known), proofs


def _work(plan: Plan, commission: Commission, items: Items, crew: Crew) -> Callable[[Job], list[Done]]:
    """Who prints: others, or this process with what it has at hand."""
    if crew.alone(len(plan.todo)):
        return partial(print_here, equipped(commission, items, plan.theme))
    return print_pages


def _listed(sheet: Sheet | None) -> Listed:
    """What the manifest of the last build lists."""
    if sheet is None:
        return Listed({})
    files = dict(zip(Roll(sheet.pages).files, sheet.prints.entries(), strict=True))
    files |= {one.path: Entry(one.printed.size, one.printed.hash) for one in sheet.copied}
    return Listed(files, sheet.manifest)


def _kept(plan: Plan, files: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """The files that stand in the output as they should."""
    kept = {path: files[path] for path in plan.copied}
    if plan.sheet is None:
        return kept
    if plan.same:
        kept = dict(files)
        for path in (*(plan.pages.files[number] for number in plan.todo), *(one.path for one in plan.sheet.copied)):
            kept.pop(path, None)
        return kept | {path: files[path] for path in plan.copied}
    todo = frozenset(plan.todo)
    return kept | {file: files[file] for number, file in enumerate(plan.pages.files) if number not in todo}


def remembered(
    site: Site, order: Order, plan: Plan, items: Items, written: Written, proofs: Mapping[int, bytes]
) -> Sheet:
    """What became of the pages, for the next build; what is wrong with the site is added by the caller."""
    looked = now()
    output = str(site.output)
    new = {number: _print(output, plan.pages.files[number], written, looked) for number in plan.todo}
    prints, traces = _pages(plan, new, proofs)
    return Sheet(
        inputs=order.beside.inputs,
        salt=plan.salt,
        clock=site.clock,
        output=output,
        theme=plan.common.look.theme,
        born=items.born,
        hashes=items.hashes,
        pages=order.pages.columns,
        prints=prints,
        traces=traces,
        manifest=written.manifest,
        copied=tuple(_copied(site, order, plan, written, looked)),
        attachments=order.attachments,
        facts=plan.common.facts,
        beside=kept(order.beside),
        extended=is_extended(plan.common.definitions, plan.common.settings),
        problems=order.problems,
        settled=(),
        papers=order.papers,
        authors=order.authors,
    )


def _pages(plan: Plan, new: Mapping[int, Printed], proofs: Mapping[int, bytes]) -> tuple[Prints, Traces]:
    """The files of all pages and what they were made from: the new ones, and those of before."""
    sheet = plan.sheet
    if sheet is None:
        numbers = range(len(plan.pages))
        return Prints.of(new[number] for number in numbers), Traces.of([proofs[number] for number in numbers])
    fresh = {number: replace(sheet.prints.at(number), mark=mark) for number, mark in plan.marks.items()}
    if plan.same:
        return sheet.prints.revised({**fresh, **new}), sheet.traces.revised(proofs)
    old = sheet.traces.all()
    prints = (new.get(number) or fresh.get(last) or sheet.prints.at(last) for number, last in enumerate(plan.last))
    return Prints.of(prints), Traces.of([proofs[n] if n in proofs else old[last] for n, last in enumerate(plan.last)])


def _print(output: str, path: str, written: Written, looked: int) -> Printed:
    entry = written.files[path]
    return Printed(entry.hash, entry.size, settled(mark_at(f"{output}/{path}"), looked))


def _copied(site: Site, order: Order, plan: Plan, written: Written, looked: int) -> Iterator[Copied]:
    def printed(path: str) -> Printed:
        return plan.copied.get(path) or _print(str(site.output), path, written, looked)

    for path, _ in plan.theme.made:
        yield Copied(path, "", NO_MARK, printed(path))
    for asset in plan.theme.assets:
        # The theme's files are among the inputs.
        yield Copied(asset.address, "", NO_MARK, printed(asset.address))
    for one in order.attachments:
        yield Copied(one.file, one.source, settled(mark_at(str(site.root / one.source)), looked), printed(one.file))


def _printed(
    plan: Plan,
    work: Callable[[Job], list[Done]],
    commission: Commission,
    staging: Staging,
    crew: Crew,
) -> Iterator[tuple[int, Done]]:
    """Print page after page; none is held longer than it takes to write it."""
    stage = staging.opened()
    portions = list(cut(plan.todo, PORTION))
    jobs = (
        Job(commission, staging.output, stage, tuple((plan.pages[one], _known(plan, staging, one)) for one in portion))
        for portion in portions
    )
    for portion, printed in zip(portions, crew.each(work, jobs, len(plan.todo)), strict=True):
        yield from zip(portion, printed, strict=True)


def _noted(printed: Iterable[tuple[int, Done]], plan: Plan, proofs: dict[int, bytes], slow: Slow) -> Iterator[Put]:
    """The printed pages, with a note of what each was made from and how long it took."""
    for number, done in printed:
        file = plan.pages.files[number]
        proofs[number] = done.trace
        slow.printed(_maker(plan.pages.kinds[number]), file, done.rendering, done.writing)
        yield file, done.stored


def _maker(kind: str) -> str:
    """What makes the pages of a kind: a template, or the writer of a notation."""
    return template_of(kind) if kind in VIEWS else kind


def _known(plan: Plan, staging: Staging, number: int) -> Entry | None:
    """What our file of the page holds; without a hash where it has to be looked at, None where there is none."""
    file = plan.pages.files[number]
    entry = staging.known(file)
    if entry is None:
        return None
    before = plan.before(number)
    same = before is not None and unchanged(mark_at(f"{staging.output}/{file}"), before.mark)
    return entry if same else Entry(entry.size, "")


def _copies_that_stand(sheet: Sheet, root: Path, copies: Mapping[str, Path]) -> Iterator[tuple[str, Printed]]:
    """The copied files that are as they were, as are those that they were copied from."""
    for one in sheet.copied:
        if one.path in copies and one.source and unchanged(mark_at(str(root / one.source)), one.source_mark):
            stands = intact(f"{sheet.output}/{one.path}", one.printed)
            if stands is not None:
                yield one.path, stands
