"""The view of a profile: a person, the numbers, the papers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from profilegen.corpus.corpus import Person
from profilegen.metrics import Measured, counted
from profilegen.model.addresses import is_outside
from profilegen.model.author import Affiliation, Author
from profilegen.model.paper import Paper, PaperType
from profilegen.model.settings import Abstracts
from profilegen.model.slugs import slug
from profilegen.model.text import Html
from profilegen.pages import address
from profilegen.pages.card import address_of_paper, card, field_of
from profilegen.pages.coauthors import coauthors
from profilegen.pages.dates import in_full
from profilegen.pages.frame import frame
from profilegen.pages.lists import heading_of
from profilegen.pages.pictures import CHARTS, charts
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tools import tools
from profilegen.pages.views import CardGroup, CardView, LinkView, ProfileView, Report, Tile

TILES: Final = ("h_index", "papers", "citations", "novelty", "ai_score")
"""The metrics that stand at the top, in this order."""

ICONS: Final = {
    "homepage": "home",
    "website": "home",
    "email": "email",
    "orcid": "orcid",
    "scholar": "scholar",
    "google-scholar": "scholar",
    "semantic-scholar": "scholar",
    "openalex": "scholar",
    "dblp": "library",
    "acl-anthology": "library",
    "arxiv": "library",
    "cv": "document",
    "github": "code",
    "gitlab": "code",
    "codeberg": "code",
    "mastodon": "talk",
    "bluesky": "talk",
    "twitter": "talk",
    "x": "talk",
    "linkedin": "talk",
    "youtube": "video",
}
"""The pictures of the links that researchers have."""

LABELS: Final = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "dblp": "DBLP",
    "cv": "CV",
    "openalex": "OpenAlex",
    "arxiv": "arXiv",
    "linkedin": "LinkedIn",
    "youtube": "YouTube",
    "scholar": "Google Scholar",
    "acl anthology": "ACL Anthology",
}
"""How names that are not words are written."""

SECTIONS: Final = ("metrics", "charts", "about", "selected", "papers", "coauthors")
"""The parts of a profile, in order."""

CARD_LEVEL: Final = 3
"""The level of a card's heading, where nothing stands between it and the list's."""

LONG: Final = 20
"""In a list of more papers, `abstracts: auto` folds them."""

COAUTHORS: Final = 24
"""So many co-authors are shown at once."""

TYPE_HEADINGS: Final = {
    PaperType.ARTICLE: "Articles",
    PaperType.CONFERENCE: "Conference papers",
    PaperType.PREPRINT: "Preprints",
    PaperType.BOOK: "Books",
    PaperType.CHAPTER: "Chapters",
    PaperType.THESIS_PHD: "Doctoral theses",
    PaperType.THESIS_MASTER: "Master's theses",
    PaperType.REPORT: "Reports",
    PaperType.SOFTWARE: "Software",
    PaperType.DATASET: "Datasets",
    PaperType.TALK: "Talks",
    PaperType.POSTER: "Posters",
    PaperType.PATENT: "Patents",
    PaperType.OTHER: "Other",
}


def profile_view(site: Site, at: str, person_id: str) -> ProfileView:
    """The view of the profile of `person_id` on the page at the address `at`."""
    person = site.corpus.people[person_id]
    root = address.root_from(at)
    author = person.author
    papers = [site.corpus.papers[paper] for paper in site.corpus.papers_of[person_id]]
    tiles = {measured.definition.name: tile(site, measured, root) for measured in site.measured[person_id]}
    setting = Setting(root, person_id, abstracts=True, folded=folded(site, papers))
    cards = {paper.id: card(site, paper, setting) for paper in papers}
    groups = tuple(by_type(papers, cards))
    others = coauthors(site, papers, person_id, root)
    return ProfileView(
        frame=frame(site, at, person.name.full, description=_description(person), source=author.file if author else ""),
        name=person.name.full,
        native_name=author.native_name if author else "",
        initials=person.name.initials,
        photo=_beside(author, author.photo, root) if author else "",
        position=author.position if author else "",
        affiliations=tuple(affiliation(entry) for entry in author.affiliations) if author else (),
        years=_years(author) if author else "",
        field=field_of(site, primary_field(papers), root),
        links=tuple(_links(author, root)) if author else (),
        interests=author.interests if author else (),
        biography=Html(_biography(site, author, root)),
        grouped=author is None,
        tiles=tuple(tiles[name] for name in TILES if name in tiles and tiles[name].text),
        reports=tuple(reports(site.measured[person_id])),
        charts=charts(site, papers, tuple(CHARTS)),
        more_tiles=tuple(entry for name, entry in tiles.items() if name not in TILES and entry.text),
        selected=tuple(cards[paper_id] for paper_id in author.selected) if author else (),
        heading=heading_of(len(counted(papers, site.settings))),
        left_out=_left_out(site, papers),
        tools=tools(tuple(cards.values())),
        groups=groups,
        card_level=CARD_LEVEL + (len(groups) > 1),
        coauthors=others[:COAUTHORS],
        more_coauthors=others[COAUTHORS:],
        sections=tuple(f"sections/{name}.html" for name in SECTIONS),
    )


def folded(site: Site, papers: Sequence[Paper]) -> bool:
    """Whether the abstracts of a list are shown on demand only."""
    style = site.settings.abstracts
    return style is Abstracts.FOLDED or (style is Abstracts.AUTO and len(papers) > LONG)


def by_type(papers: Sequence[Paper], cards: Mapping[str, CardView]) -> Iterator[CardGroup]:
    """The cards by type, in the order of the types; without headings where there is one type only."""
    kinds = [kind for kind in PaperType if any(paper.type is kind for paper in papers)]
    for kind in kinds:
        heading = TYPE_HEADINGS[kind] if len(kinds) > 1 else ""
        yield CardGroup(heading, tuple(cards[paper.id] for paper in papers if paper.type is kind))


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


def primary_field(papers: Sequence[Paper]) -> str:
    """The most frequent primary category; the first in the site's order among equals."""
    frequency = Counter(paper.category for paper in papers if paper.category)
    return frequency.most_common(1)[0][0] if frequency else ""


