"""Who is told by a build in a test, and says nothing."""

from collections.abc import Iterable

from profilegen.output.write import Page


class Quiet:
    """Says nothing."""

    def line(self, text: str) -> None:
        """Nothing."""

    def progress(self, pages: Iterable[Page], total: int) -> Iterable[Page]:  # noqa: ARG002 - a part of the protocol
        """The pages as they are."""
        return pages
