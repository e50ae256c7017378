"""What each key takes, and how a wrong value is refused: where, what, and what to do."""

import json
from pathlib import Path

import pytest

from folders import write_files
from profilegen.content.load import AUTHORS, PAPERS, load_kind, load_settings
from profilegen.problems import Severity

PAPER = "title: T\nauthors: [Ada Lovelace]\n"

# A paper's lines after title and authors, and what must be said of them; the place is within those lines.
BAD_PAPER_LINES = [
    ("citations: 1,234", "3:12", "bad-number", "'citations' cannot be '1,234': a count is a whole number of 0 or more"),
    ("citations: -1", "3:12", "bad-number", "'-1'"),
    ("citations: 1.5", "3:12", "bad-number", "'1.5'"),
    ("citations: true", "3:12", "bad-number", "'true'"),
    ("citations: .nan", "3:12", "bad-number", "'.nan'"),
    ("citations: .inf", "3:12", "bad-number", "'.inf'"),
    ("citations: ١٢", "3:12", "bad-number", "write it with the digits 0 to 9"),
    ("citations: [1]", "3:12", "wrong-kind", "a map with keys is wanted here, or a number"),
    ("citations: {count: 1, as_of: 2020-13}", "3:30", "bad-date", "there is no month 13"),
    ("citations_by_year: {2020: x}", "3:27", "bad-number", "'x'"),
    ("date: 2023-02-30", "3:7", "bad-date", "there is no such day"),
    ("date: 28.5.2026", "3:7", "bad-date", "2026-05-28"),
    ("date: [2026]", "3:7", "wrong-kind", "not a list"),
    ("dates: {sent: 2020}", "3:9", "unknown-key", "unknown key 'sent'"),
    ("type: artcle", "3:7", "bad-value", "did you mean 'article'?"),
    ("status: done", "3:9", "bad-value", "submitted, accepted, published, retracted, withdrawn"),
    ("score: 101", "3:8", "bad-number", "between 0 and 100"),
    ("novelty: 54", "3:10", "bad-number", "write 54%"),
    ("novelty: 101%", "3:10", "bad-number", "between 0 and 100"),
    ("ai_score: NaN", "3:11", "bad-number", "'NaN'"),
    ("draft: maybe", "3:8", "bad-value", "true, false, yes or no"),
    ("doi: 11.1000/182", "3:6", "bad-identifier", "10."),
    ("arxiv: 210.1", "3:8", "bad-identifier", "2101.00010"),
    ("isbn: 978-3-16-148410-1", "3:7", "bad-identifier", "check digit"),
    ("url: javascript:alert(1)", "3:6", "bad-address", "http"),
    ("links: {code: //evil.example}", "3:15", "bad-address", "http"),
    ("links: {code: [https://a.example, https://user@b.example]}", "3:35", "bad-address", "user name"),
    ("versions: [{doi: 10.1000/182}]", "3:12", "missing-key", "key 'kind' is missing"),
    ("funding: [{funder: F, grnat: 1}]", "3:23", "unknown-key", "did you mean 'grant'?"),
    ("tags: machine", "3:7", "wrong-kind", "'tags' takes a list, as in [a, b], not the text 'machine'"),
    ("weight: first", "3:9", "bad-number", "'first'"),
    ("accept: [near-nam]", "3:10", "bad-value", "did you mean 'near-name'?"),
    ("citekey: 'a b'", "3:10", "bad-value", "no blanks"),
    ("ratings: {Fun: 3}", "3:11", "bad-value", "small letters"),
    ("language: englisch!", "3:11", "bad-value", "en, de or pt-BR"),
    ("abstract: {a: b}", "3:11", "wrong-kind", "takes a text, not a map"),
    ("venues: ICML", "3:1", "unknown-key", "did you mean 'venue'?"),
    ("year: 2020", "3:1", "unknown-key", "did you mean 'date'?"),
    ("journal: Nature", "3:1", "unknown-key", "did you mean 'venue'?"),
    ("code: https://a.example", "3:1", "unknown-key", "did you mean 'links'?"),
    ("issue: 3", "3:1", "unknown-key", "did you mean 'number'?"),
    ("affiliation: MIT", "3:1", "unknown-key", "keys of your own begin with x-"),
    ("tags: graphs, trees and forests; lakes", "3:7", "wrong-kind", "(write [graphs, trees and forests, lakes])"),
    ("old_urls: ['../../x']", "3:12", "bad-address", "leaves the site"),
]

