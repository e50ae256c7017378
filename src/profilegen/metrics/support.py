"""Reported numbers that the listed papers cannot support."""

from collections.abc import Sequence
from fractions import Fraction

from profilegen.metrics.indices import I10
from profilegen.metrics.measure import Measured
from profilegen.metrics.printing import printed
from profilegen.model.author import Author
from profilegen.problems import Place, Problem, problem
from profilegen.values import Struct


class Unsupported(Struct, frozen=True):
    """A reported number that is too large, and why, as a sentence."""

    measured: Measured
    reason: str


def unsupported(measured: Sequence[Measured]) -> tuple[Unsupported, ...]:
    """The reported numbers of one author that are more than the papers, or the reported citations, can support."""
    stated = {one.definition.name: one for one in measured if one.reported is not None}
    found = [Unsupported(one, _beyond_papers(one)) for one in stated.values() if _is_beyond_papers(one)]
    citations = stated.get("citations")
    if citations is not None:
        found += [
            Unsupported(one, _beyond_citations(one, citations))
            for one in stated.values()
            if _citations_needed(one) > _shown(citations)
        ]
    return tuple(found)


def support_notes(author: Author, measured: Sequence[Measured]) -> tuple[Problem, ...]:
    """A note for each reported number of the author that the listed papers cannot support, at its place."""
    hint = "correct the number or list the missing papers; 'accept: [reported-unsupported]' silences this"
    return tuple(
        problem("reported-unsupported", _place(author, one.measured), one.reason, hint, record=author.file)
        for one in unsupported(measured)
    )


def _is_beyond_papers(one: Measured) -> bool:
    return one.most is not None and _shown(one) > one.most


def _beyond_papers(one: Measured) -> str:
    listed, verb = ("1 paper", "supports") if one.of == 1 else (f"{one.of:,} papers", "support")
    most = "" if one.most is None else printed(one.most, one.definition.format)
    return (
        f"{one.definition.label} {one.text} is reported, and the site lists {listed}, which {verb} {most} at the most"
    )


def _beyond_citations(one: Measured, citations: Measured) -> str:
    needed = printed(_citations_needed(one), citations.definition.format)
    stated = f"{one.definition.label} {one.text} is reported"
    return f"{stated}, which needs {needed} citations at the least, and {citations.text} are reported"


def _citations_needed(one: Measured) -> Fraction:
    """The fewest citations that a reported index can come from."""
    match one.definition.name:
        case "h_index" | "g_index":
            return _shown(one) ** 2
        case "i10_index":
            return _shown(one) * I10
    return Fraction(0)


def _shown(one: Measured) -> Fraction:
    return Fraction(0) if one.value is None else one.value


def _place(author: Author, one: Measured) -> Place:
    if one.reported is not None and one.reported.place.path:
        return one.reported.place
    return author.place("reported")
