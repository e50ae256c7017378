"""What a text is made of."""

from hypothesis import given
from hypothesis import strategies as st

from profilegen.model.text import is_printable


def test_every_letter_and_sign_is_printable_where_python_says_so() -> None:
    signs = [chr(code) for code in range(0x250)]
    assert list(map(is_printable, signs)) == list(map(str.isprintable, signs))


@given(st.text() | st.text(st.characters(max_codepoint=0x7F)))
def test_any_text_is_printable_where_python_says_so(text: str) -> None:
    assert is_printable(text) is text.isprintable()
