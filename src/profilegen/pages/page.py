"""A page: one address of the site."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from profilegen.pages import address
from profilegen.values import Struct

MEDIA: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bibtex": "application/x-bibtex",
        "ris": "application/x-research-info-systems",
        "csl": "application/vnd.citationstyles.csl+json",
        "json": "application/json",
        "csv": "text/csv",
        "atom": "application/atom+xml",
        "sitemap": "application/xml",
        "sitemaps": "application/xml",
        "robots": "text/plain",
        "picture": "image/png",
    }
)
"""The media type of each kind of page that is no HTML."""


class Page(Struct, frozen=True):
    """One address of the site: `kind` names the template or the writer, and the maker of its view.

    `subject` is what it is about, `source` the file of the record that wants the page, "" where none alone does.
    """

    address: str
    kind: str
    subject: str = ""
    source: str = ""

    @property
    def file(self) -> str:
        """The page's file below the output folder."""
        return address.file_of(self.address)
