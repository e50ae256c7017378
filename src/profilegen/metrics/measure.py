"""An author's metrics: which papers count, and what they add up to."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from profilegen.metrics.definitions import Definition, Listing
from profilegen.metrics.printing import printed
from profilegen.model.author import Reported
from profilegen.model.paper import Paper
from profilegen.model.settings import Settings
from profilegen.values import Struct


class Measured(Struct, frozen=True):
    """One metric of one author.

    `value` and `text` are what is shown: the reported number if there is one. `value` is None and `text` "" where
    nothing is known. `known` of `of` papers have the number it is computed from. `most` is the largest value that the
    papers can support, None where there is no limit (see Computed). `core` are the ids of the papers that make up an
    h-index, most cited first.
    """

    definition: Definition
    value: Fraction | None
    text: str
    known: int
    of: int
    reported: Reported | None
    computed: Fraction | None
    most: Fraction | None
    core: tuple[str, ...]


def counted(papers: Sequence[Paper], settings: Settings) -> tuple[Paper, ...]:
    """The papers that count, in the order given: no draft, not taken back, of a type that the settings count."""
    counts = settings.counts
    return tuple([paper for paper in papers if not paper.draft and paper.type in counts and not paper.retracted])


def measure(
    papers: Sequence[Paper],
    settings: Settings,
    definitions: Sequence[Definition],
    reported: Mapping[str, Reported],
    year: int,
) -> tuple[Measured, ...]:
    """Every metric over one author's papers, in the order of the definitions; `year` is the site's.

    What is missing is never zero: a paper without a number takes no part, and a metric none of whose papers has the
    number is unknown. An author without papers has 0 papers, citations and so on, since nothing is missing there,
    and no means. Failure when an installed metric breaks.
    """
    listing = Listing.of(counted(papers, settings), year)
    return tuple([_measured(definition, listing, reported.get(definition.name)) for definition in definitions])


def _measured(definition: Definition, listing: Listing, reported: Reported | None) -> Measured:
    computed = definition.compute(listing)
    value = computed.value if reported is None else reported.value
    text = "" if value is None else printed(value, definition.format, grouped=definition.grouped)
    return Measured(
        definition,
        value,
        text,
        computed.known,
        len(listing.papers),
        reported,
        computed.value,
        computed.most,
        computed.core,
    )
