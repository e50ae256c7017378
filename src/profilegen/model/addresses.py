"""What an address may be: the one check for fields, links in a text, settings and imports."""

import html
import re
import unicodedata
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

WEB: Final = ("http", "https")
"""The schemes that name a host."""

_HIDDEN: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3000\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Blanks, control, bidi and invisible characters. A fixed list: the same in every Python's Unicode."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SEGMENT: Final = re.compile(r"[^/?#]*")
# Of ASCII, small letters, digits, `.`, `_` and `-`, said by what is left out: the other way takes long to compile.
_HOST: Final = re.compile(r"[^\x00-,/:-^`{-\x7f]+|\[[0-9a-f:.]+\]")
_UNSAFE: Final = re.compile(r'["<>^`{|}]|%(?![0-9A-Fa-f]{2})')
_ROUNDS: Final = 3


def checked_address(text: str) -> str:
    """The address as an href takes it; ValueError with the reason where it leads nowhere safe.

    Good are http, https and mailto addresses, and paths inside the site: `slides.pdf`, `../x/`, `#part`, `?q=1`, and
    `/x`, which means the site's root. Blanks are refused, not encoded: they mostly show that two things stand in one
    field. Letters beyond ASCII stay as typed, since an href holds them (WHATWG URL), every browser encodes
    them right, and a reader can read them. `"<>^{|}` and a `%` that encodes nothing are percent-encoded.
    """
    if not text:
        raise ValueError("the address is empty")
    if _HIDDEN.search(text):
        raise ValueError("an address has no blanks and no invisible characters")
    scheme = _scheme(text)
    for decoded in _decodings(text):
        _check_decoded(decoded, scheme)
    if scheme in WEB:
        return _web_address(text)
    if scheme == "mailto" and "@" not in text.partition("?")[0]:
        raise ValueError("mailto: needs an address with an @")
    return scheme + _encoded(text[len(scheme) :])


def is_outside(address: str) -> bool:
    """Whether a checked address leads out of the site."""
    return _scheme(address) != ""


def _scheme(text: str) -> str:
    head = _SEGMENT.match(text)
    name, colon, _ = head.group().partition(":") if head else ("", "", "")
    if not colon:
        return ""
    if name.lower() not in (*WEB, "mailto"):
        raise ValueError("an address begins with http:, https: or mailto:, or is a path inside the site")
    return name.lower()


def _decodings(text: str) -> list[str]:
    """The address and what it becomes when percent-encoding and entities are taken off, again and again."""
    found = [text]
    for _ in range(_ROUNDS):
        decoded = unquote(html.unescape(found[-1]))
        if decoded == found[-1]:
            break
        found.append(decoded)
    return found


def _check_decoded(decoded: str, scheme: str) -> None:
    if _CONTROL.search(decoded) or "\\" in decoded:
        raise ValueError("an address has no backslashes and no control characters, encoded or not")
    bare = unicodedata.normalize("NFKC", _HIDDEN.sub("", decoded))
    if bare.startswith(("//", "\\")):
        raise ValueError("an address with a host begins with http: or https:")
    if _scheme(bare) != scheme:
        raise ValueError("the address hides another one")


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise ValueError("the address has no host that can be read") from None
    if "@" in unquote(unquote(parts.netloc)):
        raise ValueError("an address carries no user name or password")
    if not text[len(parts.scheme) :].startswith("://") or not _HOST.fullmatch(_bare_host(parts)):
        raise ValueError("the address has no host, as in https://example.org/")
    rest = text[len(parts.scheme) + len("://") + len(parts.netloc) :]
    return f"{parts.scheme}://{parts.netloc.lower()}{_encoded(rest)}"


def _bare_host(parts: SplitResult) -> str:
    """The host without its port, lower case, an IPv6 address in its brackets."""
    return re.sub(r":[0-9]*$", "", parts.netloc).lower()


def _encoded(rest: str) -> str:
    return _UNSAFE.sub(lambda found: f"%{ord(found.group()):02X}", rest)
