"""The services that papers can be fetched from, by the words that stand before the colon."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from profilegen.importing.arxiv import Arxiv
from profilegen.importing.client import Client, Manners
from profilegen.importing.doi import Doi
from profilegen.importing.gather import Fetch
from profilegen.importing.openalex import OpenAlex
from profilegen.importing.orcid import Orcid
from profilegen.importing.source import GROUP, Counter, Source, Versions
from profilegen.problems import Failure, escaped, quoted

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

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
        raise Failure(f"{quoted(name)} counts no citations", f"those that do: {', '.join(sorted(counters))}")
    return counters[name]


def arxiv() -> Versions:
    """Who knows where preprints were published."""
    return Arxiv()


def sources() -> Mapping[str, Source]:
    """The services by name; one of another package cannot take the name of one of ours."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - takes 40 ms, and only imports ask

    found: dict[str, Source] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        found[entry.name] = _loaded(entry)
    return {**found, **OWN}


def _loaded(entry: "EntryPoint") -> Source:
    """The source that an entry point names: an object, or a class that makes one."""
    package = escaped(entry.dist.name) if entry.dist else "unknown"
    try:
        loaded = entry.load()
        source: object = loaded() if isinstance(loaded, type) else loaded
    except Exception as error:
        reason = escaped(f"{type(error).__name__}: {error}")
        raise _refused(entry, package, f"cannot be loaded: {reason}") from error
    if not isinstance(source, Source):
        raise _refused(entry, package, "has no fetch(reference, client) -> Reading")
    return source


def _refused(entry: "EntryPoint", package: str, reason: str) -> Failure:
    return Failure(
        f"the source {quoted(entry.name)} of the package {package} {reason}",
        f"mend or uninstall the package {package}",
    )
