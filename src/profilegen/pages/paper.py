"""The view of a paper's own page."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from profilegen.model.dates import PartialDate
from profilegen.model.paper import Paper
from profilegen.model.text import NO_HTML, Html
from profilegen.pages import address
from profilegen.pages.byline import full_byline
from profilegen.pages.card import badges, field_of, retracted, score, status
from profilegen.pages.dates import in_full
from profilegen.pages.exported import citation, entry
from profilegen.pages.facts import facts, record_link
from profilegen.pages.files import file_links
from profilegen.pages.frame import frame
from profilegen.pages.head import NO_HEAD, paper_head, shortened
from profilegen.pages.pictures import cited
from profilegen.pages.scope import paper_scope
from profilegen.pages.site import Site
from profilegen.pages.texts import whole
from profilegen.pages.views import DateView, LinkView, MoreView, PaperView

MORE: Final = 5
"""So many other papers by the same authors are named."""


def paper_view(site: Site, at: str, paper_id: str) -> PaperView:
    """The view of the paper's page at the address `at`."""
    paper, texts, shown = site.corpus.papers[paper_id], site.texts.papers[paper_id], site.shown("paper")
    root, words = address.root_from(at), site.words
    about = shortened(texts.abstract.plain) if "description" in shown or "head" in shown else ""
    head = paper_head(site, at, paper, about or site.settings.description) if "head" in shown else NO_HEAD
    before, after = site.neighbours[paper_id] if "previous" in shown or "next" in shown else ("", "")
    return PaperView(
        frame=frame(site, at, texts.title.plain, description=about, source=paper.file, head=head),
        title=Html(address.placed(texts.title.html, root)),
        language=paper.language if paper.language != site.settings.language else "",
        field=field_of(site, paper.category, root) if "field" in shown else None,
        date=_dated(site, paper.date) if paper.date else None,
        score=score(paper) if "score" in shown else "",
        byline=full_byline(site, paper, root),
        retracted=retracted(words, paper),
        badges=badges(words, paper, root) if "badges" in shown else (),
        citations="",
        status=status(words, paper),
        abstract=Html(address.placed(texts.abstract.html, root)),
        note=Html(address.placed(texts.note.html, root)) if "note" in shown else NO_HTML,
        facts=tuple(facts(site, paper, root)) if "facts" in shown else (),
        main=_main(site, paper, root),
        cited=cited(site, paper) if "cited" in shown else None,
        citation=Html(citation(site, paper_id)) if "citation" in shown else NO_HTML,
        bibtex=entry(site, whole(paper, texts)) if "bibtex" in shown else "",
        files=file_links(site, paper_scope(paper_id), root) if site.settings.exports.paper and "files" in shown else (),
        more=tuple(_more(site, paper, root)) if "more" in shown else (),
        previous=_turn(site, before, root),
        next=_turn(site, after, root),
    )


def _dated(site: Site, date: PartialDate) -> DateView:
    return site.shared.get(("day", date), lambda: in_full(date, site.words))


def _main(site: Site, paper: Paper, root: str) -> LinkView | None:
    """The form of this paper that stands in the lists, where this is another one."""
    main_id = site.corpus.versions.get(paper.id)
    return record_link(site, main_id, root)[0] if main_id else None


def _more(site: Site, paper: Paper, root: str) -> Iterator[MoreView]:
    """Other papers by the authors who have a profile, the first author's first."""
    for other in islice(_others(site, paper), MORE):
        (link,) = record_link(site, other, root)
        date = site.corpus.papers[other].date
        yield MoreView(link, str(date.year) if date else "")


def _others(site: Site, paper: Paper) -> Iterator[str]:
    """The ids of the other papers, each once; nobody is looked up before there are too few."""
    seen = {paper.id}
    for person in site.corpus.credits[paper.id]:
        if person and site.corpus.people[person].has_page:
            for other in site.corpus.papers_of[person]:
                if other not in seen:
                    seen.add(other)
                    yield other


def _turn(site: Site, paper_id: str, root: str) -> LinkView | None:
    """A link to the neighbour, None at the end of the list."""
    return record_link(site, paper_id, root)[0] if paper_id else None
