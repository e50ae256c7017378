"""The view of a paper's own page."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from profilegen.exports.bibtex import bibtex
from profilegen.metrics import printed
from profilegen.model.addresses import is_outside
from profilegen.model.names import Name
from profilegen.model.paper import Imprint, Paper, PaperType, Related, Version
from profilegen.model.settings import NumberFormat
from profilegen.model.text import Html
from profilegen.pages import address
from profilegen.pages.byline import full_byline
from profilegen.pages.card import (
    BADGES,
    address_of_paper,
    arxiv_url,
    badges,
    doi_url,
    field_of,
    linked,
    retracted,
    score,
    status,
)
from profilegen.pages.dates import in_full
from profilegen.pages.frame import frame
from profilegen.pages.pictures import cited
from profilegen.pages.site import Site
from profilegen.pages.views import Fact, LinkView, MoreView, PaperView

TYPES: Final = {
    PaperType.ARTICLE: "Article",
    PaperType.CONFERENCE: "Conference paper",
    PaperType.PREPRINT: "Preprint",
    PaperType.BOOK: "Book",
    PaperType.CHAPTER: "Chapter",
    PaperType.THESIS_PHD: "Doctoral thesis",
    PaperType.THESIS_MASTER: "Master's thesis",
    PaperType.REPORT: "Report",
    PaperType.SOFTWARE: "Software",
    PaperType.DATASET: "Dataset",
    PaperType.TALK: "Talk",
    PaperType.POSTER: "Poster",
    PaperType.PATENT: "Patent",
    PaperType.OTHER: "Other",
}

MORE: Final = 5
"""So many other papers by the same authors are named."""

_IMPRINT_LABELS: Final = {
    "series": "Series",
    "volume": "Volume",
    "number": "Number",
    "pages": "Pages",
    "eid": "Article number",
    "edition": "Edition",
    "chapter": "Chapter",
    "event": "Event",
    "publisher": "Publisher",
    "institution": "Institution",
    "place": "Place",
    "isbn": "ISBN",
    "issn": "ISSN",
}


def paper_view(site: Site, at: str, paper_id: str) -> PaperView:
    """The view of the paper's page at the address `at`."""
    paper = site.corpus.papers[paper_id]
    texts = site.texts.papers[paper_id]
    root = address.root_from(at)
    return PaperView(
        frame=frame(site, at, texts.title.plain, description=_description(texts.abstract.plain), source=paper.file),
        title=Html(address.placed(texts.title.html, root)),
        language=paper.language if paper.language != site.settings.language else "",
        field=field_of(site, paper.category, root),
        date=in_full(paper.date) if paper.date else None,
        score=score(paper),
        byline=full_byline(site, paper, root),
        retracted=retracted(paper),
        badges=badges(paper, root),
        citations="",
        status=status(paper),
        abstract=Html(address.placed(texts.abstract.html, root)),
        note=Html(address.placed(texts.note.html, root)),
        facts=tuple(facts(site, paper, root)),
        main=_main(site, paper, root),
        cited=cited(site, paper),
        bibtex=bibtex(paper, key=site.citekeys[paper_id]),
        more=tuple(_more(site, paper, root)),
        previous=_turn(site, site.neighbours[paper_id][0], root),
        next=_turn(site, site.neighbours[paper_id][1], root),
    )


def facts(site: Site, paper: Paper, root: str) -> Iterator[Fact]:
    """What is known of the paper, line by line, in the order of print."""
    yield Fact("Type", TYPES[paper.type])
    yield from _imprint(paper.imprint)
    yield from _people(paper)
    yield from _identifiers(paper, root)
    yield from _subjects(site, paper, root)
    yield from _numbers(site, paper)
    yield from _history(site, paper, root)
    if paper.awards:
        yield Fact("Awards", "; ".join(paper.awards))
    if paper.funding:
        yield Fact("Funding", "; ".join(f"{grant.funder} {grant.grant}".strip() for grant in paper.funding))
    if paper.license:
        yield Fact("License", paper.license)


def _imprint(imprint: Imprint) -> Iterator[Fact]:
    if imprint.venue:
        yield Fact("Published in", imprint.venue)
    for name, label in _IMPRINT_LABELS.items():
        if text := getattr(imprint, name):
            yield Fact(label, text.replace("--", "–") if name == "pages" else text)


def _people(paper: Paper) -> Iterator[Fact]:
    for label, people in (("Editors", paper.editors), ("Advisors", paper.advisors)):
        if people:
            yield Fact(label, ", ".join(person.name.full for person in people))
    groups = [_affiliated(author.name, author.affiliations) for author in paper.byline.authors if author.affiliations]
    if groups:
        yield Fact("Affiliations", "; ".join(groups))


