"""What machines read in the head of a page: Highwire tags, Open Graph, JSON-LD, typed links, the search's filters."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from profilegen.corpus.corpus import Person
from profilegen.exports.highwire import highwire
from profilegen.exports.linked_data import CONTEXT, article, profile_page, script, type_of
from profilegen.exports.linked_data import Person as Described
from profilegen.exports.parts import license_address
from profilegen.metrics import Measured
from profilegen.model.addresses import is_outside
from profilegen.model.author import Author
from profilegen.model.paper import Paper
from profilegen.model.settings import Notation
from profilegen.model.slugs import slug
from profilegen.pages import address
from profilegen.pages.card import doi_url
from profilegen.pages.cited import cited, credited
from profilegen.pages.feed import changed
from profilegen.pages.files import LABELS, notations
from profilegen.pages.page import MEDIA
from profilegen.pages.picture import HEIGHT, WIDTH, has_picture, is_pictured, picture_address
from profilegen.pages.scope import SITE, author_scope, category_scope, list_scope, paper_scope, scope_of
from profilegen.pages.site import Site
from profilegen.pages.views import HeadView, MetaView, RelView

NO_HEAD: Final = HeadView()
_LIST: Final = "website"
_MOST: Final = 160
_ENOUGH: Final = 2 * _MOST
"""More signs than these need only be looked at where most of them are blanks."""


def shortened(text: str) -> str:
    """The first words of a text, for search results: at most 160 characters, whole words."""
    plain = " ".join(text[:_ENOUGH].split())
    if len(plain) <= _MOST and len(text) > _ENOUGH:
        plain = " ".join(text.split())
    return plain if len(plain) <= _MOST else f"{plain[:_MOST].rsplit(' ', 1)[0].rstrip(',;:')} …"


def page_head(site: Site, at: str, title: str, description: str) -> HeadView:
    """The head of a page that is about no record."""
    links = _links(site, at, SITE) if at in (address.HOME, address.PAPERS) else ()
    return HeadView(properties=_open_graph(site, at, title, description), links=tuple(links))


def list_head(site: Site, at: str, title: str, name: str) -> HeadView:
    """The head of the page of a list of the settings."""
    properties = _open_graph(site, at, title, site.settings.description)
    return HeadView(properties=properties, links=tuple(_links(site, at, list_scope(name))))


def category_head(site: Site, at: str, title: str, category_id: str) -> HeadView:
    """The head of the page of a category."""
    properties = _open_graph(site, at, title, site.settings.description)
    return HeadView(properties=properties, links=tuple(_links(site, at, category_scope(category_id))))


def paper_head(site: Site, at: str, paper: Paper, description: str) -> HeadView:
    """The head of a paper's own page."""
    people, own, wanted = credited(site, paper), paper_scope(paper.id), site.settings.exports.paper
    one = cited(site, paper, people)
    picture = next((person.id for person in people if person and is_pictured(site, person)), "")
    return HeadView(
        meta=(*[MetaView(name, content) for name, content in highwire(one)], *_large(picture)),
        properties=_open_graph(site, at, one.title, description, kind="article", picture=picture),
        links=(*_signposts(site, paper, people, address.root_from(at)), *(_links(site, at, own) if wanted else ())),
        data=script(article(one, description)),
        filters=tuple(_filters(site, paper)) if site.searched else (),
    )


def profile_head(site: Site, at: str, person_id: str, description: str) -> HeadView:
    """The head of a profile; a person who is only grouped by name has no identity for machines."""
    person = site.corpus.people[person_id]
    picture = person_id if is_pictured(site, person) else ""
    kind = "profile" if person.author is not None else _LIST
    properties = _open_graph(site, at, person.name.full, description, kind=kind, picture=picture)
    if person.author is None:
        return HeadView(properties=properties)
    links = (RelView("type", f"{CONTEXT}/ProfilePage"), *_links(site, at, author_scope(person_id)))
    data = script(profile_page(_person(site, person.author, person_id, description)))
    return HeadView(meta=_large(picture), properties=properties, links=links, data=data)


