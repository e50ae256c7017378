"""What a service that papers are fetched from has to be. Further ones are entry points of `profilegen.sources`."""

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable

from profilegen.content.nodes import Plain
from profilegen.importing.candidate import Reading
from profilegen.importing.client import Client
from profilegen.values import Struct

GROUP = "profilegen.sources"
"""The group of the entry points: each names a Source, by the word before the colon."""


@runtime_checkable
class Source(Protocol):
    """A service that has papers."""

    def fetch(self, reference: str, client: Client) -> Reading:
        """The papers that `reference` names, all of them; Failure where it names nothing or an answer is not whole."""


class Count(Struct, frozen=True):
    """How often a paper was cited: in all, and in each year that is known."""

    total: int
    by_year: Mapping[int, int]


class Asked(Struct, frozen=True):
    """A known paper that a count or a published version is asked for, by what names it."""

    id: str
    doi: str = ""
    arxiv: str = ""


@runtime_checkable
class Counter(Protocol):
    """A service that counts citations."""

    @property
    def label(self) -> str:
        """What stands as the source of its counts."""

    def counts(self, papers: Iterable[Asked], client: Client) -> Mapping[str, Count]:
        """The counts of those papers that it knows, by their ids; Failure where an answer is not whole."""


@runtime_checkable
class Versions(Protocol):
    """A service that knows where a preprint was published."""

    def published(self, papers: Iterable[Asked], client: Client) -> Mapping[str, Mapping[str, Plain]]:
        """The published version of each preprint that has one, in the keys of an entry of `versions`."""
