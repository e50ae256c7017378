"""What several templates get: links, dates, the frame around a page."""

from profilegen.pages.views.machines import HeadView
from profilegen.values import Struct


class LinkView(Struct, frozen=True):
    """A link: `current` if to this page, `outside` if it leaves the site; `icon` is a template with a picture."""

    label: str
    url: str
    current: bool = False
    outside: bool = False
    icon: str = ""


class DateView(Struct, frozen=True):
    """A date: `iso` for machines, `text` for people, both as precise as it is known."""

    iso: str
    text: str


class FieldView(Struct, frozen=True):
    """A category: short as on a card, in words, and its page."""

    short: str
    name: str
    url: str


class Frame(Struct, frozen=True):
    """What stands around every page. `root` is the relative way to the site's root, "" on the home page.

    `own` is the id of the person whose profile the page is, "" on other pages. `head` is what machines read, `search`
    the address of the page that searches, "" where there is none.
    """

    site_title: str
    page_title: str
    description: str
    language: str
    root: str
    home: str
    menu: tuple[LinkView, ...]
    as_of: DateView
    license: str
    canonical: str
    own: str
    edit_url: str
    head: HeadView
    search: str
