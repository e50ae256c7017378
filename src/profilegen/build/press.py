"""The pages of a planned site into the output: those that changed are printed, the others are known to stand there."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, chain
from pathlib import Path
from typing import Final

from profilegen.build.compose import theme_of
from profilegen.build.crew import Crew, cut
from profilegen.build.inputs import program
from profilegen.build.intact import intact
from profilegen.build.memory import Copied, Printed, Seam, Sheet, traces
from profilegen.build.run import Say, Site
from profilegen.build.shelving import Common
from profilegen.build.workshop import Commission, Done, Job, print_pages
from profilegen.output.catalogue import HASH, Items, Keeping, hash_of
from profilegen.output.codec import encoder
from profilegen.output.manifest import Entry
from profilegen.output.marks import NO_MARK, mark_at, now, settled, unchanged
from profilegen.output.write import Page as Put
from profilegen.output.write import Staging, Written, write_site
from profilegen.pages import address
from profilegen.pages.attachment import Attachment
from profilegen.pages.page import Page
from profilegen.pages.plan import is_html
from profilegen.problems import Problem
from profilegen.theme.render import Renderer
from profilegen.values import Struct

PORTION: Final = 60
"""So many pages are printed at a time by one worker."""


class Order(Struct, frozen=True):
    """A planned site: what it is made from is in the catalogue that `keeping` holds; `common` is None if it is wrong.

    `problems` are those beside the files' own. `cited` are papers whose citations have to be on their
    shelf.
    """

    keeping: Keeping
    inputs: bytes
    common: Common | None
    pages: tuple[Page, ...]
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]
    papers: int
    authors: int
    cited: tuple[str, ...] = ()


class Plan(Struct, frozen=True):
    """What is to be done: pages to print, files to copy, and what stands in the output as it should.

    `files` are those of all pages, in their order. `before` has the last prints of the pages to print, `traces` what
    the pages that stand were made from. `seams` are those of the last build, and `changed` the items that are not as
    they were then.
    """

    common: Common
    salt: bytes
    files: tuple[str, ...]
    todo: tuple[Page, ...]
    copies: Mapping[str, Path]
    standing: Mapping[str, Printed]
    traces: Mapping[str, bytes]
    before: Mapping[str, Printed]
    seams: Mapping[str, Seam]
    changed: frozenset[int]
    theme: Renderer


def planned(site: Site, order: Order, common: Common, items: Items, sheet: Sheet | None) -> Plan:
    """Find out what has to be printed and copied."""
    salt = hash_of(encoder()((common.facts, order.inputs, program())))
    sheet = sheet if sheet is not None and sheet.output == str(site.output) else None
    theme = theme_of(site.root, common.look)
    copies = {asset.address: asset.path for asset in theme.assets}
    copies |= {one.file: site.root / one.source for one in order.attachments}
    files = tuple(page.file for page in order.pages)
    if sheet is None:
        return Plan(common, salt, files, order.pages, copies, {}, {}, {}, {}, frozenset(), theme)
    old = files if sheet.pages is order.pages else tuple(page.file for page in sheet.pages)
    valid = sheet.salt == salt and sheet.born == items.born
    changed = _changed(sheet.hashes, items.hashes)
    pages = dict(_pages_that_stand(sheet, old, order, changed)) if valid else {}
    same = dict(_copies_that_stand(sheet, site.root, copies))
    before = {file: printed for file, printed in zip(old, sheet.printed, strict=True) if file not in pages}
    return Plan(
        common=common,
        salt=salt,
        files=files,
        todo=tuple(page for page, file in zip(order.pages, files, strict=True) if file not in pages),
        copies={path: source for path, source in copies.items() if path not in same},
        standing={path: printed for path, (printed, _) in pages.items()} | same,
        traces={path: trace for path, (_, trace) in pages.items()},
        before=before,
        seams=sheet.seams if valid else {},
        changed=changed,
        theme=theme,
    )


def carry_out(site: Site, plan: Plan, items: Items, crew: Crew, say: Say) -> tuple[Written, dict[str, Done]]:
    """Print and copy what has to be; what was written, and how the printed pages were made."""
    proofs: dict[str, Done] = {}
    name = hash_of(plan.salt + items.born.encode("ascii") + items.hashes).hex()
    commission = Commission(name, site.root, site.state, plan.common)

    def pages(staging: Staging) -> Iterable[Put]:
        done = _printed(plan, commission, staging, crew, proofs) if plan.todo else ()
        return say.progress(chain(plan.theme.made, done), len(plan.todo) + len(plan.theme.made))

    kept = {path: Entry(printed.size, printed.hash) for path, printed in plan.standing.items()}
    return write_site(site.output, pages, plan.copies.items(), kept), proofs


def remembered(
    site: Site, order: Order, plan: Plan, items: Items, written: Written, proofs: Mapping[str, Done]
) -> Sheet:
    """What became of the pages, for the next build; what is wrong with the site is added by the caller."""
    looked = now()
    output = str(site.output)
    files = {path: _print(output, path, entry, plan, looked) for path, entry in written.files.items()}
    made_from = [proofs[file].trace if file in proofs else plan.traces.get(file, b"") for file in plan.files]
    return Sheet(
        inputs=order.inputs,
        salt=plan.salt,
        clock=site.clock,
        output=output,
        theme=plan.common.look.theme,
        born=items.born,
        hashes=items.hashes,
        pages=order.pages,
        ends=array("q", accumulate(len(trace) // 4 for trace in made_from)).tobytes(),
        traces=b"".join(made_from),
        seams=dict(_seams(plan, proofs)),
        printed=tuple(files[file] for file in plan.files),
        copied=tuple(_copied(site.root, order, plan.theme, files, looked)),
        attachments=order.attachments,
        facts=plan.common.facts,
        problems=order.problems,
        settled=(),
        papers=order.papers,
        authors=order.authors,
    )


def _seams(plan: Plan, proofs: Mapping[str, Done]) -> Iterator[tuple[str, Seam]]:
    yield from ((file, seam) for file, seam in plan.seams.items() if file in plan.traces)
    yield from ((file, done.seam) for file, done in proofs.items() if done.seam is not None)


def _print(output: str, path: str, entry: Entry, plan: Plan, looked: int) -> Printed:
    standing = plan.standing.get(path)
    if standing is not None and standing.hash == entry.hash:
        return standing
    return Printed(entry.hash, entry.size, settled(mark_at(f"{output}/{path}"), looked))


def _copied(root: Path, order: Order, theme: Renderer, files: Mapping[str, Printed], looked: int) -> Iterator[Copied]:
    for path, _ in theme.made:
        yield Copied(path, "", NO_MARK, files[path])
    for asset in theme.assets:
        # The theme's files are among the inputs.
        yield Copied(asset.address, "", NO_MARK, files[asset.address])
    for one in order.attachments:
        yield Copied(one.file, one.source, settled(mark_at(str(root / one.source)), looked), files[one.file])


def _printed(
    plan: Plan, commission: Commission, staging: Staging, crew: Crew, proofs: dict[str, Done]
) -> Iterator[Put]:
    """Print page after page; none is held longer than it takes to write it."""
    stage = staging.opened()
    known = [(page, _known(plan, staging, page), plan.seams.get(page.file)) for page in plan.todo]
    long, short = [one for one in known if _is_long(one[0])], [one for one in known if not _is_long(one[0])]
    portions = [*cut(long, 1), *cut(short, PORTION)]
    jobs = (Job(commission, staging.output, stage, portion, plan.changed) for portion in portions)
    for portion, printed in zip(portions, crew.each(print_pages, jobs, len(known)), strict=True):
        for (page, *_), done in zip(portion, printed, strict=True):
            proofs[page.file] = done
            yield page.file, done.stored


def _is_long(page: Page) -> bool:
    """Whether the page has all papers in it: it is begun first, so that nobody waits for it at the end."""
    whole = not page.subject or page.kind == "sitemap" or page.subject.startswith(address.LISTS)
    return whole and not is_html(page)


def _known(plan: Plan, staging: Staging, page: Page) -> Entry | None:
    """What our file of the page holds; without a hash where it has to be looked at, None where there is none."""
    entry = staging.known(page.file)
    if entry is None:
        return None
    before = plan.before.get(page.file)
    at = f"{staging.output}/{page.file}"
    if before is not None and page.file in plan.seams:
        same = intact(at, before) is not None
    else:
        same = before is not None and unchanged(mark_at(at), before.mark)
    return entry if same else Entry(entry.size, "")


def _pages_that_stand(
    sheet: Sheet, files: Sequence[str], order: Order, changed: AbstractSet[int]
) -> Iterator[tuple[str, tuple[Printed, bytes]]]:
    """The pages made from items that are as they were, whose files are too; with what they were made from."""
    wanted = None if sheet.pages is order.pages else set(order.pages)
    for page, file, printed, trace in zip(sheet.pages, files, sheet.printed, traces(sheet), strict=True):
        if (wanted is None or page in wanted) and changed.isdisjoint(trace):
            stands = intact(f"{sheet.output}/{file}", printed)
            if stands is not None:
                yield file, (stands, trace.tobytes())


def _changed(before: bytes, present: bytes) -> frozenset[int]:
    if before == present:
        return frozenset()
    ends = range(0, max(len(before), len(present)), HASH)
    return frozenset(at // HASH for at in ends if before[at : at + HASH] != present[at : at + HASH])


def _copies_that_stand(sheet: Sheet, root: Path, copies: Mapping[str, Path]) -> Iterator[tuple[str, Printed]]:
    """The copied files that are as they were, as are those that they were copied from."""
    for one in sheet.copied:
        if one.path in copies and one.source and unchanged(mark_at(str(root / one.source)), one.source_mark):
            stands = intact(f"{sheet.output}/{one.path}", one.printed)
            if stands is not None:
                yield one.path, stands
