"""What a site does without, since its settings do not say what it needs."""

from collections.abc import Iterator
from typing import Final

from profilegen.model.settings import Notation, Search
from profilegen.pages.site import Site
from profilegen.problems import Place, Problem, problem

SETTINGS: Final = "profilegen.yaml"


def lost(site: Site) -> Iterator[Problem]:
    """A warning where the site's address is not known, and one where a search is wanted and cannot be.

    None where the site is only looked at: there it has an address, and no search.
    """
    if site.searched is None:
        return
    if not site.settings.url:
        message = f"url is not set, so there are no {_list(site)}, and machines get no whole addresses"
        hint = "set url to where the site will be, as in url: https://example.org/"
        yield problem("no-url", Place(SETTINGS), message, hint)
    if site.settings.search is Search.ON and not site.searched:
        message, hint = "the site has no search: Pagefind is not installed", 'pip install "profilegen[search]"'
        yield problem("no-search", Place(SETTINGS), message, hint)


def _list(site: Site) -> str:
    exports = site.settings.exports
    known = {
        "feeds": Notation.ATOM in (*exports.site, *exports.author),
        "sitemap": True,
        "pictures for links": site.settings.pictures and any(one.author for one in site.corpus.people.values()),
    }
    *first, last = [name for name, wanted in known.items() if wanted]
    return f"{', '.join(first)} and {last}" if first else last
