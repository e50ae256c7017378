"""The indices: published and reported values, the definitions written out, and the laws."""

import json
from pathlib import Path
from random import Random
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.metrics.indices import g_index, h_core, h_index, i10_index

COUNTS = st.lists(st.integers(min_value=0, max_value=60), max_size=40)


class Vector(TypedDict, total=False):
    citations: list[int]
    citations_total: int
    h: int
    g: int
    i10: int | None


def _vectors() -> list[Vector]:
    # Citation counts per paper with the h-index and i10-index that a third party reports for them; i10 is null where
    # the third party's own figure disagrees with its own per-paper counts.
    content = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
    vectors: list[Vector] = [*content["worked"], *content["google_scholar"], *content["openalex"]]
    return vectors


VECTORS = _vectors()


def test_every_vector_is_there() -> None:
    assert len(VECTORS) == 49
    assert sum("g" in vector for vector in VECTORS) == 16
    assert sum(vector["i10"] is not None for vector in VECTORS) == 47


@pytest.mark.parametrize("vector", VECTORS)
def test_the_indices_equal_the_reported_ones(vector: Vector) -> None:
    counts = vector["citations"]
    assert h_index(counts) == vector["h"]
    assert vector["i10"] in (None, i10_index(counts))
    assert vector.get("g", g_index(counts)) == g_index(counts)
    assert vector.get("citations_total", sum(counts)) == sum(counts)


@given(COUNTS)
def test_h_is_its_definition(counts: list[int]) -> None:
    def holds(h: int) -> bool:
        return sum(count >= h for count in counts) >= h

    assert h_index(counts) == max(h for h in range(len(counts) + 1) if holds(h))


@given(COUNTS)
def test_g_is_its_definition(counts: list[int]) -> None:
    ranked = sorted(counts, reverse=True)
    assert g_index(counts) == max(g for g in range(len(counts) + 1) if sum(ranked[:g]) >= g * g)


@given(COUNTS)
def test_i10_is_its_definition(counts: list[int]) -> None:
    assert i10_index(counts) == len([count for count in counts if count > 9])


@given(COUNTS)
def test_the_indices_bound_each_other(counts: list[int]) -> None:
    h, g = h_index(counts), g_index(counts)
    assert 0 <= h <= g <= len(counts)
    assert h * h <= sum(counts)
    assert g * g <= sum(counts)
    assert 0 <= i10_index(counts) <= len(counts)


@given(COUNTS, st.randoms(use_true_random=False))
def test_the_order_of_papers_does_not_matter(counts: list[int], random: Random) -> None:
    shuffled = list(counts)
    random.shuffle(shuffled)
    for index in (h_index, g_index, i10_index):
        assert index(shuffled) == index(counts)


@given(COUNTS, st.integers(min_value=0, max_value=60))
def test_another_paper_lowers_neither_h_nor_i10(counts: list[int], another: int) -> None:
    assert h_index(counts) <= h_index([*counts, another]) <= h_index(counts) + 1
    assert i10_index(counts) <= i10_index([*counts, another])
    assert g_index(counts) <= g_index([*counts, another])


@given(COUNTS.filter(bool), st.data())
def test_another_citation_raises_h_by_one_at_most(counts: list[int], data: st.DataObject) -> None:
    cited = data.draw(st.integers(min_value=0, max_value=len(counts) - 1))
    more = [count + (at == cited) for at, count in enumerate(counts)]
    assert h_index(counts) <= h_index(more) <= h_index(counts) + 1


@given(COUNTS)
def test_the_core_is_the_h_most_cited_papers(counts: list[int]) -> None:
    core = h_core(counts)
    assert len(core) == len(set(core)) == h_index(counts)
    assert [counts[at] for at in core] == sorted(counts, reverse=True)[: len(core)]


def test_ties_in_the_core_are_broken_by_the_given_order() -> None:
    assert h_core([2, 5, 2, 2]) == (1, 0)


def test_g_is_capped_at_the_number_of_papers() -> None:
    assert g_index([100]) == 1
