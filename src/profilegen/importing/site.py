"""An import into a site from end to end: gather, plan, write."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from profilegen.importing.authors import Wanted, author_files
from profilegen.importing.candidate import Reading
from profilegen.importing.fitting import ORDER
from profilegen.importing.gather import gather
from profilegen.importing.known import known_authors, known_papers
from profilegen.importing.plan import FOLDER, Kind, Plan, plan, refused
from profilegen.importing.services import fetchers
from profilegen.importing.writing import write
from profilegen.problems import Failure, escaped, quoted, quoted_path
from profilegen.starting.ids import taken_ids
from profilegen.values import Struct, field, replace


class Order(Struct, frozen=True):
    """What is asked for: the sources, their notation ("" to tell by content), keys to overwrite, author files."""

    sources: tuple[str, ...]
    notation: str = ""
    overwrite: tuple[str, ...] = ()
    authors: Wanted = field(default_factory=Wanted)
    contact: str = ""
    write: bool = True


class Imported(Struct, frozen=True):
    """What was done, or would be; `authors` are the new author files."""

    plan: Plan
    authors: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many entries became what; those with values that differ are counted among the others too."""
        kinds = [outcome.kind for outcome in self.plan.outcomes]
        differing = sum(bool(outcome.differences) for outcome in self.plan.outcomes)
        return {
            "new": kinds.count(Kind.NEW),
            "filled": kinds.count(Kind.FILLED),
            "same": kinds.count(Kind.SAME),
            "differing": differing,
            "refused": kinds.count(Kind.REFUSED),
        }


def import_into(root: Path, order: Order, stdin: Callable[[], bytes]) -> Imported:
    """Import into the site at `root`; Failure where it is none, or a source or a file cannot be read or written."""
    check_site(root, order.sources)
    unknown = [key for key in order.overwrite if key not in ORDER]
    if unknown:
        raise Failure(f"a paper has no key {quoted(unknown[0])}", "`profilegen schema paper` lists the keys")
    reading = gather(order.sources, order.notation, fetchers(order.contact), stdin)
    return bring_in(root, reading, order)


def bring_in(root: Path, reading: Reading, order: Order) -> Imported:
    """Bring what was read into the site at `root`."""
    planned = plan(reading.candidates, known_papers(root), order.overwrite, taken_ids(root, FOLDER))
    wanted = replace(order.authors, details=reading.person)
    people = author_files(wanted, planned.papers, known_authors(root), taken_ids(root, "content/authors"))
    whole = replace(
        planned,
        changes=(*planned.changes, *people),
        outcomes=(*planned.outcomes, *refused(reading.problems)),
        problems=tuple(sorted({*reading.problems, *planned.problems})),
    )
    if order.write:
        write(root, whole.changes)
    return Imported(whole, tuple(change.path for change in people))


def check_site(root: Path, sources: Sequence[str] = ()) -> None:
    """Failure where there is no site in the folder `root`, with the command that begins one, of a file's papers."""
    if (root / "content").is_dir() or (root / "profilegen.yaml").is_file():
        return
    begin = ["profilegen", "init", *([] if root == Path() else [str(root)])]
    if len(sources) == 1 and Path(sources[0]).is_file():
        begin += ["--from", sources[0]]
    raise Failure(
        f"there is no site in {quoted_path(str(root))}",
        f"`{escaped(shlex.join(begin))}` begins one; else name the folder of yours",
    )
