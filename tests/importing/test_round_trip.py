"""A record written as BibTeX and imported again is the same; random text survives import, file and page."""

import re
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from profilegen.content.edit import Document
from profilegen.content.schema.paper import PaperFile
from profilegen.exports.bibtex import bibtex
from profilegen.exports.inline import latex
from profilegen.importing.candidate import Candidate
from profilegen.importing.formats import read
from profilegen.importing.known import Known, understood
from profilegen.importing.latex import plain
from profilegen.importing.plan import plan
from profilegen.markup.converter import Markup
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Byline, Contributor, Imprint, Paper, PaperType
from profilegen.model.text import Text
from profilegen.problems import Place

WORD = st.text(alphabet="abcXYZ éßøλ中.-&%$#_{}~^\\'", min_size=1, max_size=12)
PLAIN = (
    st.lists(WORD, min_size=1, max_size=3)
    .map(lambda words: " ".join(" ".join(words).split()))
    .filter(
        lambda text: not re.search("--|''|``|^$", text)  # LaTeX prints other signs for two of these
    )
)
NAMES = st.sampled_from(
    ["Ada Lovelace", "Ludwig van Beethoven", "Ben Chaaben, Meriem", "Žižek, Slavoj", "Martin Luther King Jr.", "王小明",
     "Charles-Jean de la Vallée Poussin", "Plato", "O'Sullivan, S. P.", "Björk Guðmundsdóttir", "van der Berg, A."]
).map(Name.parse)  # fmt: skip
GROUPS = st.sampled_from(["The Engine Group", "Barnes and Noble", "others", "A & B"]).map(Name.group)
KINDS = st.sampled_from(
    [
        PaperType.ARTICLE,
        PaperType.CONFERENCE,
        PaperType.CHAPTER,
        PaperType.BOOK,
        PaperType.THESIS_PHD,
        PaperType.THESIS_MASTER,
        PaperType.REPORT,
        PaperType.SOFTWARE,
        PaperType.TALK,
    ]
)
TEXTS = st.text(alphabet="abc XY019.:;,-–“”()[]{}<>$%&#_^~\\*`'\"@!?/|+=éßλ中\u2028\t\n", min_size=1, max_size=30)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    people = draw(st.lists(NAMES | GROUPS, min_size=1, max_size=4, unique_by=lambda name: name.full))
    gap = draw(st.booleans())
    year = draw(st.integers(1600, 2100))
    month = draw(st.none() | st.integers(1, 12))
    kind = draw(KINDS)
    return Paper(
        id="p",
        file="content/papers/p.md",
        title=Text(draw(PLAIN.map(lambda text: f"On {text}"))),
        byline=Byline((*map(Contributor, people), *([None] if gap else []))),
        date=PartialDate(year, month),
        type=kind,
        imprint=Imprint(
            venue=""
            if kind in (PaperType.SOFTWARE, PaperType.TALK, PaperType.THESIS_PHD)
            else draw(PLAIN.map(lambda text: f"J {text}")),
            volume=draw(st.sampled_from(["", "3", "12A"])),
            pages=draw(st.sampled_from(["", "1-9", "e12", "3-1–3-9"])),
            publisher=draw(st.just("") | PLAIN.map(lambda text: f"P {text}")),
            issn=draw(st.sampled_from(["", "1234-5679"])),
        ),
        doi=draw(st.sampled_from(["", "10.1000/a_b", "10.1000/(x)y<z>#1"])),
        arxiv=draw(st.sampled_from(["", "2101.00010", "hep-th/9901001"])),
        url=draw(st.sampled_from(["", "https://example.org/a_b?c=d&e#f", "https://example.org/~ada/"])),
        citekey="k1",
    )


def imported(text: str) -> PaperFile:
    found = read(text, "a.bib")
    assert found.problems == ()
    planned = plan(found.candidates, ())
    assert planned.problems == ()
    return planned.papers[0].file


@given(papers())
def test_a_record_comes_back_from_bibtex_as_it_was(paper: Paper) -> None:
    file = imported(bibtex(paper))
    assert plain(latex(file.title)) == plain(latex(paper.title.source))
    names = [None if entry.gap else entry.printed() for entry in file.authors]
    assert [name and name.full for name in names] == [entry and entry.name.full for entry in paper.byline.entries]
    assert [name and name.family for name in names] == [entry and entry.name.family for entry in paper.byline.entries]
    assert file.date == paper.date
    assert (file.doi, file.arxiv, file.citekey) == (paper.doi, paper.arxiv, paper.citekey)
    assert file.url == paper.url
    if paper.imprint.venue or paper.type not in (PaperType.ARTICLE, PaperType.CONFERENCE, PaperType.CHAPTER):
        assert file.type == paper.type.value
    for key in ("volume", "pages", "issn"):
        assert getattr(file, key) == getattr(paper.imprint, key)
    institution = paper.type in (PaperType.THESIS_PHD, PaperType.THESIS_MASTER)
    assert file.venue == paper.imprint.venue
    assert (file.publisher or (file.institution if institution else "")) == paper.imprint.publisher


def test_an_author_whose_place_is_not_known_comes_back_too() -> None:
    byline = Byline((Contributor(Name.parse("Ada Lovelace")), None, Contributor(Name.parse("Ben Two")), None))
    paper = Paper(id="p", file="p.md", title=Text("On Things"), byline=byline)
    file = imported(bibtex(paper))
    assert ["..." if entry.gap else entry.printed().full for entry in file.authors] == [
        "Ada Lovelace",
        "...",
        "Ben Two",
        "...",
    ]


def written(**fields: Any) -> Known[PaperFile]:  # noqa: ANN401 - a field holds anything
    found = {"title": "T", "authors": ["Ada Lovelace"], **fields}
    planned = plan([Candidate(found, Place("a"), "k")], ())
    assert planned.papers, planned.problems
    return planned.papers[0]


@given(st.sampled_from(["venue", "publisher", "license", "note", "abstract", "tags", "extra"]), TEXTS)
def test_random_text_survives_import_and_file(key: str, text: str) -> None:
    value: object = [text] if key == "tags" else {"a": text} if key == "extra" else text
    known = written(**{key: value})
    again = understood(known.id, Document(known.path, known.document.raw), PaperFile)
    assert isinstance(again, Known)
    found: Any = again.body or again.file.abstract if key == "abstract" else getattr(again.file, key)
    shown = (found[0] if key == "tags" else found.get("a", "") if key == "extra" else found) if found else ""
    assert str(shown).split() == text.split()


@given(TEXTS.filter(str.strip))
def test_a_title_from_any_source_is_shown_as_it_was(text: str) -> None:
    plain = " ".join(text.split())
    found = read(f'[{{"title": {jsoned(plain)}, "author": [{{"family": "B"}}], "type": "book"}}]', "a.json", "csl")
    if not found.candidates:
        return
    title = str(found.candidates[0].fields["title"])
    known = written(title=title)
    html = Markup().inline(Text(known.file.title)).html
    if re.search(r"(?<!\\)\$", title) or "<" in plain or "&" in plain:
        return  # formulas, tags and entities are read as what they are
    assert unescape(re.sub(r"<[^>]*>", "", html)).split() == plain.split()


def jsoned(text: str) -> str:
    import json

    return json.dumps(text)
