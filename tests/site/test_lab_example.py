"""The example of a research group: built by the real command, with something to show for every number and type."""

import re
import shutil
import struct
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from folders import CHECKOUT, run_profilegen, tree
from profilegen.build.clock import Clock
from profilegen.build.compose import Composed, compose
from profilegen.metrics.definitions import DEFINITIONS
from profilegen.model.author import Author
from profilegen.model.dates import PartialDate
from profilegen.model.paper import PaperType, Status

LAB: Final = CHECKOUT / "examples" / "lab"
CLOCK: Final = Clock(PartialDate(2026, 6, 30))
RETRACTED: Final = "nest-index-2016"

SHOWN_TYPES: Final = {
    PaperType.ARTICLE,
    PaperType.CONFERENCE,
    PaperType.PREPRINT,
    PaperType.CHAPTER,
    PaperType.THESIS_PHD,
    PaperType.REPORT,
    PaperType.SOFTWARE,
    PaperType.DATASET,
    PaperType.TALK,
    PaperType.POSTER,
}


@pytest.fixture(scope="module")
def lab() -> Composed:
    return compose(LAB, CLOCK)


def numbers(composed: Composed) -> dict[tuple[str, str], tuple[object, int, int, tuple[str, ...]]]:
    """Each computed metric of each author, with what it was computed from."""
    assert composed.site is not None, composed.problems
    return {
        (person, one.definition.name): (one.computed, one.known, one.of, one.core)
        for person, measured in composed.site.measured.items()
        for one in measured
    }


def author(composed: Composed, author_id: str) -> Author:
    return next(one for one in composed.records.authors if one.id == author_id)


def copied(folder: Path) -> Path:
    return shutil.copytree(LAB, folder / "lab", ignore=shutil.ignore_patterns(".*", "output"))


def test_the_lab_builds_under_strict_and_no_former_name_is_in_a_byte_of_it(tmp_path: Path, lab: Composed) -> None:
    done = run_profilegen("build", copied(tmp_path), "--strict", "--output", tmp_path / "out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    files = tree(tmp_path / "out")
    text = "\n".join(files).casefold().encode() + b"".join(files.values()).lower() + done.stdout.casefold().encode()
    wren = author(lab, "wren-solberg-achebe")
    former = {part.casefold() for name in wren.former_names for part in (name.given, name.family)}
    assert len(former) == 2
    assert not [part for part in former if part.encode() in text]
    old_paper = files["papers/dawn-chorus-2013/index.html"].decode()
    assert "Wren Solberg-Achebe" in old_paper


def test_nothing_is_wrong_with_it(lab: Composed) -> None:
    assert lab.problems == ()


def test_every_metric_is_computed_for_an_author(lab: Composed) -> None:
    computed = {name for (_, name), (value, *_) in numbers(lab).items() if value is not None}
    assert computed >= {definition.name for definition in DEFINITIONS} | {"most_cited", "open_data"}


def test_the_types_and_statuses_a_list_may_show_all_occur(lab: Composed) -> None:
    assert {paper.type for paper in lab.records.papers} >= SHOWN_TYPES
    statuses = {paper.status for paper in lab.records.papers}
    assert statuses >= {None, Status.SUBMITTED, Status.ACCEPTED, Status.RETRACTED}


def test_the_retracted_paper_counts_in_no_metric(tmp_path: Path, lab: Composed) -> None:
    site = copied(tmp_path)
    file = site / "content/papers" / f"{RETRACTED}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("status: retracted\n", ""), encoding="utf-8")
    assert numbers(compose(site, CLOCK)) != numbers(lab)
    file.unlink()
    assert numbers(compose(site, CLOCK)) == numbers(lab)


def test_unknown_citations_are_not_zero_and_zero_is_not_unknown(lab: Composed) -> None:
    counts = [paper.citations.count if paper.citations else None for paper in lab.records.papers]
    assert None in counts
    assert 0 in counts
    partly = [known < of for (_, name), (_, known, of, _) in numbers(lab).items() if name == "citations"]
    assert True in partly
    assert False in partly


def test_citations_by_year_add_up_to_the_count_or_nearly(lab: Composed) -> None:
    for paper in lab.records.papers:
        if paper.citations and paper.citations.count and paper.date:
            years = [year for year, _ in paper.citations.by_year]
            counted = sum(count for _, count in paper.citations.by_year)
            assert 0.95 * paper.citations.count <= counted <= paper.citations.count, paper.id
            assert years[0] >= paper.date.year
            assert all(later == earlier + 1 for earlier, later in pairwise(years))


def test_the_slides_and_portraits_beside_records_are_real_files(tmp_path: Path) -> None:
    done = run_profilegen("build", copied(tmp_path), "--output", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    slides = (tmp_path / "out/papers/hearing-discharge-2024/slides.pdf").read_bytes()
    start = int(re.findall(rb"startxref\n(\d+)", slides)[-1])
    assert slides[start:].startswith(b"xref")
    assert all(slides[int(at) :].startswith(b"%d 0 obj" % n) for n, at in enumerate(offsets(slides[start:]), 1))
    portrait = (tmp_path / "out/authors/harune-mizunobe/portrait.png").read_bytes()
    width, height = struct.unpack(">II", portrait[16:24])
    assert width == height
    assert len(portrait) < 3_000


def offsets(table: bytes) -> list[bytes]:
    """Where the objects of a PDF begin, by its cross-reference table."""
    return re.findall(rb"(\d{10}) 00000 n", table)


def test_every_file_names_its_schema_by_a_path_that_exists() -> None:
    files = [LAB / "profilegen.yaml", *(LAB / "content/papers").rglob("*.*"), *(LAB / "content/authors").rglob("*.*")]
    records = [file for file in files if file.suffix in {".md", ".yaml"}]
    assert len(records) > 45
    for file in records:
        found = re.match(r"(?:---\n)?# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
        assert found is not None, file
        assert (file.parent / found[1]).resolve().parent == CHECKOUT / "schemas"
        assert (file.parent / found[1]).is_file()


def test_all_addresses_are_invented_ones() -> None:
    hosts = {
        host
        for file in LAB.rglob("*")
        if file.suffix in {".md", ".yaml"}
        for host in re.findall(r"https?://([^/\s>]+)|@([a-z.]+\.[a-z]{2,})", file.read_text(encoding="utf-8"))
    }
    assert {host for pair in hosts for host in pair if host} == {"example.org"}
    dois = re.findall(r"doi: (\S+?)[,}\s]", "".join(file.read_text(encoding="utf-8") for file in LAB.rglob("*.md")))
    assert len(dois) > 30
    assert all(doi.startswith("10.5555/") for doi in dois)
