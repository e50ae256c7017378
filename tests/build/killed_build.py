"""A whole build killed at its first, second, ... last step on the disk: run as `killed_build.py START FOLDER`.

For each n a child process builds an edited site; its n-th system call that changes the disk does not happen: it is
killed there. START is `none` (no output yet), or `old` (the site before the edits stands there). Whatever file stands
in the output then is whole, an old one or a new one, and the next build ends where a clean one does. Prints how many
calls there were.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from folders import tree, write_files
from output.faults import Sabotage
from profilegen.build.clock import Clock
from profilegen.build.run import Manner, build
from profilegen.model.dates import PartialDate
from profilegen.output.paths import MANIFEST, STAGING
from quiet import Quiet

PLAIN = "{{ frame.page_title }} {{ frame.home }}\n"
KINDS = ("404", "author", "category", "page", "paper", "papers", "people", "redirect")
OLD = {
    "profilegen.yaml": "title: Old\ntheme: tiny\nauthor_pages: all\n",
    "themes/tiny/theme.yaml": "contract: 1\nname: Tiny\n",
    "content/papers/a.md": "---\ntitle: First\nauthors: [Ada Lovelace]\n---\nOne.\n",
    "content/papers/b.md": "---\ntitle: Second\nauthors: [Bo Babbage]\n---\nTwo.\n",
    **{f"themes/tiny/templates/{kind}.html": PLAIN for kind in KINDS},
}
NEW = {
    "content/papers/a.md": "---\ntitle: First, mended\nauthors: [Ada Lovelace]\n---\nOne.\n",
    "content/papers/c.md": "---\ntitle: Third\nauthors: [Cy Clark]\n---\nThree.\n",
}


def built(site: Path) -> None:
    build(site, site / "output", Clock(PartialDate(2026, 7, 13)), Manner(workers=1), Quiet())


def edit(site: Path) -> None:
    (site / "content/papers/b.md").unlink()
    write_files(site, NEW)


def is_killed(site: Path, nth: int) -> bool:
    process = os.fork()
    if process == 0:
        Sabotage("kill", nth).begin()
        built(site)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def check_whole(output: Path, sites: tuple[Mapping[str, bytes], ...]) -> None:
    for name, content in tree(output).items() if output.is_dir() else ():
        if not name.startswith(STAGING) and name != MANIFEST:
            assert any(site.get(name) == content for site in sites), f"{name} is not whole"


def main(start: str, base: Path) -> None:
    site = write_files(base / "start", OLD)
    old: Mapping[str, bytes] = {}
    if start == "old":
        built(site)
        old = tree(site / "output")
    edit(site)
    clean = shutil.copytree(site, base / "clean", ignore=shutil.ignore_patterns("output", ".profilegen"))
    built(clean)
    new = tree(clean / "output")
    for nth in count(1):
        tried = shutil.copytree(site, base / "tried")
        killed = is_killed(tried, nth)
        check_whole(tried / "output", (old, new))
        built(tried)
        assert tree(tried / "output") == new, f"after a kill at call {nth}"
        shutil.rmtree(tried)
        if not killed:
            print(nth - 1)  # noqa: T201 - the answer
            return


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
