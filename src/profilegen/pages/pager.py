"""From one page of a list to the others."""

from profilegen.pages import address
from profilegen.pages.list_page import ListPage
from profilegen.pages.site import Site
from profilegen.pages.views import PageLinkView, PagerView


def titled(site: Site, page: ListPage, title: str) -> str:
    """The title of a page of the list of that title: the first page's is the list's."""
    return title if page.number == 1 else site.words.say("paging.title", title=title, n=f"{page.number:,}")


def pager(page: ListPage, root: str) -> PagerView | None:
    """The links to the other pages of a list; None where there is one page."""
    if page.count == 1:
        return None
    places = {link.number: address.link(root, link.address) for link in page.links}
    before, after = places.get(page.number - 1, ""), places.get(page.number + 1, "")
    links = (
        PageLinkView(f"{link.number:,}", link.span, places[link.number], current=link.number == page.number)
        for link in page.links
    )
    return PagerView(before, after, tuple(links))
