"""The view of a profile: a person, the numbers, the papers."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from profilegen.metrics import counted
from profilegen.model.author import Author
from profilegen.model.paper import Paper, PaperType
from profilegen.model.settings import Abstracts
from profilegen.model.text import Html
from profilegen.pages import address
from profilegen.pages.card import card, field_of, primary_field
from profilegen.pages.coauthors import coauthors
from profilegen.pages.files import file_links
from profilegen.pages.frame import frame
from profilegen.pages.head import NO_HEAD, profile_head
from profilegen.pages.person import affiliation, beside, biography, description, links, years
from profilegen.pages.pictures import charts
from profilegen.pages.scope import author_scope
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tiles import listed, reports, tiles
from profilegen.pages.tools import tools
from profilegen.pages.views import CardGroup, CardView, ProfileView
from profilegen.values import replace

LONG: Final = 20
"""In a list of more papers, `abstracts: auto` folds them."""

COAUTHORS: Final = 24
"""So many co-authors are shown at once."""


def profile_view(site: Site, at: str, person_id: str) -> ProfileView:
    """The view of the profile of `person_id` on the page at the address `at`."""
    person, words, root = site.corpus.people[person_id], site.words, address.root_from(at)
    author = person.author or Author(id=person_id, file="", name=person.name)
    papers = [site.corpus.papers[paper] for paper in site.corpus.papers_of[person_id]]
    setting = Setting(person_id, abstracts=True, folded=folded(site, papers))
    groups, counting = tuple(by_type(site, papers, setting)), counted(papers, site.settings)
    shows = partial(site.shows, "author")
    others = coauthors(site, papers, person_id, root) if shows("coauthors") or shows("more_coauthors") else ()
    first, more = tiles(site, person_id, root) if shows("tiles") or shows("more_tiles") else ((), ())
    about = description(words, person)
    head = profile_head(site, at, person_id, about) if shows("head") else NO_HEAD
    around = frame(site, at, person.name.full, description=about, source=author.file, head=head)
    return ProfileView(
        frame=replace(around, own=person_id),
        name=person.name.full,
        native_name=author.native_name,
        initials=person.name.initials,
        photo=beside(author, author.photo, root),
        position=author.position,
        affiliations=tuple([affiliation(entry) for entry in author.affiliations]),
        years=years(words, author),
        field=field_of(site, primary_field(papers), root) if shows("field") else None,
        links=tuple(links(words, author, root)),
        interests=author.interests,
        biography=Html(biography(site, author, root)),
        grouped=person.author is None,
        tiles=first,
        reports=tuple(reports(words, site.measured[person_id])) if shows("reports") else (),
        more_tiles=more,
        charts=charts(site, counting, site.options.listed("charts")) if shows("charts") else (),
        selected=_selected(site, author, setting),
        heading=words.count("papers", len(counting)) if papers else words["papers.none"],
        files=file_links(site, author_scope(person_id), root) if person.author is not None else (),
        left_out=_left_out(site, papers, len(counting)) if len(counting) < len(papers) else "",
        tools=tools([card for group in groups for card in group.cards]) if shows("tools") else None,
        groups=groups,
        coauthors=others[:COAUTHORS],
        more_coauthors=others[COAUTHORS:],
        sections=_sections(site) if shows("sections") else (),
    )


def folded(site: Site, papers: Sequence[Paper]) -> bool:
    """Whether the abstracts of a list are shown on demand only."""
    style = site.settings.abstracts
    return style is Abstracts.FOLDED or (style is Abstracts.AUTO and len(papers) > LONG)


def by_type(site: Site, papers: Sequence[Paper], setting: Setting) -> Iterator[CardGroup]:
    """The cards by type, in the order of the types; without headings where there is one type only."""
    present = {paper.type for paper in papers}
    if len(present) == 1:
        yield CardGroup("", tuple([card(site, paper, setting) for paper in papers]))
        return
    inner = replace(setting, level=setting.level + 1)
    for kind in PaperType:
        if kind in present:
            cards = tuple([card(site, paper, inner) for paper in papers if paper.type is kind])
            yield CardGroup(site.words[f"type_headings.{kind}"], cards)


def _selected(site: Site, author: Author, setting: Setting) -> tuple[CardView, ...]:
    apart = replace(setting, prefix="selected-") if author.selected else setting
    return tuple([card(site, site.corpus.papers[paper_id], apart) for paper_id in author.selected])


def _sections(site: Site) -> tuple[str, ...]:
    names = site.options.listed("sections")
    return site.shared.get("sections", lambda: tuple([f"sections/{name}.html" for name in names]))


def _left_out(site: Site, papers: Sequence[Paper], counting: int) -> str:
    """A sentence on the papers that are listed but count in no number; so many do count."""
    retracted = sum(paper.retracted for paper in papers)
    others = len(papers) - counting - retracted
    numbers = {"profile.left_out_retracted": retracted, "profile.left_out_types": others}
    said = [site.words.say(key, n=f"{number:,}") for key, number in numbers.items() if number]
    return site.words.say("profile.left_out", what=listed(site.words, said)) if said else ""
