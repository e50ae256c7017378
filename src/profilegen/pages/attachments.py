"""Files beside records: which file of the content is copied to which address."""

import posixpath
from collections.abc import Iterable, Iterator

from profilegen.model.slugs import slug
from profilegen.pages import address
from profilegen.pages.attachment import Attachment
from profilegen.pages.page import Page
from profilegen.pages.site import Site
from profilegen.problems import Place, Problem, problem, quoted


def attachments(site: Site) -> tuple[Attachment, ...]:
    """Every file beside a record, to be copied into the folder of the record's page."""
    return tuple(_of_records(site))


def attachment_problems(files: Iterable[Attachment], pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A problem for each file that a page, or another file, would overwrite."""
    files = tuple(files)
    if not files:
        return ()
    taken = {page.file.casefold(): f"the page {quoted(page.address)}" for page in pages}
    found: list[Problem] = []
    for attached in files:
        other = taken.setdefault(attached.file.casefold(), attached.source)
        if other != attached.source:
            message = f"it would be copied to where {other} belongs"
            found.append(problem("shared-page", Place(attached.source), message, "rename the file"))
    return tuple(found)


def _of_records(site: Site) -> Iterator[Attachment]:
    corpus = site.corpus
    for paper in (paper for paper in corpus.papers.values() if paper.files):
        yield from _beside(paper.file, paper.files, f"{address.PAPERS}{slug(paper.id)}")
    for person in corpus.people.values():
        if person.author is not None:
            yield from _beside(person.author.file, person.author.files, f"{address.PEOPLE}{slug(person.author.id)}")
    for page in corpus.pages.values():
        yield from _beside(page.file, page.files, slug(page.id))


def _beside(record: str, names: tuple[str, ...], folder: str) -> Iterator[Attachment]:
    for name in names:
        yield Attachment(posixpath.join(posixpath.dirname(record), name), f"{folder}/{name}")
