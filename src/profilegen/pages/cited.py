"""A paper of the site as exports see it."""

from profilegen.exports.cited import Cited
from profilegen.model.paper import Paper
from profilegen.pages.card import address_of_paper
from profilegen.pages.site import Site
from profilegen.pages.texts import whole


def cited(site: Site, paper: Paper) -> Cited:
    """The paper with its key, its texts and the addresses of its authors' pages."""
    texts = site.texts.papers[paper.id]
    return Cited(
        paper=whole(paper, texts),
        key=site.citekeys[paper.id],
        title=texts.title.plain,
        abstract=texts.abstract.plain,
        page=address_of_paper(paper),
        site=site.settings.url,
        profiles=tuple(_profile(site, person_id) for person_id in site.corpus.credits[paper.id]),
        main=site.corpus.versions.get(paper.id, ""),
    )


def _profile(site: Site, person_id: str | None) -> str:
    if person_id is None or not site.corpus.people[person_id].has_page:
        return ""
    return site.address_of_person(site.corpus.people[person_id])
