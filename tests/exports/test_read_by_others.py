"""What is written is read again by the programs of others: rispy, citeproc-py, bibtexparser, the csv module."""

import csv
import gzip
import io
import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.bibliography import authors_of, field_of, paper, read_again
from exports.citing import cited
from folders import CHECKOUT
from profilegen.exports.bibtex import bibtex, pages, whole_bibtex
from profilegen.exports.csl import csl_json
from profilegen.exports.parts import one_line, page_range
from profilegen.exports.ris import ris
from profilegen.exports.table import COLUMNS, heading, row
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name
from profilegen.model.paper import Byline, Contributor, Imprint, Paper, PaperType
from profilegen.model.text import Text
from profilegen.values import replace

CORPUS = CHECKOUT.parent / "shared/corpora/acl-10k.jsonl.gz"

MANY = 500 if os.environ.get("PROFILEGEN_LONG") else 50
"""How many papers hypothesis makes."""

NASTY = st.text(alphabet="aB é漢ñ{}%&\\$#_~^\"'<>,;|=\u2028\u0301", min_size=1, max_size=30).filter(str.strip)
WORDS = st.sampled_from(["and", "Anders", "d'Arc", "O'Neil", "{Von}", "50%", "R&D", "a\\b", "Łukasz", "王", "et", "al"])
NAMES = st.one_of(
    st.builds(Name.of_parts, st.one_of(WORDS, NASTY), st.one_of(st.just(""), WORDS, NASTY)),
    st.builds(Name.group, st.one_of(NASTY, st.sampled_from(["Barnes and Noble", "The {X} Group, Inc.", "others"]))),
)
PAPERS = st.builds(
    lambda title, names, venue, number: Paper(
        id="p",
        file="content/papers/p.md",
        title=Text(title),
        byline=Byline(tuple(Contributor(name) for name in names)),
        date=PartialDate(2023, 10, 28),
        imprint=Imprint(venue=venue, number=number, pages="1-9"),
        tags=(venue,),
        doi="10.1000/x",
        abstract=Text(title),
    ),
    NASTY,
    st.lists(NAMES, min_size=1, max_size=4),
    NASTY,
    NASTY,
)


def ris_of(one: Paper) -> dict[str, Any]:
    (entry,) = rispy.loads(ris(cited(one)))
    return dict(entry)


def csl_of(one: Paper) -> Any:  # noqa: ANN401 - JSON
    """The item as citeproc-py takes it in, with what it does not know as an error."""
    item = json.loads(csl_json(cited(one)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (reference,) = CiteProcJSON([item]).values()
    return item, reference


@settings(max_examples=MANY)
@given(PAPERS)
def test_whatever_is_in_a_paper_ris_reads_the_same(one: Paper) -> None:
    told, entry = cited(one), ris_of(one)
    names = [author.name for author in one.byline.authors]
    written = [one_line(name.full) if name.literal else one_line(", ".join(_parts(name))) for name in names]
    assert entry["authors"] == written
    assert entry.get("title", "") == told.title
    assert (entry["year"], entry["date"], entry["doi"]) == ("2023", "2023/10/28/", "10.1000/x")
    assert (entry["start_page"], entry["end_page"]) == ("1", "9")
    assert entry.get("abstract", "") == told.abstract


@settings(max_examples=MANY)
@given(PAPERS)
def test_whatever_is_in_a_paper_csl_has_it_whole(one: Paper) -> None:
    item, reference = csl_of(one)
    assert item.get("title", "") == cited(one).title
    assert str(reference.page) == "1-9"
    for author, name in zip(one.byline.authors, item["author"], strict=True):
        if author.name.literal:
            assert name == {"literal": author.name.full}
        else:
            assert (name.get("family"), name.get("given", "")) == (author.name.family, author.name.given)


@settings(max_examples=MANY)
@given(PAPERS)
def test_whatever_is_in_a_paper_its_row_is_one_row(one: Paper) -> None:
    text = "".join([heading(), row(cited(one)), row(cited(one))])
    columns, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert columns == list(COLUMNS)
    assert [len(cells) for cells in rows] == [len(COLUMNS)] * 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for cells in rows for cell in cells)


@settings(max_examples=MANY)
@given(PAPERS)
def test_whatever_is_in_a_paper_bibtex_reads_as_many_names(one: Paper) -> None:
    entry = read_again(whole_bibtex(one, bibtex(one)))
    assert len(authors_of(entry)) == len(one.byline.authors)
    if not set("$\\<") & set(one.title.source):
        # Formulas and commands stay LaTeX; `test_title_to_latex.py` holds what becomes of them.
        assert field_of(entry, "title").split() == cited(one).title.split()
    assert (entry["year"], entry["doi"], entry["pages"]) == ("2023", "10.1000/x", "1–9")


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus is not here")
def test_a_thousand_real_papers_are_read_the_same_by_all_three() -> None:
    seen = 0
    for one in _real(1000):
        seen += 1
        told = cited(one)
        entry, (item, reference), record = read_again(whole_bibtex(one, bibtex(one))), csl_of(one), ris_of(one)
        year = one.date.year if one.date else None
        first, last = page_range(one.imprint.pages)
        assert field_of(entry, "title").split() == told.title.split() == record["title"].split()
        assert str(reference.title) == told.title
        assert int(str(entry["year"])) == int(record["year"]) == item["issued"]["date-parts"][0][0] == year
        assert (_text(entry, "pages"), record.get("start_page", ""), record.get("end_page", "")) == (
            pages(one.imprint.pages).replace("--", "–"),
            first,
            last,
        )
        assert item.get("page", "") == "-".join(filter(None, (first, last)))
        assert _text(entry, "doi") == record.get("doi", "") == item.get("DOI", "") == one.doi
        names = [author.name for author in one.byline.authors]
        assert [(von, family, given) for von, family, _, given in authors_of(entry)] == [
            (name.particle, name.family, name.given) for name in names
        ]
        assert record["authors"] == [", ".join(_parts(name)) for name in names]
        read = [(n.get("non-dropping-particle", ""), n["family"], n.get("given", "")) for n in item["author"]]
        assert read == [(name.particle, name.family, name.given) for name in names]
    assert seen == 1000


def _parts(name: Name) -> list[str]:
    last = " ".join(part for part in (name.particle, name.family) if part)
    return [part for part in (last, name.given, name.suffix) if part]


def _text(entry: Any, name: str) -> str:  # noqa: ANN401 - a parser's entry
    return str(entry[name]) if name in entry.fields_dict else ""


def _real(count: int) -> Iterator[Paper]:
    with gzip.open(Path(CORPUS), "rt", encoding="utf-8") as lines:
        for _, line in zip(range(count), _every_tenth(lines), strict=False):
            found = json.loads(line)
            kind = PaperType.ARTICLE if found["category"] == "journal" else PaperType.CONFERENCE
            imprint = Imprint(venue=found["venue"], pages=found["pages"])
            one = paper(found["title"], *found["authors"], kind=kind, date=found["date"], imprint=imprint)
            yield replace(one, doi=found["doi"] if found["doi"].startswith("10.") else "")


def _every_tenth(lines: Iterator[str]) -> Iterator[str]:
    return (line for number, line in enumerate(lines) if number % 10 == 0)
