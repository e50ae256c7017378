"""Segments of addresses, promise N1."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profilegen.model.slugs import LENGTH, digest, slug

WINDOWS_DEVICES = ("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "com0", "lpt0")

ANY_TEXT = st.text() | st.text(alphabet=st.characters(max_codepoint=127)) | st.sampled_from(WINDOWS_DEVICES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tang2026", "tang2026"),
        ("2101.00010", "2101.00010"),
        ("Vaswani2017", "vaswani2017"),
        ("Xiaohang Tang", "xiaohang-tang"),
        ("Müller-Łukasz", "muller-lukasz"),
        ("Kay O’Halloran", "kay-o-halloran"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("..a..", "a"),
        ("name.", "name"),
        ("%2e%2e%2f", "2e-2e-2f"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("a\x00b\u202ec", "a-bc"),
        ("__proto__", "__proto__"),
        ("cs.LG", "cs.lg"),
        ("icon", "icon"),
        ("con-1", "con-1"),
    ],
)
def test_a_segment_reads_like_its_text(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", ".", "..", "---", "/", " ", "\u200b", "!?"])
def test_where_nothing_is_left_there_is_a_hash(text: str) -> None:
    assert slug(text) == digest(text)


@pytest.mark.parametrize(("text", "start"), [("王伟", ""), ("Wei 王", "wei-"), ("김철수", ""), ("Жук", "")])
def test_where_letters_are_lost_there_is_a_hash(text: str, start: str) -> None:
    assert slug(text) == start + digest(text)


def test_names_that_differ_in_lost_letters_alone_have_pages_of_their_own() -> None:
    assert len({slug(name) for name in ("王伟", "王玮", "Wei 王", "Wei 李", "wei")}) == 5


@pytest.mark.parametrize("device", WINDOWS_DEVICES)
@pytest.mark.parametrize("ending", ["", ".txt", ".tar.gz", ".", " ", "." + "x" * 200])
def test_no_segment_is_a_windows_device(device: str, ending: str) -> None:
    for text in (device + ending, (device + ending).upper()):
        assert slug(text).partition(".")[0] not in WINDOWS_DEVICES
        assert slug(text) != device


@given(ANY_TEXT)
@example("con.txt")
@example("a" * 81)
@example("a" * 66 + "." * 30 + "b")
@example("..")
def test_every_segment_is_safe_on_every_disk(text: str) -> None:
    segment = slug(text)
    assert re.fullmatch(r"[a-z0-9._-]+", segment)
    assert 1 <= len(segment.encode()) <= LENGTH
    assert not segment.startswith(".")
    assert not segment.endswith(".")
    assert segment.partition(".")[0] not in WINDOWS_DEVICES


@given(ANY_TEXT)
def test_a_segment_is_its_own_segment(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@given(st.text("ab1 _-.", max_size=30).filter(lambda text: any(map(str.isalnum, text))))
@example("ada lovelace")
@example("a  b")
def test_plain_texts_take_a_short_way_to_the_same_segment(text: str) -> None:
    assert slug(text) == slug(text.upper())


@given(st.text())
def test_the_normal_form_of_a_file_name_does_not_matter(text: str) -> None:
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


def test_texts_that_are_cut_stay_apart() -> None:
    one, other = (slug("a" * 200 + end) for end in "xy")
    assert one != other
    assert len(one) == len(other) == LENGTH


def test_a_text_of_the_full_length_is_not_cut() -> None:
    assert slug("a" * LENGTH) == "a" * LENGTH


def test_the_hash_is_the_same_everywhere() -> None:
    assert digest("王伟") == digest("王伟")
    assert re.fullmatch("[0-9a-f]{12}", digest("\ud800"))
    assert len({digest(str(number)) for number in range(100_000)}) == 100_000
