"""The views of lists of papers: all by year, and those of a category."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from profilegen.model.paper import Paper
from profilegen.pages import address
from profilegen.pages.card import address_of_category, card
from profilegen.pages.files import file_links
from profilegen.pages.frame import frame
from profilegen.pages.head import category_head, list_head
from profilegen.pages.list_page import ListPage, Section
from profilegen.pages.pager import pager, titled
from profilegen.pages.scope import SITE, category_scope, list_scope
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tools import tools
from profilegen.pages.views import CardView, CategoryView, LinkView, ListView, PapersView, YearView


def papers_view(site: Site, at: str, _subject: str) -> PapersView:
    """Every paper, by year, the newest first, or those of one page; the files are on the first."""
    page, root = site.list_pages[at], address.root_from(at)
    shown = site.shown("papers")
    sections = page.sections if "years" in shown or "tools" in shown else ()
    years = tuple([YearView(section.heading, tuple(_cards(site, section.ids))) for section in sections])
    first, cards = page.number == 1, [card for year in years for card in year.cards]
    return PapersView(
        frame=frame(site, at, titled(site, page, site.words["nav.papers"])),
        heading=_heading(site, page),
        pager=pager(page, root),
        fields=tuple(_fields(site, root)) if first else (),
        tools=tools(cards, by_field=not first, paged=page.count > 1),
        files=file_links(site, SITE, root) if first else (),
        years=years,
    )


def papers_by_year(site: Site) -> Iterator[Section]:
    """The ids of all papers that stand in lists by year, the newest first."""
    listed = (paper for paper in site.corpus.papers.values() if paper.id not in site.corpus.versions)
    for year, papers in groupby(sorted(listed, key=year_of, reverse=True), key=year_of):
        yield Section(str(year) if year else site.words["lists.no_year"], tuple(paper.id for paper in papers))


def year_of(paper: Paper) -> int:
    """The paper's year, 0 where it is not known."""
    return paper.date.year if paper.date else 0


def category_view(site: Site, at: str, category_id: str) -> CategoryView:
    """The papers of one category, in the site's order, or those of one page."""
    category, page, root = site.category(category_id), site.list_pages[at], address.root_from(at)
    cards, first, title = _all_cards(site, "category", page), page.number == 1, titled(site, page, category.name)
    return CategoryView(
        frame=frame(site, at, title, head=category_head(site, at, title, category_id) if first else None),
        short=category.short,
        name=category.name,
        heading=_heading(site, page),
        pager=pager(page, root),
        tools=tools(cards, paged=page.count > 1),
        files=file_links(site, category_scope(category_id), root) if first else (),
        cards=cards,
    )


def list_view(site: Site, at: str, name: str) -> ListView:
    """The papers of a list of the settings, in the site's order, or those of one page."""
    page, root = site.list_pages[at], address.root_from(at)
    wanted = next(one for one in site.settings.lists if one.name == name)
    cards, first, title = _all_cards(site, "list", page), page.number == 1, titled(site, page, wanted.title)
    return ListView(
        frame=frame(site, at, title, head=list_head(site, at, title, name) if first else None),
        title=wanted.title,
        heading=_heading(site, page),
        pager=pager(page, root),
        tools=tools(cards, paged=page.count > 1),
        files=file_links(site, list_scope(name), root) if first else (),
        cards=cards,
    )


def _heading(site: Site, page: ListPage) -> str:
    """How many papers the list has, or which page of it this is."""
    return site.words.count("papers", page.total) if page.number == 1 else titled(site, page, site.words["nav.papers"])


def _all_cards(site: Site, kind: str, page: ListPage) -> tuple[CardView, ...]:
    """The cards of the list, none where no template of that kind of page shows them or their tools."""
    shown = site.shown(kind)
    if "cards" not in shown and "tools" not in shown:
        return ()
    return tuple([one for section in page.sections for one in _cards(site, section.ids)])


def _cards(site: Site, ids: Iterable[str]) -> Iterator[CardView]:
    return (card(site, site.corpus.papers[paper_id], Setting()) for paper_id in ids)


def _fields(site: Site, root: str) -> Iterator[LinkView]:
    for category_id, papers in site.corpus.by_category.items():
        label = site.words.say("lists.field", name=site.category(category_id).name, n=f"{len(papers):,}")
        yield LinkView(label, address.link(root, address_of_category(category_id)))
