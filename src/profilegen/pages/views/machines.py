"""feed.xml, sitemap.xml, sitemaps.xml, picture.svg, and what machines read in the head of a page."""

from profilegen.model.text import Html
from profilegen.values import Struct


class MetaView(Struct, frozen=True):
    """A meta element: `name` is what it is about, as its consumers call it."""

    name: str
    content: str


class RelView(Struct, frozen=True):
    """A link element; `type` is the media type, "" where it goes without saying, `title` what a reader is shown."""

    rel: str
    url: str
    type: str = ""
    title: str = ""


class HeadView(Struct, frozen=True):
    """What machines read: `meta` have a name, `properties` are Open Graph's, `data` is JSON-LD, "" where none is.

    `filters` are what a search can be narrowed by.
    """

    meta: tuple[MetaView, ...] = ()
    properties: tuple[MetaView, ...] = ()
    links: tuple[RelView, ...] = ()
    data: Html = Html("")
    filters: tuple[MetaView, ...] = ()


class FeedAuthor(Struct, frozen=True):
    """An author of an entry; `uri` is the author's page, "" where there is none."""

    name: str
    uri: str


class FeedEntry(Struct, frozen=True):
    """A paper in a feed: `id` is its address, `content` its whole abstract as the text of an HTML document."""

    id: str
    title: str
    updated: str
    published: str
    authors: tuple[FeedAuthor, ...]
    categories: tuple[str, ...]
    content: str


class FeedView(Struct, frozen=True):
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


class PlaceView(Struct, frozen=True):
    """An address for search engines, and the day it was last changed, "" where that is not known."""

    url: str
    changed: str


class SitemapView(Struct, frozen=True):
    """sitemap.xml and sitemaps.xml: addresses of pages, or of sitemaps."""

    places: tuple[PlaceView, ...]


class FigureView(Struct, frozen=True):
    """A number of a picture: its place from the left, its value and what it is called."""

    x: int
    value: str
    label: str


class LineView(Struct, frozen=True):
    """A line of text in a picture: where it stands, from above, and how large it is."""

    y: int
    size: int
    text: str


class PictureView(Struct, frozen=True):
    """picture.svg: a person's picture for links, 1200 by 630."""

    name: tuple[LineView, ...]
    lines: tuple[LineView, ...]
    figures: tuple[FigureView, ...]
    site: str
    accent: str
