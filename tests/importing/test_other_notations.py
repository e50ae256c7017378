"""RIS, CSL-JSON, PMLR, academicpages and HugoBlox, in invented samples of the shapes that are found."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

import pytest

from profilegen.importing.candidate import Reading
from profilegen.importing.fitting import fitted
from profilegen.importing.formats import FORMATS, read
from profilegen.importing.people import cited_names


def fields(reading: Reading, number: int = 0) -> Mapping[str, Any]:
    made, problems = fitted(reading.candidates[number])
    assert made is not None, problems
    return made.fields


RIS = """
TY  - JOUR
AU  - Lovelace, Ada K.
AU  - van Beethoven, Ludwig
TI  - Engines & <i>wheels</i>
T2  - Journal of Engines
JO  - J. Eng.
PY  - 2020/05/03/
VL  - 3
IS  - 1
SP  - 10
EP  - 19
SN  - 1234-5679
DO  - https://doi.org/10.1000/e1
UR  - https://example.org/e1
KW  - engines
KW  - wheels
N2  - An abstract
 over two lines.
L1  - internal-pdf://ada/e1.pdf
XX  - odd
ER  -

TY  - THES
AU  - One, A
T1  - A thesis
PY  - 1999
M3  - Master thesis
PB  - University of Engines
ER  -
TY  - JOUR
TI  - Nobody wrote this
ER  -
TY  - BOOK
AU  - Two, B
TI  - A book that does not end
"""


def test_ris() -> None:
    found = read(RIS, "a.ris")
    first = fields(found)
    assert {key: first[key] for key in ("title", "authors", "date", "venue", "pages", "issn", "doi", "tags")} == {
        "title": "Engines & <i>wheels</i>",
        "authors": ["Ada K. Lovelace", "Ludwig van Beethoven"],
        "date": "2020-05-03",
        "venue": "Journal of Engines",
        "pages": "10-19",
        "issn": "1234-5679",
        "doi": "10.1000/e1",
        "tags": ["engines", "wheels"],
    }
    assert first["abstract"] == "An abstract over two lines."
    assert first["extra"] == {"XX": "odd"}
    assert (fields(found, 1)["type"], fields(found, 2)["title"]) == ("thesis-master", "A book that does not end")
    assert [(one.place.line, one.code) for one in found.problems] == [(31, "bad-entry")]


@pytest.mark.parametrize(
    ("record", "known"),
    [
        (
            """
            TY  - CHAP
            AU  - One, A.
            ED  - Two, B.
            ED  - Three, C.
            TI  - A chapter
            BT  - The Book
            """,
            {"type": "chapter", "venue": "The Book", "editors": ["B. Two", "C. Three"]},
        ),
        (
            """
            TY  - CONF
            AU  - A. One
            TI  - A talk
            T2  - 2020 Conf. on Engines
            JO  - 2020 Conf. on Engines
            JA  - 2020 Conf. on Engines
            Y1  - 4-6 March 2020
            PY  - 2020
            """,
            {"type": "conference", "venue": "2020 Conf. on Engines", "date": "2020-03"},
        ),
        (
            "TY  - THES\nAU  - One, A.\nTI  - T\nPB  - University of Engines",
            {"type": "thesis-phd", "institution": "University of Engines"},
        ),
        ("TY  - BOOK\nAU  - One, A.\nBT  - A book\nT2  - Lectures", {"type": "book", "series": "Lectures"}),
        (
            """
            TY  - GEN
            AU  - One, A.
            TI  - T
            PB  - arXiv
            DO  - 10.48550/arXiv.2101.00010
            N1  - arXiv:2101.00010 [cs]
            """,
            {"type": "preprint", "doi": "10.48550/arXiv.2101.00010", "arxiv": "2101.00010"},
        ),
        ("TY  - UNPB\nAU  - One, A.\nTI  - T\nAN  - arXiv:2101.00010", {"type": "preprint", "arxiv": "2101.00010"}),
        ("TY  - JOUR\nAU  - One, A.\nTI  - T\nPY  - in press", {"type": "article", "extra": {"year": "in press"}}),
    ],
)
def test_ris_of_publishers(record: str, known: dict[str, object]) -> None:
    found = fields(read(dedent(record), "a.ris"))
    assert {key: value for key, value in found.items() if key not in ("title", "authors")} == known


CSL = """[
  {"id": "lovelace2020", "type": "article-journal", "title": "Engines", "container-title": "Journal of Engines",
   "author": [{"family": "Lovelace", "given": "Ada"}, {"literal": "Engine Group"},
              {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}],
   "issued": {"date-parts": [["2020", 5]]}, "volume": 3, "page": "10–19", "DOI": "10.1000/E1", "keyword": "a, b",
   "language": "en-GB", "custom": "kept"},
  {"id": "http://zotero.org/users/1/items/X", "type": "thesis", "title": "T", "genre": "PhD", "publisher": "U",
   "author": [{"family": "Two"}], "issued": {"raw": "May 2019"}},
  {"id": 3, "type": "book"},
  "odd",
  {"id": 4, "type": "book", "title": "cut off
"""


def test_csl_json() -> None:
    found = read(CSL, "a.json")
    first = fields(found)
    assert first["authors"] == ["Ada Lovelace", {"literal": "Engine Group"}, "Ludwig van Beethoven"]
    assert (first["date"], first["volume"], first["pages"], first["citekey"]) == (
        "2020-05",
        "3",
        "10-19",
        "lovelace2020",
    )
    assert (first["tags"], first["language"], first["extra"]) == (["a", "b"], "en-GB", {"custom": "kept"})
    second = fields(found, 1)
    assert (second["type"], second["institution"], second["date"], "citekey" in second) == (
        "thesis-phd",
        "U",
        "2019-05",
        False,
    )
    assert [one.place.line for one in found.problems] == [9, 10, 11]


@pytest.mark.parametrize(
    ("item", "known"),
    [
        ('"type": "patent", "number": "US 1234"', {"type": "patent", "number": "US 1234"}),
        ('"type": "speech", "event-place": "Rome"', {"type": "talk", "place": "Rome"}),
        (
            '"type": "paper-conference", "event-place": "Rome", "publisher-place": "Cham"',
            {"type": "conference", "place": "Cham", "extra": {"event-place": "Rome"}},
        ),
        (
            """"type": "article", "DOI": "10.48550/arXiv.2101.00010", "number": "arXiv:2101.00010",
            "publisher": "arXiv", "note": "arXiv:2101.00010 [cs]", "URL": "http://arxiv.org/abs/2101.00010" """,
            {"type": "preprint", "doi": "10.48550/arXiv.2101.00010", "arxiv": "2101.00010"},
        ),
        ('"type": "article", "URL": "https://example.org/", "note": "arXiv:2101.00010"',
         {"type": "preprint", "url": "https://example.org/", "note": "arXiv:2101.00010"}),
    ],
)  # fmt: skip
def test_csl_json_of_zotero(item: str, known: dict[str, object]) -> None:
    found = fields(read(f'[{{"title": "T", "author": [{{"family": "One"}}], {item}}}]', "a.json"))
    assert {key: value for key, value in found.items() if key not in ("title", "authors")} == known


def test_crossrefs_own_answers() -> None:
    work = '{"title": ["T"], "author": [{"given": "A", "family": "One"}], "DOI": "10.1000/182"}'
    for message in (work, f'{{"total-results": 1, "items": [{work}]}}'):
        found = read(f'{{"status": "ok", "message-version": "1.0.0", "message": {message}}}', "a.json")
        assert [one.fields["doi"] for one in found.candidates] == ["10.1000/182"]


PMLR = r"""
---
title: Learning $L_q$ <em>Engines</em>
abstract: "We show $m\\log n$ <em>twice</em>, \\textit{e.g.} here.

  And more."
layout: inproceedings
id: lovelace19a
month: 0
tex_title: Learning
firstpage: 3
page: 3-30
bibtex_author: Lovelace, Ada and {van der Berg}, Ben
author:
- given: Ada
  family: Lovelace
- given: Ben
  family: van der Berg
date: 2019-03-10
container-title: Proceedings of the 1st Conference on Engines
volume: '98'
issued:
  date-parts:
  - 2019
  - 3
  - 10
pdf: http://example.org/lovelace19a.pdf
extras:
- label: Supplementary PDF
  link: http://example.org/supp.pdf
# a comment of the template
---
"""


def test_a_paper_of_a_pmlr_volume() -> None:
    found = fields(read(PMLR.lstrip(), "2019-03-10-lovelace19a.md"))
    assert found["title"] == "Learning $L_q$ <em>Engines</em>"
    assert found["authors"] == ["Ada Lovelace", "Ben van der Berg"]
    assert (found["date"], found["type"], found["pages"], found["citekey"]) == (
        "2019-03-10",
        "conference",
        "3-30",
        "lovelace19a",
    )
    assert found["links"] == {
        "pdf": "http://example.org/lovelace19a.pdf",
        "supplementary pdf": "http://example.org/supp.pdf",
    }
    assert found["abstract"].startswith("We show $m\\log n$ <em>twice</em>, \\textit{e.g.} here.")


ACADEMICPAGES = """\
---
title: ' "Engines Considered Harmful?": A Study'
collection: publications
permalink: /publication/2017-engines
excerpt: 'A short text.'
date: 2017-01-01
venue: 'IFAC-PapersOnLine'
paperurl: 'http://example.org/engines.pdf'
citation: 'Ada K. Lovelace, Ben Two and Cy Three. ""Engines Considered Harmful?": A Study." <i>IFAC</i>
  48.6 (2017): 154-158.'
---

**Abstract: We study engines.**

[Download paper here](http://example.org/engines.pdf)
"""


def test_a_paper_of_an_academicpages_site() -> None:
    assert fields(read(ACADEMICPAGES, "_publications/2017-engines.md")) == {
        "title": '"Engines Considered Harmful?": A Study',
        "authors": ["Ada K. Lovelace", "Ben Two", "Cy Three"],
        "date": "2017",
        "type": "article",
        "venue": "IFAC-PapersOnLine",
        "volume": "48",
        "number": "6",
        "pages": "154-158",
        "links": {"pdf": "http://example.org/engines.pdf"},
        "old_urls": ["/publication/2017-engines"],
        "extra": {
            "citation": 'Ada K. Lovelace, Ben Two and Cy Three. ""Engines Considered Harmful?": A Study." '
            "IFAC 48.6 (2017): 154-158."
        },
        "abstract": "We study engines.",
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada One, Ben Two, and Cy Three", ["Ada One", "Ben Two", "Cy Three"]),
        ("One, A., Two, B. C. & Three, D.", ["A. One", "B. C. Two", "D. Three"]),
        ("A. One, et al.", ["A. One", "..."]),
        ("Ada One; Ben Two", ["Ada One", "Ben Two"]),
        ("A. Wu, B. Li, C. Xu", ["A. Wu", "B. Li", "C. Xu"]),
        ("One, Ada, Ben Two, and Cy Three", ["Ada One", "Ben Two", "Cy Three"]),
        ("One, Ada and Two, Ben", ["Ada One", "Ben Two"]),
        ("Lovelace Byron, Ada", ["Lovelace Byron, Ada"]),
        ("王小明, 李四", ["王小明", "李四"]),
        ("Wu, A., Li, Yu.-C., Xu, CD", ["A. Wu", "Yu.-C. Li", "CD Xu"]),
        ("One A, van Two BC and Three D.", ["A One", "BC van Two", "D. Three"]),
        ("", []),
    ],
)
def test_names_of_a_citation(text: str, names: list[object]) -> None:
    assert cited_names(text) == names


def test_a_citation_without_names_is_refused_with_what_to_do() -> None:
    found = read(ACADEMICPAGES.replace("Ada K. Lovelace, Ben Two and Cy Three. ", ""), "a.md")
    assert [one.code for one in found.problems] == ["bad-entry"]
    assert "authors: [...]" in found.problems[0].hint


HUGOBLOX = """\
---
title: "Engines: a study"
authors:
  - admin-of-engines
  - Ben Two
  - et al.
date: "2021-01-01T00:00:00Z"
publication_types: ["paper-conference"]
publication: In *Proceedings of Engines*
publication_short: "*POE*"
abstract: We study.
tags: [a]
featured: true
doi: https://doi.org/10.1000/e1
url_pdf: https://arxiv.org/pdf/2101.00010
url_code: ''
links:
  - name: Talk
    url: https://example.org/talk
custom: kept
---
Some words more.
"""


def test_a_paper_of_a_hugoblox_site() -> None:
    reading = read(HUGOBLOX, "content/publication/engines/index.md")
    assert (reading.candidates[0].key, reading.candidates[0].selected) == ("engines", True)
    assert fields(reading) == {
        "title": "Engines: a study",
        "authors": ["Admin Of Engines", "Ben Two", "..."],
        "date": "2021",
        "type": "conference",
        "tags": ["a"],
        "venue": "Proceedings of Engines",
        "doi": "10.1000/e1",
        "arxiv": "2101.00010",
        "links": {"pdf": "https://arxiv.org/pdf/2101.00010", "talk": "https://example.org/talk"},
        "note": "Some words more.",
        "extra": {"custom": "kept", "publication_short": "POE"},
        "abstract": "We study.",
    }


def test_hugos_toml_is_read_too() -> None:
    keys = 'title = "T"\nauthors = ["A B"]\ndate = 2020-02-03\npublication_types = ["2"]\n'
    toml = f'+++\n{keys}publication = "*J*, 3(1), 10-19"\n+++\nx\n'
    found = fields(read(toml, "a.md"))
    assert {key: found[key] for key in ("date", "type", "venue", "volume", "number", "pages", "abstract")} == {
        "date": "2020-02-03",
        "type": "article",
        "venue": "J",
        "volume": "3",
        "number": "1",
        "pages": "10-19",
        "abstract": "x",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ris", RIS), ("csl", CSL), ("pmlr", PMLR.lstrip()), ("academicpages", ACADEMICPAGES), ("hugoblox", HUGOBLOX),
        ("bibtex", "words before\n@Article {a, title={T}}"), ("json", '{"format": 1, "papers": []}'),
        ("csl", '{"title": "T", "author": []}'),
    ],
)  # fmt: skip
def test_a_notation_is_told_by_its_content(name: str, text: str) -> None:
    assert next(known for known, notation in FORMATS.items() if notation.marks.search(text)) == name


@pytest.mark.parametrize("text", ["", "just words", "---\nname: A\n---\n", "<html>", "\x00\x01"])
def test_what_is_no_notation_is_said(text: str) -> None:
    assert [one.code for one in read(text, "a").problems] == ["bad-entry"]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_text_ends_the_import(name: str) -> None:
    dots = f"---\ntitle: A\nauthors: [A B]\npublication: '{'.' * 100_000}x'\n---\n"
    texts = (
        "",
        "{",
        "[" * 50_000,
        "---\n---\n",
        "TY  - ",
        "@a{",
        dedent(RIS)[:90],
        "\u2028",
        "---\na: &x\n---\n",
        dots,
    )
    for text in texts:
        assert isinstance(read(text, "a", name), Reading)


OWN = """{"format": 1, "site": {"title": "S"}, "papers": [
  {"id": "engines", "page": "papers/engines/", "title": "On n", "title_source": "On $n$", "citekey": "k1",
   "authors": [{"name": "Ada Lovelace", "given": "Ada", "family": "Lovelace", "id": "ada",
    "orcid": "0000-0002-1825-0097"},
               {"name": "Engine Group", "literal": true}, {"gap": true}],
   "date": "2020-05", "type": "conference", "categories": ["cs.LG", "stat.ML"], "tags": ["a"], "venue": "V",
   "links": [{"label": "code", "url": "https://example.org/c"}, {"label": "pdf", "url": "a.pdf"}],
   "versions": [{"kind": "preprint", "arxiv": "2101.00010"}], "related": [{"kind": "software", "id": "x"}],
   "citations": {"count": 3, "by_year": {"2020": 3}}, "ratings": {"novelty": {"value": 0.54}, "own": {"value": 1}},
   "extra": {"a": {"b": true}}, "abstract": "We show."},
  {"id": "none"}
]}"""


def test_the_json_of_another_site() -> None:
    found = read(OWN, "a.json")
    assert [one.code for one in found.problems] == ["bad-entry"]
    assert fields(found) == {
        "title": "On $n$",
        "authors": [
            {"given": "Ada", "family": "Lovelace", "orcid": "0000-0002-1825-0097"},
            {"literal": "Engine Group"},
            "...",
        ],
        "date": "2020-05",
        "type": "conference",
        "categories": ["cs.LG", "stat.ML"],
        "tags": ["a"],
        "venue": "V",
        "citekey": "k1",
        "links": {"code": "https://example.org/c"},
        "versions": [{"kind": "preprint", "arxiv": "2101.00010"}],
        "citations": {"count": "3", "by_year": {"2020": "3"}},
        "novelty": "0.54",
        "extra": {"a": {"b": "true"}},
        "abstract": "We show.",
    }


@pytest.mark.parametrize("name", ["bibtex", "ris"])
def test_a_text_in_another_notation_than_was_said_is_no_silence(name: str) -> None:
    (found,) = read(CSL, "a.json", name).problems
    assert found.message == f"there is nothing of {name} in it"
