"""The view of a profile: a person, the numbers, the papers."""

from collections.abc import Container
from typing import Final

from profilegen.model.author import Author
from profilegen.model.text import NO_HTML, Html
from profilegen.pages import address
from profilegen.pages.card import card
from profilegen.pages.coauthors import coauthors
from profilegen.pages.files import file_links
from profilegen.pages.frame import frame
from profilegen.pages.head import NO_HEAD, profile_head
from profilegen.pages.oeuvre import grouped, oeuvre, own_tiles, setting_of
from profilegen.pages.person import affiliation, beside, biography, description, links, years
from profilegen.pages.scope import author_scope
from profilegen.pages.site import Site
from profilegen.pages.tiles import reports
from profilegen.pages.views import CardView, ProfileView
from profilegen.values import replace

COAUTHORS: Final = 24
"""So many co-authors are shown at once."""


def profile_view(site: Site, at: str, person_id: str) -> ProfileView:
    """The view of the profile of `person_id` on the page at the address `at`."""
    person, words, root, shown = site.corpus.people[person_id], site.words, address.root_from(at), site.shown("author")
    author = person.author or Author(id=person_id, file="", name=person.name)
    ids = site.corpus.papers_of[person_id]
    measured = site.measured[person_id] if _shows_numbers(shown) else ()
    alike = oeuvre(site, ids, () if author.reported else measured, root)
    listed = alike.grouped or grouped(site, [site.corpus.papers[one] for one in ids], person_id)
    first, more = own_tiles(site, ids, measured, root) if author.reported else (alike.tiles, alike.more_tiles)
    others = coauthors(site, ids, person_id, root) if "coauthors" in shown or "more_coauthors" in shown else ()
    about = description(words, person) if "description" in shown or "head" in shown else ""
    head = profile_head(site, at, person_id, about) if "head" in shown else NO_HEAD
    around = frame(site, at, person.name.full, description=about, source=author.file, head=head)
    return ProfileView(
        frame=replace(around, own=person_id),
        name=person.name.full,
        native_name=author.native_name,
        initials=person.name.initials if "initials" in shown else "",
        photo=beside(author, author.photo, root),
        position=author.position,
        affiliations=tuple([affiliation(entry) for entry in author.affiliations]),
        years=years(words, author),
        field=alike.field,
        links=tuple(links(words, author, root)) if "links" in shown else (),
        interests=author.interests,
        biography=Html(biography(site, person.author, root)) if "biography" in shown else NO_HTML,
        grouped=person.author is None,
        tiles=first,
        reports=tuple(reports(words, measured)) if author.reported and "reports" in shown else (),
        more_tiles=more,
        charts=alike.charts,
        selected=_selected(site, author, len(ids), person_id) if author.selected else (),
        heading=alike.heading,
        files=file_links(site, author_scope(person_id), root) if person.author is not None and "files" in shown else (),
        left_out=alike.left_out,
        tools=listed.tools,
        groups=listed.groups,
        coauthors=others[:COAUTHORS],
        more_coauthors=others[COAUTHORS:],
        sections=_sections(site) if "sections" in shown else (),
    )


def _shows_numbers(shown: Container[str]) -> bool:
    """Whether a template with these fields shows anybody's metrics."""
    return "tiles" in shown or "more_tiles" in shown or "reports" in shown


def _selected(site: Site, author: Author, papers: int, self_id: str) -> tuple[CardView, ...]:
    apart = replace(setting_of(site, papers), prefix="selected-")
    return tuple([card(site, site.corpus.papers[paper_id], apart, self_id) for paper_id in author.selected])


def _sections(site: Site) -> tuple[str, ...]:
    names = site.options.listed("sections")
    return site.shared.get("sections", lambda: tuple([f"sections/{name}.html" for name in names]))
