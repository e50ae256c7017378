"""A paper whose abstract alone was edited: its record is known, and need not be checked again."""

from typing import Final

from profilegen.build.ledger import Held
from profilegen.build.parsed import Parsed, hash_above, with_text
from profilegen.build.shelving import RECORDS, TEXTS
from profilegen.build.sources import Source
from profilegen.content.front_matter import split
from profilegen.content.source import read_source
from profilegen.markup import Markup
from profilegen.model.paper import Paper
from profilegen.model.text import Text
from profilegen.output.catalogue import Stock
from profilegen.output.codec import decoder, encoder
from profilegen.pages.texts import PaperText, paper_text
from profilegen.problems import Place, Problem, Span
from profilegen.values import replace

LONGEST: Final = 50_000
"""Characters of an abstract that nobody asks whether it is too long."""


def rewritten(source: Source, held: Held, stock: Stock) -> Parsed | None:
    """What the file says, as reading all of it would give it; None where more than the abstract may be new.

    The keys above it are the same bytes, and nothing was wrong in the whole file: then the record is the same, and so
    are the other texts.
    """
    if source.kind != "papers" or not held.good or held.problems or held.beside != source.found.beside_names:
        return None
    file = read_source(source.found.on_disk, source.path)
    parts = file if isinstance(file, Problem) else split(file)
    if isinstance(file, Problem) or isinstance(parts, Problem) or not 0 < len(parts.body) < LONGEST:
        return None
    if file.hash == held.hash:
        return Parsed(file.hash, same=True)
    head = hash_above(file, parts.body)
    number, text = (stock.shelves.get(f"{name}papers", {}).get(source.path) for name in (RECORDS, TEXTS))
    if head != held.head or number is None or text is None:
        return None
    body = Text(parts.body, Span(Place(source.path, parts.body_line), indent=0))
    record = replace(decoder(Paper)(stock[number]), abstract=body)
    texts = replace(paper_text(Markup(), record), note=decoder(PaperText)(stock[text]).note)
    return with_text(Parsed(file.hash, head=head, record=stock[number], accept=held.accept), texts, encoder())
