"""Small records in one line each, and the corpus of them."""

from profilegen.corpus.corpus import Corpus
from profilegen.corpus.linking import link
from profilegen.model.author import Author
from profilegen.model.names import Name
from profilegen.model.paper import Byline, Contributor, Paper
from profilegen.model.records import OwnPage, Records
from profilegen.model.settings import Settings
from profilegen.model.text import Text
from profilegen.problems import Place, Problem
from profilegen.values import replace

ORCID_A = "0000-0002-1825-0097"
ORCID_B = "0000-0001-5109-3700"


def entry(name: str | Contributor | None) -> Contributor | None:
    return named(name) if isinstance(name, str) else name


def named(name: str, author: str = "", *, orcid: str = "", group: bool = False) -> Contributor:
    return Contributor(Name.group(name) if group else person(name), author, orcid)


def person(text: str) -> Name:
    """The name the text is; as a family name where content would refuse it: linking takes any."""
    try:
        return Name.parse(text)
    except ValueError:
        return Name.of_parts(text)


def paper(paper_id: str, *byline: str | Contributor | None, title: str = "") -> Paper:
    file = f"content/papers/{paper_id}.md"
    placed = [
        one and replace(one, place=Place(file, 3 + index, 5)) for index, one in enumerate(entry(one) for one in byline)
    ]
    return Paper(id=paper_id, file=file, title=Text(title or f"On {paper_id}"), byline=Byline(tuple(placed)))


def author(author_id: str, name: str, *, other: str = "", former: str = "", orcid: str = "") -> Author:
    return Author(
        id=author_id,
        file=f"content/authors/{author_id}.md",
        name=person(name),
        other_names=tuple(Name.parse(one) for one in other.split(";") if one),
        former_names=tuple(Name.parse(one) for one in former.split(";") if one),
        orcid=orcid,
    )


def own_page(page_id: str) -> OwnPage:
    return OwnPage(id=page_id, file=f"content/pages/{page_id}.md", title=Text(page_id))


def records(*parts: Paper | Author | OwnPage, settings: Settings | None = None) -> Records:
    return Records(
        papers=tuple(part for part in parts if isinstance(part, Paper)),
        authors=tuple(part for part in parts if isinstance(part, Author)),
        pages=tuple(part for part in parts if isinstance(part, OwnPage)),
        settings=settings or Settings(),
    )


def linked(*parts: Paper | Author | OwnPage, all_authors: bool = False) -> tuple[Corpus, tuple[Problem, ...]]:
    return link(records(*parts, settings=Settings(all_authors=all_authors)))


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]
