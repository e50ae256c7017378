"""Papers as CSV, for those who report to funders: one row a paper, read right by spreadsheets."""

import csv
from collections.abc import Iterable
from typing import Final

from profilegen.exports.cited import Cited
from profilegen.exports.parts import one_line

COLUMNS: Final = (
    "id title authors date year type status venue volume number pages publisher doi arxiv url page citations "
    "funding tags categories language license key"
).split()

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""With one of these a cell begins a formula; an apostrophe before it keeps it text."""


def row(cited: Cited) -> str:
    """The paper's row by RFC 4180, ending in CR LF."""
    paper, imprint = cited.paper, cited.paper.imprint
    names = [author.name.full for author in paper.byline.placed]
    count = paper.citations.count if paper.citations else None
    return _line(
        [
            paper.id,
            cited.title,
            "; ".join([*names, "others"] if not paper.byline.complete else names),
            paper.date.iso if paper.date else "",
            str(paper.date.year) if paper.date else "",
            paper.type.value,
            paper.status.value if paper.status else "",
            imprint.venue,
            imprint.volume,
            imprint.number,
            imprint.pages,
            imprint.publisher,
            paper.doi,
            paper.arxiv,
            paper.url,
            cited.address or cited.page,
            "" if count is None else str(count),
            "; ".join(f"{one.funder} {one.grant}".strip() for one in paper.funding),
            "; ".join(paper.tags),
            "; ".join(paper.categories),
            paper.language,
            paper.license,
            cited.key,
        ]
    )


def heading() -> str:
    """What stands above the rows. A byte order mark comes first: without one, Excel reads no UTF-8."""
    return "\ufeff" + _line(COLUMNS)


class _Back:
    """Where csv writes a line to: `writerow` gives back what `write` does."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


_WRITER: Final = csv.writer(_Back(), lineterminator="\r\n")


def _line(cells: Iterable[str]) -> str:
    return str(_WRITER.writerow([cell and _inert(one_line(cell)) for cell in cells]))


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
