"""What is wrong with the input, said so that it can be mended."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from profilegen.values import Struct

QUOTED_LENGTH: Final = 80
"""A quoted value is cut after this many code points, so that a message stays a line."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a note never counts, not even under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Place(Struct, frozen=True, order=True, array_like=True):
    """A point in a file: `path` from the site's root with `/`, `line` and `column` (code points) from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{quoted_path(self.path)}:{self.line}:{self.column}"


class Span(Struct, frozen=True, array_like=True):
    """Where a text stands in its file: its first character's place, and how later lines map to the file's.

    `indent` is the number of columns that every later line of the text is set in by in the file (0 for the body of a
    Markdown file, the block's indent for a YAML `|` block). It is None where the text's lines are not the file's
    lines (quoted, plain and folded scalars): then every offset is placed at the start.
    """

    start: Place
    indent: int | None = None

    def place(self, text: str, offset: int) -> Place:
        """The place in the file of `text[offset]`."""
        if self.indent is None:
            return self.start
        before = text[:offset]
        line = before.count("\n")
        column = offset - (before.rfind("\n") + 1)
        first = self.start.column if line == 0 else 1 + self.indent
        return Place(self.start.path, self.start.line + line, first + column)


class Problem(Struct, frozen=True, order=True):
    """Something wrong with the input: where, which kind (`code`, a key of CODES), what, and what to do (`hint`).

    `record` is the path of the file whose `accept` may silence the problem; "" means the file at `place`.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    record: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.severity}: {self.message}{hint} [{self.code}]"


class Failure(Exception):
    """A known reason why a command cannot go on; `hint` says what to do. Not a bug: no traceback is shown."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class OutsideFailure(Failure):
    """The world outside does not go along: a network, a host, a repository elsewhere."""


def problem(code: str, place: Place, message: str, hint: str = "", *, record: str = "") -> Problem:
    """A problem with the severity that its code has by default."""
    return Problem(place, code, message, hint, CODES[code].severity, record)


def escaped(value: str) -> str:
    """`value` with control, bidi and separator characters written as escapes, so that no terminal obeys them."""
    return "".join(_visible(character) for character in value)


def quoted(value: str) -> str:
    """`value` in single quotes for a message, escaped and cut to QUOTED_LENGTH code points."""
    cut = value if len(value) <= QUOTED_LENGTH else value[: QUOTED_LENGTH - 1] + "…"
    return f"'{escaped(cut)}'"


def quoted_path(path: str) -> str:
    """A path as it may stand in a message: escaped, else as it is."""
    return escaped(path)


def _visible(character: str) -> str:
    if character == " " or unicodedata.category(character) not in _HIDDEN_CATEGORIES:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


_HIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


class Code(Struct, frozen=True):
    """A kind of problem: its default severity, and what it means in one line."""

    severity: Severity
    meaning: str


def _codes(severity: Severity, meanings: Mapping[str, str]) -> dict[str, Code]:
    return {code: Code(severity, meaning) for code, meaning in meanings.items()}


CODES: Final[Mapping[str, Code]] = MappingProxyType(
    _codes(
        Severity.ERROR,
        {
            # reading a file
            "unreadable-file": "the file cannot be opened or read",
            "refused-file": "a link that leaves the site, a FIFO or a device stands among the content",
            "bad-encoding": "the file is not UTF-8",
            "bad-character": "a control character stands where none may",
            "file-too-large": "the file is larger than 5 MB",
            "yaml-syntax": "the YAML cannot be parsed",
            "yaml-feature": "anchors, aliases, tags and several documents in a file are not used here",
            "too-deep": "lists and maps are nested more than 32 deep",
            "duplicate-key": "the same key stands twice in one map",
            "front-matter": "a Markdown file has no front matter, or it does not end",
            "lost-text": "text that YAML reads as something else: a comment in a title, a colon in a name, an escape",
            # checking its values
            "unknown-key": "the key is not one of those a record has",
            "missing-key": "a key that every record needs is not there",
            "wrong-kind": "text stands where a list or a map belongs, or the other way round",
            "bad-value": "the value is not one of those the key takes",
            "bad-number": "the value is not the number the key takes",
            "bad-date": "the value is not a year, a month or a day that exists",
            "bad-name": "the value is not a person's name",
            "bad-identifier": "the value is not a DOI, arXiv id, ORCID or ISBN",
            "bad-address": "the address is not http, https, mailto or a path inside the site",
            "too-long": "the text or the list is longer than the limit",
            # records beside each other
            "duplicate-id": "two files give a record the same id",
            "shared-page": "two records would share one page",
            "reserved-name": "the file's name is that of a page the site makes itself",
            "unknown-record": "an id names a paper or an author that no file has",
            "ambiguous-author": "a name in a byline is that of two authors",
            "duplicate-orcid": "two authors have the same ORCID",
            "orcid-conflict": "the same name with two different ORCIDs",
            "unknown-metric": "a metric has the name of another, cannot be loaded, or is not there",
            # publishing the site
            "broken-link": "a page links to an address of the site where nothing is",
            "missing-fragment": "a page links to a place of a page that is not on it",
            "local-address": "a page links to the machine that the site was made on",
            "too-large": "a file or the site is larger than GitHub Pages takes",
            "same-path": "two files of the site have one path where case does not matter",
            "public-sample": "a sample would be published",
            # bibliographies that are imported
            "bad-entry": "an entry of a bibliography cannot be read, or names no paper",
            # text
            "nested-text": "the Markdown is nested too deep, or too dense, to be read safely",
        },
    )
    | _codes(
        Severity.WARNING,
        {
            "future-date": "the date lies in the future",
            "one-word-names": "neighbouring names of one word: one name that a comma cut in two",
            "orcid-name": "an ORCID links a name that has no word of its author's",
            "near-name": "a name in a byline is nearly that of an author who has a file",
            "duplicate-doi": "two papers have the same DOI",
            "duplicate-arxiv": "two papers have the same arXiv id",
            "duplicate-title": "two papers have the same title",
            "unknown-category": "the category is neither arXiv's nor declared in the settings",
            "bad-formula": "a formula cannot be converted and is shown as its source",
            "unsafe-link": "a link in a text leads nowhere safe and is shown as text",
            "lost-file": "a file among the content that is none of a record's",
            "sample-paper": "a sample that `profilegen init` wrote is shown, since the site has no other paper",
            "mended-entry": "an entry of a bibliography was mended as it was imported",
            "unfit-value": "a value of an imported entry does not fit its key",
            "no-pager": "a list comes in pages, and its template shows no way to those after the first",
            "no-url": "the site's address is not set: what needs whole addresses is left out",
            "no-search": "a search is asked for, and what makes its index is not installed",
        },
    )
    | _codes(
        Severity.NOTE,
        {
            "no-paper": "an entry of a bibliography that is no paper of its own",
            "folded-name": "a name is linked to an author though its diacritics differ",
            "reported-unsupported": "a reported number is more than the listed papers can support",
        },
    )
)
"""Every kind of problem there is, by its code."""
