"""BibTeX files to candidates: whole files, odd entries, and what is wrong with them, at its line."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

import pytest

from profilegen.importing.bibtex import read_bibtex
from profilegen.importing.candidate import Reading
from profilegen.importing.fitting import fitted


def read(text: str) -> Reading:
    return read_bibtex(dedent(text), "a.bib")


def fields(text: str) -> Mapping[str, Any]:
    reading = read(text)
    (candidate,) = reading.candidates
    made, _ = fitted(candidate)
    assert made is not None
    return made.fields


def entry(**values: str) -> Mapping[str, Any]:
    given = {"title": "On Things", "author": "Ada Byron", **values}
    return fields("@article{k,\n" + "".join(f"{name} = {{{value}}},\n" for name, value in given.items()) + "}")


def test_an_entry_as_ads_exports_it() -> None:
    found = fields(r"""
        @ARTICLE{2026MNRAS.547ag394O,
               author = {{Lovelace}, A.~A.~K. and {Van Eck}, C. and {Br{\"u}ggen}, M. and {Engine Collaboration}},
                title = "{Gas at z {\ensuremath{\sim}} 1}",
              journal = {\mnras},
             keywords = {magnetic fields, galaxies: dwarf, 1340, 845},
                 year = 2026,
                month = jun,
               volume = {547},
                  eid = {L32},
                pages = {L32},
                  doi = {10.1093/mnras/stag394},
        archivePrefix = {arXiv},
               eprint = {2602.21739},
         primaryClass = {astro-ph.GA},
               adsurl = {https://example.org/abs/A&B}
        }
        """)
    assert found == {
        "title": r"Gas at z $\sim$ 1",
        "authors": ["A. A. K. Lovelace", "Van Eck, C.", "M. Brüggen", {"literal": "Engine Collaboration"}],
        "date": "2026-06",
        "type": "article",
        "category": "astro-ph.GA",
        "tags": ["magnetic fields", "galaxies: dwarf"],
        "venue": "Monthly Notices of the Royal Astronomical Society",
        "volume": "547",
        "eid": "L32",
        "citekey": "2026MNRAS.547ag394O",
        "doi": "10.1093/mnras/stag394",
        "arxiv": "2602.21739",
        "extra": {"adsurl": "https://example.org/abs/A&B", "concepts": "1340, 845"},
    }


def test_a_preprint_repeats_its_number_in_no_other_field() -> None:
    found = entry(journal="arXiv e-prints", eid="arXiv:2606.31440", pages="arXiv:2606.31440", eprint="2606.31440",
                  archivePrefix="arXiv", doi="10.48550/arXiv.2606.31440")  # fmt: skip
    assert (found["type"], found["arxiv"]) == ("preprint", "2606.31440")
    assert not {"eid", "pages", "venue"} & found.keys()
    assert entry(journal="arXiv preprint arXiv:1706.07119")["arxiv"] == "1706.07119"


def test_html_in_an_address_gives_the_doi() -> None:
    found = entry(url='doi:<a href="https://doi.org/10.1000/j.x_y">10.1000/j.x_y</a>')
    assert found["doi"] == "10.1000/j.x_y"
    assert "url" not in found
    assert entry(url=r"\url{https://example.org/a\_b}")["url"] == "https://example.org/a_b"


@pytest.mark.parametrize(
    ("published", "known"),
    [
        (r"\url{https://example.org/a_b}", {"url": "https://example.org/a_b"}),
        (r"Available at \url{https://example.org/a}",
         {"url": "https://example.org/a", "extra": {"howpublished": "Available at https://example.org/a"}}),
        (r"\url{https://doi.org/10.1000/182}", {"doi": "10.1000/182"}),
        (r"\url{https://arxiv.org/abs/2101.00010}", {"arxiv": "2101.00010"}),
        ("Blog of Engines", {"venue": "Blog of Engines"}),
    ],
)  # fmt: skip
def test_an_address_in_howpublished_is_no_venue(published: str, known: dict[str, object]) -> None:
    found = fields(f"@misc{{k, title={{On Things}}, author={{Ada Byron}}, howpublished={{{published}}}}}")
    assert {key: value for key, value in found.items() if key not in ("title", "authors", "type", "citekey")} == known


def test_a_preprint_as_dblp_exports_it() -> None:
    found = entry(journal="CoRR", volume="abs/2101.00010", eprinttype="arXiv", eprint="2101.00010", year="2021",
                  url="https://arxiv.org/abs/2101.00010")  # fmt: skip
    assert (found["type"], found["arxiv"], found["date"]) == ("preprint", "2101.00010", "2021")
    assert not {"volume", "venue", "url"} & found.keys()


@pytest.mark.parametrize(
    ("tex", "address"),
    [
        (r"http://example.org/a{\_}b{\&}c{\%}20{\#}d", "http://example.org/a_b&c%20#d"),
        (r"http://example.org/\~{}ada/{~}b", "http://example.org/~ada/~b"),
        (r"http://example.org/$\sim$ada/{\textasciitilde}b", "http://example.org/~ada/~b"),
        (r"\href{http://example.org/a_b}{A {B}}", "http://example.org/a_b"),
        (r"{\url{http://example.org/a}}", "http://example.org/a"),
    ],
)
def test_addresses_as_programs_escape_them(tex: str, address: str) -> None:
    assert entry(url=tex)["url"] == address


@pytest.mark.parametrize(
    ("tex", "doi"),
    [
        (r"10.1007/978-3-030-01234-2{\_}1", "10.1007/978-3-030-01234-2_1"),
        (
            r"10.1002/(SICI)17:15/16$<$1661::AID-SIM968$>$3.0.CO;2-2",
            "10.1002/(SICI)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        ),
        (r"10.1000/a\textless{}b\textgreater c\textunderscore d", "10.1000/a<b>c_d"),
    ],
)
def test_a_doi_as_programs_escape_it_is_whole(tex: str, doi: str) -> None:
    assert entry(doi=tex)["doi"] == doi


@pytest.mark.parametrize(
    ("year", "month", "date"),
    [
        ("2020", "jan", "2020-01"),
        ("2020", "{September}", "2020-09"),
        ("2020", "Sept.", "2020-09"),
        ("2020", "5", "2020-05"),
        ("2020", "März", "2020-03"),
        ("2020", "décembre", "2020-12"),
        ("2020", "June 3", "2020-06-03"),
        ("2020", "0", "2020"),
        ("2020", "3~jul", "2020-07-03"),
        ("2020", "2016-06-03T00:00:00", "2016-06-03"),
        ("2020", "Nov/Dec", "2020-11"),
        ("c. 1843", "", "1843"),
        ("2020a", "feb", "2020-02"),
        ("2020", "31 June", "2020-06"),
        ("2020", "spring", "2020"),
    ],
)
def test_months_in_every_spelling(year: str, month: str, date: str) -> None:
    assert entry(year=year, month=month)["date"] == date


def test_biblatex_has_dates_and_its_own_names() -> None:
    found = fields(
        "@thesis{k, title={T}, subtitle={S}, author={A B}, date={2020-05-03}, type={mathesis}, institution={U}}"
    )
    assert (found["title"], found["date"], found["type"], found["institution"]) == (
        "T: S",
        "2020-05-03",
        "thesis-master",
        "U",
    )
    assert entry(date="2019-02/2019-04")["date"] == "2019-02"
    assert entry(year="in press")["status"] == "accepted"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Lovelace and Byron, Ada", ["Ada Lovelace", "Ada Byron"]),
        ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("de la Vall{\\'e}e Poussin, Charles", ["de la Vallée Poussin, Charles"]),
        ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
        ("A One and others", ["A One", "..."]),
        ("A One and et al.", ["A One", "..."]),
        ("{The Engine Group} and {Plato}", [{"literal": "The Engine Group"}, "Plato"]),
        ("{Lovelace, Ada} and {\\O}rsted, {\\AA}se", ["Ada Lovelace", "Åse Ørsted"]),
        ("A. One, B. Two, C. Three", ["A. One", "B. Two", "C. Three"]),
        ("Ben Chaaben, Meriem", ["Ben Chaaben, Meriem"]),
        ("{Barnes and Noble} and X Y", [{"literal": "Barnes and Noble"}, "X Y"]),
        ("Smith, John and", ["John Smith"]),
        ("others others and X Y", ["others others", "X Y"]),
        (r"A One and \L{}ukasz Kowalski and \'Etienne X", ["A One", "Łukasz Kowalski", "Étienne X"]),
        ("and A One and and B Two and", ["A One", "B Two"]),
        ("A One and {et al.}", ["A One", "..."]),
        ("A One and {others}", ["A One", {"family": "others"}]),
        ("{Barnes and Noble, Inc.} and Loom, Inc.", [{"literal": "Barnes and Noble, Inc."}, {"literal": "Loom, Inc."}]),
        ("{Department of Physics, University of Oslo}", [{"literal": "Department of Physics, University of Oslo"}]),
        ("Engine collaboration and others", [{"literal": "Engine collaboration"}, "..."]),
        ("Collaboration, Engine and {Team, Loom}", [{"literal": "Engine Collaboration"}, {"literal": "Loom Team"}]),
        ("{Smith, S.A.} and Visser, B.V.", ["S.A. Smith", "B.V. Visser"]),
        ('Smith, J., Jones, B. A., M\\"uller, C.', ["J. Smith", "B. A. Jones", "C. Müller"]),
        ("J. Smith, B. Jones", ["J. Smith", "B. Jones"]),
        ("A. One, B. Two, C. Three and D. Four", ["A. One", "B. Two", "C. Three", "D. Four"]),
        ("A. One \\& B. Two", ["A. One", "B. Two"]),
        ("given=Hans, family=Harman and given={Jean Paul}, prefix=de, useprefix=true, family=Beumont",
         ["Hans Harman", "Jean Paul de Beumont"]),
    ],
)  # fmt: skip
def test_names(author: str, names: list[object]) -> None:
    assert entry(author=author)["authors"] == names


def test_strings_concatenation_and_cross_references() -> None:
    found = read("""
        @string{jo = "Journal of "}
        @STRING{ada = {Ada}}
        @article{a, title = {On } # "Things", author = ada # { Byron}, journal = jo # "Engines",
          month = jan # "~3", year = 1843}
        @inproceedings{b, title={Second}, author={A B}, crossref={vol}}
        @proceedings{VOL, title={Proceedings of Engines}, editor={C D}, year=1844, publisher={P}}
        """)
    first, second = (candidate.fields for candidate in found.candidates)
    assert (first["title"], first["authors"], first["venue"]) == ("On Things", ["Ada Byron"], "Journal of Engines")
    assert first["date"] == "1843-01-03"
    assert (second["venue"], second["date"], second["publisher"]) == ("Proceedings of Engines", "1844", "P")
    assert [one.code for one in found.problems] == ["no-paper"]


def test_what_biblatex_shares_among_entries_is_no_paper() -> None:
    found = read("""
        @xdata{press, publisher={P}, title={Shared}}
        @xdata{place, location={L}, xdata={press}}
        @book{a, author={A B}, xdata={none, place}}
        @book{b, title={Own}, author={A B}, xdata={press,place}}
        @set{both, entryset={a,b}}
        """)
    assert [(one.fields["title"], one.fields["publisher"], one.fields["place"]) for one in found.candidates] == [
        ("Shared", "P", "L"),
        ("Own", "P", "L"),
    ]
    assert [(one.place.line, one.code) for one in found.problems] == [(2, "no-paper"), (3, "no-paper"), (6, "no-paper")]


def test_one_comma_loses_no_entry_and_no_field() -> None:
    found = read("""
        @article{a, title={One}
          author={A B}, year=2020}
        @article{b, title={Two},
          author={C D
        @article{c, title={Three}, author={E F}}
        @article{d, author={E F}}
        @article{e, title={Four}}
        """)
    assert [one.fields["title"] for one in found.candidates] == ["One", "Three"]
    assert found.candidates[0].fields["authors"] == ["A B"]
    assert [(one.place.line, one.code) for one in found.problems] == [
        (2, "mended-entry"),
        (4, "bad-entry"),
        (7, "bad-entry"),
        (8, "bad-entry"),
    ]


def test_a_key_or_a_field_that_stands_twice_comes_in() -> None:
    found = read("@article{a, title={One}, title={Other}, author={A B}}\n@article{a, title={Two}, author={A B}}")
    assert [one.fields["title"] for one in found.candidates] == ["One", "Two"]


def test_no_field_is_lost() -> None:
    found = entry(
        abbr="MODELS", annote="mine", numpages="14", issn="1", doi="none", language="Klingon", file="C:/Users/ada/a.pdf"
    )
    assert found["extra"] == {
        "doi": "none",
        "issn": "1",
        "language": "Klingon",
        "abbr": "MODELS",
        "annote": "mine",
        "numpages": "14",
    }


def test_al_folios_own_keys() -> None:
    (found,) = read(
        "@article{k, title={T}, author={A B}, code={https://example.org/c}, pdf={a.pdf}, selected={true},"
        "award_name={Best}}"
    ).candidates
    assert found.selected
    assert found.files == ("pdf a.pdf",)
    assert found.fields["links"] == {"code": "https://example.org/c"}
    assert found.fields["awards"] == ["Best"]


def test_an_abstract_is_markdown_paragraphs() -> None:
    found = entry(abstract="<p>We \\emph{show} 5\\% of $x$.</p><p>- no list &lt; 3</p>\n\n1. And more")
    assert found["abstract"] == "We *show* 5% of $x$.\n\n\\- no list < 3\n\n1\\. And more"


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("url", "javascript:alert(1)", "url"),
        ("doi", "10.1/../x y", "doi"),
        ("isbn", "123", "isbn"),
        ("pages", "1" * 3000, "pages"),
    ],
)
def test_what_does_not_fit_its_key_is_kept_aside(name: str, value: str, kept: str) -> None:
    found = entry(**{name: value})
    assert kept in found["extra"]
    assert name not in found


def test_a_title_beyond_the_limit_is_refused_with_its_place() -> None:
    (candidate,) = read("@article{k, title={" + "x" * 2_000_000 + "}, author={A B}}").candidates
    made, problems = fitted(candidate)
    assert made is None
    assert "cannot be taken: its title" in problems[0].message
    assert problems[0].place.line == 1


def test_two_megabytes_of_abstract_are_left_out_and_said() -> None:
    (candidate,) = read("@article{k, title={T}, author={A B}, abstract={" + "x " * 1_000_000 + "}}").candidates
    made, problems = fitted(candidate)
    assert made is not None
    assert "abstract" not in made.fields
    assert "it is left out" in problems[0].message
