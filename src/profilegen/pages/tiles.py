"""Metrics as a profile prints them, each with the reason for its value."""

from collections.abc import Iterable, Iterator, Sequence

from profilegen.metrics import Measured
from profilegen.pages import address
from profilegen.pages.card import address_of_paper
from profilegen.pages.dates import in_full
from profilegen.pages.site import Site
from profilegen.pages.views import LinkView, Report, Tile


def tile(site: Site, measured: Measured, root: str) -> Tile:
    """A metric as the page prints it, with the reason for its value."""
    definition = measured.definition
    coverage = f"{measured.known} of {measured.of}"
    partial = measured.reported is None and measured.value is not None and measured.known < measured.of
    return Tile(
        name=definition.name,
        label=definition.label,
        text=measured.text,
        meaning=definition.meaning,
        source=definition.source,
        coverage=f"Here it is known for {coverage} papers." if partial else "",
        short_coverage=f"{coverage} papers" if partial else "",
        reported="reported" if measured.reported else "",
        reports=tuple(reports([measured])),
        core=tuple(_core(site, measured, root)),
    )


def _core(site: Site, measured: Measured, root: str) -> Iterator[LinkView]:
    """The papers that make up the number."""
    for paper_id in measured.core:
        paper = site.corpus.papers[paper_id]
        yield LinkView(site.texts.papers[paper_id].title.plain, address.link(root, address_of_paper(paper)))


def reports(measured: Iterable[Measured]) -> Iterator[Report]:
    """Who reported which of the numbers, and as of when: a sentence for each source and day."""
    labels: dict[tuple[str, str, str], list[str]] = {}
    for one in measured:
        if one.reported is not None:
            day = in_full(one.reported.as_of).text if one.reported.as_of else ""
            labels.setdefault((one.reported.source, day, one.reported.url), []).append(one.definition.label)
    for (source, day, url), named in labels.items():
        yield Report(f"{_listed(named)} as reported by {source}{f' on {day}' if day else ''}", url)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