def _open_graph(
    site: Site, at: str, title: str, description: str, *, kind: str = _LIST, picture: str = ""
) -> tuple[MetaView, ...]:
    """`picture` is the id of the person whose picture it is."""
    url = site.settings.url
    said = {"og:type": kind, "og:title": title, "og:description": description, "og:site_name": site.title}
    if url:
        said |= {"og:url": f"{url}{at}"}
    if picture:
        image = {"og:image": f"{url}{picture_address(picture)}", "og:image:type": MEDIA["picture"]}
        size = {"og:image:width": str(WIDTH), "og:image:height": str(HEIGHT)}
        alt = {"og:image:alt": site.corpus.people[picture].name.full}
        said |= image | size | alt
    return tuple(MetaView(name, content) for name, content in said.items() if content)


def _large(picture: str) -> tuple[MetaView, ...]:
    """That a picture is to be shown large, where there is one."""
    return (MetaView("twitter:card", "summary_large_image"),) if picture else ()


def _links(site: Site, at: str, subject: str) -> Iterator[RelView]:
    """Typed links to the files of a scope."""
    scope, root = scope_of(site, subject), address.root_from(at)
    for notation in notations(site, scope):
        rel = "alternate" if notation is Notation.ATOM else "describedby"
        title = scope.title if notation is Notation.ATOM else LABELS[notation]
        yield RelView(rel, address.link(root, scope.file(notation)), MEDIA[notation], title)


def _signposts(site: Site, paper: Paper, people: Sequence[Person | None], root: str) -> Iterator[RelView]:
    """Who wrote it, what to cite, what it is, under which terms: FAIR signposting."""
    for entry, person in zip(paper.byline.entries, people, strict=True):
        if entry is not None and entry.orcid:
            yield RelView("author", f"https://orcid.org/{entry.orcid}")
        elif person is not None and person.author is not None and person.author.orcid:
            yield RelView("author", f"https://orcid.org/{person.author.orcid}")
        elif person is not None and person.author is not None and person.has_page:
            yield RelView("author", address.link(root, site.address_of_person(person)))
    if paper.doi:
        yield RelView("cite-as", doi_url(paper.doi))
    yield RelView("type", f"{CONTEXT}/{type_of(paper)}")
    yield RelView("type", f"{CONTEXT}/AboutPage")
    if paper.license and (terms := license_address(paper.license)):
        yield RelView("license", terms)


def _filters(site: Site, paper: Paper) -> Iterator[MetaView]:
    yield from (MetaView("category", site.category(name).name) for name in paper.categories)
    if paper.date:
        yield MetaView("year", str(paper.date.year))
    yield from (MetaView("author", author.name.full) for author in paper.byline.authors)


def _person(site: Site, author: Author, person_id: str, description: str) -> Described:
    url, papers = site.settings.url, [site.corpus.papers[one] for one in site.corpus.papers_of[person_id]]
    measured = {one.definition.name: one for one in site.measured[person_id]}
    page = f"{url}{site.address_of_person(site.corpus.people[person_id])}" if url else ""
    return Described(
        author=author,
        page=page,
        image=_image(site, author, person_id),
        description=description,
        links=tuple(link.url for link in author.links if is_outside(link.url) and not link.url.startswith("mailto:")),
        papers=_whole(measured.get("papers")) or 0,
        citations=_whole(measured.get("citations")),
        first=min(_days(site, papers), default=""),
        last=max(_days(site, papers), default=""),
    )


def _image(site: Site, author: Author, person_id: str) -> str:
    """The photo, else the picture for links; "" where its whole address is not known."""
    if author.photo and is_outside(author.photo):
        return author.photo
    if not site.settings.url:
        return ""
    if author.photo:
        return address.placed(address.beside(f"{address.PEOPLE}{slug(author.id)}", author.photo), site.settings.url)
    return f"{site.settings.url}{picture_address(person_id)}" if has_picture(site, person_id) else ""


def _days(site: Site, papers: Sequence[Paper]) -> Iterable[str]:
    """When the papers were changed on the site, to the day, as of the site's date."""
    dates = (changed(paper) for paper in papers)
    return (date.iso for date in dates if date and date.day and not date.after(site.corpus.as_of))


def _whole(one: Measured | None) -> int | None:
    return int(one.value) if one is not None and one.value is not None else None