def _affiliated(name: Name, affiliations: tuple[str, ...]) -> str:
    return f"{name.full}: {', '.join(affiliations)}"


def _identifiers(paper: Paper, root: str) -> Iterator[Fact]:
    if paper.doi:
        yield Fact("DOI", links=(_doi(paper.doi),))
    if paper.arxiv:
        yield Fact("arXiv", links=(_arxiv(paper.arxiv),))
    if paper.url:
        url = address.placed(address.beside(address_of_paper(paper), paper.url), root)
        yield Fact("Published at", links=(LinkView(paper.url, url, outside=is_outside(paper.url)),))
    further = tuple(linked(paper, link, root) for link in paper.links if link.label.casefold() not in BADGES)
    if further:
        yield Fact("Links", links=further)


def _subjects(site: Site, paper: Paper, root: str) -> Iterator[Fact]:
    fields = [field_of(site, category_id, root) for category_id in paper.categories]
    links = tuple(LinkView(field.name, field.url) for field in fields if field is not None)
    if links:
        yield Fact("Fields", links=links)
    if paper.tags:
        yield Fact("Tags", ", ".join(paper.tags))


def _numbers(site: Site, paper: Paper) -> Iterator[Fact]:
    if paper.citations is not None and paper.citations.count is not None:
        cited = paper.citations
        said = ", ".join(part for part in (cited.source, in_full(cited.as_of).text if cited.as_of else "") if part)
        yield Fact("Citations", f"{cited.count:,} ({said})" if said else f"{cited.count:,}")
    if (novelty := paper.ratings.get("novelty")) is not None:
        yield Fact("Novelty", printed(novelty.value, NumberFormat.PERCENT))
    if (ai_score := paper.ratings.get("ai_score")) is not None:
        yield Fact("AI Score", printed(ai_score.value, NumberFormat.NUMBER))
    for name, scale in site.settings.ratings.items():
        if (rating := paper.ratings.get(name)) is not None:
            yield Fact(scale.label, f"{printed(rating.value, scale.format)} of {printed(scale.maximum, scale.format)}")


def _history(site: Site, paper: Paper, root: str) -> Iterator[Fact]:
    for name, date in paper.dates.items():
        yield Fact(name.capitalize(), in_full(date).text)
    for version in paper.versions:
        text = ", ".join(part for part in (version.venue, in_full(version.date).text if version.date else "") if part)
        yield Fact(version.kind.capitalize(), text, _version(version))
    for related in paper.related:
        yield Fact(related.kind.capitalize(), links=_related(site, related, root))


def _version(version: Version) -> tuple[LinkView, ...]:
    if version.doi:
        return (_doi(version.doi),)
    return (_arxiv(version.arxiv),) if version.arxiv else _plain_link(version.url)


def _related(site: Site, related: Related, root: str) -> tuple[LinkView, ...]:
    if related.id:
        return _record_link(site, related.id, root)
    return (_doi(related.doi),) if related.doi else _plain_link(related.url)


def _record_link(site: Site, paper_id: str, root: str) -> tuple[LinkView, ...]:
    other = site.corpus.papers.get(paper_id)
    if other is None:
        return ()
    return (LinkView(site.texts.papers[paper_id].title.plain, address.link(root, address_of_paper(other))),)


def _plain_link(url: str) -> tuple[LinkView, ...]:
    return (LinkView(url, url, outside=is_outside(url)),) if url else ()


def _doi(doi: str) -> LinkView:
    return LinkView(doi, doi_url(doi), outside=True)


def _arxiv(arxiv: str) -> LinkView:
    return LinkView(arxiv, arxiv_url(arxiv), outside=True)


def _main(site: Site, paper: Paper, root: str) -> LinkView | None:
    """The form of this paper that stands in the lists, where this is another one."""
    main_id = site.corpus.versions.get(paper.id)
    return _record_link(site, main_id, root)[0] if main_id else None


def _more(site: Site, paper: Paper, root: str) -> Iterator[MoreView]:
    """Other papers by the authors who have a profile, the first author's first."""
    people = [person for person in site.corpus.credits[paper.id] if person and site.corpus.people[person].has_page]
    others = dict.fromkeys(other for person in people for other in site.corpus.papers_of[person])
    others.pop(paper.id, None)
    for other in islice(others, MORE):
        (link,) = _record_link(site, other, root)
        date = site.corpus.papers[other].date
        yield MoreView(link, str(date.year) if date else "")


def _turn(site: Site, paper_id: str, root: str) -> LinkView | None:
    """A link to the neighbour, None at the end of the list."""
    return _record_link(site, paper_id, root)[0] if paper_id else None


def _description(abstract: str) -> str:
    """The first words of the abstract, for search results: at most 160 characters, whole words."""
    text = " ".join(abstract.split())
    longest = 160
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0].rstrip(',;:')} …"
