"""A file of many pieces, mended: what did not change is cut out of the file of before, what did is made anew."""

import json
from pathlib import Path
from typing import Final, TypeVar

import pytest

from folders import write_files
from profilegen.build.clock import Clock
from profilegen.build.compose import compose
from profilegen.build.inputs import program
from profilegen.build.measuring import defined
from profilegen.build.memory import recalled
from profilegen.build.relink import read_beside
from profilegen.build.run import Manner, Site, build
from profilegen.build.seams import joined, mended
from profilegen.build.shelving import PAPER_TEXTS, PAPERS, Common
from profilegen.build.themed import theme_of
from profilegen.build.traced import ORDERS
from profilegen.build.workshop import Commission, Terms, Workshop, opened, sealed
from profilegen.model.dates import PartialDate
from profilegen.output.catalogue import Stock
from profilegen.pages.page import Page
from quiet import Quiet

Item = TypeVar("Item")

SITE: Final = {
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\nShe wrote.\n",
    "content/papers/a.md": "---\ntitle: First\nauthors: [Ada Lovelace, B. Babbage]\ncitations: 3\n---\nOne.\n",
    "content/papers/b.md": "---\ntitle: Second\nauthors: [Ada Lovelace]\ndate: 2020\n---\nTwo.\n",
    "content/papers/c.md": "---\ntitle: Third\nauthors: [D D]\n---\nThree.\n",
    "profilegen.yaml": "url: https://example.org/\nhome: papers\n",
}
FILES: Final = [
    Page("papers.bib", "bibtex"),
    Page("papers.ris", "ris"),
    Page("papers.csl.json", "csl"),
    Page("papers.json", "json"),
    Page("papers.csv", "csv"),
    Page("authors/ada/papers.json", "json", "authors/ada"),
]


@pytest.fixture
def shop(tmp_path: Path) -> tuple[Workshop, dict[str, dict[str, int]]]:
    """A built site, ready to print pages, and the numbers of its items."""
    write_files(tmp_path, SITE)
    site = Site(tmp_path, tmp_path / "output", Clock(PartialDate(2026, 7, 13)))
    build(site.root, site.output, site.clock, Manner(workers=1), Quiet())
    memory, beside = recalled(site.state, program()), read_beside(site)
    assert memory.sheet is not None
    common = Common(beside.settings, beside.look, defined(beside.settings)[0], memory.sheet.facts)
    shelves = {name: dict(shelf) for name, shelf in Stock(site.state, memory.items).shelves.items()}
    return opened(Commission(str(tmp_path), sealed(Terms(site.root, site.state, common)))), shelves


@pytest.mark.parametrize("page", FILES, ids=lambda page: page.address)
def test_only_the_piece_of_a_changed_paper_is_made_anew(
    shop: tuple[Workshop, dict[str, dict[str, int]]], page: Page
) -> None:
    workshop, shelves = shop
    whole, seam = joined(workshop.site, page, workshop.trace)
    trace = workshop.trace.take()
    # What was there of the others stays, whatever it is; what was there of the changed one goes.
    before = whole.replace(b"Second", b"SECOND").replace(b"First", b"FIRST")
    found = mended(workshop.site, page, workshop.trace, before, seam, {shelves[PAPERS]["a"]})
    assert found == (whole.replace(b"Second", b"SECOND"), seam)
    assert workshop.trace.take() == trace
    assert shelves[PAPER_TEXTS]["a"] in trace


@pytest.mark.parametrize("page", FILES[:-1], ids=lambda page: page.address)
def test_where_other_pieces_are_in_the_file_nothing_of_it_is_kept(
    shop: tuple[Workshop, dict[str, dict[str, int]]], page: Page
) -> None:
    workshop, shelves = shop
    whole, seam = joined(workshop.site, page, workshop.trace)
    assert mended(workshop.site, page, workshop.trace, whole, seam, {shelves[ORDERS][PAPERS]}) is None
    assert mended(workshop.site, page, workshop.trace, whole + b"\n", seam, set()) is None


def test_the_files_of_a_build_are_those_of_the_preview_and_have_the_texts_as_typed(tmp_path: Path) -> None:
    texts = {"abstract": "About *ducks* and $x^2$.", "note": "With **corrections**.", "biography": "She *wrote*."}
    files = SITE | {
        "content/papers/a.yaml": "title: First\nauthors: [Ada]\nabstract: {abstract}\nnote: {note}\n".format(**texts),
        "content/authors/ada.md": f"---\nname: Ada\n---\n{texts['biography']}\n",
    }
    files.pop("content/papers/a.md")
    write_files(tmp_path, files)
    built = Site(tmp_path, tmp_path / "output", Clock(PartialDate(2026, 7, 13)))
    build(built.root, built.output, built.clock, Manner(workers=1), Quiet())
    made = compose(tmp_path, built.clock)
    assert made.site is not None
    theme = theme_of(tmp_path, made.look)
    pages = [*FILES, *(page for page in made.pages if page.kind in ("paper", "author"))]
    assert [
        page.address for page in pages if (built.output / page.file).read_bytes() != theme.print(made.site, page)
    ] == []
    said = json.loads((built.output / "papers.json").read_bytes())
    (first,) = [one for one in said["papers"] if one["title"] == "First"]
    assert {name: (first | said["people"][0])[name] for name in texts} == texts
    assert r"abstract = {About \emph{ducks} and $x^2$.}" in (built.output / "papers.bib").read_text(encoding="utf-8")
