"""Identifiers and addresses out of fields where anything may stand: HTML, LaTeX, several at once."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Final

from profilegen.model import identifiers
from profilegen.model.addresses import checked_address, is_outside

_DOI: Final = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"<>{}|\\^`]+")
_DOI_PLACE: Final = re.compile(
    r"(?:doi\.org/|\bdoi:?\s*)(10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"<>{}|\\^`]+)", re.IGNORECASE
)
_ARXIV: Final = re.compile(
    r"(?:arxiv\.org/(?:abs|pdf|html)/|10\.48550/arxiv\.|arxiv(?:\s+preprint)?\s*:?\s*(?:arxiv:)?\s*)"
    r"([0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}(?:v[0-9]+)?)",
    re.IGNORECASE,
)
_ARXIV_NOTE: Final = re.compile(r"arxiv:\s*\S+(?:\s*\[[\w.,\s-]+\])?", re.IGNORECASE)
_HREF: Final = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_LINKED: Final = re.compile(
    r"\\(?:url|nolinkurl|path|(href))\s*\{((?:[^{}]|\{[^{}]*\})*)\}(?(1)\s*\{(?:[^{}]|\{[^{}]*\})*\})"
)
_SIGNS: Final = {
    **dict.fromkeys(("textasciitilde", "sim"), "~"),
    **dict.fromkeys(("textless", "lt", "<"), "<"),
    **dict.fromkeys(("textgreater", "gt", ">"), ">"),
    "textunderscore": "_",
}
_SIGN: Final = re.compile(
    r"\$\s*\\?(sim|lt|gt|[<>])\s*\$|\\(textasciitilde|textunderscore|textless|textgreater)\s*(?:\{\})?"
)
_TEX: Final = re.compile(r"[\\{}$]")
_BRACE: Final = re.compile(r"(?<!\\)[{}]")
_ESCAPE: Final = re.compile(r"\\([_%&#$~{}])")
_CLOSERS: Final = {")": "(", "]": "["}
_ISSN: Final = re.compile(r"[0-9]{4}-?[0-9]{3}[0-9Xx]")
_ISBN: Final = re.compile(r"(?:97[89][- ]?)?[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx]")


def verbatim(tex: str) -> str:
    """An address or an identifier without LaTeX's commands, escapes and braces."""
    if not _TEX.search(tex):
        return tex.strip()
    bare = _BRACE.sub("", _SIGN.sub(_sign, _LINKED.sub(r" \2 ", tex)))
    return _ESCAPE.sub(r"\1", bare).strip()


def _sign(found: re.Match[str]) -> str:
    return _SIGNS[found.group(1) or found.group(2)]


def doi_in(text: str, *, anywhere: bool = False) -> str:
    """The DOI that the text gives: named as one, or `anywhere` in it; "" where there is none."""
    plain = html.unescape(verbatim(text))
    # Old DOIs hold `<` and `>`: a field that is one and nothing else is taken whole.
    if anywhere and "href" not in plain and (whole := _valid(plain, identifiers.doi)):
        return whole
    found = _DOI.search(plain) if anywhere else _DOI_PLACE.search(plain)
    if found is None:
        return ""
    return _valid(_trimmed(found.group(0 if anywhere else 1)), identifiers.doi)


def arxiv_in(text: str) -> str:
    """The arXiv id that the text names as one; "" where it names none."""
    found = _ARXIV.search(verbatim(text))
    return _valid(found.group(1), identifiers.arxiv) if found else ""


def is_arxiv_id(text: str) -> bool:
    """Whether it says no more than an arXiv id: `arXiv:2101.00010 [cs]`, which Zotero notes of every preprint."""
    return bool(_ARXIV_NOTE.fullmatch(text.strip()))


def repeats(address: str, doi: str, arxiv: str) -> bool:
    """Whether the address leads where the DOI or the arXiv id does: it is not worth a line of its own."""
    same_doi = bool(doi) and doi_in(address).lower() == doi.lower()
    return same_doi or (bool(arxiv) and identifiers.arxiv_key(arxiv_in(address) or "-") == identifiers.arxiv_key(arxiv))


def web_in(text: str) -> str:
    """The address in the text, out of HTML if need be; "" where there is none that is safe."""
    plain = verbatim(text)
    if (inside := _HREF.search(plain)) or (inside := _WEB.search(plain)):
        found = html.unescape(inside.group(inside.lastindex or 0))
        return _valid(_trimmed(found) if not inside.lastindex else found, _outside)
    return ""


def issn_in(text: str) -> str:
    """The first ISSN in the text whose check digit is right; "" where there is none."""
    return next(_all_valid(_ISSN, text, identifiers.issn), "")


def isbn_in(text: str) -> str:
    """The first ISBN in the text whose check digit is right; "" where there is none."""
    return next(_all_valid(_ISBN, text, identifiers.isbn), "")


def _all_valid(pattern: re.Pattern[str], text: str, check: Callable[[str], str]) -> Iterator[str]:
    found = (_valid(match.group(), check) for match in pattern.finditer(text))
    return (one for one in found if one)


def _valid(text: str, check: Callable[[str], str]) -> str:
    try:
        return check(text)
    except ValueError:
        return ""


def _outside(text: str) -> str:
    address = checked_address(text)
    if not is_outside(address):
        raise ValueError("no whole address")
    return address


def _trimmed(text: str) -> str:
    """An address as it stands in a sentence, without the sign that follows it."""
    text = text.rstrip(".,;:'\"")
    while text and (opener := _CLOSERS.get(text[-1])) and text.count(opener) < text.count(text[-1]):
        text = text[:-1].rstrip(".,;:'\"")
    return text
