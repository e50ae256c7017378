"""`profilegen duplicates` and `profilegen merge`: pairs with reasons, and one paper of two, every fact kept."""

from pathlib import Path

import pytest

from folders import run_profilegen, tree, write_files
from profilegen.importing.duplicates import pairs
from profilegen.importing.known import known_papers


def paper(title: str, more: str = "", authors: str = "Ada Lovelace, Ben Two") -> str:
    return f"---\ntitle: {title}\nauthors: [{authors}]\n{more}---\n"


def found(root: Path, papers: dict[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    write_files(root, {f"content/papers/{name}.md": text for name, text in papers.items()})
    return [(pair.keep, pair.other, pair.reasons) for pair in pairs(known_papers(root))]


def test_a_preprint_and_what_became_of_it(tmp_path: Path) -> None:
    papers = {
        "a": paper("Engines that Think", "type: preprint\ndate: 2019\narxiv: 1901.00001\n"),
        "b": paper("Engines That Think!", "venue: J\ndate: 2020\ndoi: 10.1000/b\n"),
        "c": paper("Something else", "date: 2020\n"),
    }
    assert found(tmp_path, papers) == [("b", "a", ("the same title and first author", "one is a preprint"))]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Fast engines for thinking machines", "Fast engines for thinking machine", True),
        ("On the theory of engines and wheels", "On a theory of engines and wheels", True),
        ("The engine survey I", "The engine survey II", False),
        ("The engine survey 2019", "The engine survey 2021", False),
        ("The engine survey", "Erratum: The engine survey", False),
        ("Engines", "Wheels", False),
    ],
)
def test_variants_of_a_title(tmp_path: Path, one: str, other: str, *, alike: bool) -> None:
    papers = {"a": paper(f'"{one}"', "date: 2019\n"), "b": paper(f'"{other}"', "date: 2020\n")}
    assert bool(found(tmp_path, papers)) == alike


def test_identifiers_that_are_the_same(tmp_path: Path) -> None:
    papers = {"a": paper("One", "doi: 10.1000/X\n"), "b": paper("Two", "doi: 10.1000/x\n", authors="Cy Three")}
    assert [reasons for _, _, reasons in found(tmp_path, papers)] == [("the same DOI",)]


def test_no_pair_of_versions_or_of_what_is_accepted(tmp_path: Path) -> None:
    papers = {
        "a": paper("Engines", "arxiv: 1901.00001\n"),
        "b": paper("Engines", "versions: [{kind: preprint, arxiv: 1901.00001}]\n"),
        "c": paper("Wheels"),
        "d": paper("Wheels", "accept: [duplicate-title]\n"),
    }
    assert found(tmp_path, papers) == []


@pytest.mark.parametrize("listed", ["arxiv: 1901.00001v2", "doi: 10.48550/arXiv.1901.00001", "doi: 10.1000/PRE"])
def test_a_version_is_one_however_it_is_named(tmp_path: Path, listed: str) -> None:
    preprint = paper("Engines", "arxiv: 1901.00001\ndoi: 10.1000/pre\n")
    papers = {"a": preprint, "b": paper("Engines", f"versions: [{{kind: preprint, {listed}}}]\n")}
    assert found(tmp_path, papers) == []


def test_two_that_list_the_same_version_look_like_one(tmp_path: Path) -> None:
    listed = "versions: [{kind: preprint, arxiv: 1901.00001}]\n"
    pairs = found(tmp_path, {"a": paper("One", listed), "b": paper("Two", listed)})
    assert [reasons for _, _, reasons in pairs] == [("the same arXiv id",)]


TWO = {
    "content/papers/pre.md": """\
        ---
        title: Engines that think
        authors: [Ada Lovelace, Ben Two]
        date: 2019-01
        type: preprint
        category: cs.LG
        tags: [engines, thought]
        arxiv: "1901.00001"
        links: {code: https://example.org/code, pdf: https://example.org/pre.pdf}
        citations: 12
        old_urls: [/old/pre/]
        ---
        The first abstract.
        """,
    "content/papers/pub.md": """\
        ---
        # the real one
        title:   Engines That Think
        authors:
          -   Ada Lovelace
          - Ben Two
        date: 2020
        venue: Journal of Engines
        tags: [engines]
        doi: 10.1000/pub
        links: {pdf: https://example.org/pub.pdf}
        ---
        The last abstract.
        """,
    "content/papers/other.md": """\
        ---
        title: Another
        authors: [Ada Lovelace]
        related: [{kind: software, id: pre}]
        ---
        """,
    "content/authors/ada.md": "---\nname: Ada Lovelace\nselected: [pre, other, pub]\n---\n",
}


def test_two_become_one_and_no_fact_is_lost(tmp_path: Path) -> None:
    write_files(tmp_path, TWO)
    before = tree(tmp_path)
    listed = run_profilegen("duplicates", cwd=tmp_path)
    assert "  profilegen merge pub pre\n1 pair\n" in listed.stdout
    assert tree(tmp_path) == before
    dry = run_profilegen("merge", "pre", "pub", "--dry-run", cwd=tmp_path)
    assert "+++ /dev/null" in dry.stdout
    assert tree(tmp_path) == before
    done = run_profilegen("merge", "pre", "pub", cwd=tmp_path)
    assert done.returncode == 0
    assert "pre is now a part of pub" in done.stdout
    assert "date: kept '2020', pre had '2019-01'" in done.stdout
    assert not (tmp_path / "content/papers/pre.md").exists()
    text = (tmp_path / "content/papers/pub.md").read_text("utf-8")
    assert text.startswith("---\n# the real one\ntitle:   Engines That Think\nauthors:\n  -   Ada Lovelace\n")
    facts = "cs.LG|thought|1901.00001|2019-01|org/code|org/pre.pdf|citations: 12|/old/pre/|/papers/pre/|first abstract"
    for fact in (*facts.split("|"), "Engines that think", "kind: preprint"):
        assert fact in text
    assert "type: preprint" not in text
    assert "selected: [pub, other]" in (tmp_path / "content/authors/ada.md").read_text("utf-8")
    assert "id: pub" in (tmp_path / "content/papers/other.md").read_text("utf-8")
    write_files(tmp_path, {"profilegen.yaml": "problems: {no-url: off}\n"})
    built = run_profilegen("build", "--strict", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert "papers/pub/" in (tmp_path / "output/papers/pre/index.html").read_text("utf-8")


def test_what_cannot_be_merged_is_said(tmp_path: Path) -> None:
    write_files(
        tmp_path, {**TWO, "content/papers/folder/index.md": paper("Third"), "content/papers/folder/a.pdf": "pdf"}
    )
    for words, message in (
        (("pub", "none"), "there is no paper 'none'"),
        (("pub", "pubb"), "there is no paper 'pubb' (did you mean 'pub'?)"),
        (("pub", "pub"), "is one paper already"),
        (("pub", "folder"), "has files beside it: a.pdf"),
    ):
        done = run_profilegen("merge", *words, cwd=tmp_path)
        assert done.returncode == 1
        assert message in done.stderr
