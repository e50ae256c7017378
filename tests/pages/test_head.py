"""What a head says of a page in few words."""

from hypothesis import given
from hypothesis import strategies as st

from profilegen.pages.head import shortened


@given(st.lists(st.sampled_from(["a", "word,", " " * 150, "x" * 90, "\n", "at the end."]), max_size=60))
def test_the_first_words_of_a_long_text_are_those_of_all_of_it(words: list[str]) -> None:
    text = " ".join(words)
    whole = " ".join(text.split())
    said = shortened(text)
    if len(whole) <= 160:
        assert said == whole
    else:
        assert said == f"{whole[:160].rsplit(' ', 1)[0].rstrip(',;:')} …"
