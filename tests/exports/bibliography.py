"""Papers for tests of exports, and BibTeX read again by a parser that is not ours."""

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from bibtexparser.middlewares.names import NameParts
from bibtexparser.model import Entry

from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Byline, Contributor, Imprint, Paper, PaperType
from profilegen.model.text import Text


def paper(
    title: str = "On Things",
    *authors: str | Name,
    kind: PaperType = PaperType.ARTICLE,
    date: str = "2023",
    imprint: Imprint | None = None,
) -> Paper:
    """A paper by these authors, "..." standing for those left out."""
    entries = tuple(None if author == "..." else Contributor(named(author)) for author in authors or ("Ada Byron",))
    return Paper(
        id="p",
        file="content/papers/p.md",
        title=Text(title),
        byline=Byline(entries),
        date=PartialDate.parse(date) if date else None,
        type=kind,
        imprint=imprint or Imprint(),
    )


def named(author: str | Name) -> Name:
    return Name.parse(author) if isinstance(author, str) else author


def read_again(text: str) -> Entry:
    """The one entry of a text, with its LaTeX turned to Unicode and its names taken apart."""
    for name, sign in _SIGNS.items():
        text = text.replace(f"\\{name}{{}}", sign)
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry


# The parser's decoder does not know these names, and takes what they mean for LaTeX.
_SIGNS = {
    "textbraceleft": "\ue000",
    "textbraceright": "\ue001",
    "textbackslash": "\ue002",
    "textasciitilde": "\ue003",
    "textasciicircum": "^",
    "textasciigrave": "\ue004",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}
_SHOWN = str.maketrans({"\ue000": "{", "\ue001": "}", "\ue002": "\\", "\ue003": "~", "\ue004": "`"})


def field_of(entry: Entry, name: str) -> str:
    """A field as a reader sees it printed."""
    return str(entry[name]).translate(_SHOWN)


def authors_of(entry: Entry) -> list[tuple[str, str, str, str]]:
    """Particle, family, suffix and given name of each author, without braces."""
    value = entry["author"]
    assert isinstance(value, list)
    parts = [one for one in value if isinstance(one, NameParts)]
    return [(_said(one.von), _said(one.last), _said(one.jr), _said(one.first)) for one in parts]


def _said(words: list[str]) -> str:
    return " ".join(words).replace("{", "").replace("}", "").translate(_SHOWN)
