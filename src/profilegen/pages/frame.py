"""What stands around every page: titles, menu, footer."""

from collections.abc import Iterator

from profilegen.corpus.corpus import Corpus
from profilegen.model.addresses import is_outside
from profilegen.model.settings import Home, HomeKind
from profilegen.model.slugs import slug
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.dates import in_full
from profilegen.pages.head import NO_HEAD, page_head
from profilegen.pages.site import Site
from profilegen.pages.views import Frame, HeadView, LinkView
from profilegen.values import replace


def frame(
    site: Site, at: str, title: str, *, description: str = "", source: str = "", head: HeadView | None = None
) -> Frame:
    """The frame of the page at the address `at`; `source` is the content file that says what is on it.

    `head` is what machines read of the record that the page is about.
    """
    settings = site.settings
    about = description or settings.description
    return replace(
        _common(site, at),
        page_title=title,
        description=about,
        canonical=f"{settings.url}{at}" if settings.url else "",
        edit_url=settings.edit_url.replace("{path}", source) if source else "",
        head=page_head(site, at, title, about) if head is None else head,
    )


def _common(site: Site, at: str) -> Frame:
    """What the frames of all pages of a depth share, apart from those of pages that are in the menu."""
    root = address.root_from(at)
    current = at if at in [target for _, target in site.menu] else None
    return site.shared.get(("frame", root, current), lambda: _empty(site, at, root))


def _empty(site: Site, at: str, root: str) -> Frame:
    """A frame without anything that its page alone says."""
    return Frame(
        site_title=site.title,
        page_title="",
        description="",
        language=site.settings.language,
        root=root,
        home=address.link(root, address.HOME),
        menu=tuple(menu(site, at)),
        as_of=in_full(site.corpus.as_of, site.words),
        license=site.settings.license,
        canonical="",
        own="",
        edit_url="",
        head=NO_HEAD,
        search=address.link(root, address.SEARCH) if site.searched else "",
    )


def menu(site: Site, at: str) -> Iterator[LinkView]:
    """The entries of the menu: people where there are several, papers, own pages, and what the settings add."""
    root = address.root_from(at)
    for label, target in site.menu:
        yield LinkView(label, address.link(root, target), current=target == at)
    for entry in site.settings.menu:
        yield LinkView(entry.label, outside_or_placed(entry.url, root), outside=is_outside(entry.url))


def outside_or_placed(url: str, root: str) -> str:
    """An address of the settings as seen from a page: paths are from the site's root."""
    return address.placed(address.beside("", url), root)


def entries(corpus: Corpus, home: Home, words: Words) -> tuple[tuple[str, str], ...]:
    """The menu's entries inside the site, with their addresses: the same for every page."""
    people = [(words["nav.people"], address.HOME if home.kind is HomeKind.PEOPLE else address.PEOPLE)]
    papers = (words["nav.papers"], address.HOME if home.kind is HomeKind.PAPERS else address.PAPERS)
    own = [(page.menu, page.id) for page in corpus.pages.values() if page.menu]
    first = home.id if home.kind is HomeKind.PAGE else ""
    pages = ((menu, address.HOME if first == slug(id_) else f"{slug(id_)}/") for menu, id_ in own)
    return (*(people if len(corpus.people) > 1 else ()), papers, *pages)
