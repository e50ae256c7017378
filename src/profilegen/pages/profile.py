"""The view of a profile: a person, the numbers, the papers."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from profilegen.metrics import counted
from profilegen.model.paper import Paper, PaperType
from profilegen.model.settings import Abstracts
from profilegen.model.text import Html
from profilegen.pages import address
from profilegen.pages.card import card, field_of
from profilegen.pages.coauthors import coauthors
from profilegen.pages.frame import frame
from profilegen.pages.lists import heading_of
from profilegen.pages.person import affiliation, beside, biography, description, links, years
from profilegen.pages.pictures import CHARTS, charts
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tiles import reports, tile
from profilegen.pages.tools import tools
from profilegen.pages.views import CardGroup, CardView, ProfileView

TILES: Final = ("h_index", "papers", "citations", "novelty", "ai_score")
"""The metrics that stand at the top, in this order."""

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
    told = bool(papers) or any(measured.reported for measured in site.measured[person_id])
    others = coauthors(site, papers, person_id, root)
    return ProfileView(
        frame=frame(site, at, person.name.full, description=description(person), source=author.file if author else ""),
        name=person.name.full,
        native_name=author.native_name if author else "",
        initials=person.name.initials,
        photo=beside(author, author.photo, root) if author else "",
        position=author.position if author else "",
        affiliations=tuple(affiliation(entry) for entry in author.affiliations) if author else (),
        years=years(author) if author else "",
        field=field_of(site, primary_field(papers), root),
        links=tuple(links(author, root)) if author else (),
        interests=author.interests if author else (),
        biography=Html(biography(site, author, root)),
        grouped=author is None,
        tiles=tuple(tiles[name] for name in TILES if told and name in tiles and tiles[name].text),
        reports=tuple(reports(site.measured[person_id])),
        charts=charts(site, papers, tuple(CHARTS)),
        more_tiles=tuple(entry for name, entry in tiles.items() if told and name not in TILES and entry.text),
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


def primary_field(papers: Sequence[Paper]) -> str:
    """The most frequent primary category; the first in the site's order among equals."""
    frequency = Counter(paper.category for paper in papers if paper.category)
    return frequency.most_common(1)[0][0] if frequency else ""


def _left_out(site: Site, papers: Sequence[Paper]) -> str:
    """A sentence on the papers that are listed but count in no number."""
    retracted = sum(paper.retracted for paper in papers)
    others = len(papers) - len(counted(papers, site.settings)) - retracted
    parts = (f"{retracted} retracted or withdrawn" if retracted else "", f"{others} of other types" if others else "")
    said = " and ".join(part for part in parts if part)
    return f"Not counted: {said}." if said else ""
