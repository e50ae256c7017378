"""Names that nearly equal an author with a file."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_records import ORCID_A, author, codes, linked, named, paper, person
from profilegen.model.names import spells_nearly
from profilegen.model.paper import Contributor
from profilegen.values import replace

FRANK = author("frank-park", "Frank Park")


def test_initials_of_an_author_with_a_file_are_a_warning_with_the_line_to_add() -> None:
    _, problems = linked(paper("p", "F. Park"), FRANK)
    assert [str(problem) for problem in problems] == [
        (
            "content/papers/p.md:3:5: warning: 'F. Park' is nearly 'Frank Park' of content/authors/frank-park.md "
            '(add "other_names: [F. Park]" to content/authors/frank-park.md, or an id to the byline) [near-name]'
        )
    ]


def test_the_line_to_add_goes_to_the_other_names_that_are_there() -> None:
    _, problems = linked(paper("p", "F. Park"), author("frank-park", "Frank Park", other="Frank Chong Park"))
    assert problems[0].hint.startswith("add F. Park to other_names in content/authors/frank-park.md")


@pytest.mark.parametrize(
    "written",
    [named("F. Park", orcid=ORCID_A), named("F. Park", "frank-park"), named("F. Park", group=True), "G. Park"],
)
def test_who_says_more_or_is_another_is_not_warned_of(written: Contributor | str) -> None:
    assert linked(paper("p", written), FRANK)[1] == ()


def test_beside_the_author_the_other_is_another() -> None:
    assert linked(paper("p", "Frank Park", "F. Park"), FRANK)[1] == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [("Joerg Mueller", "Jörg Müller"), ("J. Müller", "Joerg Mueller"), ("Soeren Aagaard", "Søren Ågård")],
)
def test_umlauts_written_as_two_letters_are_near(written: str, name: str) -> None:
    _, problems = linked(paper("p", written), author("x", name))
    assert [problem.message for problem in problems] == [f"'{written}' is nearly '{name}' of content/authors/x.md"]


@pytest.mark.parametrize("written", ["王伟", "王 伟"])
def test_the_native_name_in_a_byline_is_a_warning_with_the_line_to_add(written: str) -> None:
    wang = replace(author("wang", "Wei Wang", other="W. Wang"), native_name="王伟")
    _, problems = linked(paper("p", written), wang)
    assert [(problem.message, problem.hint) for problem in problems] == [
        (
            f"'{written}' is the native name of content/authors/wang.md",
            f"add {written} to other_names in content/authors/wang.md, or an id to the byline",
        )
    ]
    assert linked(paper("p", written, "Wei Wang"), wang)[1] == ()


WORDS = st.sampled_from(
    ["Frank", "F.", "F", "Fr", "J.-P.", "Jean-Paul", "Jean", "Park", "Bauermann", "Baurmann", "Jr."]
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_every_near_spelling_is_found(mine: list[str], theirs: list[str]) -> None:
    one, other = " ".join(mine), " ".join(theirs)
    _, problems = linked(paper("p", one), author("x", other))
    assert ("near-name" in codes(problems)) == spells_nearly(person(one).folded, person(other).folded)


def test_names_of_many_words_and_strange_ones_are_looked_up() -> None:
    strange = ["-", "- -", ". .", "-- F", "F -", "王 伟", "\u0301 \u0301"]
    for one, other in product(strange, strange):
        assert set(codes(linked(paper("p", one), author("x", other))[1])) <= {"near-name", "folded-name"}
