"""Citation keys: made, given, and each of them once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_records import author, linked
from corpus.corpus_records import paper as record
from exports.bibliography import paper
from profilegen.exports.bibtex import bibtex
from profilegen.exports.keys import keys, own_key
from profilegen.model.names import Name
from profilegen.model.paper import Paper
from profilegen.values import replace


@pytest.mark.parametrize(
    ("title", "author", "key"),
    [
        ("Energy-Based Models", "Sangwoong Yoon", "yoon2023energy"),
        ("On the $L^2$ Norm", "Ludwig van Beethoven", "beethoven2023norm"),
        ("The *Art* of \\emph{War}", "Gabriel García Márquez", "marquez2023art"),
        ("A & B", "Paul Erdős", "erdos2023"),
        ("LLM's Dream", "Sinéad O'Brien", "obrien2023llms"),
        ("Higgs", Name.group("The ATLAS Collaboration"), "atlas2023higgs"),
        ("Energy", "王伟", "p"),
        ("Энергия и масса", "Ada Byron", "byron2023"),
    ],
)
def test_a_key_is_family_year_and_the_first_word_of_weight(title: str, author: str | Name, key: str) -> None:
    assert own_key(paper(title, author)) == key


def test_a_paper_without_a_date_has_no_year_in_its_key() -> None:
    assert own_key(paper("Ducks", date="")) == "byronducks"


def test_a_key_that_is_given_is_kept_in_ascii_and_without_signs_of_tex() -> None:
    assert own_key(replace(paper(), citekey="DBLP:conf/nips/Müller+20")) == "DBLP:conf/nips/Muller+20"
    assert own_key(replace(paper(), citekey="a\\b%c#d~e")) == "abcde"


def test_the_first_of_equal_keys_stays_and_the_others_get_letters_in_order_of_id() -> None:
    papers = [replace(paper("Ducks"), id=name) for name in ("c", "a", "b")]
    assert keys(papers) == {"a": "byron2023ducks", "b": "byron2023ducksa", "c": "byron2023ducksb"}


def test_after_z_come_two_letters() -> None:
    papers = [replace(paper("Ducks"), id=f"{number:03}") for number in range(30)]
    assert list(keys(papers).values())[26:29] == ["byron2023ducksz", "byron2023ducksaa", "byron2023ducksab"]


def test_a_given_key_goes_before_a_made_one() -> None:
    papers = [replace(paper("Ducks"), id="a"), replace(paper(), id="b", citekey="Byron2023Ducks")]
    assert keys(papers) == {"a": "byron2023ducksa", "b": "Byron2023Ducks"}


def test_a_letter_does_not_make_a_key_that_another_paper_has_of_itself() -> None:
    papers = [replace(paper(title), id=name) for name, title in (("a", "Duck"), ("b", "Duck"), ("c", "Ducka"))]
    assert keys(papers) == {"a": "byron2023duck", "b": "byron2023duckb", "c": "byron2023ducka"}


TITLES = st.sampled_from(["Duck", "Ducka", "Goose", "Swan", "On the Of"])
PAPERS = st.lists(
    st.builds(
        lambda number, title, citekey: replace(paper(title), id=f"p{number}", citekey=citekey),
        st.integers(0, 99),
        TITLES,
        st.sampled_from(["", "", "", "own", "OWN", "byron2023duck"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(PAPERS)
def test_keys_are_ascii_and_differ_without_regard_to_case(papers: list[Paper]) -> None:
    found = keys(papers)
    assert list(found) == sorted(one.id for one in papers)
    assert len({key.lower() for key in found.values()}) == len(papers)
    assert all(key.isascii() and key for key in found.values())


@given(PAPERS)
def test_the_order_of_the_papers_does_not_matter(papers: list[Paper]) -> None:
    assert keys(papers) == keys(reversed(papers))


@given(PAPERS)
def test_a_further_paper_changes_no_key_of_others(papers: list[Paper]) -> None:
    further = replace(paper("Heron"), id="p50x")
    assert {name: key for name, key in keys([*papers, further]).items() if name != "p50x"} == keys(papers)


@given(PAPERS)
def test_a_paper_that_comes_last_changes_no_key_of_those_made(papers: list[Paper]) -> None:
    last = replace(paper("Swan"), id="q")
    assert {name: key for name, key in keys([*papers, last]).items() if name != "q"} == keys(papers)


def test_a_former_name_stands_neither_in_a_key_nor_in_an_entry() -> None:
    corpus, _ = linked(author("ada", "Ada Byron", former="Ada Gordon"), record("x", "Ada Gordon", title="Ducks"))
    one = corpus.papers["x"]
    assert keys([one]) == {"x": "byronducks"}
    assert "Gordon" not in bibtex(one)
    assert "Byron, Ada" in bibtex(one)


@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=40))
def test_a_family_name_in_ascii_takes_a_short_way_to_the_same_key(family: str) -> None:
    long_way = own_key(paper("A", Name.of_parts(f"{family}\u200b", "A")))
    assert own_key(paper("A", Name.of_parts(family, "A"))) == long_way
