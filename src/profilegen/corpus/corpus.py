"""The corpus: all records of a site, linked. Its indices hold ids."""

from collections.abc import Mapping

from profilegen.model.author import Author
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Paper
from profilegen.model.records import OwnPage
from profilegen.model.settings import Settings
from profilegen.values import Struct


class Person(Struct, frozen=True):
    """Somebody who wrote papers: an author with a file, or, where `author` is None, all that is printed under one name.

    `id` is the segment of the page's address below `authors/`. `spellings` are the names as the papers print them, the
    most frequent one first. The author's `former_names` are left out here, so that nothing after this can print them,
    and `selected` holds those papers alone that are in the person's list.
    """

    id: str
    name: Name
    author: Author | None
    spellings: tuple[str, ...]
    has_page: bool


class Corpus(Struct, frozen=True, kw_only=True):
    """All records, linked, without drafts; the mappings iterate in the order in which their values are shown.

    - `papers`: by id, in the site's order; their bylines hold the names to print: a former name is already the
      current one.
    - `people`: by id, in the order of an index of names; `pages`: by id, by weight.
    - `credits`: the person each entry of a paper's byline is linked to, or None; parallel to `byline.entries`.
    - `papers_of` and `by_category`: ids of papers in the site's order, without further versions of a listed paper.
    - `versions`: the main paper's id for each paper that is only another version of it; it keeps its page.
    - `as_of`: the site's date.
    """

    settings: Settings
    papers: Mapping[str, Paper]
    people: Mapping[str, Person]
    pages: Mapping[str, OwnPage]
    credits: Mapping[str, tuple[str | None, ...]]
    papers_of: Mapping[str, tuple[str, ...]]
    by_category: Mapping[str, tuple[str, ...]]
    versions: Mapping[str, str]
    as_of: PartialDate
