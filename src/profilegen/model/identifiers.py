"""Identifiers of papers, people and books: normalised, and checked by their own rules.

Each function returns the identifier in its canonical form and raises ValueError with the reason for anything else.
"""

import re
from typing import Final
from urllib.parse import unquote

_DOI: Final = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"{}]+")
_DOI_PREFIX: Final = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_ARXIV: Final = re.compile(
    r"(?:[0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})"
    r"(?:v[1-9][0-9]*)?"
)
_ARXIV_PREFIX: Final = re.compile(
    r"(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|(?:https?://doi\.org/)?10\.48550/arxiv\.|arxiv:\s*",
    re.IGNORECASE,
)
_ARXIV_DOI: Final = "10.48550/arxiv."
_ORCID: Final = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_ORCID_PREFIX: Final = re.compile(r"(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)
_ISSN: Final = re.compile(r"[0-9]{4}-?[0-9]{3}[0-9X]")
_ROR_DIGITS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_ROR: Final = re.compile(rf"0([{_ROR_DIGITS}]{{6}})([0-9]{{2}})")
_ROR_PREFIX: Final = re.compile(r"(?:https?://)?(?:www\.)?ror\.org/", re.IGNORECASE)


def doi(text: str) -> str:
    """A DOI without resolver or prefix, spelled as given (DOIs compare without regard to case).

    In the resolver's address `<`, `/` and the like may be percent-encoded; the DOI has them as they are.
    """
    bare = _bare(text, _DOI_PREFIX)
    if "%" in bare and text.strip().removesuffix(bare).endswith("/"):
        bare = unquote(bare)
    if not _DOI.fullmatch(bare) or not bare.isprintable():
        raise ValueError("a DOI begins with 10. and has a slash, as in 10.1000/182")
    return bare


def arxiv(text: str) -> str:
    """An arXiv id without prefix, of the old or the new form, with its version where one is given."""
    bare = _bare(text, _ARXIV_PREFIX).removesuffix(".pdf")
    if not _ARXIV.fullmatch(bare):
        raise ValueError("an arXiv id looks like 2101.00010 or hep-th/9901001")
    return bare


def orcid(text: str) -> str:
    """An ORCID iD in four groups, its check digit right (ISO 7064 MOD 11-2)."""
    bare = _bare(text, _ORCID_PREFIX).removesuffix("/").upper()
    if not _ORCID.fullmatch(bare):
        raise ValueError("an ORCID has four groups of four, as in 0000-0002-1825-0097")
    digits = bare.replace("-", "")
    if _mod_11_2(digits[:-1]) != digits[-1]:
        raise ValueError("the ORCID's check digit is wrong: a digit was mistyped")
    return bare


def isbn(text: str) -> str:
    """An ISBN-10 or ISBN-13 as typed, its check digit right."""
    digits = re.sub(r"[\s-]", "", text).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        good = sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits)) % 11 == 0
    elif re.fullmatch(r"97[89][0-9]{10}", digits):
        good = sum((3 if i % 2 else 1) * int(d) for i, d in enumerate(digits)) % 10 == 0
    else:
        raise ValueError("an ISBN has 10 or 13 digits")
    if not good:
        raise ValueError("the ISBN's check digit is wrong: a digit was mistyped")
    return " ".join(text.split())


def issn(text: str) -> str:
    """An ISSN in two groups, its check digit right."""
    bare = text.strip().upper()
    if not _ISSN.fullmatch(bare):
        raise ValueError("an ISSN looks like 1234-5679")
    digits = bare.replace("-", "")
    if sum((8 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits)) % 11:
        raise ValueError("the ISSN's check digit is wrong: a digit was mistyped")
    return f"{digits[:4]}-{digits[4:]}"


def ror(text: str) -> str:
    """A ROR id of an organisation without its resolver, its check digits right (ISO 7064 MOD 97-10)."""
    bare = _bare(text, _ROR_PREFIX).removesuffix("/").lower()
    found = _ROR.fullmatch(bare)
    if found is None:
        raise ValueError("a ROR id looks like https://ror.org/05a28rw58")
    if 98 - _base_32(found[1]) * 100 % 97 != int(found[2]):
        raise ValueError("the ROR id's check digits are wrong: a character was mistyped")
    return bare


def doi_key(text: str) -> str:
    """Equal for DOIs that are the same."""
    return text.lower()


def arxiv_key(text: str) -> str:
    """Equal for versions of the same arXiv paper."""
    return re.sub(r"v[0-9]+$", "", text.lower())


def arxiv_of_doi(text: str) -> str:
    """The arXiv id in a DOI that arXiv gave to a paper of its own (10.48550/arXiv.*); "" in any other."""
    return text[len(_ARXIV_DOI) :] if text.lower().startswith(_ARXIV_DOI) else ""


def _bare(text: str, prefix: re.Pattern[str]) -> str:
    stripped = text.strip()
    found = prefix.match(stripped)
    return stripped[found.end() :] if found else stripped


def _base_32(digits: str) -> int:
    total = 0
    for digit in digits:
        total = total * len(_ROR_DIGITS) + _ROR_DIGITS.index(digit)
    return total


def _mod_11_2(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004 - ISO 7064 writes ten as X
