"""A paper as a list shows it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from profilegen.metrics import printed
from profilegen.model.addresses import is_outside
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Link, Paper, Status
from profilegen.model.settings import NumberFormat
from profilegen.model.slugs import slug
from profilegen.model.text import NO_HTML, Html
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.byline import extra_self, short_byline
from profilegen.pages.dates import shown as shown_date
from profilegen.pages.setting import Setting
from profilegen.pages.site import Site
from profilegen.pages.views import CardView, DateView, FieldView, LinkView, SortKeys
from profilegen.values import replace

BADGES: Final = ("code", "pdf", "data", "slides", "poster", "video", "project")
"""Labels of links that stand on the card, in this order."""

NAMES: Final = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "dblp": "DBLP",
    "openalex": "OpenAlex",
    "arxiv": "arXiv",
    "linkedin": "LinkedIn",
    "youtube": "YouTube",
    "orcid": "ORCID",
    "scholar": "Google Scholar",
    "acl anthology": "ACL Anthology",
}
"""How names that are not words are written."""


def card(site: Site, paper: Paper, setting: Setting, self_id: str = "") -> CardView:
    """The card of a paper in a list, made once for all pages: any page can complete its links.

    `self_id` is the page's own person, who is shown though further back in the byline.
    """
    own = extra_self(site, paper, self_id)
    return site.shared.get(("card", paper.id, own, setting), lambda: _variant(site, paper, setting, own))


def _variant(site: Site, paper: Paper, setting: Setting, own: str) -> CardView:
    """The card as this list shows it."""
    plain = site.shared.get(("plain card", paper.id), lambda: _card(site, paper))
    abstract = setting.abstracts and "abstract" in site.shown("card")
    return replace(
        plain,
        anchor=f"{setting.prefix}{plain.id}",
        level=setting.level,
        byline=short_byline(site, paper, own, address.ROOT_MARK) if own else plain.byline,
        abstract=Html(site.texts.papers[paper.id].abstract.html) if abstract else NO_HTML,
        folded=setting.folded,
    )


def _card(site: Site, paper: Paper) -> CardView:
    """What all cards of the paper have in common."""
    root, id_, words, shown = address.ROOT_MARK, slug(paper.id), site.words, site.shown("card")
    filtered = "tools" in shown
    return CardView(
        id=id_,
        anchor=id_,
        level=Setting().level,
        url=address.link(root, f"{address.PAPERS}{id_}/"),
        title=Html(site.texts.titles[paper.id].html),
        score=score(paper) if "score" in shown else "",
        field=field_of(site, paper.category, root) if "field" in shown or filtered else None,
        date=_dated(site, paper.date) if "date" in shown and paper.date else None,
        badges=badges(words, paper, root) if "badges" in shown else (),
        byline=short_byline(site, paper, "", root),
        venue=paper.imprint.venue,
        awards=paper.awards,
        citations=_citations(words, paper) if "citations" in shown else "",
        status=status(words, paper) if "status" in shown else "",
        retracted=retracted(words, paper) if "retracted" in shown else "",
        abstract=NO_HTML,
        folded=False,
        language=paper.language if paper.language != site.settings.language else "",
        keys=_keys(site, paper) if "keys" in shown or filtered else NO_KEYS,
    )


NO_KEYS: Final = SortKeys("", "", "", "", "", "")


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


def primary_field(papers: Sequence[Paper]) -> str:
    """The most frequent primary category; the first in the site's order among equals."""
    frequency = Counter(paper.category for paper in papers if paper.category)
    return frequency.most_common(1)[0][0] if frequency else ""


def address_of_category(category_id: str) -> str:
    """The address of a category's page."""
    return f"{address.FIELDS}{slug(category_id)}/"


def badges(words: Words, paper: Paper, root: str) -> tuple[LinkView, ...]:
    """The links that stand on the card, in the order of BADGES, then DOI and arXiv."""
    known = [link for label in BADGES for link in paper.links if link.label.casefold() == label] if paper.links else ()
    return (*[linked(words, paper, link, root) for link in known], *_identified(paper))


def linked(words: Words, paper: Paper, link: Link, root: str) -> LinkView:
    """A link of a paper's, labelled for print."""
    url = address.placed(address.beside(address_of_paper(paper).rstrip("/"), link.url), root)
    return LinkView(label_of(words, link.label), url, outside=is_outside(link.url))


def label_of(words: Words, label: str) -> str:
    """A link's label for print: known words in the site's language, names as their owners write them."""
    key = label.casefold()
    if f"links.{key}" in words:
        return words[f"links.{key}"]
    return NAMES.get(key, label[:1].upper() + label[1:])


def doi_url(doi: str) -> str:
    """Where a DOI leads."""
    return f"https://doi.org/{doi}"


def arxiv_url(arxiv: str) -> str:
    """Where an arXiv id leads."""
    return f"https://arxiv.org/abs/{arxiv}"


def retracted(words: Words, paper: Paper) -> str:
    """`Retracted` or `Withdrawn`, "" where the paper stands."""
    return words[f"status.{paper.status}"] if paper.retracted else ""


def status(words: Words, paper: Paper) -> str:
    """`Submitted` or `Accepted`, "" where the paper is out."""
    return words[f"status.{paper.status}"] if paper.status in (Status.SUBMITTED, Status.ACCEPTED) else ""


def count_of(paper: Paper) -> int | None:
    """How often the paper was cited; None where that is not known."""
    return paper.citations.count if paper.citations is not None else None


def _identified(paper: Paper) -> Iterator[LinkView]:
    if paper.doi:
        yield LinkView("DOI", doi_url(paper.doi), outside=True)
    if paper.arxiv:
        yield LinkView("arXiv", arxiv_url(paper.arxiv), outside=True)


def _dated(site: Site, date: PartialDate) -> DateView:
    return site.shared.get(("date", date), lambda: shown_date(date, site.year, site.words))


def _citations(words: Words, paper: Paper) -> str:
    count = count_of(paper)
    return words.count("citations", count) if count else ""


def _keys(site: Site, paper: Paper) -> SortKeys:
    count, rating = count_of(paper), paper.ratings.get("score")
    return SortKeys(
        date=paper.date.iso if paper.date else "",
        citations="" if count is None else str(count),
        score="" if rating is None else printed(rating.value, NumberFormat.HUNDREDTHS),
        year=str(paper.date.year) if paper.date else "",
        field=site.category(paper.category).short if paper.category else "",
        code="yes" if any(link.label.casefold() == "code" for link in paper.links) else "",
    )
