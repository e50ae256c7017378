"""Pages and their files in columns are the pages and their files."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from profilegen.build.roll import FEW, Printed, Prints, Roll, Traces
from profilegen.output.manifest import Entry
from profilegen.pages.page import Page

PAGES = (
    Page("", "people"),
    Page("papers/a/", "paper", "a", "content/papers/a.md"),
    Page("papers/a.bib", "bibtex", "a"),
)
PRINTED = tuple(Printed(f"{number:032x}", number * 1000, (number, 2, 3, 4)) for number in range(5))
TRACES = st.lists(st.lists(st.integers(-1, 90), max_size=5), max_size=12)


def packed(numbers: list[int]) -> bytes:
    return array("i", numbers).tobytes()


def test_pages_are_the_same_again() -> None:
    roll = Roll.of(PAGES)
    assert (tuple(roll), len(roll), roll[1:]) == (PAGES, 3, list(PAGES[1:]))
    assert roll.files == [page.file for page in PAGES]
    assert roll.readable == 2


def test_files_are_the_same_again_and_new_ones_take_the_place_of_old_ones() -> None:
    prints = Prints.of(PRINTED).revised({1: PRINTED[4]})
    expected = (PRINTED[0], PRINTED[4], *PRINTED[2:])
    assert tuple(prints.at(number) for number in range(5)) == expected
    assert list(prints.all_marks()) == [file.mark for file in expected]
    assert list(prints.entries()) == [Entry(file.size, file.hash) for file in expected]


@given(TRACES, st.sets(st.integers(-1, 200), max_size=FEW + 40))
def test_the_pages_made_from_an_item_are_found(traces: list[list[int]], items: set[int]) -> None:
    kept = Traces.of([packed(trace) for trace in traces])
    assert kept.touched(items) == {number for number, trace in enumerate(traces) if items.intersection(trace)}
    assert kept.all() == [packed(trace) for trace in traces]


@given(TRACES, st.dictionaries(st.integers(0, 11), st.lists(st.integers(0, 9), max_size=4)))
def test_new_traces_take_the_place_of_old_ones(traces: list[list[int]], new: dict[int, list[int]]) -> None:
    new = {number: trace for number, trace in new.items() if number < len(traces)}
    revised = Traces.of([packed(trace) for trace in traces]).revised({n: packed(trace) for n, trace in new.items()})
    assert revised.all() == [packed(new.get(number, trace)) for number, trace in enumerate(traces)]
