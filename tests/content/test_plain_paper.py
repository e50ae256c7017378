"""A plain paper's record is the one that the whole schema gives, and any other paper is left to that."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from profilegen.content.discover import Found
from profilegen.content.load import PAPERS, Kind, load_source
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import keys_of
from profilegen.content.source import Source, read_source
from profilegen.model.paper import Paper
from profilegen.problems import Problem

CHECKOUT = Path(__file__).resolve().parents[2]
LONG = Kind(PAPERS.folder, PAPERS.schema, PAPERS.check, PAPERS.record)

KEYS = st.sampled_from([*keys_of(PaperFile), "x-own", "unknown"])
TEXTS = st.sampled_from(
    """
    A title¦'a  b'¦2026¦2026-05¦2026-02-30¦12¦-1¦1.5¦54%¦101¦true¦maybe¦conference¦inproceedings¦Retracted¦''¦~¦en¦a, b
    10.1000/182¦2101.00010¦https://example.org/¦a/b.pdf¦near-name¦978-3-16-148410-0¦cs.LG¦{a: b}¦[]¦[a, b]¦[[a]]¦[~]
    """.strip()
    .replace("\n    ", "¦")
    .split("¦")
)
NAMES = st.sampled_from(
    [
        "Ada Lovelace",
        "'Hopper, Grace'",
        "'a, b, c'",
        "Plato",
        "李明",
        "...",
        "…",
        "et al.",
        "others",
        "{family: A}",
        "~",
        "1",
    ]
)
BYLINES = st.lists(NAMES, max_size=3).map(", ".join).map(lambda names: f"[{names}]") | NAMES
LINES = st.dictionaries(KEYS, TEXTS, max_size=6)


def read(text: str, kind: Kind[PaperFile, Paper] = PAPERS) -> tuple[tuple[Paper, ...], tuple[Problem, ...]]:
    return load_source(Source("content/papers/a.md", text), Found("a.md", "content/papers/a.md", "a"), kind)


def file(byline: str, given: dict[str, str], body: str = "") -> str:
    keys = {"title": "A title", "authors": byline, **given}
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in keys.items()), "---\n", body])


def taken(text: str) -> bool:
    seen: list[object] = []

    def record(*of: object) -> Paper:
        seen.append(of)
        return PAPERS.record(*of)  # type: ignore[arg-type]

    read(text, Kind(PAPERS.folder, PAPERS.schema, PAPERS.check, record, PAPERS.at_once))
    return not seen


@given(BYLINES, LINES, st.sampled_from(["", "An abstract.\n"]))
@example(
    "[Ada Lovelace]", {"category": "cs.LG", "categories": "[stat.ML, cs.LG]", "keywords": "[b, a]", "tags": "[a]"}, ""
)
@example("[Ada Lovelace]", {"note": "'it''s'", "awards": "One", "score": "1.5", "status": "Retracted"}, "")
@example("[Ada Lovelace]", {"note": "~", "abstract": "", "keywords": "null"}, "")
@example("[Ada Lovelace]", {"abstract": "Text"}, "An abstract.\n")
@example("[Ada Lovelace, et al.]", {}, "")
@example("[Ada Lovelace, ...]", {}, "")
@example("[Plato, Socrates]", {}, "")
@settings(max_examples=300)
def test_both_ways_give_the_same(byline: str, given: dict[str, str], body: str) -> None:
    text = file(byline, given, body)
    assert repr(read(text)) == repr(read(text, LONG))


def test_every_paper_of_the_project_is_read_the_same() -> None:
    for path in sorted(CHECKOUT.glob("**/content/papers/*.md")):
        source = read_source(path, path.name)
        found = Found(str(path), path.name, path.stem)
        assert repr(load_source(source, found, PAPERS)) == repr(load_source(source, found, LONG))


def test_what_most_papers_say_takes_the_short_way() -> None:
    given = {"date": "2026-05", "type": "conference", "venue": '"A venue"', "pages": "1-9", "doi": "10.1000/182"}
    assert taken(file("[Ada Lovelace, Grace Hopper, 李明]", {**given, "citations": "3", "tags": "[a, b]"}, "Text\n"))


@pytest.mark.parametrize("line", ["links: {code: a.zip}", "authors: [Plato]", "citations: {count: 3}"])
def test_what_says_more_takes_the_long_way(line: str) -> None:
    key, _, value = line.partition(": ")
    assert not taken(file("[Ada Lovelace]", {key: value}))


def test_a_body_that_is_too_long_is_told() -> None:
    records, problems = read(file("[Ada Lovelace]", {}, "a" * 200_001))
    assert not records
    assert [found.code for found in problems] == ["too-long"]
