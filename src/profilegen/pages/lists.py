"""The views of lists of papers: all by year, and those of a category."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from profilegen.model.paper import Paper
from profilegen.pages import address
from profilegen.pages.card import address_of_category, card
from profilegen.pages.files import file_links
from profilegen.pages.frame import frame
from profilegen.pages.head import category_head, list_head
from profilegen.pages.scope import SITE, category_scope, list_scope, papers_in
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tools import tools
from profilegen.pages.views import CardView, CategoryView, LinkView, ListView, PapersView, YearView


def papers_view(site: Site, at: str, _subject: str) -> PapersView:
    """Every paper, by year, the newest first."""
    root = address.root_from(at)
    listed = [paper for paper in site.corpus.papers.values() if paper.id not in site.corpus.versions]
    newest_first = sorted(listed, key=_year, reverse=True)
    years = tuple(
        YearView(
            str(year) if year else site.words["lists.no_year"],
            tuple(card(site, paper, Setting()) for paper in papers),
        )
        for year, papers in groupby(newest_first, key=_year)
    )
    return PapersView(
        frame=frame(site, at, site.words["nav.papers"]),
        heading=site.words.count("papers", len(listed)),
        fields=tuple(_field(site, root, name, len(papers)) for name, papers in site.corpus.by_category.items()),
        tools=tools([card for year in years for card in year.cards], by_field=False),
        files=file_links(site, SITE, root),
        years=years,
    )


def category_view(site: Site, at: str, category_id: str) -> CategoryView:
    """The papers of one category, in the site's order."""
    category, root = site.category(category_id), address.root_from(at)
    papers = [site.corpus.papers[paper] for paper in site.corpus.by_category[category_id]]
    cards = tuple(_cards(site, papers))
    return CategoryView(
        frame=frame(site, at, category.name, head=category_head(site, at, category.name, category_id)),
        short=category.short,
        name=category.name,
        heading=site.words.count("papers", len(papers)),
        tools=tools(cards),
        files=file_links(site, category_scope(category_id), root),
        cards=cards,
    )


def list_view(site: Site, at: str, name: str) -> ListView:
    """The papers of a list of the settings, in the site's order."""
    root = address.root_from(at)
    wanted = next(one for one in site.settings.lists if one.name == name)
    cards = tuple(_cards(site, papers_in(site, wanted)))
    return ListView(
        frame=frame(site, at, wanted.title, head=list_head(site, at, wanted.title, name)),
        title=wanted.title,
        heading=site.words.count("papers", len(cards)),
        tools=tools(cards),
        files=file_links(site, list_scope(name), root),
        cards=cards,
    )


def _cards(site: Site, papers: Iterable[Paper]) -> Iterator[CardView]:
    return (card(site, paper, Setting()) for paper in papers)


def _year(paper: Paper) -> int:
    return paper.date.year if paper.date else 0


def _field(site: Site, root: str, category_id: str, papers: int) -> LinkView:
    label = site.words.say("lists.field", name=site.category(category_id).name, n=f"{papers:,}")
    return LinkView(label, address.link(root, address_of_category(category_id)))
