"""What no template names is not made, and what one names is there, whatever else it names."""

from collections.abc import Iterator

from folders import CHECKOUT
from profilegen.build.clock import Clock
from profilegen.build.compose import compose
from profilegen.model.dates import PartialDate
from profilegen.pages.page import Page
from profilegen.pages.plan import VIEWS, view
from profilegen.pages.site import Site
from profilegen.pages.views import CardView, Frame
from profilegen.values import fields, replace


def test_a_field_that_a_template_names_is_as_if_it_named_them_all() -> None:
    found = compose(CHECKOUT / "examples/lab", Clock(PartialDate(2026, 6, 1)))
    assert found.site is not None
    for page in one_of_each(found.pages):
        whole = view(found.site, page)
        for field in fields(whole):
            alone = view(naming(found.site, page.kind, field.name), page)
            assert getattr(alone, field.name) == getattr(whole, field.name), (page.kind, field.name)


def one_of_each(pages: tuple[Page, ...]) -> Iterator[Page]:
    """The last page of each kind that has a template and says something."""
    yield from {page.kind: page for page in pages if page.kind in VIEWS and page.kind != "redirect"}.values()


def naming(site: Site, kind: str, name: str) -> Site:
    """The site with a theme whose template of that kind names one field, beside those of frames and cards."""
    names = {name, *(field.name for field in fields(Frame))}
    cards = {field.name for field in fields(CardView)}
    return replace(site, named={kind: frozenset(names), "card": frozenset(cards), "": frozenset(names | cards)})
