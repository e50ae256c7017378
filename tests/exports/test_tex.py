"""Plain text as LaTeX prints it: what is looked for first finds what would be found word by word."""

from hypothesis import example, given
from hypothesis import strategies as st

from profilegen.exports.tex import escaped, with_capitals


@given(st.text("aAbBzZ9'_- .$%&~", max_size=12))
@example("A Bee's B-tree and x'B")
def test_capitals_are_kept_alike_in_a_text_of_ascii_and_beside_another_letter(text: str) -> None:
    assert with_capitals(f"{text} é") == f"{with_capitals(text)} é"


@given(st.text("a'\x01\x7f%é~", max_size=8))
def test_signs_are_named_and_two_apostrophes_stay_two(text: str) -> None:
    tex = escaped(text)
    assert "''" not in tex
    assert tex.isprintable()
    assert tex.replace("{}", "").replace("\\textasciitilde", "~").replace("\\", "") == (
        text.replace("\x01", "").replace("\x7f", "")
    )
