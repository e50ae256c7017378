"""Addresses in a text: links that are bare in it, and what becomes of an address that a link names."""

import html
import re
from typing import Final

from profilegen.model.addresses import checked_address, is_outside

OUTSIDE: Final = ' rel="noopener noreferrer"'

BARE: Final = re.compile(
    r"(?P<web>https?://(?:\\[_%&#~$]|(?!\][(\[])[^\s<>\"`{}|\\^$\u2013\u2014\u2018\u201c\u201d\u3000-\u303f\uff00-\uffef])+)"
    r"|doi:\s?(?P<doi>10\.[0-9]{4,9}(?:\.[0-9]+)*/(?:\\[_%&#]|[^\s<>\"`{}|\\^$])+)"
    r"|arxiv:\s?(?P<arxiv>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}(?:v[0-9]+)?)(?![0-9])",
    re.IGNORECASE,
)
"""An address, a DOI or an arXiv id that stands in a text; a sentence's marks may still be at its end."""

_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_PUNCTUATION: Final = ".,;:!?'’”»*_"
_PAIRS: Final = {")": "(", "]": "["}


def trimmed(address: str) -> str:
    """The address without what belongs to the sentence around it: marks at its end, brackets that it does not open."""
    surplus = {close: address.count(close) - address.count(opening) for close, opening in _PAIRS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return address[: end - 1] if address[end - 1 : end] == "\\" else address[:end]


def bare_target(found: re.Match[str]) -> tuple[str, str]:
    """What a match of BARE shows, and the address that it means."""
    if arxiv := found["arxiv"]:
        return found.group(), f"https://arxiv.org/abs/{arxiv}"
    shown = trimmed(found.group())
    if found["doi"]:
        return shown, "https://doi.org/" + unescaped(shown[found.start("doi") - found.start() :])
    return shown, unescaped(shown)


def unescaped(address: str) -> str:
    r"""An address as a person means it: `\_` and `&amp;` are `_` and `&`."""
    plain = _ESCAPE.sub("", address) if "\\" in address else address
    return html.unescape(plain) if "&" in plain and ";" in plain else plain


def safe(address: str) -> tuple[str, str]:
    """The checked address and "", or "" and the reason why it is none."""
    try:
        return checked_address(address), ""
    except ValueError as error:
        return "", str(error)


def anchor(address: str, title: str = "") -> str:
    """The opening tag of a link to a checked address."""
    titled = f' title="{html.escape(title)}"' if title else ""
    return f'<a href="{html.escape(address)}"{titled}{OUTSIDE if is_outside(address) else ""}>'
