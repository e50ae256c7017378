"""What templates get: flat, finished values, one class a template. This is the contract with a theme."""

from typing import TypeAlias

from profilegen.pages.views.cards import BylineName, BylineView, CardGroup, CardView, FilterView, SortKeys, ToolsView
from profilegen.pages.views.lists import CategoryView, GroupView, PapersView, PeopleView, PersonView, YearView
from profilegen.pages.views.paper import Fact, MoreView, PaperView
from profilegen.pages.views.parts import DateView, FieldView, Frame, LinkView
from profilegen.pages.views.profile import ChartView, CoauthorView, ProfileView, Report, Tile
from profilegen.pages.views.single import NotFoundView, OwnPageView, RedirectView

View: TypeAlias = (
    ProfileView | PaperView | PeopleView | PapersView | CategoryView | OwnPageView | RedirectView | NotFoundView
)

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
    "FieldView",
    "FilterView",
    "Frame",
    "GroupView",
    "LinkView",
    "MoreView",
    "NotFoundView",
    "OwnPageView",
    "PaperView",
    "PapersView",
    "PeopleView",
    "PersonView",
    "ProfileView",
    "RedirectView",
    "Report",
    "SortKeys",
    "Tile",
    "ToolsView",
    "View",
    "YearView",
]
