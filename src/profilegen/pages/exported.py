"""A paper in another notation, and its citation: each made once for all files and pages that show it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from profilegen.exports.bibtex import bibtex, whole_bibtex
from profilegen.exports.cited import Cited
from profilegen.exports.csl import csl_item, csl_json
from profilegen.exports.record import record_json
from profilegen.exports.ris import ris
from profilegen.exports.table import row
from profilegen.model.paper import Paper
from profilegen.model.settings import NO_STYLE, Notation
from profilegen.pages.cited import cited
from profilegen.pages.site import Site

if TYPE_CHECKING:
    from profilegen.exports.citation import Citer


WRITERS: Final[Mapping[Notation, Callable[[Cited], str]]] = MappingProxyType(
    {
        Notation.RIS: ris,
        Notation.CSL: csl_json,
        Notation.JSON: record_json,
        Notation.CSV: row,
    }
)
"""How a paper is written in each notation but BibTeX, which pages show too; feeds have templates."""


def piece(site: Site, notation: str, paper_id: str) -> tuple[str, tuple[int, ...]]:
    """The paper in the notation of that value, to be joined with others, and what that was made from."""
    pieces, touched = site.shared.made(("pieces", paper_id), lambda: _pieces(site, paper_id))
    return pieces[notation], touched


def _pieces(site: Site, paper_id: str) -> dict[str, str]:
    """The paper in every notation that the site has files in: looked up once, for that takes longer than writing."""
    exports = site.settings.exports
    wanted = {*exports.site, *exports.author, *exports.paper}
    seen = cited(site, site.corpus.papers[paper_id])
    made = {notation.value: write(seen) for notation, write in WRITERS.items() if notation in wanted}
    if Notation.BIBTEX in wanted:
        made[Notation.BIBTEX.value] = whole_bibtex(seen.paper, entry(site, seen.paper))
    return made


def entry(site: Site, paper: Paper) -> str:
    """The paper's entry in BibTeX as its page shows it, made once for that and for files; `paper` has its texts."""
    return site.shared.get(("bibtex", paper.id), lambda: bibtex(paper, key=site.citekeys[paper.id]))


def citation(site: Site, paper_id: str) -> str:
    """The paper's citation as HTML; "" for a paper by nobody with a file: a style takes its time."""
    if not is_cited(site, paper_id):
        return ""
    if site.citations is not None:
        return site.citations[paper_id]
    citer: Citer = site.shared.get("citer", lambda: _citer(site))
    return citer.cite(csl_item(cited(site, site.corpus.papers[paper_id])))


def _citer(site: Site) -> "Citer":
    from profilegen.exports.citation import Citer  # noqa: PLC0415 - a build that has all citations does without

    settings = site.settings
    return Citer(settings.citation_style, settings.citation_source, settings.language)


def is_cited(site: Site, paper_id: str) -> bool:
    """Whether the paper has a citation: it is by somebody with a file, and there is a style."""
    people = site.corpus.people
    return site.settings.citation_style != NO_STYLE and any(
        person is not None and people[person].author is not None for person in site.corpus.credits[paper_id]
    )
