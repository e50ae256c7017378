"""Values in columns are the values."""

from hypothesis import given
from hypothesis import strategies as st

from profilegen.output.columns import differing, joined, marked, marks_in, parted, spliced, unmarked
from profilegen.output.marks import NO_MARK

TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=4))
ROWS = st.lists(st.sampled_from((b"ab", b"cd", b"\xff\xff", b"\x00\x00")), max_size=3000)


@given(TEXTS)
def test_texts_are_the_same_again(texts: list[str]) -> None:
    assert parted(joined(texts)) == texts


@given(ROWS, ROWS)
def test_what_differs_is_found(before: list[bytes], now: list[bytes]) -> None:
    longest = max(len(before), len(now))
    expected = [number for number in range(longest) if before[number : number + 1] != now[number : number + 1]]
    assert differing(b"".join(before), b"".join(now), 2) == expected


@given(ROWS, st.dictionaries(st.integers(0, 5), st.sampled_from((b"xx", b"yy"))))
def test_new_values_are_put_in_the_place_of_old_ones(before: list[bytes], new: dict[int, bytes]) -> None:
    placed = {number: value for number, value in new.items() if number < len(before)}
    expected = [placed.get(number, value) for number, value in enumerate(before)]
    assert spliced(b"".join(before), 2, placed) == b"".join(expected)


def test_marks_are_the_same_again_and_one_beyond_every_clock_is_none() -> None:
    marks = [(1, 2, 3, 4), NO_MARK, (5, -6, 7, 1 << 62), (0, 1 << 63, 0, 0)]
    kept = b"".join(map(marked, marks))
    assert list(marks_in(kept)) == [*marks[:3], NO_MARK]
    assert unmarked(kept) == [1, 3]
