"""What a profile says of a person, apart from papers and numbers."""

from collections.abc import Iterator
from typing import Final

from profilegen.corpus.corpus import Person
from profilegen.model.addresses import is_outside
from profilegen.model.author import Affiliation, Author
from profilegen.model.slugs import slug
from profilegen.model.words import Words
from profilegen.pages import address
from profilegen.pages.card import label_of
from profilegen.pages.dates import in_full
from profilegen.pages.site import Site
from profilegen.pages.views import LinkView

ICONS: Final = {
    "homepage": "home",
    "website": "home",
    "email": "email",
    "orcid": "orcid",
    "scholar": "scholar",
    "google-scholar": "scholar",
    "semantic-scholar": "scholar",
    "openalex": "scholar",
    "dblp": "library",
    "acl-anthology": "library",
    "arxiv": "library",
    "cv": "document",
    "github": "code",
    "gitlab": "code",
    "codeberg": "code",
    "mastodon": "talk",
    "bluesky": "talk",
    "twitter": "talk",
    "x": "talk",
    "linkedin": "talk",
    "youtube": "video",
}
"""The pictures of the links that researchers have."""


def affiliation(entry: Affiliation) -> LinkView:
    """An affiliation with its years, linked to the organisation where it is known."""
    years = "–".join(str(date.year) if date else "" for date in (entry.start, entry.end))
    label = f"{entry.name} ({years})" if years != "–" else entry.name
    url = entry.url or (f"https://ror.org/{entry.ror}" if entry.ror else "")
    return LinkView(label, url, outside=bool(url))


def links(words: Words, author: Author, root: str) -> Iterator[LinkView]:
    """Where else the author is: e-mail, ORCID, then the links of the file in their order."""
    if author.email:
        yield LinkView(words["links.email"], f"mailto:{author.email}", outside=True, icon=icon("email"))
    if author.orcid:
        yield LinkView("ORCID", f"https://orcid.org/{author.orcid}", outside=True, icon=icon("orcid"))
    for link in author.links:
        url = beside(author, link.url, root)
        yield LinkView(label_of(words, link.label), url, outside=is_outside(link.url), icon=icon(link.label))


def icon(label: str) -> str:
    """The template with the picture for a link of that label."""
    word = label.casefold().replace(" ", "-")
    return f"icons/{ICONS.get(word, 'link')}.svg"


def beside(author: Author, url: str, root: str) -> str:
    """An address of the author's file; files beside it lie in the folder of the profile."""
    return address.placed(address.beside(f"{address.PEOPLE}{slug(author.id)}", url), root) if url else ""


def biography(site: Site, author: Author | None, root: str) -> str:
    """The biography as HTML, "" where there is none."""
    # Whoever has no file is not asked for: that would depend on who else has a biography.
    if author is None or not author.file or author.id not in site.texts.biographies:
        return ""
    return address.placed(site.texts.biographies[author.id].html, root)


def years(words: Words, author: Author) -> str:
    """From when to when the author was there, or lived."""
    if author.died:
        return words.say("profile.died", date=in_full(author.died, words).text)
    if author.end:
        return words.say("profile.until", year=str(author.end.year))
    return ""


def description(words: Words, person: Person) -> str:
    """A sentence for search results."""
    return words.say("profile.description", name=person.name.full)
