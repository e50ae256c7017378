"""The site in memory after any sequence of edits is the site that is read anew."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from folders import write_files
from profilegen.build.clock import Clock
from profilegen.model.dates import PartialDate
from profilegen.preview.pages import pages_of
from profilegen.preview.revising import Known
from profilegen.preview.scan import differences, glance, is_watched, scan
from profilegen.preview.site import State, Studio

SITE: Final[Mapping[str, str]] = {
    "content/authors/ada.md": "---\nname: Ada Lovelace\nformer_names: [Ada Byron]\n---\nShe wrote.\n",
    "content/papers/a.md": "---\ntitle: First\nauthors: [Ada Byron, B. Babbage]\ncitations: 3\n---\nOne.\n",
    "content/papers/b.yaml": "title: Second\nauthors: [A. Lovelace]\nabstract: Two.\nnote: Here.\n",
    "content/pages/news.md": "---\ntitle: News\n---\nNone.\n",
    "profilegen.yaml": "title: Notes\n",
}

EDITS: Final = (
    ("content/papers/a.md", "---\ntitle: First\nauthors: [Ada Byron, B. Babbage]\ncitations: 3\n---\nAnother text.\n"),
    ("content/papers/a.md", "---\ntitle: First\nauthors: [Ada Byron, B. Babbage]\ncitations: 3\n---\n$\\nope{x}$\n"),
    ("content/papers/a.md", "---\ntitle: First\nauthors: [Ada Byron, C. Babbage]\ncitations: 9\n---\nOne.\n"),
    ("content/papers/a.md", "---\ntitle: First\nauthors: [Ada Byron, B. Babbage\n"),
    ("content/papers/a.md", None),
    (
        "content/papers/a.md",
        "---\ntitle: Zeroth\ndate: 2031\nauthors: [Ada Byron, B. Babbage]\ncitations: 30\n---\nOne.\n",
    ),
    (
        "content/papers/a.md",
        "---\ntitle: Second\nauthors: [Ada Byron, B. Babbage]\nx-line: 1\nscore: 12\ncategory: cs.LG\n---\n",
    ),
    ("content/papers/a.md", "---\ntitle: Second\nauthors: [Ada Byron, B. Babbage]\ncategory: [cs.LG, nope]\n---\n"),
    (
        "content/papers/a.md",
        "---\ntitle: First\nauthors: [Ada Byron, B. Babbage]\nstatus: retracted\naccept: [duplicate-title]\n---\n",
    ),
    ("content/papers/b.yaml", "weight: 1\ntitle: Second\nauthors: [A. Lovelace]\nabstract: Two.\ncitekey: zeroth\n"),
    (
        "content/papers/b.yaml",
        "title: Second\ndate: 2019\nauthors: [A. Lovelace]\nrelated: [{kind: erratum, id: c}]\nratings: {fun: 3}\n",
    ),
    ("content/papers/b.yaml", "title: Second\nnote: Longer.\nabstract: Two.\nauthors: [A. Lovelace]\n"),
    ("content/papers/b.yaml", 'title: Second\nauthors: [A. Lovelace]\nabstract: "$\\\\nope{y}$"\nnote: Here.\n'),
    ("content/papers/b.yaml", "title: First\nauthors: [A. Lovelace]\nabstract: Two.\ndraft: true\n"),
    ("content/papers/c.md", "---\ntitle: First\nauthors: [Ada Lovelace]\ndate: 2020\n---\n"),
    ("content/papers/c.md", None),
    ("content/authors/ada.md", "---\nname: Ada Lovelace\nformer_names: [Ada Byron]\n---\n"),
    ("content/authors/ada.md", "---\nname: Ada Lovelace\nreported: {h_index: 44, source: Somebody}\n---\nShe wrote.\n"),
    ("content/pages/news.md", "---\ntitle: News\n---\nSome.\n"),
    ("profilegen.yaml", "title: Other Notes\nauthor_pages: all\n"),
    ("profilegen.yaml", "title: Notes\nproblems: {bad-formula: error}\n"),
    ("profilegen.yaml", "title: Notes\nproblems: {bad-formula: off, near-name: error}\n"),
    ("words.yaml", "nav.papers: Writings\n"),
    ("templates/page.html", "{% extends 'theme/page.html' %}{% block footer %}The end.{% endblock %}\n"),
    ("static/extra.css", "p { color: red; }\n"),
)

STYLE: Final = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'
    '<citation><layout><text variable="title"/></layout></citation>'
    '<bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>'
)


def studio(root: Path) -> Studio:
    return Studio(root.resolve(), Known(Clock(PartialDate(2026, 7, 13))), drafts=False)


def write(root: Path, name: str, text: str | None) -> None:
    path = root / name
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def shown(root: Path, state: State) -> Mapping[str, bytes]:
    """Every page and every address."""
    assert state.good is not None
    pages = pages_of(root, state.good)
    return {page.address: pages.print(page).body for page in pages.by_address.values()} | dict.fromkeys(
        pages.files, b""
    )


@settings(max_examples=25)
@example(edits=[EDITS[14], EDITS[10]])
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=6))
def test_any_sequence_of_edits_ends_as_reading_everything_anew_does(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str | None]]
) -> None:
    root = write_files(tmp_path_factory.mktemp("edited"), SITE)
    state = studio(root).opened()
    for name, text in edits:
        write(root, name, text)
        state = studio(root).after(state, frozenset({name}))
    fresh = studio(root).opened()
    assert state.problems == fresh.problems
    assert state.wrong == fresh.wrong
    if not fresh.wrong:
        assert shown(root, state) == shown(root, fresh)


@pytest.mark.parametrize("number", [0, 1, 5, 11], ids=["abstract", "formula", "title", "order"])
def test_a_paper_that_links_as_before_links_nothing_anew(tmp_path: Path, number: int) -> None:
    root = write_files(tmp_path, SITE)
    before = studio(root).opened()
    write(root, *EDITS[number])
    after = studio(root).after(before, frozenset({EDITS[number][0]}))
    assert after.touched == "1 record"
    assert before.good is not None
    assert after.good is not None
    assert after.good.composed.pages is before.good.composed.pages


def test_a_theme_that_changed_while_the_content_was_wrong_is_used_afterwards(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE)
    state = studio(root).opened()
    for name, text in (EDITS[3], EDITS[-1], ("content/papers/a.md", SITE["content/papers/a.md"])):
        write(root, name, text)
        state = studio(root).after(state, frozenset({name}))
    assert any("extra." in address for address in shown(root, state))


def test_a_glance_at_known_files_tells_what_a_look_at_all_does(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE)
    before = scan(root)
    name = "content/papers/a.md"
    assert differences({**before, name: (0, 0, 0, 0)}, scan(root)) >= {name}
    assert (glance(root, before, [name]) or {}).keys() == {name}
    assert glance(root, before, ["content/papers/4913", "content/papers/.a.md.swp"]) == {}
    write(root, "content/papers/new.md", "")
    assert glance(root, before, ["content/papers/new.md"]) is None
    write(root, name, None)
    assert glance(root, before, [name]) is None
    assert {name, "content/papers/new.md"} <= differences(before, scan(root))


def test_p3_a_citation_style_that_was_saved_is_seen_and_used(tmp_path: Path) -> None:
    root = write_files(tmp_path, {**SITE, "profilegen.yaml": "citation_style: own.csl\n", "own.csl": STYLE})
    before, seen = studio(root).opened(), scan(root)
    write(root, "own.csl", STYLE.replace("!", "?!"))
    assert is_watched("own.csl")
    assert "own.csl" in differences(seen, scan(root))
    after = studio(root).after(before, frozenset({"own.csl"}))
    assert b"First!" in shown(root, before)["papers/a/"]
    assert b"First?!" in shown(root, after)["papers/a/"]


def test_a_picture_that_changed_makes_the_pages_that_show_it_other_pages(tmp_path: Path) -> None:
    author = "---\nname: Ada Lovelace\nphoto: ada.png\n---\nShe wrote.\n"
    root = write_files(tmp_path, {"content/papers/a.md": SITE["content/papers/a.md"]})
    write(root, "content/authors/ada/index.md", author)
    write(root, "content/authors/ada/ada.png", "no picture, but a file of that name")
    before = studio(root).opened()
    marked = marks(root, before)
    write(root, "content/authors/ada/ada.png", "another picture")
    after = studio(root).after(before, frozenset({"content/authors/ada/ada.png"}))
    assert after.touched == "a copied file"
    assert marks(root, after)[""] != marked[""]
    assert marks(root, after)["papers/"] == marked["papers/"]


def marks(root: Path, state: State) -> Mapping[str, str]:
    assert state.good is not None
    pages = pages_of(root, state.good)
    return {page.address: pages.print(page).mark for page in pages.by_address.values()}