BAD_BYLINES = [
    ("[]", "2:10", "bad-name", "names nobody"),
    ("[...]", "2:10", "bad-name", "names nobody"),
    ("Ada Lovelace", "2:10", "wrong-kind", "write [Ada Lovelace]"),
    ("Ada Lovelace, Bo Ek and Cy Wu", "2:10", "wrong-kind", "(write [Ada Lovelace, Bo Ek, Cy Wu])"),
    ("Lovelace, Ada and Ek, Bo", "2:10", "wrong-kind", '(write ["Lovelace, Ada", "Ek, Bo"])'),
    ("Lovelace, Ada; Van Ek, Bo", "2:10", "wrong-kind", '(write ["Lovelace, Ada", "Van Ek, Bo"])'),
    ("Lovelace, Ada", "2:10", "wrong-kind", '(write ["Lovelace, Ada"])'),
    ("Ada Lovelace, Bo Ek", "2:10", "wrong-kind", "(write [Ada Lovelace, Bo Ek])"),
    ("a\u202eb", "2:10", "wrong-kind", r"a\u202eb])"),
    ("Ada " * 500, "2:10", "wrong-kind", "…)"),
    ("[{given: Ada}]", "2:11", "bad-name", "family name"),
    ("[{family: L, literal: G}]", "2:11", "bad-name", "one of the three"),
    ("[{family: L, orcid: 0000-0002-1825-0098}]", "2:30", "bad-identifier", "check digit"),
    ('["A, B, C, D"]', "2:11", "bad-name", "one list item an author"),
    ("[{family: L, eqaul: yes}]", "2:23", "unknown-key", "did you mean 'equal'?"),
]


def problems_of(root: Path, name: str, text: str) -> list[str]:
    write_files(root, {name: text})
    problems = load_kind(root, AUTHORS)[1] + load_kind(root, PAPERS)[1]
    return [str(found) for found in problems]


@pytest.mark.parametrize(("line", "place", "code", "words"), BAD_PAPER_LINES)
def test_a_bad_value_is_marked_at_the_value(tmp_path: Path, line: str, place: str, code: str, words: str) -> None:
    (said,) = problems_of(tmp_path, "content/papers/p.yaml", f"{PAPER}{line}\n")
    assert said.startswith(f"content/papers/p.yaml:{place}: error: ")
    assert said.endswith(f"[{code}]")
    assert words in said


@pytest.mark.parametrize(("byline", "place", "code", "words"), BAD_BYLINES)
def test_a_bad_byline_is_marked(tmp_path: Path, byline: str, place: str, code: str, words: str) -> None:
    (said,) = problems_of(tmp_path, "content/papers/p.yaml", f"title: T\nauthors: {byline}\n")
    assert said.startswith(f"content/papers/p.yaml:{place}: error: ")
    assert said.endswith(f"[{code}]")
    assert words in said


def test_a_mistyped_key_is_told_once_and_not_as_missing_too(tmp_path: Path) -> None:
    (said,) = problems_of(tmp_path, "content/papers/p.yaml", "title: T\nauhtors: [Ada Lovelace]\n")
    assert said.startswith("content/papers/p.yaml:2:1: error: unknown key 'auhtors' (did you mean 'authors'?)")
    both = problems_of(tmp_path, "content/papers/p.yaml", "tilte: T\ncolour: red\n")
    assert [one.rpartition(" ")[2] for one in both] == ["[missing-key]", "[unknown-key]", "[unknown-key]"]
    assert "'authors' is missing" in both[0]


