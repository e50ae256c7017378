"""The services that papers can be fetched from, by the words that stand before the colon."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from profilegen.importing.arxiv import Arxiv
from profilegen.importing.client import Client, Manners
from profilegen.importing.doi import Doi
from profilegen.importing.gather import Fetch
from profilegen.importing.openalex import OpenAlex
from profilegen.importing.orcid import Orcid
from profilegen.importing.source import GROUP, Counter, Source, Versions
from profilegen.problems import Failure, quoted

OWN: Final[Mapping[str, Source]] = {"openalex": OpenAlex(), "orcid": Orcid(), "arxiv": Arxiv(), "doi": Doi()}


def fetchers(contact: str) -> Mapping[str, Fetch]:
    """What asks each service, those of other packages among them."""
    asking = client(contact)
    return {name: partial(source.fetch, client=asking) for name, source in sources().items()}


def client(contact: str) -> Client:
    """A client that tells services whom to write to."""
    return Client(Manners(contact))


def counter(name: str) -> Counter:
    """The service of that name that counts citations."""
    counters = {known: source for known, source in sources().items() if isinstance(source, Counter)}
    if name not in counters:
        raise Failure(f"{quoted(name)} counts no citations", f"there are {', '.join(sorted(counters))}")
    return counters[name]


def arxiv() -> Versions:
    """Who knows where preprints were published."""
    return Arxiv()


def sources() -> Mapping[str, Source]:
    """The services by name; one of another package cannot take the name of one of ours."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - takes 40 ms, and only imports ask

    found: dict[str, Source] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        loaded = entry.load()
        source = loaded() if isinstance(loaded, type) else loaded
        if not isinstance(source, Source):
            raise Failure(
                f"{quoted(entry.value)} is no source of papers", "it needs fetch(reference, client) -> Reading"
            )
        found[entry.name] = source
    return {**found, **OWN}
