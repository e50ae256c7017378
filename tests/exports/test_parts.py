"""Pages, names, licences and addresses as notations take them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.bibliography import paper
from profilegen.exports.parts import inverted, license_address, one_line, page_range, people, web_address
from profilegen.model.names import Name


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("117-132", "117", "132"),
        ("117–132", "117", "132"),
        ("117 -- 132", "117", "132"),
        ("S1-S10", "S1", "S10"),
        ("117-132, 140-141", "117-132, 140-141", ""),
        ("e12", "e12", ""),
        ("", "", ""),
    ],
)
def test_pages_are_a_first_and_a_last_one_or_stay_whole(typed: str, first: str, last: str) -> None:
    assert page_range(typed) == (first, last)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("Apache-2.0", "https://spdx.org/licenses/Apache-2.0.html"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("all rights reserved", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_licence_is_an_address_where_its_words_are_known(typed: str, address: str) -> None:
    assert license_address(typed) == address


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name.parse("Ludwig van Beethoven Jr."), "van Beethoven, Ludwig, Jr."),
        (Name.parse("Plato"), "Plato"),
        (Name.group("Barnes and Noble"), "Barnes and Noble"),
        (Name.of_parts("King", suffix="Jr."), "King, , Jr."),
    ],
)
def test_a_name_is_inverted_and_a_group_is_not(name: Name, written: str) -> None:
    assert inverted(name) == written


def test_an_incomplete_byline_ends_in_others() -> None:
    names = people(paper("T", "Ada Byron", "...", "Zoe Zed", "..."))
    assert [name.full for name in names] == ["Ada Byron", "others"]


def test_a_path_inside_the_site_is_no_address_of_a_citation() -> None:
    assert web_address(paper()) == ""


@given(st.text())
def test_a_line_is_one_line_whatever_comes_in(text: str) -> None:
    line = one_line(text)
    assert line == " ".join(line.split())
    assert not any(sign in line for sign in "\n\r\t\x00\x1b\x7f\x85\u2028\u2029")
