"""Whether files are as they were: by their marks, else by their bytes."""

from pathlib import Path

from profilegen.build.memory import Printed
from profilegen.build.sources import Held, Source, is_known
from profilegen.content.source import hash_of
from profilegen.output.manifest import new_digest
from profilegen.output.marks import mark_at, unchanged
from profilegen.values import replace


def intact(path: str, printed: Printed) -> Printed | None:
    """The print of the file with its mark of today if it holds what it did, else None."""
    mark = mark_at(path)
    if unchanged(mark, printed.mark):
        return printed
    if mark[0] != printed.size:
        return None
    digest = new_digest()
    try:
        digest.update(Path(path).read_bytes())
    except OSError:
        return None
    return replace(printed, mark=mark) if digest.hexdigest() == printed.hash else None


def is_same(source: Source, held: Held) -> bool:
    """Whether a content file says what it said."""
    if held.path != source.path:
        return False
    if is_known(source, held):
        return True
    try:
        return held.beside == source.found.beside_names and hash_of(source.found.path.read_bytes()) == held.hash
    except OSError:
        return False
