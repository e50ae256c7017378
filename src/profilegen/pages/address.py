"""Addresses of pages, and links between them that work under any path and from disk."""

import posixpath
import re
from typing import Final

from profilegen.model.addresses import is_outside

HOME: Final = ""
PEOPLE: Final = "authors/"
PAPERS: Final = "papers/"
FIELDS: Final = "fields/"
LISTS: Final = "lists/"
SEARCH: Final = "search/"
NOT_FOUND: Final = "404.html"

INDEX: Final = "index.html"

ROOT_MARK: Final = "\ue0f0"
"""Stands for the site's root in a text that is shown on pages of different depth; no input holds it."""


_MARK: Final = re.compile("\x02([^\x03]*)\x03")
_SELF: Final = ' class="self"'


def mark_of(person_id: str) -> str:
    """Stands in the tag of a person's name in a text that several pages show; no input holds its signs."""
    return f"\x02{person_id}\x03"


def completed(text: str, root: str, person_id: str) -> str:
    """The text of a page with the addresses and names of what it shares with others made its own."""
    return joined(apart(placed(text, root)), person_id)


def apart(text: str) -> list[str]:
    """A text cut where somebody is marked: before each id, the id, and what follows."""
    return _MARK.split(text) if "\x02" in text else [text]


def joined(parts: list[str], person_id: str) -> str:
    """The parts as a text again, with the marks of this person turned into a class, those of others into nothing."""
    if len(parts) == 1:
        return parts[0]
    if person_id not in parts:
        return "".join(parts[::2])
    whole = parts.copy()
    whole[1::2] = [_SELF if marked == person_id else "" for marked in parts[1::2]]
    return "".join(whole)


def file_of(address: str) -> str:
    """The file that a static host answers the address with."""
    return f"{address}{INDEX}" if not address or address.endswith("/") else address


def further(folder: str, number: int) -> str:
    """The address of a further page of the list in that folder; `number` is 2 or more."""
    return f"{folder}page/{number}/"


def root_from(address: str) -> str:
    """The relative way from the page at `address` up to the site's root: nothing, `../` or `../../`."""
    return "../" * address.count("/")


def link(root: str, address: str) -> str:
    """The relative link to `address` from a page whose way to the root is `root`."""
    return root + address or "./"


def beside(folder: str, target: str) -> str:
    """An address in a record, from the site's root with ROOT_MARK before it.

    A relative one means files beside the record, copied to `folder`; one that would climb out of the site is held at
    its root.
    """
    if is_outside(target) or target.startswith("#"):
        return target
    path, mark, rest = _split(target)
    inside = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    plain = posixpath.normpath(inside).removeprefix("/") if inside else ""
    steps = [step for step in plain.split("/") if step not in ("", ".", "..")]
    slash = "/" if steps and path.endswith("/") else ""
    return f"{ROOT_MARK}{'/'.join(steps)}{slash}{mark}{rest}"


def placed(text: str, root: str) -> str:
    """`text` with every ROOT_MARK in it replaced by the way to the root."""
    if ROOT_MARK not in text:
        return text
    return text.replace(f'"{ROOT_MARK}"', f'"{root or "./"}"').replace(ROOT_MARK, root)


def _split(target: str) -> tuple[str, str, str]:
    for at, character in enumerate(target):
        if character in "?#":
            return target[:at], character, target[at + 1 :]
    return target, "", ""
