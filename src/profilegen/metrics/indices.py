"""Indices over citation counts, in any order: whole numbers in, whole numbers out."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

I10: Final = 10
"""A paper counts for the i10-index from this many citations on."""


def h_index(counts: Iterable[int]) -> int:
    """The largest h such that h papers have h citations or more each (Hirsch 2005)."""
    h = 0
    for count in sorted(counts, reverse=True):
        if count <= h:
            break
        h += 1
    return h


def g_index(counts: Iterable[int]) -> int:
    """The largest g such that the g most cited papers have g² citations together (Egghe 2006).

    It is at most the number of papers: none without citations are made up.
    """
    g = 0
    for total in accumulate(sorted(counts, reverse=True)):
        if total < (g + 1) ** 2:
            break
        g += 1
    return g


def i10_index(counts: Iterable[int]) -> int:
    """The number of papers with ten citations or more (Google Scholar 2011)."""
    return sum(1 for count in counts if count >= I10)


def h_core(counts: Sequence[int]) -> tuple[int, ...]:
    """Which papers make up the h-index, by their positions: the h most cited, most cited first, ties as given."""
    ranked = sorted(range(len(counts)), key=counts.__getitem__, reverse=True)
    return tuple(at for rank, at in enumerate(ranked) if counts[at] > rank)
