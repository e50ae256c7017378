"""feed.xml, sitemap.xml, sitemaps.xml, picture.svg, and what machines read in the head of a page."""

from dataclasses import dataclass

from profilegen.model.text import Html


@dataclass(frozen=True, slots=True)
class MetaView:
    """A meta element: `name` is what it is about, as its consumers call it."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class RelView:
    """A link element; `type` is the media type, "" where it goes without saying, `title` what a reader is shown."""

    rel: str
    url: str
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class HeadView:
    """What machines read: `meta` have a name, `properties` are Open Graph's, `data` is JSON-LD, "" where none is.

    `filters` are what a search can be narrowed by.
    """

    meta: tuple[MetaView, ...] = ()
    properties: tuple[MetaView, ...] = ()
    links: tuple[RelView, ...] = ()
    data: Html = Html("")  # noqa: RUF009 - a text is never changed
    filters: tuple[MetaView, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedAuthor:
    """An author of an entry; `uri` is the author's page, "" where there is none."""

    name: str
    uri: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A paper in a feed: `id` is its address, `content` its whole abstract as the text of an HTML document."""

    id: str
    title: str
    updated: str
    published: str
    authors: tuple[FeedAuthor, ...]
    categories: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """feed.xml: the newest papers of the site, an author, a category or a list; all addresses are whole."""

    id: str
    title: str
    subtitle: str
    language: str
    home: str
    updated: str
    author: str
    rights: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """An address for search engines, and the day it was last changed, "" where that is not known."""

    url: str
    changed: str


@dataclass(frozen=True, slots=True)
class SitemapView:
    """sitemap.xml and sitemaps.xml: addresses of pages, or of sitemaps."""

    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number of a picture: its place from the left, its value and what it is called."""

    x: int
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of text in a picture: where it stands, from above, and how large it is."""

    y: int
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """picture.svg: a person's picture for links, 1200 by 630."""

    name: tuple[LineView, ...]
    lines: tuple[LineView, ...]
    figures: tuple[FigureView, ...]
    site: str
    accent: str
