"""Where the tools from npm are, and how they are run."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from audit.finding import CannotAudit

MODULES: Final = Path(__file__).with_name("node_modules")


def installed() -> bool:
    """Whether `npm ci` has been run here."""
    return (MODULES / "axe-core").is_dir()


def run(script: str | Path, *arguments: str | Path, environment: Mapping[str, str]) -> str:
    """Run a script, a package's or ours, with node, and give what it printed; its findings make it end with 1, too."""
    beside = Path(sys.executable).with_name("node")
    command = [beside if beside.is_file() else "node", MODULES / script, *arguments]
    # Into a file, since a script that ends by process.exit() loses what a pipe has not taken yet.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        done = subprocess.run(command, check=False, stdout=printed, stderr=subprocess.PIPE, env=environment, text=True)
        printed.seek(0)
        text = printed.read()
    if not text:
        raise CannotAudit(f"{script} printed nothing and ended with {done.returncode}:\n{done.stderr}")
    return text
