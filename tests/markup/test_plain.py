"""The short way through a text without signs gives what the long way gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.markup import Markup, converter
from profilegen.model.text import Text

ALPHABET = "aB1 .,;:()%/?=+-'\"!@^$<>&[]{}~#*_|`\\\n\téhttpsdoiarxiv’–\u00a0\u2028中ſ\u0301"
PLAIN = "aBc1 .,;:()%/?=+-'\"!@^># \né’–中"
MARKUP = Markup()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A title",
        "It's well-known: (a, b) = 5% / 2?",
        "1st",
        "- a",
        "see doi:10.1/x",
        "a  b",
        'a "b"',
        "a\nb",
        "a\n- b",
    ],
)
def test_texts_that_a_person_types(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short = (MARKUP.block(Text(text)), MARKUP.inline(Text(text)))
    monkeypatch.setattr(converter, "_is_plain", lambda _: False)
    assert short == (MARKUP.block(Text(text)), MARKUP.inline(Text(text)))


@given(st.text(st.sampled_from(ALPHABET), max_size=40) | st.text(st.sampled_from(PLAIN), max_size=40).map("a".__add__))
def test_any_text(text: str) -> None:
    short = (MARKUP.block(Text(text)), MARKUP.inline(Text(text)))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(converter, "_is_plain", lambda _: False)
        assert short == (MARKUP.block(Text(text)), MARKUP.inline(Text(text)))


def test_most_texts_take_the_short_way() -> None:
    assert converter._is_plain("We present a well-known approach (with 5% fewer errors) to Bob's problem.")
    assert converter._is_plain('Zoë Müller’s "new" method: see\nthe second line – 10 > 5!')