def affiliation(entry: Affiliation) -> LinkView:
    """An affiliation with its years, linked to the organisation where it is known."""
    years = "–".join(str(date.year) if date else "" for date in (entry.start, entry.end))
    label = f"{entry.name} ({years})" if years != "–" else entry.name
    url = entry.url or (f"https://ror.org/{entry.ror}" if entry.ror else "")
    return LinkView(label, url, outside=bool(url))


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


def _left_out(site: Site, papers: Sequence[Paper]) -> str:
    """A sentence on the papers that are listed but count in no number."""
    retracted = sum(paper.retracted for paper in papers)
    others = len(papers) - len(counted(papers, site.settings)) - retracted
    parts = (f"{retracted} retracted or withdrawn" if retracted else "", f"{others} of other types" if others else "")
    said = " and ".join(part for part in parts if part)
    return f"Not counted: {said}." if said else ""


def _links(author: Author, root: str) -> Iterator[LinkView]:
    if author.email:
        yield LinkView("Email", f"mailto:{author.email}", outside=True, icon=icon("email"))
    if author.orcid:
        yield LinkView("ORCID", f"https://orcid.org/{author.orcid}", outside=True, icon=icon("orcid"))
    for link in author.links:
        label = LABELS.get(link.label.casefold(), link.label[:1].upper() + link.label[1:])
        url = _beside(author, link.url, root)
        yield LinkView(label, url, outside=is_outside(link.url), icon=icon(link.label))


def icon(label: str) -> str:
    """The template with the picture for a link of that label."""
    word = label.casefold().replace(" ", "-")
    return f"icons/{ICONS.get(word, 'link')}.svg"


def _beside(author: Author, url: str, root: str) -> str:
    """An address of the author's file; files beside it lie in the folder of the profile."""
    return address.placed(address.beside(f"{address.PEOPLE}{slug(author.id)}", url), root) if url else ""


def _biography(site: Site, author: Author | None, root: str) -> str:
    if author is None or author.id not in site.texts.biographies:
        return ""
    return address.placed(site.texts.biographies[author.id].html, root)


def _years(author: Author) -> str:
    """From when to when the author was there, or lived."""
    if author.died:
        return f"died {in_full(author.died).text}"
    if author.end:
        return f"until {author.end.year}"
    return ""


def _description(person: Person) -> str:
    return f"Papers and numbers of {person.name.full}"
