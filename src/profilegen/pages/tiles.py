"""Metrics as a profile prints them, each with the reason for its value."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from profilegen.metrics import Measured
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.card import address_of_paper
from profilegen.pages.dates import in_full
from profilegen.pages.site import Site
from profilegen.pages.views import LinkView, Report, Tile

FEW: Final = 2
"""A number that at most so many papers make up is the same for the authors of these."""


def tiles(
    site: Site, papers: Collection[object], measured: Sequence[Measured], root: str
) -> tuple[tuple[Tile, ...], tuple[Tile, ...]]:
    """The metrics that the theme's option puts first, in its order, and the others; only those that are known.

    A person without papers has none, unless somebody reports one.
    """
    if not (papers or any(one.reported for one in measured)):
        return (), ()
    made = {one.definition.name: tile(site, one, root) for one in measured if one.text}
    chosen = [name for name in site.options.listed("metrics") if name in made]
    return tuple([made[name] for name in chosen]), tuple([made[name] for name in made if name not in chosen])


def tile(site: Site, measured: Measured, root: str) -> Tile:
    """A metric as the page prints it, with the reason for its value; made once where it is alike on many profiles."""
    if measured.reported is not None or len(measured.core) > FEW:
        return _tile(site, measured, root)
    key = ("tile", measured.definition.name, measured.text, measured.known, measured.of, measured.core, root)
    return site.shared.get(key, lambda: _tile(site, measured, root))


def _tile(site: Site, measured: Measured, root: str) -> Tile:
    definition = measured.definition
    words, known, of = site.words, f"{measured.known:,}", f"{measured.of:,}"
    partial = measured.reported is None and measured.value is not None and measured.known < measured.of
    return Tile(
        name=definition.name,
        label=definition.label,
        text=measured.text,
        meaning=definition.meaning,
        source=definition.source,
        coverage=words.say("metrics.coverage", known=known, of=of) if partial else "",
        short_coverage=words.say("metrics.short_coverage", known=known, of=of) if partial else "",
        reported=words["metrics.reported"] if measured.reported else "",
        reports=tuple(reports(words, [measured])),
        core=tuple(_core(site, measured, root)),
    )


def _core(site: Site, measured: Measured, root: str) -> Iterator[LinkView]:
    """The papers that make up the number."""
    for paper_id in measured.core:
        paper = site.corpus.papers[paper_id]
        yield LinkView(site.texts.titles[paper_id].plain, address.link(root, address_of_paper(paper)))


def reports(words: Words, measured: Iterable[Measured]) -> Iterator[Report]:
    """Who reported which of the numbers, and as of when: a sentence for each source and day."""
    labels: dict[tuple[str, str, str], list[str]] = {}
    for one in measured:
        if one.reported is not None:
            day = in_full(one.reported.as_of, words).text if one.reported.as_of else ""
            labels.setdefault((one.reported.source, day, one.reported.url), []).append(one.definition.label)
    for (source, day, url), named in labels.items():
        said = {"metrics": listed(words, named), "source": source}
        text = words.say("metrics.report_on", date=day, **said) if day else words.say("metrics.report", **said)
        yield Report(text, url)


def listed(words: Words, parts: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(parts) <= 1:
        return "".join(parts)
    return words.say("list.and", first=words["list.comma"].join(parts[:-1]), last=parts[-1])
