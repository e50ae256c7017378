"""What builds made and kept, removed."""

from collections.abc import Callable
from pathlib import Path

from profilegen.build.run import LOCK_SECONDS, SOURCES, STATE
from profilegen.build.sources import check_site
from profilegen.output.guard import check_target
from profilegen.output.lock import locked
from profilegen.output.remove import remove_site, remove_state
from profilegen.output.write import complete


def clean(root: Path, output: Path, say: Callable[[str], None]) -> int:
    """Remove the site of the folder `root` from its output, and all that is kept; how many files of the site went.

    Raises:
        Failure: the output is no safe place, or a file cannot be removed.
    """
    check_site(root)
    with locked(root / STATE, LOCK_SECONDS, say):
        check_target(output, root, [root / name for name in SOURCES])
        complete(output)
        removed = remove_site(output)
    remove_state(root / STATE)
    return removed
