"""Identifiers in their canonical form."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.model import identifiers

Canonical = Callable[[str], str]


@pytest.mark.parametrize(
    ("function", "text", "expected"),
    [
        (identifiers.doi, "10.1000/182", "10.1000/182"),
        (identifiers.doi, " https://doi.org/10.1073/pnas.0507655102 ", "10.1073/pnas.0507655102"),
        (identifiers.doi, "http://dx.doi.org/10.1000/AbC", "10.1000/AbC"),
        (identifiers.doi, "doi.org/10.1000/182", "10.1000/182"),
        (identifiers.doi, "DOI: 10.1000/182", "10.1000/182"),
        (identifiers.doi, "https://doi.org/10.1002%2F1521%3C9823%3E3.0.CO", "10.1002/1521<9823>3.0.CO"),
        (identifiers.doi, "10.1000/50%25", "10.1000/50%25"),
        (identifiers.doi, "10.1000.10/123456", "10.1000.10/123456"),
        (
            identifiers.doi,
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        ),
        (identifiers.doi, "10.1000/https://doi.org/1", "10.1000/https://doi.org/1"),
        (identifiers.arxiv, "2101.00010", "2101.00010"),
        (identifiers.arxiv, "0704.0001v2", "0704.0001v2"),
        (identifiers.arxiv, "arXiv:2101.00010", "2101.00010"),
        (identifiers.arxiv, "https://arxiv.org/abs/2101.00010v3", "2101.00010v3"),
        (identifiers.arxiv, "arxiv.org/pdf/2101.00010.pdf", "2101.00010"),
        (identifiers.arxiv, "https://arxiv.org/html/2101.00010v1", "2101.00010v1"),
        (identifiers.arxiv, "https://doi.org/10.48550/arXiv.2101.00010", "2101.00010"),
        (identifiers.arxiv, "hep-th/9901001", "hep-th/9901001"),
        (identifiers.arxiv, "math.GT/0309136v1", "math.GT/0309136v1"),
        (identifiers.orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
        (identifiers.orcid, "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        (identifiers.orcid, "https://orcid.org/0000-0001-5109-3700/", "0000-0001-5109-3700"),
        (identifiers.isbn, "0-306-40615-2", "0-306-40615-2"),
        (identifiers.isbn, "080442957X", "080442957X"),
        (identifiers.isbn, " 978-0-306-40615-7 ", "978-0-306-40615-7"),
        (identifiers.issn, "0378-5955", "0378-5955"),
        (identifiers.issn, "2434561x", "2434-561X"),
        (identifiers.ror, "https://ror.org/05a28rw58", "05a28rw58"),
        (identifiers.ror, "ror.org/042NB2S44/", "042nb2s44"),
        (identifiers.ror, "00f54p054", "00f54p054"),
        (identifiers.ror, "052gg0110", "052gg0110"),
    ],
)
def test_identifiers_are_normalised(function: Canonical, text: str, expected: str) -> None:
    assert function(text) == expected
    assert function(expected) == expected


@pytest.mark.parametrize(
    ("function", "text", "reason"),
    [
        (identifiers.doi, "", "begins with 10"),
        (identifiers.doi, "10.1000", "begins with 10"),
        (identifiers.doi, "10.1000/", "begins with 10"),
        (identifiers.doi, "11.1000/1", "begins with 10"),
        (identifiers.doi, "10.1000/a b", "begins with 10"),
        (identifiers.doi, '10.1000/a"onclick', "begins with 10"),
        (identifiers.doi, "10.1000/a\u202eb", "begins with 10"),
        (identifiers.doi, "10.1000/a\x07b", "begins with 10"),
        (identifiers.doi, "10.1000/a\x85b", "begins with 10"),
        (identifiers.doi, "https://doi.org/10.1000/a%E2%80%AEb", "begins with 10"),
        (identifiers.doi, "10.١٠٠٠/1", "begins with 10"),
        (identifiers.doi, "https://example.org/10.1000/1", "begins with 10"),
        (identifiers.arxiv, "2101.1", "looks like"),
        (identifiers.arxiv, "2113.00010", "looks like"),
        (identifiers.arxiv, "2100.00010", "looks like"),
        (identifiers.arxiv, "hep-th/9913001", "looks like"),
        (identifiers.arxiv, "--/9901001", "looks like"),
        (identifiers.arxiv, "2101.00010v0", "looks like"),
        (identifiers.arxiv, "2101.00010v", "looks like"),
        (identifiers.arxiv, "hep-th/arxiv:9901001", "looks like"),
        (identifiers.arxiv, "2101.00010\n2101.00011", "looks like"),
        (identifiers.orcid, "0000-0002-1825-0098", "check digit"),
        (identifiers.orcid, "0000-0002-1852-0097", "check digit"),
        (identifiers.orcid, "0000000218250097", "four groups"),
        (identifiers.orcid, "0000-0002-1825-009", "four groups"),
        (identifiers.isbn, "978-0-306-40615-8", "check digit"),
        (identifiers.isbn, "0-306-40615-3", "check digit"),
        (identifiers.isbn, "977-0-306-40615-7", "10 or 13"),
        (identifiers.isbn, "12345", "10 or 13"),
        (identifiers.isbn, "X804429570", "10 or 13"),
        (identifiers.issn, "0378-5956", "check digit"),
        (identifiers.issn, "0378-595", "looks like"),
        (identifiers.ror, "05a28rw59", "check digits"),
        (identifiers.ror, "05a28wr58", "check digits"),
        (identifiers.ror, "05a28rl58", "looks like"),
        (identifiers.ror, "15a28rw58", "looks like"),
    ],
)
def test_what_is_no_identifier_is_refused_with_the_reason(function: Canonical, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        function(text)


def test_dois_compare_without_regard_to_case() -> None:
    assert identifiers.doi_key("10.1000/AbC") == identifiers.doi_key("10.1000/aBc")


def test_versions_of_an_arxiv_paper_compare_as_one() -> None:
    keys = {identifiers.arxiv_key(text) for text in ("2101.00010", "2101.00010v1", "2101.00010v12")}
    assert keys == {"2101.00010"}


@given(st.integers(0, 10**15 - 1), st.integers(0, 15), st.integers(1, 9))
def test_one_wrong_digit_of_an_orcid_is_found(number: int, at: int, shift: int) -> None:
    bare = f"{number:015d}"
    (check,) = [digit for digit in "0123456789X" if _accepts(identifiers.orcid, _grouped(bare + digit))]
    right = bare + check
    old = 10 if right[at] == "X" else int(right[at])
    wrong = right[:at] + str((old + shift) % 10) + right[at + 1 :]
    assert wrong == right or not _accepts(identifiers.orcid, _grouped(wrong))


@given(st.text(alphabet="0123456789", min_size=7, max_size=7))
def test_every_issn_has_one_check_digit(digits: str) -> None:
    assert sum(_accepts(identifiers.issn, digits + check) for check in "0123456789X") == 1


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_every_isbn_has_one_check_digit(digits: str) -> None:
    assert sum(_accepts(identifiers.isbn, digits + check) for check in "0123456789X") == 1
    assert sum(_accepts(identifiers.isbn, f"978{digits}{check}") for check in "0123456789") == 1


@given(st.text(), st.sampled_from([identifiers.doi, identifiers.arxiv, identifiers.orcid, identifiers.ror]))
def test_any_text_is_refused_or_printable_without_space(text: str, function: Canonical) -> None:
    for prefix in ("", "10.1000/", "https://ror.org/", "arXiv:"):
        try:
            found = function(prefix + text)
        except ValueError:
            continue
        assert found.isprintable()
        assert not any(map(str.isspace, found))


def _accepts(function: Canonical, text: str) -> bool:
    try:
        function(text)
    except ValueError:
        return False
    return True


def _grouped(digits: str) -> str:
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))
