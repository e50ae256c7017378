"""Papers as exports see them, for tests."""

from profilegen.exports.cited import Cited
from profilegen.exports.keys import own_key
from profilegen.markup.converter import Markup
from profilegen.model.paper import Paper


def cited(paper: Paper, *, site: str = "https://example.org/x/") -> Cited:
    """The paper on a site, with the texts that the site would show."""
    markup = Markup()
    title, abstract = markup.inline(paper.title).plain, markup.block(paper.abstract).plain
    profiles = tuple("" if entry is None else "authors/a/" for entry in paper.byline.entries)
    return Cited(paper, own_key(paper), title, abstract, "papers/p/", site, profiles)
