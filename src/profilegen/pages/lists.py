"""The views of lists of papers: all by year, and those of a category."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from profilegen.model.paper import Paper
from profilegen.pages import address
from profilegen.pages.card import address_of_category, card
from profilegen.pages.frame import frame
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tools import tools
from profilegen.pages.views import CardView, CategoryView, LinkView, PapersView, YearView


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
        years=years,
    )


def category_view(site: Site, at: str, category_id: str) -> CategoryView:
    """The papers of one category, in the site's order."""
    category = site.category(category_id)
    papers = [site.corpus.papers[paper] for paper in site.corpus.by_category[category_id]]
    cards = tuple(_cards(site, papers))
    return CategoryView(
        frame=frame(site, at, category.name),
        short=category.short,
        name=category.name,
        heading=site.words.count("papers", len(papers)),
        tools=tools(cards),
        cards=cards,
    )


def _cards(site: Site, papers: Iterable[Paper]) -> Iterator[CardView]:
    return (card(site, paper, Setting()) for paper in papers)


def _year(paper: Paper) -> int:
    return paper.date.year if paper.date else 0


def _field(site: Site, root: str, category_id: str, papers: int) -> LinkView:
    label = site.words.say("lists.field", name=site.category(category_id).name, n=f"{papers:,}")
    return LinkView(label, address.link(root, address_of_category(category_id)))
