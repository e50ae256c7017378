"""What citeproc makes of a style by itself, for tests."""

import io

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from profilegen.exports.citation import _safe
from profilegen.exports.csl import Item


def alone(style: bytes, told: Item) -> str:
    """The item in that style, with nothing taken out of it and nothing remembered; "" where citeproc gives up."""
    full = CitationStylesStyle(io.BytesIO(style), locale="en-US", validate=False)
    told = {{"event-title": "event"}.get(key, key): value for key, value in told.items()} | {"id": "it"}
    bibliography = CitationStylesBibliography(full, CiteProcJSON([told]), formatter.html)
    bibliography.register(Citation([CitationItem("it")]))
    try:
        return _safe("".join(map(str, bibliography.bibliography())))
    except Exception:  # noqa: BLE001 - as it is taken there
        return ""
