"""What became of the pages of a build, for the next one."""

from collections.abc import Iterator, Mapping

from profilegen.build.beside import kept
from profilegen.build.measuring import is_extended
from profilegen.build.memory import Copied, Seam, Sheet
from profilegen.build.planning import Order, Plan
from profilegen.build.roll import Printed, Prints, Traces
from profilegen.build.run import Site
from profilegen.build.workshop import Done
from profilegen.output.catalogue import Items
from profilegen.output.manifest import Entry
from profilegen.output.marks import NO_MARK, mark_at, now, settled
from profilegen.output.write import Written
from profilegen.values import replace


def remembered(
    site: Site, order: Order, plan: Plan, items: Items, written: Written, proofs: Mapping[int, Done]
) -> Sheet:
    """What became of the pages, for the next build; what is wrong with the site is added by the caller."""
    looked = now()
    output = str(site.output)
    files = plan.pages.files
    whole = tuple(f"{folder}/" for folder in written.folders)
    new = {number: _page(output, files[number], done, whole, looked) for number, done in proofs.items()}
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
        seams=dict(_seams(plan, proofs)),
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


def _pages(plan: Plan, new: Mapping[int, Printed], proofs: Mapping[int, Done]) -> tuple[Prints, Traces]:
    """The files of all pages and what they were made from: the new ones, and those of before."""
    sheet = plan.sheet
    if sheet is None:
        numbers = range(len(plan.pages))
        return Prints.of(new[number] for number in numbers), Traces.of([proofs[number].trace for number in numbers])
    traces = {number: done.trace for number, done in proofs.items()}
    fresh = {number: replace(sheet.prints.at(number), mark=mark) for number, mark in plan.marks.items()}
    if plan.same:
        return sheet.prints.revised({**fresh, **new}), sheet.traces.revised(traces)
    old = sheet.traces.all()
    prints = (new.get(number) or fresh.get(last) or sheet.prints.at(last) for number, last in enumerate(plan.last))
    return Prints.of(prints), Traces.of([traces[n] if n in traces else old[last] for n, last in enumerate(plan.last)])


def _seams(plan: Plan, proofs: Mapping[int, Done]) -> Iterator[tuple[str, Seam]]:
    """How the files of pieces are joined: those that stand, and the printed ones."""
    files = plan.pages.files
    if plan.seams:
        standing = frozenset(files).difference(files[number] for number in proofs)
        yield from ((file, seam) for file, seam in plan.seams.items() if file in standing)
    yield from ((files[number], done.seam) for number, done in proofs.items() if done.seam is not None)


def _page(output: str, path: str, done: Done, whole: tuple[str, ...], looked: int) -> Printed:
    """The file of a page; in a folder that moved as a whole it is as it was when it was written."""
    stored = done.stored
    if stored.staged and path.startswith(whole):
        return Printed(stored.entry.hash, stored.entry.size, settled(stored.mark, looked))
    return _print(output, path, stored.entry, looked)


def _print(output: str, path: str, entry: Entry, looked: int) -> Printed:
    return Printed(entry.hash, entry.size, settled(mark_at(f"{output}/{path}"), looked))


def _copied(site: Site, order: Order, plan: Plan, written: Written, looked: int) -> Iterator[Copied]:
    def printed(path: str) -> Printed:
        return plan.copied.get(path) or _print(str(site.output), path, written.files[path], looked)

    for path, _ in plan.theme.made:
        yield Copied(path, "", NO_MARK, printed(path))
    for asset in plan.theme.assets:
        # The theme's files are among the inputs.
        yield Copied(asset.address, "", NO_MARK, printed(asset.address))
    for one in order.attachments:
        yield Copied(one.file, one.source, settled(mark_at(str(site.root / one.source)), looked), printed(one.file))
