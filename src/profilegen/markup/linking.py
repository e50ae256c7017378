"""Links, images and tags within a paragraph."""

import html
import re
from typing import Final

from profilegen.markup.links import BARE, anchor, bare_target, safe, trimmed, unescaped
from profilegen.markup.scan import Opening, Scan
from profilegen.markup.signs import Piece, literal, plain
from profilegen.model.addresses import is_outside
from profilegen.problems import quoted

LABEL_LENGTH: Final = 200

_TAG: Final = re.compile(r"<(/?)(em|i|b|strong|sub|sup)\s?>", re.IGNORECASE)
_ANGLE_LINK: Final = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>", re.IGNORECASE)
_ANGLE_MAIL: Final = re.compile(r"<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
DESTINATION: Final = re.compile(
    r"\(\s*+(?:<([^<>\n]*+)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))"
    r"(?:\s++(\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'))?\s*+\)"
)
"""What follows a link's text: its address, in angle brackets (1) or not (2), perhaps empty, and its title (3)."""

_REFERENCE: Final = re.compile(rf"\[([^\[\]]{{0,{LABEL_LENGTH}}})\]")


def label(text: str) -> str:
    """What names a definition: case and blanks do not matter."""
    return " ".join(text.split()).casefold()


def angle(scan: Scan, at: int) -> int:
    """A tag that is understood, an address in angle brackets, or a sign as typed."""
    if found := _TAG.match(scan.text, at):
        return _tag(scan, found)
    if found := _ANGLE_LINK.match(scan.text, at) or _ANGLE_MAIL.match(scan.text, at):
        shown = found.group(1)
        target = shown if ":" in shown else f"mailto:{shown}"
        _put_link(scan, at, shown.removeprefix("mailto:"), unescaped(target))
        return found.end()
    scan.write("<")
    return at + 1


def _tag(scan: Scan, found: re.Match[str]) -> int:
    name = found.group(2).lower()
    if not found.group(1):
        scan.open(Opening(f"<{name}", found.end(), len(scan.out), f"<{name}>", f"</{name}>"))
    elif opening := scan.close(f"<{name}"):
        scan.enclose(opening)
        return found.end()
    scan.write(literal(found.group()))
    return found.end()


def bare_link(scan: Scan, at: int) -> int:
    """An address, a DOI or an arXiv id in the text, without the sentence's marks."""
    found = BARE.match(scan.text, at)
    if not found:
        scan.write(scan.text[at])
        return at + 1
    shown, target = bare_target(found)
    _put_link(scan, at, unescaped(shown), target, bare=True)
    return at + len(shown)


def _put_link(scan: Scan, at: int, shown: str, target: str, *, bare: bool = False) -> None:
    address = checked(scan, at, target) if scan.findings.linked else ""
    text = html.escape(shown, quote=False)
    if address:
        scan.put(Piece(f"{anchor(address)}{text}</a>", shown, bare=bare))
    else:
        scan.write(literal(shown))


def checked(scan: Scan, at: int, target: str) -> str:
    """The address for an href, as seen from the page; "" and a warning where it leads nowhere safe."""
    address, reason = safe(target)
    if reason:
        message = f"the link to {quoted(target)} is left out: {reason}"
        scan.findings.warn("unsafe-link", scan.offset + at, message, "write an https: address, or a file's name")
    if address and scan.findings.rewrite and not is_outside(address):
        return scan.findings.rewrite(address)
    return address


def bracket(scan: Scan, at: int) -> int:
    """The opening bracket of what may become a link."""
    scan.open(Opening("[", at + 1, len(scan.out)))
    scan.write("[")
    return at + 1


def bang(scan: Scan, at: int) -> int:
    """A mark, or the beginning of an image."""
    if not scan.text.startswith("![", at):
        scan.write("!")
        return at + 1
    scan.open(Opening("[", at + 2, len(scan.out)))
    scan.write("![")
    return at + 2


def close_bracket(scan: Scan, at: int) -> int:
    """The end of a link's or an image's text, with its address; else a bracket as typed."""
    opening = scan.close("[")
    target = _target(scan, opening, at) if opening else None
    if opening and target:
        address, title, where, end = target
        if scan.text[opening.at - 2 : opening.at] == "![":
            _image(scan, opening, where, (address, title))
            return end
        if not scan.holds_link(opening):
            found = checked(scan, where, address) if scan.findings.linked else ""
            scan.enclose(link_opening("[", opening.at, opening.out, found, title))
            return end
    scan.write("]")
    return at + 1


def _target(scan: Scan, opening: Opening, at: int) -> tuple[str, str, int, int] | None:
    """Address, title, the offset of the address, and where reading goes on after it."""
    found = DESTINATION.match(scan.text, at + 1)
    group = 1 if found and found.group(1) is not None else 2
    if found and found.group(group):
        title = unescaped((found.group(3) or "")[1:-1])
        return unescaped(found.group(group)), title, found.start(group), found.end()
    if not scan.findings.definitions or at - opening.at > LABEL_LENGTH:
        return None
    named = _REFERENCE.match(scan.text, at + 1)
    name = label((named and named.group(1)) or scan.text[opening.at : at])
    defined = scan.findings.definitions.get(name)
    if not defined:
        return None
    return defined[0], defined[1], defined[2] - scan.offset, named.end() if named else at + 1


def _image(scan: Scan, opening: Opening, where: int, target: tuple[str, str]) -> None:
    """An image from the site; one from elsewhere is its description, since pages ask nothing of other hosts."""
    description = " ".join(plain(scan.cut(opening), scan.findings.pieces).split())
    address, reason = safe(target[0])
    if reason or is_outside(address):
        said = f"the image {quoted(target[0])} is left out: {reason or 'it lies on another host'}"
        scan.findings.warn("unsafe-link", scan.offset + where, said, "put the file beside the text and name it")
    if not address or is_outside(address) or not scan.findings.linked:
        scan.write(literal(description))
        return
    source = scan.findings.rewrite(address) if scan.findings.rewrite else address
    title = f' title="{html.escape(target[1])}"' if target[1] else ""
    scan.put(Piece(f'<img src="{html.escape(source)}" alt="{html.escape(description)}"{title}>', description))


def link_opening(kind: str, at: int, out: int, address: str, title: str = "") -> Opening:
    """The beginning of a link to a checked address; without one its text is no link."""
    tags = (anchor(address, title), "</a>") if address else ("", "")
    return Opening(kind, at, out, *tags, link=bool(address))


def url_argument(scan: Scan, at: int, target: str) -> None:
    r"""The link that `\url{..}` makes."""
    shown = trimmed(target) or target
    _put_link(scan, at, unescaped(shown), unescaped(target))
