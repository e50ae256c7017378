"""A page: one address of the site."""

from dataclasses import dataclass

from profilegen.pages import address


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site: `kind` names the template and the maker of its view, `subject` what it is about.

    `source` is the file of the record that wants the page, "" where none alone does.
    """

    address: str
    kind: str
    subject: str = ""
    source: str = ""

    @property
    def file(self) -> str:
        """The page's file below the output folder."""
        return address.file_of(self.address)
