"""What the profiles of all who wrote the same papers show alike."""

from collections.abc import Iterator, Sequence
from typing import Final

from profilegen.metrics import Measured, counted
from profilegen.model.paper import Paper, PaperType
from profilegen.model.settings import Abstracts
from profilegen.pages.byline import is_long
from profilegen.pages.card import card, field_of, primary_field
from profilegen.pages.pictures import charts
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.tiles import listed, tiles
from profilegen.pages.tools import tools
from profilegen.pages.views import CardGroup, ChartView, FieldView, Tile, ToolsView
from profilegen.values import Struct, replace

LONG: Final = 20
"""In a list of more papers, `abstracts: auto` folds them."""

FEW: Final = 3
"""So many papers are often those of several people."""


class Oeuvre(Struct, frozen=True):
    """A list of papers as profiles show it; `grouped` is None where each of their authors sees them differently."""

    field: FieldView | None
    heading: str
    left_out: str
    tiles: tuple[Tile, ...]
    more_tiles: tuple[Tile, ...]
    charts: tuple[ChartView, ...]
    grouped: "Grouped | None"


class Grouped(Struct, frozen=True):
    """The cards of the papers, and what sorts them."""

    groups: tuple[CardGroup, ...]
    tools: ToolsView | None


def oeuvre(site: Site, papers: Sequence[str], measured: Sequence[Measured], root: str) -> Oeuvre:
    """What is alike of the papers of these ids, made once; `measured` are their numbers, if nobody reports others."""
    if len(papers) > FEW:
        return _oeuvre(site, papers, measured, root)
    key = ("oeuvre", papers, root, bool(measured))
    return site.shared.get(key, lambda: _oeuvre(site, papers, measured, root))


def grouped(site: Site, papers: Sequence[Paper], self_id: str = "") -> Grouped:
    """The cards of the papers by type, as the profile of `self_id` shows them."""
    shown = site.shown("author")
    if "groups" not in shown and "tools" not in shown:
        return Grouped((), None)
    groups = tuple(_by_type(site, papers, setting_of(site, len(papers)), self_id))
    return Grouped(groups, tools([one for group in groups for one in group.cards]) if "tools" in shown else None)


def own_tiles(
    site: Site, papers: Sequence[str], measured: Sequence[Measured], root: str
) -> tuple[tuple[Tile, ...], tuple[Tile, ...]]:
    """The tiles of a profile, none where no template of the theme shows them."""
    shown = site.shown("author")
    return tiles(site, papers, measured, root) if "tiles" in shown or "more_tiles" in shown else ((), ())


def setting_of(site: Site, papers: int) -> Setting:
    """How the cards of a profile with so many papers are shown."""
    style = site.settings.abstracts
    folded = style is Abstracts.FOLDED or (style is Abstracts.AUTO and papers > LONG)
    return Setting(abstracts=True, folded=folded)


def _oeuvre(site: Site, ids: Sequence[str], measured: Sequence[Measured], root: str) -> Oeuvre:
    shown, papers = site.shown("author"), [site.corpus.papers[one] for one in ids]
    counting = counted(papers, site.settings)
    first, more = own_tiles(site, ids, measured, root)
    return Oeuvre(
        field=field_of(site, primary_field(papers), root) if "field" in shown else None,
        heading=_heading(site, len(papers), len(counting)) if "heading" in shown else "",
        left_out=_left_out(site, papers, len(counting)) if len(counting) < len(papers) else "",
        tiles=first,
        more_tiles=more,
        charts=charts(site, counting, site.options.listed("charts")) if "charts" in shown else (),
        grouped=None if any(is_long(site, paper) for paper in papers) else grouped(site, papers),
    )


def _by_type(site: Site, papers: Sequence[Paper], setting: Setting, self_id: str) -> Iterator[CardGroup]:
    """The cards by type, in the order of the types; without headings where there is one type only."""
    present = {paper.type for paper in papers}
    if len(present) == 1:
        yield CardGroup("", tuple([card(site, paper, setting, self_id) for paper in papers]))
        return
    inner = replace(setting, level=setting.level + 1)
    for kind in PaperType:
        if kind in present:
            cards = tuple([card(site, paper, inner, self_id) for paper in papers if paper.type is kind])
            yield CardGroup(site.words[f"type_headings.{kind}"], cards)


def _heading(site: Site, papers: int, counting: int) -> str:
    return site.words.count("papers", counting) if papers else site.words["papers.none"]


def _left_out(site: Site, papers: Sequence[Paper], counting: int) -> str:
    """A sentence on the papers that are listed but count in no number; so many do count."""
    retracted = sum(paper.retracted for paper in papers)
    others = len(papers) - counting - retracted
    numbers = {"profile.left_out_retracted": retracted, "profile.left_out_types": others}
    said = [site.words.say(key, n=f"{number:,}") for key, number in numbers.items() if number]
    return site.words.say("profile.left_out", what=listed(site.words, said)) if said else ""
