"""Citations on their shelf: made where a paper or the style changed, else as they were, for a style takes its time."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from profilegen.build.crew import Crew, cut
from profilegen.build.shelving import CITATIONS, PAPER_TITLES, PAPERS
from profilegen.exports.citation import Citer
from profilegen.exports.cited import Cited
from profilegen.exports.csl import csl_item
from profilegen.markup import Rendered
from profilegen.model.paper import Paper
from profilegen.model.settings import Settings
from profilegen.output.catalogue import HASH, Keeping, Stock, hash_of
from profilegen.output.codec import decoder, encoder
from profilegen.values import Struct

PORTION: Final = 50
"""So many citations are made at a time by one worker."""


class Style(Struct, frozen=True):
    """What a citation looks like."""

    name: str
    source: str
    language: str


class Wanted(Struct, frozen=True):
    """Citations to make in a style: of each paper its record and its title, as they are on their shelves."""

    style: Style
    papers: tuple[tuple[bytes, bytes], ...]


def shelve_citations(keeping: Keeping, papers: tuple[str, ...], settings: Settings, stock: Stock, crew: Crew) -> None:
    """Put the citation of each of these papers on its shelf, behind the hash of what it was made from."""
    style = Style(settings.citation_style, settings.citation_source, settings.language)
    salt = hash_of(encoder()(style))
    made_from = {paper: hash_of(salt + b"".join(_record(keeping, paper))) for paper in papers}
    known = {paper for paper, mark in made_from.items() if _mark(paper, stock) == mark}
    new = [paper for paper in papers if paper not in known]
    jobs = (Wanted(style, tuple(_record(keeping, paper) for paper in portion)) for portion in cut(new, PORTION))
    found = dict(zip(new, chain.from_iterable(crew.each(cite_papers, jobs, len(new))), strict=True))
    for paper, mark in made_from.items():
        if paper in known:
            keeping.stay(CITATIONS, paper)
        else:
            keeping.put(CITATIONS, paper, mark + found[paper].encode("utf-8"))


def cite_papers(wanted: Wanted) -> list[str]:
    """The citations as HTML, in their order; Failure where the style is none."""
    return list(_cited(wanted))


def _cited(wanted: Wanted) -> Iterator[str]:
    citer, papers, titles = _citer(wanted.style), decoder(Paper), decoder(Rendered)
    for record, title in wanted.papers:
        paper = papers(record)
        yield citer.cite(csl_item(Cited(paper, paper.id, titles(title).plain, "", "", "", ())))


@lru_cache(maxsize=1)
def _citer(style: Style) -> Citer:
    """Kept, since a worker gets many portions of it."""
    return Citer(style.name, style.source, style.language)


def _record(keeping: Keeping, paper: str) -> tuple[bytes, bytes]:
    return keeping.content(PAPERS, paper), keeping.content(PAPER_TITLES, paper)


def _mark(paper: str, stock: Stock) -> bytes:
    """The hash of what the citation of before was made from, b"" where there is none."""
    number = stock.shelves.get(CITATIONS, {}).get(paper)
    return b"" if number is None else stock[number][:HASH]
