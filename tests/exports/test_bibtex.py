"""Papers as BibTeX entries: golden cases, and what a parser that is not ours reads in them again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exports.bibliography import authors_of, field_of, named, paper, read_again
from profilegen.exports.bibtex import bibtex, pages, whole_bibtex
from profilegen.markup.converter import Markup
from profilegen.model.names import Name
from profilegen.model.paper import Contributor, Imprint, PaperType, Status
from profilegen.model.text import Text
from profilegen.values import replace

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéøßžñ王дα", min_size=1, max_size=8)
CAPITALISED = LETTERS.map(str.title).filter(lambda word: word[0].isupper() or word[0] == "王")
PLAIN = st.text(alphabet='aBcD 12{}&#%_*^|:,.()/@+=;"é漢~', min_size=1, max_size=60).filter(str.strip)
ANYTHING = st.one_of(st.text(max_size=60), st.text(alphabet="aB1 \\{}$*_`&<>[]()!~^%#'\"-,", max_size=40))


def test_an_article_has_all_that_is_known_of_it_in_the_order_of_print() -> None:
    imprint = Imprint(
        venue="Journal of Ducks & Geese",
        series="Series",
        volume="12",
        number="3",
        pages="117-132",
        publisher="Pond Press",
        place="Bern",
        isbn="978-3-16-148410-0",
        issn="1234-5679",
    )
    one = replace(
        paper("A *Short* Note on LLMs", "Ada Byron", "Ludwig van Beethoven Jr.", date="2023-10-28", imprint=imprint),
        editors=(Contributor(named("Grace Hopper")), Contributor(Name.group("The Pond Group"))),
        doi="10.1000/a_b",
        arxiv="2301.00001v2",
        categories=("cs.LG", "stat.ML"),
        url="https://example.org/a_b?c=1&d#e",
        note=Text("Oral; see [the slides](slides.pdf)"),
    )
    assert bibtex(one) == (
        "@article{byron2023short,\n"
        "  author = {Byron, Ada and van Beethoven, Jr., Ludwig},\n"
        "  title = {A \\emph{Short} Note on {LLMs}},\n"
        "  editor = {Hopper, Grace and {The Pond Group}},\n"
        "  journal = {Journal of Ducks \\& Geese},\n"
        "  series = {Series},\n"
        "  volume = {12},\n"
        "  number = {3},\n"
        "  pages = {117--132},\n"
        "  publisher = {Pond Press},\n"
        "  address = {Bern},\n"
        "  isbn = {978-3-16-148410-0},\n"
        "  issn = {1234-5679},\n"
        "  year = {2023},\n"
        "  month = oct,\n"
        "  doi = {10.1000/a_b},\n"
        "  eprint = {2301.00001v2},\n"
        "  archivePrefix = {arXiv},\n"
        "  primaryClass = {cs.LG},\n"
        "  url = {https://example.org/a_b?c=1&d#e},\n"
        "  note = {Oral; see the slides}\n"
        "}\n"
    )


def test_a_whole_entry_has_what_a_reference_manager_keeps() -> None:
    one = replace(
        paper("Ducks", date="2023-10-28", kind=PaperType.OTHER),
        language="de",
        tags=("birds", "R&D"),
        abstract=Text("We *count* 5% of $n^2$ ducks.\n\nThen more."),
    )
    assert whole_bibtex(one, bibtex(one, key="k")) == bibtex(one, key="k").removesuffix("\n}\n") + (
        ",\n"
        "  day = {28},\n"
        "  language = {de},\n"
        "  keywords = {birds, R\\&D},\n"
        "  abstract = {We \\emph{count} 5\\% of $n^2$ ducks. Then more.}\n"
        "}\n"
    )


def test_a_preprint_is_misc_with_its_eprint() -> None:
    one = replace(paper("On Ducks", kind=PaperType.PREPRINT), arxiv="hep-th/9901001", categories=("own-field",))
    assert bibtex(one, key="k") == (
        "@misc{k,\n"
        "  author = {Byron, Ada},\n"
        "  title = {On Ducks},\n"
        "  year = {2023},\n"
        "  eprint = {hep-th/9901001},\n"
        "  archivePrefix = {arXiv}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("kind", "imprint", "entry", "line"),
    [
        (PaperType.CONFERENCE, Imprint(venue="Proc. X", event="X 2023"), "inproceedings", "booktitle = {Proc. X}"),
        (PaperType.CONFERENCE, Imprint(event="X 2023"), "inproceedings", "booktitle = {X 2023}"),
        (PaperType.CONFERENCE, Imprint(), "misc", "year = {2023}"),
        (PaperType.ARTICLE, Imprint(), "misc", "year = {2023}"),
        (PaperType.BOOK, Imprint(publisher="P", edition="2"), "book", "edition = {2}"),
        (PaperType.CHAPTER, Imprint(venue="A Book", chapter="3"), "incollection", "chapter = {3}"),
        (PaperType.THESIS_PHD, Imprint(institution="ETH"), "phdthesis", "school = {ETH}"),
        (PaperType.THESIS_MASTER, Imprint(publisher="ETH"), "mastersthesis", "school = {ETH}"),
        (PaperType.REPORT, Imprint(institution="NASA", number="7"), "techreport", "institution = {NASA}"),
        (PaperType.SOFTWARE, Imprint(), "misc", "howpublished = {Software}"),
        (PaperType.DATASET, Imprint(), "misc", "howpublished = {Data set}"),
        (PaperType.TALK, Imprint(event="X 2023"), "misc", "howpublished = {X 2023}"),
        (PaperType.POSTER, Imprint(), "misc", "howpublished = {Poster}"),
        (PaperType.PATENT, Imprint(number="US 1"), "misc", "number = {US 1}"),
        (PaperType.OTHER, Imprint(), "misc", "year = {2023}"),
    ],
)
def test_each_type_has_an_entry(kind: PaperType, imprint: Imprint, entry: str, line: str) -> None:
    text = bibtex(paper(kind=kind, imprint=imprint))
    assert text.startswith(f"@{entry}{{")
    assert f"  {line}" in text


def test_every_type_is_written() -> None:
    assert all(bibtex(paper(kind=kind)).startswith("@") for kind in PaperType)


@pytest.mark.parametrize(
    ("status", "note"),
    [
        (Status.RETRACTED, "note = {Retracted. Oral}"),
        (Status.WITHDRAWN, "note = {Withdrawn. Oral}"),
        (Status.SUBMITTED, "note = {Submitted. Oral}"),
        (Status.ACCEPTED, "note = {To appear. Oral}"),
        (Status.PUBLISHED, "note = {Oral}"),
    ],
)
def test_a_note_says_what_became_of_the_paper(status: Status, note: str) -> None:
    assert note in bibtex(replace(paper(), status=status, note=Text("Oral")))


def test_of_an_incomplete_byline_nobody_gets_a_place_that_is_not_known() -> None:
    text = bibtex(paper("T", "Ada Byron", "Grace Hopper", "...", "Zoe Zed", "..."))
    assert "author = {Byron, Ada and Hopper, Grace and others}" in text
    assert "annote = {Among the authors: Zoe Zed}" in text


def test_a_byline_without_any_known_place_claims_no_first_author() -> None:
    text = bibtex(paper("T", "...", "Zoe Zed", "..."))
    assert "author" not in text.replace("Among the authors: Zoe Zed", "")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Martin Luther King Jr.", "King, Jr., Martin Luther"),
        ("Santiago Ramón y Cajal", "{Ramón y Cajal}, Santiago"),
        ("de la Vallée Poussin, Charles", "de la Vallée Poussin, Charles"),
        ("Plato", "Plato"),
        ("van Gogh", "van Gogh"),
        ("王伟", "王伟"),
        (Name.of_parts("伟", "王"), "伟, 王"),
        (Name.of_parts("Ibn Sina"), "{Ibn Sina}"),
        (Name.of_parts("others"), "{others}"),
        (Name.of_parts("Smith and Wesson", "A, B"), "{Smith and Wesson}, {A, B}"),
        (Name.of_parts("King", suffix="Jr."), "{King Jr.}"),
        (Name.of_parts("x}", "{y"), "{x\\textbraceright{}}, {\\textbraceleft{}y}"),
        (Name.group("Barnes and Noble, Inc."), "{Barnes and Noble, Inc.}"),
    ],
)
def test_names_are_written_the_way_bibtex_takes_them_apart(given: str | Name, written: str) -> None:
    assert f"  author = {{{written}}},\n" in bibtex(paper("T", given))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("117-132", "117--132"),
        ("117–132", "117--132"),
        ("117 -- 132, 140", "117--132, 140"),
        ("S1-S10", "S1--S10"),
        ("3-1–3-9", "3-1--3-9"),
        ("e12", "e12"),
    ],
)
def test_pages_have_a_long_dash(typed: str, written: str) -> None:
    assert pages(typed) == written


def test_a_path_inside_the_site_is_no_address_of_a_citation() -> None:
    assert "url" not in bibtex(replace(paper(), url="paper.pdf"))


def test_an_identifier_cannot_end_its_field() -> None:
    assert "doi = {10.1000/a%5C}" in bibtex(replace(paper(), doi="10.1000/a\\"))


def test_a_text_that_is_longer_than_a_note_is_left_out() -> None:
    assert "note" not in bibtex(replace(paper(), note=Text("x" * 2_001)))


@given(PLAIN)
@example("_:__")
@example("*a**b*")
@example("a*b**c*d")
@example("*a_b*c_")
def test_a_title_reads_as_on_the_page(title: str) -> None:
    read = field_of(read_again(bibtex(paper(title))), "title")
    assert read.split() == Markup().inline(Text(title)).plain.split()


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_date_is_read_again(year: int, month: int) -> None:
    entry = read_again(bibtex(paper(date=f"{year:04d}-{month:02d}")))
    assert int(str(entry["year"])) == year
    assert entry["month"] == "jan feb mar apr may jun jul aug sep oct nov dec".split()[month - 1]


@given(st.lists(st.tuples(CAPITALISED, CAPITALISED, st.sampled_from(["", "van", "de la"])), min_size=1, max_size=5))
def test_authors_are_read_again(people: list[tuple[str, str, str]]) -> None:
    authors = [Name.of_parts(family, given, particle) for family, given, particle in people]
    entry = read_again(bibtex(paper("T", *authors)))
    assert authors_of(entry) == [(particle, family, "", given) for family, given, particle in people]


@given(ANYTHING, ANYTHING, ANYTHING)
def test_braces_are_balanced_whatever_is_written(title: str, name: str, field: str) -> None:
    imprint = Imprint(venue=field, pages=field, number=field)
    text = bibtex(
        replace(paper(title, Name.of_parts(name, field), Name.group(field), imprint=imprint), note=Text(title))
    )
    depth = 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert text.count("\n") == text.count(",\n") + 2


@given(ANYTHING)
def test_a_paper_is_one_entry_whatever_its_title_is(title: str) -> None:
    assert read_again(bibtex(paper(title))).fields
