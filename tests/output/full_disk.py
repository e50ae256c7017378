"""Builds on disks of growing size, from one that barely holds the old site on: run as `full_disk.py FOLDER`, as root.

Prints how many builds failed and how many did not. A failed one must leave the old site and nothing else.
"""

import subprocess
import sys
from pathlib import Path

from profilegen.output import write_site
from profilegen.output.paths import STAGING
from profilegen.problems import Failure

OLD = tuple((f"papers/{number}/index.html", b"old" * 2000) for number in range(6))
NEW = tuple((f"papers/{number}/index.html", b"new" * 2000) for number in range(4, 12))


def files(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def is_written(folder: Path, options: str) -> bool:
    """Whether the new site replaces the old one on a disk mounted with these options."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        return tried(folder / "output")
    finally:
        subprocess.run(["umount", folder], check=True)


def tried(output: Path) -> bool:
    write_site(output, OLD)
    before = files(output)
    try:
        write_site(output, NEW)
    except Failure as error:
        failure = error
    else:
        assert {path for path in files(output) if path.endswith(".html")} == {path for path, _ in NEW}
        return True
    assert failure.message.endswith(": No space left on device"), failure.message
    assert failure.hint == "free some space; the site is as it was", failure.hint
    assert files(output) == before, "the old site is not as it was"
    assert not (output / STAGING).exists(), "litter"
    return False


def main(folder: Path) -> None:
    sizes = [f"size={kilobytes}k" for kilobytes in range(56, 160, 4)]
    counts = [f"size=1m,nr_inodes={inodes}" for inodes in range(20, 42)]
    written = [is_written(folder, options) for options in sizes + counts]
    print(written.count(False), written.count(True))  # noqa: T201 - the answer


if __name__ == "__main__":
    main(Path(sys.argv[1]))
