"""The pages of a planned site into the output: those that changed are printed, the others are known to stand there."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from profilegen.build.crew import Crew
from profilegen.build.intact import intact
from profilegen.build.laps import Slow
from profilegen.build.memory import Sheet
from profilegen.build.planning import Plan
from profilegen.build.roll import Roll
from profilegen.build.run import Say, Site
from profilegen.build.visiting import portions
from profilegen.build.workshop import Commission, Done, Job, Piece, Terms, equipped, opened, print_pages, sealed
from profilegen.output.catalogue import Items, hash_of
from profilegen.output.codec import decoder, encoder
from profilegen.output.manifest import Entry, Listed
from profilegen.output.marks import mark_at, unchanged
from profilegen.output.write import Page as Put
from profilegen.output.write import Staging, Written, write_site
from profilegen.pages.plan import VIEWS, template_of


def carry_out(
    site: Site, plan: Plan, items: Items, crew: Crew, say: Say, slow: Slow
) -> tuple[Written, dict[int, Done]]:
    """Print and copy what has to be; what was written, and how the printed pages were made, by their numbers."""
    proofs: dict[int, Done] = {}
    commission = _commission(site, plan, items)

    def pages(staging: Staging) -> Iterable[Put]:
        done = _noted(_printed(plan, commission, staging, crew), plan, proofs, slow) if plan.todo else ()
        return say.progress(chain(plan.theme.made, done), len(plan.todo) + len(plan.theme.made))

    known = _listed(plan.sheet)
    return write_site(site.output, pages, plan.copies.items(), _kept(plan, known.files), known), proofs


def _commission(site: Site, plan: Plan, items: Items) -> Commission:
    """What is to be printed, with a workshop for it."""
    name = hash_of(plan.salt + items.born.encode("ascii") + items.hashes).hex()
    terms = Terms(site.root, site.state, plan.common)
    return Commission(name, sealed(terms), equipped(terms, items, plan.theme, plan.linked))


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


def _printed(plan: Plan, commission: Commission, staging: Staging, crew: Crew) -> Iterator[tuple[int, Done]]:
    """Print page after page; none is held longer than it takes to write it."""
    stage = staging.opened()
    opened(commission)  # from here on this process has the workshop at hand, and so has whoever is forked from it
    crew.told()
    begun: deque[tuple[int, ...]] = deque()
    decode = decoder(list[Done])

    def jobs() -> Iterator[Job]:
        for portion in portions(plan):  # the first ones are begun before the others are known
            begun.append(portion)
            yield _job(plan, commission, staging, stage, portion)

    try:
        for printed in crew.each(print_pages, jobs(), len(plan.todo)):
            yield from zip(begun.popleft(), decode(printed), strict=True)
        crew.let_go()
    finally:
        opened.cache_clear()


def _job(plan: Plan, commission: Commission, staging: Staging, stage: str, portion: tuple[int, ...]) -> Job:
    files = [plan.pages.files[number] for number in portion]
    pieces = [
        Piece(plan.pages[number], _known(plan, staging, number), plan.seams.get(file))
        for number, file in zip(portion, files, strict=True)
    ]
    changed = plan.changed if any(file in plan.seams for file in files) else frozenset()
    return Job(commission, staging.output, stage, encoder()(pieces), changed)


def _noted(printed: Iterable[tuple[int, Done]], plan: Plan, proofs: dict[int, Done], slow: Slow) -> Iterator[Put]:
    """The printed pages, with a note of what each was made from and how long it took."""
    files, kinds = plan.pages.files, plan.pages.kinds
    makers = {kind: _maker(kind) for kind in set(kinds)}
    for number, done in printed:
        file = files[number]
        proofs[number] = done
        slow.printed(makers[kinds[number]], file, done.rendering, done.writing, done.measuring)
        yield file, done.stored


def _maker(kind: str) -> str:
    """What makes the pages of a kind: a template, or the writer of a notation."""
    return template_of(kind) if kind in VIEWS else kind


def _known(plan: Plan, staging: Staging, number: int) -> tuple[int, str] | None:
    """Size and hash of our file of the page; without a hash where it has to be looked at, None where there is none."""
    file = plan.pages.files[number]
    entry = staging.known(file)
    if entry is None:
        return None
    before, at = plan.before(number), f"{staging.output}/{file}"
    if before is not None and file in plan.seams:
        same = intact(at, before) is not None
    else:
        same = before is not None and unchanged(mark_at(at), before.mark)
    return entry.size, entry.hash if same else ""
