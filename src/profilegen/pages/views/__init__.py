"""What templates get: flat, finished values, one class a template. This is the contract with a theme."""

from typing import TypeAlias

from profilegen.pages.views.cards import BylineName, BylineView, CardGroup, CardView, FilterView, SortKeys, ToolsView
from profilegen.pages.views.lists import (
    CategoryView,
    GroupView,
    ListView,
    PageLinkView,
    PagerView,
    PapersView,
    PeopleView,
    PersonView,
    YearView,
)
from profilegen.pages.views.machines import (
    FeedAuthor,
    FeedEntry,
    FeedView,
    FigureView,
    HeadView,
    LineView,
    MetaView,
    PictureView,
    PlaceView,
    RelView,
    SitemapView,
)
from profilegen.pages.views.paper import Fact, MoreView, PaperView
from profilegen.pages.views.parts import DateView, FieldView, Frame, LinkView
from profilegen.pages.views.profile import ChartView, CoauthorView, ProfileView, Report, Tile
from profilegen.pages.views.single import NotFoundView, OwnPageView, RedirectView, SearchView

PageView: TypeAlias = (
    ProfileView
    | PaperView
    | PeopleView
    | PapersView
    | CategoryView
    | ListView
    | OwnPageView
    | RedirectView
    | NotFoundView
    | SearchView
)
"""What a page for people gets; each has a frame."""

View: TypeAlias = PageView | FeedView | SitemapView | PictureView

__all__ = [
    "BylineName",
    "BylineView",
    "CardGroup",
    "CardView",
    "CategoryView",
    "ChartView",
    "CoauthorView",
    "DateView",
    "Fact",
    "FeedAuthor",
    "FeedEntry",
    "FeedView",
    "FieldView",
    "FigureView",
    "FilterView",
    "Frame",
    "GroupView",
    "HeadView",
    "LineView",
    "LinkView",
    "ListView",
    "MetaView",
    "MoreView",
    "NotFoundView",
    "OwnPageView",
    "PageLinkView",
    "PageView",
    "PagerView",
    "PaperView",
    "PapersView",
    "PeopleView",
    "PersonView",
    "PictureView",
    "PlaceView",
    "ProfileView",
    "RedirectView",
    "RelView",
    "Report",
    "SearchView",
    "SitemapView",
    "SortKeys",
    "Tile",
    "ToolsView",
    "View",
    "YearView",
]
