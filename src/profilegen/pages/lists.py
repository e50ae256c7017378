"""The views of lists of papers: all by year, and those of a category."""

from itertools import groupby

from profilegen.model.paper import Paper
from profilegen.pages import address
from profilegen.pages.card import address_of_category, card
from profilegen.pages.frame import frame
from profilegen.pages.site import Site
from profilegen.pages.views import CardView, CategoryView, LinkView, PapersView, YearView


def papers_view(site: Site, at: str, _subject: str) -> PapersView:
    """Every paper, by year, the newest first."""
    root = address.root_from(at)
    listed = [paper for paper in site.corpus.papers.values() if paper.id not in site.corpus.versions]
    newest_first = sorted(listed, key=_year, reverse=True)
    return PapersView(
        frame=frame(site, at, "Papers"),
        heading=_heading(len(listed)),
        fields=tuple(_field(site, root, name, len(papers)) for name, papers in site.corpus.by_category.items()),
        years=tuple(
            YearView(str(year) if year else "Year not known", tuple(_card(site, paper, root) for paper in papers))
            for year, papers in groupby(newest_first, key=_year)
        ),
    )


def category_view(site: Site, at: str, category_id: str) -> CategoryView:
    """The papers of one category, in the site's order."""
    root = address.root_from(at)
    category = site.category(category_id)
    papers = [site.corpus.papers[paper] for paper in site.corpus.by_category[category_id]]
    return CategoryView(
        frame=frame(site, at, category.name),
        short=category.short,
        name=category.name,
        heading=_heading(len(papers)),
        cards=tuple(card(site, paper, root, abstract=False) for paper in papers),
    )


def _card(site: Site, paper: Paper, root: str) -> CardView:
    return card(site, paper, root, abstract=False)


def _year(paper: Paper) -> int:
    return paper.date.year if paper.date else 0


def _heading(papers: int) -> str:
    return "1 Paper" if papers == 1 else f"{papers:,} Papers"


def _field(site: Site, root: str, category_id: str, papers: int) -> LinkView:
    label = f"{site.category(category_id).name} ({papers})"
    return LinkView(label, address.link(root, address_of_category(category_id)))
