"""What a change costs: the pages that show it are printed, and no other; told by how often each template was used."""

from pathlib import Path

import pytest

from folders import write_files
from profilegen.build.clock import Clock
from profilegen.build.run import Manner, build
from profilegen.model.dates import PartialDate
from quiet import Quiet

PAPER = "---\ntitle: Paper {n}\nauthors: [Ada Lovelace, Writer {n}]\ndate: 2020\n---\nText {n}.\n"
SITE = {
    "profilegen.yaml": "url: https://example.org/\nauthor_pages: all\nsearch: false\n",
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\nShe programs.\n",
    "content/authors/bo.md": "---\nname: Bo Ek\n---\nHe reads.\n",
    "content/papers/own.md": "---\ntitle: Own\nauthors: [Bo Ek, Di Fu]\ndate: 2021\n---\nMore.\n",
    **{f"content/papers/p{n}.md": PAPER.format(n=n) for n in range(20)},
}


def printed(root: Path) -> dict[str, int]:
    """How many pages for people a build prints, by template."""
    made = build(root, root / "output", Clock(PartialDate(2026, 7, 13)), Manner(workers=1), Quiet())
    assert made.written is not None, made.problems
    return {lap.name: lap.times for lap in made.slow.templates if lap.name.endswith(".html")}


@pytest.mark.parametrize(
    ("file", "text", "touched"),
    [
        ("content/papers/own.md", SITE["content/papers/own.md"].replace("More.", "Less."), {"author": 2, "paper": 1}),
        ("content/authors/bo.md", "---\nname: Bo Ek\n---\nHe writes.\n", {"author": 1}),
        # A new name leads to other places in every index, and stands wherever the byline does.
        (
            "content/authors/bo.md",
            "---\nname: Bo Zander\nother_names: [Bo Ek]\n---\nHe reads.\n",
            {"author": 2, "paper": 1, "people": 1, "papers": 1},
        ),
    ],
    ids=["abstract", "biography", "name"],
)
def test_a_change_prints_the_pages_that_show_it(tmp_path: Path, file: str, text: str, touched: dict[str, int]) -> None:
    site = write_files(tmp_path, SITE)
    assert printed(site)["author.html"] == 23
    assert printed(site) == {}
    write_files(site, {file: text})
    assert printed(site) == {f"{name}.html": times for name, times in touched.items()}