def test_values_are_text_first(tmp_path: Path) -> None:
    """E5: `NO`, `0123`, `12:30`, `1.10` and `2101.00010` mean what was typed."""
    lines = ("title: NO", "authors: [No No]", "volume: 0123", "number: 1.10", "place: 12:30", "arxiv: 2101.00010")
    write_files(tmp_path, {"content/papers/p.yaml": "\n".join(lines)})
    (paper,), problems = load_kind(tmp_path, PAPERS)
    assert problems == ()
    assert paper.title.source == "NO"
    assert paper.imprint.volume == "0123"
    assert paper.imprint.number == "1.10"
    assert paper.imprint.place == "12:30"
    assert paper.arxiv == "2101.00010"


def test_empty_values_are_absent_and_own_keys_are_ignored(tmp_path: Path) -> None:
    text = f"{PAPER}citations:\nscore: ~\nvenue: null\nx-mine: [1, {{a: b}}]\nlinks: {{code: }}\n"
    write_files(tmp_path, {"content/papers/p.yaml": text})
    (paper,), problems = load_kind(tmp_path, PAPERS)
    assert problems == ()
    assert (paper.citations, dict(paper.ratings), paper.imprint.venue, paper.links) == (None, {}, "", ())


def test_every_shorthand_leads_to_the_record(tmp_path: Path) -> None:
    text = """
        title: T
        authors:
          - Ada Lovelace
          - "von Neumann, John"
          - {given: Grace, family: Hopper, orcid: https://orcid.org/0000-0002-1825-0097, equal: yes}
          - {literal: The Collaboration}
          - ...
          - {name: Alan Turing, id: turing, corresponding: true}
          - et al.
        citations: 12
        citations_by_year: {2021: 7, 2020: 5}
        novelty: 54%
        awards: Best Paper
        keywords: [a]
        tags: [b, a]
        links: {pdf: p.pdf, code: [https://a.example/, https://b.example/]}
        category: cs.LG
        categories: [stat.ML, cs.LG]
        type: inproceedings
        """
    write_files(tmp_path, {"content/papers/p.yaml": text})
    (paper,), problems = load_kind(tmp_path, PAPERS)
    assert problems == ()
    names = [entry.name.full if entry else None for entry in paper.byline.entries]
    assert names == [
        "Ada Lovelace", "John von Neumann", "Grace Hopper", "The Collaboration", None, "Alan Turing", None,
    ]  # fmt: skip
    assert [entry.equal for entry in paper.byline.authors] == [False, False, True, False, False]
    assert not paper.byline.complete
    assert len(paper.byline.placed) == 4
    assert paper.citations is not None
    assert paper.citations.by_year == ((2020, 5), (2021, 7))
    assert paper.citations.count == 12
    assert paper.ratings["novelty"].value * 100 == 54
    assert (paper.awards, paper.tags) == (("Best Paper",), ("b", "a"))
    assert [link.url for link in paper.links] == ["p.pdf", "https://a.example/", "https://b.example/"]
    assert (paper.categories, paper.type) == (("cs.LG", "stat.ML"), "conference")


def test_neighbouring_names_of_one_word_warn(tmp_path: Path) -> None:
    (said,) = problems_of(tmp_path, "content/papers/p.yaml", "title: T\nauthors: [Yoon, Sangwoong]\n")
    assert 'warning: two authors of a single name each stand side by side (did you write "Family, Given"' in said
    assert "Yoon" not in said
    assert said.startswith("content/papers/p.yaml:2:11: ")


def test_an_abstract_in_the_body_and_under_its_key_is_refused(tmp_path: Path) -> None:
    text = f"---\n{PAPER}abstract: one\n---\nanother\n"
    (said,) = problems_of(tmp_path, "content/papers/p.md", text)
    assert said.startswith("content/papers/p.md:4:11: error: 'abstract' stands here and in the body")


def test_reported_numbers_carry_source_and_day(tmp_path: Path) -> None:
    blocks = ("{h_index: 44, source: S, as_of: 2026-06-01}", "{novelty: 54%, source: T, as_of: 2026}")
    text = f"name: A\nreported:\n  - {blocks[0]}\n  - {blocks[1]}\n"
    write_files(tmp_path, {"content/authors/a.yaml": text})
    (author,), problems = load_kind(tmp_path, AUTHORS)
    assert problems == ()
    assert author.reported["h_index"].value == 44
    assert author.reported["h_index"].place.line == 3
    assert author.reported["novelty"].source == "T"


