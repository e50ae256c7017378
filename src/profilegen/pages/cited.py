"""A paper of the site as exports see it."""

from collections.abc import Sequence

from profilegen.corpus.corpus import Person
from profilegen.exports.cited import Cited
from profilegen.model.paper import Paper
from profilegen.pages.card import address_of_paper
from profilegen.pages.site import Site
from profilegen.pages.texts import whole


def credited(site: Site, paper: Paper) -> list[Person | None]:
    """Who is behind each entry of the byline, None where that is not known."""
    people = site.corpus.people
    return [people[person_id] if person_id else None for person_id in site.corpus.credits[paper.id]]


def cited(site: Site, paper: Paper, by: Sequence[Person | None] | None = None) -> Cited:
    """The paper with its key, its texts and the addresses of its authors' pages; they are looked up unless given."""
    people = credited(site, paper) if by is None else by
    texts = site.texts.papers[paper.id]
    return Cited(
        paper=whole(paper, texts),
        key=site.citekeys[paper.id],
        title=texts.title.plain,
        abstract=texts.abstract.plain,
        page=address_of_paper(paper),
        site=site.settings.url,
        profiles=tuple([site.address_of_person(one) if one and one.has_page else "" for one in people]),
        main=site.corpus.versions.get(paper.id, ""),
    )
