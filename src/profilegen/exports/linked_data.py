"""Papers and people in the words of schema.org, as JSON-LD that may stand in a page."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from profilegen.exports.cited import Cited
from profilegen.exports.parts import license_address, one_line, page_range, web_address
from profilegen.exports.record import Json, known
from profilegen.model.author import Affiliation, Author
from profilegen.model.names import Name
from profilegen.model.paper import Imprint, Paper, PaperType
from profilegen.model.text import Html
from profilegen.values import Said, Struct, field, json_line

CONTEXT: Final = "https://schema.org"

TYPES: Final[Mapping[PaperType, str]] = MappingProxyType(
    {
        PaperType.BOOK: "Book",
        PaperType.CHAPTER: "Chapter",
        PaperType.THESIS_PHD: "Thesis",
        PaperType.THESIS_MASTER: "Thesis",
        PaperType.REPORT: "Report",
        PaperType.SOFTWARE: "SoftwareSourceCode",
        PaperType.DATASET: "Dataset",
        PaperType.TALK: "CreativeWork",
        PaperType.POSTER: "Poster",
        PaperType.PATENT: "CreativeWork",
        PaperType.OTHER: "CreativeWork",
    }
)
"""What schema.org calls the types that are no ScholarlyArticle."""

_ESCAPES: Final = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class Person(Struct, frozen=True):
    """A person with a file as machines are told of: their page, picture, and how much they wrote and are cited.

    Addresses are whole, or "" where they cannot be; `links` are those that lead to other descriptions of the person.
    """

    author: Author
    page: str
    image: str
    description: str
    links: tuple[str, ...]
    papers: int
    citations: int | None
    first: str
    last: str


class _Maker(Said, frozen=True, rename="camel"):
    """A person or an organisation that had a part in a paper."""

    type: str = field(name="@type")
    name: str
    given_name: str = ""
    family_name: str = ""
    honorific_suffix: str = ""
    id: str = field(name="@id", default="")
    url: str = ""
    affiliation: tuple[Json, ...] = ()


class Article(Said, frozen=True, rename="camel"):
    """A paper in the words of schema.org."""

    context: str = field(name="@context")
    type: str = field(name="@type")
    id: str = field(name="@id", default="")
    url: str = ""
    headline: str = ""
    name: str = ""
    author: tuple[_Maker, ...] = ()
    editor: tuple[_Maker, ...] = ()
    date_published: str = ""
    date_modified: str = ""
    description: str = ""
    in_language: str = ""
    keywords: tuple[str, ...] = ()
    license: str = ""
    publisher: Json | None = None
    identifier: tuple[Json, ...] = ()
    same_as: tuple[str, ...] = ()
    creative_work_status: str = ""
    pagination: str = ""
    page_start: str = ""
    page_end: str = ""
    is_part_of: Json | None = None
    isbn: str = ""


def script(value: Json | Said) -> Html:
    """JSON that stays data wherever in a page's script element it stands."""
    text = json_line(value)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Html(text)


def type_of(paper: Paper) -> str:
    """The paper's type in schema.org."""
    return TYPES.get(paper.type, "ScholarlyArticle")


def article(cited: Cited, description: str) -> Article:
    """The paper: what Google's and Bing's structured data and Zotero read, as far as it is known."""
    paper, imprint = cited.paper, cited.paper.imprint
    published = imprint.publisher or imprint.institution
    first, last = page_range(imprint.pages)
    return Article(
        CONTEXT,
        type_of(paper),
        cited.address,
        cited.address,
        cited.title,
        cited.title,
        tuple(_authors(cited)),
        tuple([_maker(one.name) for one in paper.editors]),
        paper.date.iso if paper.date else "",
        paper.updated.iso if paper.updated else "",
        description,
        paper.language,
        paper.tags,
        license_address(paper.license) if paper.license else "",
        {"@type": "Organization", "name": published} if published else None,
        tuple(_identifiers(paper)),
        tuple([url for url in (_doi(paper), web_address(paper)) if url]),
        paper.status.capitalize() if paper.status else "",
        "" if last else first,
        first if last else "",
        last,
        _whole(imprint, paper.type),
        imprint.isbn if paper.type is PaperType.BOOK else "",
    )


