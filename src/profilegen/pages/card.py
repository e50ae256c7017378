"""A paper as a list shows it."""

from fractions import Fraction
from typing import Final

from profilegen.metrics import printed
from profilegen.model.addresses import is_outside
from profilegen.model.paper import Link, Paper, Status
from profilegen.model.settings import NumberFormat
from profilegen.model.slugs import slug
from profilegen.model.text import Html
from profilegen.pages import address
from profilegen.pages.byline import short_byline
from profilegen.pages.dates import shown
from profilegen.pages.site import Site
from profilegen.pages.views import CardView, FieldView, LinkView

BADGES: Final = ("code", "pdf", "data", "slides", "poster", "video", "project")
"""Labels of links that stand on the card, in this order."""

_LABELS: Final = {"pdf": "PDF"}


def card(site: Site, paper: Paper, root: str, *, self_id: str = "", abstract: bool = True) -> CardView:
    """The card of a paper on a page whose way to the site's root is `root`, and whose own person is `self_id`."""
    texts = site.texts.papers[paper.id]
    return CardView(
        id=slug(paper.id),
        url=address.link(root, address_of_paper(paper)),
        title=Html(address.placed(texts.title.html, root)),
        score=score(paper),
        field=field_of(site, paper.category, root),
        date=shown(paper.date, site.year),
        badges=badges(paper, root),
        byline=short_byline(site, paper, root, self_id),
        venue=paper.imprint.venue,
        retracted=retracted(paper),
        abstract=Html(address.placed(texts.abstract.html, root) if abstract else ""),
        language=paper.language if paper.language != site.settings.language else "",
    )


def address_of_paper(paper: Paper) -> str:
    """The address of the paper's own page."""
    return f"{address.PAPERS}{slug(paper.id)}/"


def score(paper: Paper) -> str:
    """The paper's score with at most one decimal, "" where it has none."""
    rating = paper.ratings.get("score")
    if rating is None:
        return ""
    whole = rating.value == Fraction(int(rating.value))
    return printed(rating.value, NumberFormat.NUMBER if whole else NumberFormat.DECIMAL)


def field_of(site: Site, category_id: str, root: str) -> FieldView | None:
    """A category with its page."""
    if not category_id:
        return None
    found = site.category(category_id)
    return FieldView(found.short, found.name, address.link(root, address_of_category(category_id)))


def address_of_category(category_id: str) -> str:
    """The address of a category's page."""
    return f"{address.FIELDS}{slug(category_id)}/"


def badges(paper: Paper, root: str) -> tuple[LinkView, ...]:
    """The links that stand on the card, in the order of BADGES."""
    known = [link for label in BADGES for link in paper.links if link.label.casefold() == label]
    return tuple(linked(paper, link, root) for link in known)


def linked(paper: Paper, link: Link, root: str) -> LinkView:
    """A link of a paper's, labelled for print."""
    label = _LABELS.get(link.label.casefold(), link.label[:1].upper() + link.label[1:])
    url = address.placed(address.beside(address_of_paper(paper).rstrip("/"), link.url), root)
    return LinkView(label, url, outside=is_outside(link.url))


def retracted(paper: Paper) -> str:
    """`Retracted` or `Withdrawn`, "" where the paper stands."""
    return {Status.RETRACTED: "Retracted", Status.WITHDRAWN: "Withdrawn"}.get(paper.status or Status.PUBLISHED, "")
