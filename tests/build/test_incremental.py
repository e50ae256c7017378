"""After any sequence of changes, a build that remembers the one before gives what a clean build gives (D5).

`PROFILEGEN_SEQUENCES=500 pytest tests/build/test_incremental.py` tries more sequences.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folders import tree, write_files
from profilegen.build.clock import Clock
from profilegen.build.run import Built, Manner, build
from profilegen.model.dates import PartialDate
from profilegen.problems import Failure
from quiet import Quiet

Item = TypeVar("Item")
Change = Callable[[Path], None]

SEQUENCES: Final = int(os.environ.get("PROFILEGEN_SEQUENCES", "50"))
TODAY: Final = PartialDate(2026, 7, 13)
REPORTED: Final = "reported: {h_index: 9, source: X, as_of: 2026}\n"
SITE: Final = {
    "content/authors/ada.md": "---\nname: Ada Lovelace\nformer_names: [Ada Byron]\nselected: [b]\n---\nShe wrote.\n",
    "content/authors/bo/index.md": "---\nname: Bo Babbage\nphoto: me.svg\n" + REPORTED + "---",
    "content/authors/bo/me.svg": "<svg/>",
    "content/papers/a.md": "---\ntitle: First\nauthors: [Ada Byron, B. Babbage, C C]\ncitations: 3\n---\nOne.\n",
    "content/papers/b.yaml": "title: Second\nauthors: [Ada Lovelace, D D]\nabstract: Two.\nnote: Here.\ndate: 2020\n",
    "content/papers/c/index.md": "---\ntitle: Third\nauthors: [D D, Bo Babbage]\nlinks: {pdf: c.pdf}\n---\nThree.\n",
    "content/papers/c/c.pdf": "a file",
    "content/pages/news.md": "---\ntitle: News\nmenu: News\n---\nNone.\n",
    "profilegen.yaml": "title: Notes\nauthor_pages: all\nurl: https://example.org/\n",
    "themes/mine/theme.yaml": "contract: 1\nname: Mine\n",
    "themes/mine/templates/people.html": "{{ view.heading }}\n",
}


def written(name: str, text: str) -> Change:
    """The file of that name holds that text from here on."""

    def change(root: Path) -> None:
        if (root / name).parent.exists() and not (root / name).parent.is_dir():
            return
        write_files(root, {name: text})

    return change


def gone(name: str) -> Change:
    """The file or folder of that name is removed."""

    def change(root: Path) -> None:
        shutil.rmtree(root / name, ignore_errors=True)
        (root / name).unlink(missing_ok=True)

    return change


def renamed(old: str, new: str) -> Change:
    """The file gets another name."""

    def change(root: Path) -> None:
        if (root / old).exists() and not (root / new).exists():
            (root / new).parent.mkdir(parents=True, exist_ok=True)
            (root / old).rename(root / new)

    return change


def unseen(name: str, old: bytes, new: bytes) -> Change:
    """Other bytes under the same size and time of change."""

    def change(root: Path) -> None:
        file = root / name
        if file.is_file():
            before = file.stat()
            file.write_bytes(file.read_bytes().replace(old, new))
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


def paper(name: str, front: str, body: str = "One.") -> Change:
    return written(f"content/papers/{name}.md", f"---\n{front}\n---\n{body}\n")


CHANGES: Final = (
    paper("a", "title: First\nauthors: [Ada Byron, B. Babbage, C C]\ncitations: 3", "Another text."),
    paper("a", "title: First\nauthors: [Ada Byron, B. Babbage, C C]\ncitations: 3", "With $x^2$ and $\\nope{x}$."),
    paper("a", "title: Renamed\nauthors: [Ada Byron, B. Babbage, C C]\ncitations: 30"),
    paper("a", "title: First\nauthors: [C C, Ada Lovelace]\ndate: 2031"),
    paper(
        "a", "title: First\nauthors: [Ada Byron, B. Babbage, C C]\ncategory: cs.LG\nrelated: [{kind: erratum, id: d}]"
    ),
    paper("a", "title: First\nauthors: [Ada Byron"),
    paper("d", "title: Fourth\nauthors: [E E, Ada Lovelace]\ndate: 2022\ncategory: cs.LG"),
    paper("d", "title: First\nauthors: [E E, Ada Lovelace]\nold_urls: [/old/]"),
    paper("d", "title: Draft\nauthors: [E E]\ndraft: true"),
    paper("2/b", "title: Another\nauthors: [D D]"),
    gone("content/papers/a.md"),
    gone("content/papers/d.md"),
    gone("content/papers/2"),
    gone("content/papers/c"),
    renamed("content/papers/a.md", "content/papers/first.md"),
    renamed("content/papers/first.md", "content/papers/a.md"),
    renamed("content/papers/d.md", "content/papers/deep/d.md"),
    unseen("content/papers/a.md", b"One.", b"Uno."),
    unseen("content/papers/c/c.pdf", b"file", b"FILE"),
    written("content/papers/c/more.txt", "more"),
    written("content/papers/b.yaml", "title: Second\nauthors: [Ada Lovelace, D D]\nabstract: Changed.\ndate: 2020\n"),
    written("content/authors/ada.md", "---\nname: Ada King\nother_names: [Ada Lovelace]\n---\nShe wrote.\n"),
    written("content/authors/ada.md", "---\nname: Ada Lovelace\nformer_names: [Ada Byron]\n---\nShe wrote more.\n"),
    written("content/authors/cc.md", "---\nname: C C\nother_names: [D D]\n---\n"),
    gone("content/authors/cc.md"),
    written("content/authors/bo/me.svg", "<svg> </svg>"),
    gone("content/authors/bo"),
    written("content/pages/news.md", "---\ntitle: News\nmenu: News\n---\nSome.\n"),
    written("content/pages/news.md", "---\ntitle: Newest\nmenu: New\n---\nNone.\n"),
    gone("content/pages/news.md"),
    written("profilegen.yaml", "title: Notes\nauthor_pages: all\nurl: https://example.org/\n"),
    written("profilegen.yaml", "title: Other\nauthor_pages: listed\nhome: papers\n"),
    written("profilegen.yaml", "title: Notes\nauthor_pages: all\nhome: papers\npage_length: 1\n"),
    written("profilegen.yaml", "title: Notes\nauthor_pages: all\ntheme: mine\nproblems: {bad-formula: off}\n"),
    written("profilegen.yaml", "title: Notes\nauthor_pages: all\ntheme: mine\npage_length: 1\n"),
    written("themes/mine/static/extra.css", "p { color: red; }\n"),
    written("themes/mine/templates/card.html", "<p>{{ view.title }}</p>\n"),
    written("words.yaml", "nav.papers: Writings\n"),
    written("templates/page.html", "{% extends 'theme/page.html' %}{% block footer %}The end.{% endblock %}\n"),
    gone("templates/page.html"),
    gone("output/authors"),
    gone("output/papers/a/index.html"),
    written("output/papers/b/index.html", "somebody wrote here"),
    gone(".profilegen/pages"),
    written(".profilegen/catalogue", "damaged"),
)


def made(root: Path, output: Path, today: PartialDate, manner: Manner) -> tuple[Built | None, str]:
    try:
        return build(root, output, Clock(today), manner, Quiet()), ""
    except Failure as failure:
        return None, failure.message


def remembering(root: Path, today: PartialDate = TODAY) -> tuple[Built | None, str]:
    return made(root, root / "output", today, Manner(workers=1))


def compared(root: Path, today: PartialDate) -> None:
    """Build with a memory and without: the same problems, and, where nothing stops the build, the same bytes."""
    mine, failed = remembering(root, today)
    spare = root.parent / "spare"
    shutil.rmtree(spare, ignore_errors=True)
    shutil.copytree(root, spare, ignore=shutil.ignore_patterns("output", ".profilegen"))
    clean, clean_failed = made(spare, spare / "output", today, Manner(workers=1, remembering=False))
    assert failed == clean_failed
    if mine is None or clean is None:
        return
    assert mine.problems == clean.problems
    assert (mine.written is None) == (clean.written is None)
    if mine.written is not None:
        assert tree(root / "output") == tree(spare / "output")
        assert (mine.pages, mine.papers, mine.authors) == (clean.pages, clean.papers, clean.authors)


@settings(max_examples=SEQUENCES, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from([0, 0, 0, 1])), min_size=1, max_size=7))
def test_an_incremental_build_equals_a_clean_one(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Change, int]]
) -> None:
    root = write_files(tmp_path_factory.mktemp("changed") / "site", SITE)
    remembering(root)
    assert (root / "output/index.html").is_file()
    for change, days in steps:
        change(root)
        today = PartialDate(2026, 7, 13 + days)
        remembering(root, today)
    compared(root, today)
    shutil.rmtree(root.parent)


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_by_itself_and_nothing_after_it(tmp_path: Path, change: Change) -> None:
    root = write_files(tmp_path / "site", SITE)
    remembering(root)
    assert (root / "output/index.html").is_file()
    change(root)
    compared(root, TODAY)
    built, _ = remembering(root)
    assert built is None or built.written is None or built.written.changed == ()


def test_a_paper_that_moves_to_another_page_of_its_lists_is_on_that_page_alone(tmp_path: Path) -> None:
    """And the pages of the lists that show other papers are not made anew."""
    root = write_files(tmp_path / "site", {"profilegen.yaml": "page_length: 2\n"})
    for year in range(2010, 2018):
        front = f"title: T{year}\nauthors: [A]\ncategory: cs.LG\ndate: {year}"
        paper(str(year), front)(root)
    remembering(root)
    pages = [f"{folder}page/{number}/index.html" for folder in ("papers/", "fields/cs.lg/") for number in (2, 3, 4)]
    assert all((root / "output" / page).is_file() for page in pages)
    paper("2010", "title: T2010\nauthors: [A]\ncategory: cs.LG\ndate: 2014-05")(root)
    built, _ = remembering(root)
    assert built is not None
    assert built.written is not None
    compared(root, TODAY)
    paper("2010", "title: Other\nauthors: [A]\ncategory: cs.LG\ndate: 2014-05")(root)
    built, _ = remembering(root)
    assert built is not None
    assert built.written is not None
    assert {path for path in built.written.changed if "page/" in path} == {
        "papers/page/2/index.html",
        "fields/cs.lg/page/2/index.html",
    }
    compared(root, TODAY)


def test_items_that_are_not_what_was_written_are_made_anew(tmp_path: Path) -> None:
    root = write_files(tmp_path / "site", SITE)
    remembering(root)
    (items,) = (root / ".profilegen").glob("items.*")
    items.write_bytes(bytes(byte ^ 1 for byte in items.read_bytes()))
    CHANGES[0](root)
    compared(root, TODAY)


def test_a_template_that_shows_what_none_showed_gets_it(tmp_path: Path) -> None:
    """Citations are made before pages are printed: where no template shows any, there are none."""
    root = write_files(tmp_path / "site", SITE | {"templates/paper.html": "{{ view.title }}\n"})
    remembering(root)
    gone("templates/paper.html")(root)
    compared(root, TODAY)
    written("templates/paper.html", "{{ view.title }}\n")(root)
    compared(root, TODAY)


def test_what_links_in_the_theme_lead_to_counts(tmp_path: Path) -> None:
    own = "{% extends 'default/page.html' %}{% block footer %}{% include 'shared/foot.html' %}{% endblock %}\n"
    foot = "{{ assets['shared/more.css'] }}\n"
    files = {"templates/page.html": own, "shared/foot.html": foot, "shared/more.css": "p {}\n"}
    root = write_files(tmp_path / "site", SITE | files)
    (root / "static").mkdir()
    for part in ("static", "templates"):
        (root / part / "shared").symlink_to("../shared")
    remembering(root)
    written("shared/more.css", "p { color: red; }\n")(root)
    compared(root, TODAY)
    written("shared/foot.html", foot + "The end.\n")(root)
    compared(root, TODAY)