def profile_page(person: Person) -> Json:
    """The page of a person with a file."""
    return known(
        {
            "@context": CONTEXT,
            "@type": "ProfilePage",
            "@id": person.page,
            "url": person.page,
            "dateCreated": person.first,
            "dateModified": person.last,
            "mainEntity": _person(person),
        }
    )


def _person(person: Person) -> Json:
    author = person.author
    orcid = f"https://orcid.org/{author.orcid}" if author.orcid else ""
    return known(
        {
            **_name(author.name),
            "@id": orcid or (f"{person.page}#person" if person.page else ""),
            "alternateName": [name for name in (author.native_name, *_spellings(author)) if name],
            "identifier": _value("ORCID", author.orcid) if author.orcid else author.id,
            "description": person.description,
            "image": person.image,
            "url": person.page,
            "jobTitle": author.position,
            "affiliation": [_organisation(entry) for entry in author.affiliations if entry.end is None],
            "knowsAbout": list(author.interests),
            "deathDate": author.died.iso if author.died else "",
            "sameAs": [url for url in (orcid, *person.links) if url],
            "agentInteractionStatistic": _counter("WriteAction", person.papers),
            "interactionStatistic": _counter("InteractAction", person.citations, name="citations"),
        }
    )


def _spellings(author: Author) -> Iterator[str]:
    return (name.full for name in author.other_names)


def _counter(action: str, count: int | None, name: str = "") -> Json | None:
    if count is None:
        return None
    kind = {"@type": "InteractionCounter", "interactionType": f"{CONTEXT}/{action}"}
    return {**kind, **known({"name": name}), "userInteractionCount": count}


def _authors(cited: Cited) -> Iterator[_Maker]:
    for entry, profile in zip(cited.paper.byline.entries, cited.profiles, strict=True):
        if entry is None:
            return
        orcid = f"https://orcid.org/{entry.orcid}" if entry.orcid else ""
        yield _maker(entry.name, orcid, cited.absolute(profile) or orcid, entry.affiliations)


def _maker(name: Name, orcid: str = "", url: str = "", affiliations: tuple[str, ...] = ()) -> _Maker:
    places = tuple([{"@type": "Organization", "name": place} for place in affiliations]) if affiliations else ()
    if name.literal:
        return _Maker("Organization", one_line(name.full), "", "", "", orcid, url, places)
    return _Maker("Person", name.full, name.given, _family(name), name.suffix, orcid, url, places)


def _family(name: Name) -> str:
    return f"{name.particle} {name.family}" if name.particle and name.family else name.particle or name.family


def _name(name: Name) -> dict[str, object]:
    if name.literal:
        return {"@type": "Organization", "name": one_line(name.full)}
    family = _family(name)
    said: dict[str, object] = {"@type": "Person", "name": name.full}
    if name.given:
        said["givenName"] = name.given
    if family:
        said["familyName"] = family
    if name.suffix:
        said["honorificSuffix"] = name.suffix
    return said


def _organisation(entry: Affiliation) -> Json:
    ror = f"https://ror.org/{entry.ror}" if entry.ror else ""
    return known({"@type": "Organization", "@id": ror, "name": entry.name, "url": entry.url})


def _identifiers(paper: Paper) -> Iterator[Json]:
    imprint = paper.imprint
    for name, value in (("DOI", paper.doi), ("arXiv", paper.arxiv)):
        if value:
            yield _value(name, value)
    if imprint.isbn and paper.type is not PaperType.BOOK:
        yield _value("ISBN", imprint.isbn)


def _value(name: str, value: str) -> Json:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _doi(paper: Paper) -> str:
    return f"https://doi.org/{paper.doi}" if paper.doi else ""


def _whole(imprint: Imprint, kind: PaperType) -> Json | None:
    """The issue, volume, journal or proceedings that the paper is part of, one inside the other."""
    if not (imprint.venue or imprint.event):
        return None
    journal = kind is PaperType.ARTICLE
    whole: Json = known(
        {
            "@type": "Periodical" if journal else "Book" if kind is PaperType.CHAPTER else "PublicationVolume",
            "name": imprint.venue or imprint.event,
            "issn": imprint.issn,
            "volumeNumber": "" if journal else imprint.volume,
        }
    )
    if journal and imprint.volume:
        whole = {"@type": "PublicationVolume", "volumeNumber": imprint.volume, "isPartOf": whole}
    if journal and imprint.number:
        whole = {"@type": "PublicationIssue", "issueNumber": imprint.number, "isPartOf": whole}
    return whole