def test_a_number_reported_twice_or_without_a_source_is_refused(tmp_path: Path) -> None:
    text = "name: A\nreported:\n  - {h_index: 4, source: S, as_of: 2026}\n  - {h_index: 5, source: S, as_of: 2026}\n"
    (said,) = problems_of(tmp_path, "content/authors/a.yaml", text)
    assert "content/authors/a.yaml:4:15: error: 'h_index' is reported twice, first in line 3" in said
    (said,) = problems_of(tmp_path / "b", "content/authors/b.yaml", "name: B\nreported: {h_index: 4, as_of: 2026}\n")
    assert said.startswith("content/authors/b.yaml:2:11: error: key 'source' is missing")


def test_settings_are_checked_like_content(tmp_path: Path) -> None:
    text = """\
        format: 2
        titel: X
        sort: [weight, -dato]
        problems: {near-name: loud}
        metrics: [{name: x, label: X, field: fun, aggregate: mean}]
        home: profile
        """
    write_files(tmp_path, {"profilegen.yaml": text})
    _, problems = load_settings(tmp_path)
    said = "\n".join(map(str, problems))
    assert "profilegen.yaml:1:9: error: 'format' cannot be '2'" in said
    assert "profilegen.yaml:2:1: error: unknown key 'titel' (did you mean 'title'?)" in said
    assert "profilegen.yaml:4:23: error: 'near-name' cannot be 'loud'" in said
    assert "profilegen.yaml:6:7: error: 'home' cannot be 'profile'" in said
    kept = [line for line in text.splitlines() if "sort" in line or "metrics" in line]
    write_files(tmp_path, {"profilegen.yaml": "\n".join(kept)})
    _, problems = load_settings(tmp_path)
    assert [(found.place.line, found.code) for found in problems] == [(1, "bad-value"), (2, "bad-value")]
    assert "did you mean 'date'?" in str(problems[0])


def test_the_years_of_a_list_run_forwards(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {"profilegen.yaml": "lists: [{name: a, title: A, years: 2021-2020}, {name: b, title: B, years: 2020}]"},
    )
    _, problems = load_settings(tmp_path)
    assert [str(found) for found in problems] == [
        "profilegen.yaml:1:36: error: 'years' cannot be '2021-2020': the first year is after the last [bad-value]"
    ]


def test_limits_have_a_message_each(tmp_path: Path) -> None:
    """E6: title and name 2,000 code points, Markdown field 200 kB, 10,000 authors a paper."""
    for name, text, code in [
        ("title", f"title: {'x' * 2001}\nauthors: [A B]\n", "too-long"),
        ("name", f"title: T\nauthors: [{'x' * 2001}]\n", "too-long"),
        ("field", f"{PAPER}abstract: {'x' * 200_001}\n", "too-long"),
        ("byline", f"title: T\nauthors: [{', '.join(['A B'] * 10_001)}]\n", "too-long"),
    ]:
        problems = problems_of(tmp_path / name, "content/papers/p.yaml", text)
        assert len(problems) == 1, problems
        assert problems[0].endswith(f"[{code}]")
    assert problems_of(tmp_path / "ok", "content/papers/p.yaml", f"title: {'x' * 2000}\nauthors: [A B]\n") == []


def test_the_body_of_a_markdown_file_has_the_same_limit(tmp_path: Path) -> None:
    (said,) = problems_of(tmp_path, "content/papers/p.md", f"---\n{PAPER}---\n{'x' * 200_001}\n")
    assert said.startswith("content/papers/p.md:5:1: error: ")
    assert said.endswith("[too-long]")


def test_a_file_is_never_half_used(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/papers/a.yaml": PAPER, "content/papers/b.yaml": f"{PAPER}score: x\n"})
    records, problems = load_kind(tmp_path, PAPERS)
    assert [paper.id for paper in records] == ["a"]
    assert [found.severity for found in problems] == [Severity.ERROR]


def test_the_value_in_a_message_is_escaped(tmp_path: Path) -> None:
    (said,) = problems_of(tmp_path, "content/papers/p.yaml", PAPER + "type: 'a\u202eb'\n")
    assert "'a\\u202eb'" in said
    assert json.dumps(said)
