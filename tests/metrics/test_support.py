"""Reported numbers that the listed papers cannot support."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.sample import papers
from profilegen.metrics import DEFINITIONS, Measured, measure, support_notes, unsupported
from profilegen.model.author import Author, Reported
from profilegen.model.names import Name
from profilegen.model.settings import Settings
from profilegen.problems import Place, Severity

FILE = "content/authors/a.md"
AUTHOR = Author(id="a", file=FILE, name=Name.parse("Ada Lovelace"), places={"reported": Place(FILE, 3, 1)})


def stated(counts: tuple[int | None, ...], reported: Mapping[str, int]) -> tuple[Measured, ...]:
    blocks = {
        name: Reported(Fraction(value), "a tracker", place=Place(FILE, 5, 12)) for name, value in reported.items()
    }
    return measure(papers(*counts), Settings(), DEFINITIONS, blocks, 2026)


def reasons(counts: tuple[int | None, ...], **reported: int) -> list[str]:
    return [one.reason for one in unsupported(stated(counts, reported))]


def test_an_h_index_above_the_number_of_papers() -> None:
    assert reasons((None,) * 15, h_index=44) == [
        "h-index 44 is reported, and the site lists 15 papers, which support 15 at the most"
    ]


def test_the_target_page_is_told_about_its_papers_and_its_citations() -> None:
    assert reasons((None,) * 15, h_index=44, papers=15, citations=216) == [
        "h-index 44 is reported, and the site lists 15 papers, which support 15 at the most",
        "h-index 44 is reported, which needs 1,936 citations at the least, and 216 are reported",
    ]


@pytest.mark.parametrize(
    ("counts", "reported", "most"),
    [
        ((3, 3, 3, 0), {"h_index": 4}, "3"),
        ((3, 3, 3, None), {"h_index": 4}, "3"),
        ((5, 5, 5, None, 0), {"h_index": 5}, "4"),
        ((9, 0, 0), {"g_index": 4}, "3"),
        ((20, 1, None), {"i10_index": 3}, "2"),
        ((20, 1), {"citations": 22}, "21"),
        ((20, 1), {"papers": 3}, "2"),
    ],
)
def test_a_number_above_what_the_counts_allow(
    counts: tuple[int | None, ...], reported: dict[str, int], most: str
) -> None:
    (reason,) = reasons(counts, **reported)
    assert reason.endswith(f"which support {most} at the most")


@pytest.mark.parametrize(
    ("counts", "reported"),
    [
        ((3, 3, 3, 0), {"h_index": 3}),
        ((5, 5, 5, 5, None), {"h_index": 5}),
        ((20, None, None), {"i10_index": 3}),
        ((20, None), {"citations": 10**6}),
        ((20, 1), {"citations": 20, "papers": 1, "i10_index": 0}),
        ((9, 9, 9), {"h_index": 3, "citations": 9}),
        ((1,), {"novelty": 1, "ai_score": 99}),
    ],
)
def test_numbers_that_the_papers_support_are_no_news(counts: tuple[int | None, ...], reported: dict[str, int]) -> None:
    assert reasons(counts, **reported) == []


@pytest.mark.parametrize(("name", "value", "needed"), [("h_index", 5, 25), ("g_index", 5, 25), ("i10_index", 5, 50)])
def test_an_index_needs_citations(name: str, value: int, needed: int) -> None:
    unknown = (None,) * 5
    assert reasons(unknown, **{name: value, "citations": needed}) == []
    (reason,) = reasons(unknown, **{name: value, "citations": needed - 1})
    assert f"which needs {needed} citations at the least, and {needed - 1} are reported" in reason


def test_one_paper_supports() -> None:
    (reason,) = reasons((None,), h_index=2)
    assert "lists 1 paper, which supports 1 at the most" in reason


@given(st.lists(st.none() | st.integers(min_value=0, max_value=50), max_size=20))
def test_what_is_computed_is_always_supported(counts: list[int | None]) -> None:
    computed = {
        one.definition.name: int(one.value) for one in stated(tuple(counts), {}) if one.most is not None and one.value
    }
    assert reasons(tuple(counts), **computed) == []


def test_the_note_stands_at_the_reported_number_and_can_be_accepted() -> None:
    (note,) = support_notes(AUTHOR, stated((None,), {"h_index": 2}))
    assert str(note).startswith(f"{FILE}:5:12: note: h-index 2 is reported, and the site lists 1 paper")
    assert (note.code, note.severity, note.record) == ("reported-unsupported", Severity.NOTE, FILE)


def test_the_note_stands_at_the_block_where_the_number_has_no_place() -> None:
    found = measure(papers(1), Settings(), DEFINITIONS, {"papers": Reported(Fraction(2), "a tracker")}, 2026)
    (note,) = support_notes(AUTHOR, found)
    assert note.place == Place(FILE, 3, 1)
