"""What is known of a paper, line by line, as its own page prints it."""

from collections.abc import Iterator
from typing import Final

from profilegen.metrics import printed
from profilegen.model.addresses import is_outside
from profilegen.model.names import Name
from profilegen.model.paper import Imprint, Paper, Related, Version
from profilegen.model.settings import NumberFormat
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.card import BADGES, address_of_paper, arxiv_url, doi_url, field_of, linked
from profilegen.pages.dates import in_full
from profilegen.pages.site import Site
from profilegen.pages.views import Fact, LinkView

_IMPRINT: Final = tuple(Imprint.__struct_fields__)


def facts(site: Site, paper: Paper, root: str) -> Iterator[Fact]:
    """What is known of the paper, line by line, in the order of print."""
    words = site.words
    yield Fact(words["facts.type"], words[f"types.{paper.type}"])
    yield from _imprint(words, paper.imprint)
    yield from _people(words, paper)
    yield from _identifiers(words, paper, root)
    yield from _subjects(site, paper, root)
    yield from _numbers(site, paper)
    yield from _history(site, paper, root)
    yield from _credit(words, paper)


def _imprint(words: Words, imprint: Imprint) -> Iterator[Fact]:
    cited = _cited(imprint)
    if cited:
        yield Fact(words["facts.venue"], cited)
    for name in _IMPRINT:
        if (text := getattr(imprint, name)) and not (cited and _in_line(imprint, name)):
            yield Fact(words[f"facts.{name}"], _dashed(text) if name == "pages" else text)


def _cited(imprint: Imprint) -> str:
    """`Journal 8(4), 401–433`, as far as it is known; "" without a venue."""
    if not imprint.venue:
        return ""
    issue = f"{imprint.volume}({imprint.number})" if imprint.volume and imprint.number else imprint.volume
    place = _dashed(imprint.pages or imprint.eid)
    return ", ".join(part for part in (f"{imprint.venue} {issue}".rstrip(), place) if part)


def _in_line(imprint: Imprint, name: str) -> bool:
    """Whether the line of the venue says it: a number only beside a volume, an article's number only without pages."""
    if name == "number":
        return bool(imprint.volume)
    return name in ("venue", "volume", "pages") or (name == "eid" and not imprint.pages)


def _dashed(pages: str) -> str:
    return pages.replace("--", "–")


def _people(words: Words, paper: Paper) -> Iterator[Fact]:
    for key, people in (("facts.editors", paper.editors), ("facts.advisors", paper.advisors)):
        if people:
            yield Fact(words[key], words["list.comma"].join(person.name.full for person in people))
    groups = [_affiliated(author.name, author.affiliations) for author in paper.byline.authors if author.affiliations]
    if groups:
        yield Fact(words["facts.affiliations"], "; ".join(groups))


def _affiliated(name: Name, affiliations: tuple[str, ...]) -> str:
    return f"{name.full}: {', '.join(affiliations)}"


def _identifiers(words: Words, paper: Paper, root: str) -> Iterator[Fact]:
    if paper.doi:
        yield Fact(words["facts.doi"], links=(_doi(paper.doi),))
    if paper.arxiv:
        yield Fact(words["facts.arxiv"], links=(_arxiv(paper.arxiv),))
    if paper.url:
        url = address.placed(address.beside(address_of_paper(paper), paper.url), root)
        yield Fact(words["facts.url"], links=(LinkView(paper.url, url, outside=is_outside(paper.url)),))
    further = tuple(linked(words, paper, link, root) for link in paper.links if link.label.casefold() not in BADGES)
    if further:
        yield Fact(words["facts.links"], links=further)


def _subjects(site: Site, paper: Paper, root: str) -> Iterator[Fact]:
    fields = [field_of(site, category_id, root) for category_id in paper.categories]
    links = tuple(LinkView(field.name, field.url) for field in fields if field is not None)
    if links:
        yield Fact(site.words["facts.fields"], links=links)
    if paper.tags:
        yield Fact(site.words["facts.tags"], site.words["list.comma"].join(paper.tags))


def _numbers(site: Site, paper: Paper) -> Iterator[Fact]:
    words = site.words
    if paper.citations is not None and paper.citations.count is not None:
        cited = paper.citations
        day = in_full(cited.as_of, words).text if cited.as_of else ""
        said = words["list.comma"].join(part for part in (cited.source, day) if part)
        yield Fact(words["facts.citations"], f"{cited.count:,} ({said})" if said else f"{cited.count:,}")
    if (novelty := paper.ratings.get("novelty")) is not None:
        yield Fact(words["facts.novelty"], printed(novelty.value, NumberFormat.PERCENT))
    if (ai_score := paper.ratings.get("ai_score")) is not None:
        yield Fact(words["facts.ai_score"], printed(ai_score.value, NumberFormat.NUMBER))
    for name, scale in site.settings.ratings.items():
        if (rating := paper.ratings.get(name)) is not None:
            value, maximum = printed(rating.value, scale.format), printed(scale.maximum, scale.format)
            yield Fact(scale.label, words.say("facts.rating", value=value, maximum=maximum))


def _history(site: Site, paper: Paper, root: str) -> Iterator[Fact]:
    words = site.words
    for name, date in paper.dates.items():
        yield Fact(words[f"dates.{name}"], in_full(date, words).text)
    for version in paper.versions:
        day = in_full(version.date, words).text if version.date else ""
        text = words["list.comma"].join(part for part in (version.venue, day) if part)
        yield Fact(version.kind.capitalize(), text, _version(version))
    for related in paper.related:
        yield Fact(related.kind.capitalize(), links=_related(site, related, root))


def _credit(words: Words, paper: Paper) -> Iterator[Fact]:
    """Honours, money and terms."""
    if paper.awards:
        yield Fact(words["facts.awards"], "; ".join(paper.awards))
    if paper.funding:
        yield Fact(words["facts.funding"], "; ".join(f"{one.funder} {one.grant}".strip() for one in paper.funding))
    if paper.license:
        yield Fact(words["facts.license"], paper.license)


def _version(version: Version) -> tuple[LinkView, ...]:
    if version.doi:
        return (_doi(version.doi),)
    return (_arxiv(version.arxiv),) if version.arxiv else _plain_link(version.url)


def _related(site: Site, related: Related, root: str) -> tuple[LinkView, ...]:
    if related.id:
        return record_link(site, related.id, root)
    return (_doi(related.doi),) if related.doi else _plain_link(related.url)


def record_link(site: Site, paper_id: str, root: str) -> tuple[LinkView, ...]:
    """A link to the page of a paper of this site; none where it has no page."""
    other = site.corpus.papers.get(paper_id)
    if other is None:
        return ()
    return (LinkView(site.texts.titles[paper_id].plain, address.link(root, address_of_paper(other))),)


def _plain_link(url: str) -> tuple[LinkView, ...]:
    return (LinkView(url, url, outside=is_outside(url)),) if url else ()


def _doi(doi: str) -> LinkView:
    return LinkView(doi, doi_url(doi), outside=True)


def _arxiv(arxiv: str) -> LinkView:
    return LinkView(arxiv, arxiv_url(arxiv), outside=True)
