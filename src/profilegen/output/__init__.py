"""Bytes to disk: a safe target, staged writes, the manifest of what is ours, pruning, one build at a time."""

from profilegen.output.guard import check_target
from profilegen.output.lock import locked
from profilegen.output.write import Written, complete, write_site

__all__ = ["Written", "check_target", "complete", "locked", "write_site"]
