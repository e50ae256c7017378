"""A former name links and is never printed, by nobody and nowhere."""

import pytest

from corpus.corpus_records import ORCID_A, author, linked, named, paper
from profilegen.model.names import Name
from profilegen.model.paper import Contributor
from profilegen.values import replace

ALEX = author("alex", "Alex Stone", former="Veronika Quill", orcid=ORCID_A)
SECRETS = ("Veronika", "Véronika", "V. Quill", "Quill")


@pytest.mark.parametrize(
    "written",
    [
        "Veronika Quill",
        "Quill, Veronika",
        "Véronika Quill",
        named("V. Quill", "alex"),
        named("V. Quill", orcid=ORCID_A),
        named("Veronika Quill", "alex"),
    ],
)
def test_it_is_printed_as_the_current_one(written: str | Contributor) -> None:
    corpus, problems = linked(paper("p", "B Wu", written), ALEX, author("near", "Vera Quillon"), all_authors=True)
    assert corpus.credits["p"] == ("b-wu", "alex")
    assert corpus.papers["p"].byline.authors[1].name == Name.parse("Alex Stone")
    assert corpus.people["alex"].spellings == ("Alex Stone",)
    _shows_nothing(repr(problems), repr(corpus))


def test_names_in_use_are_printed_as_the_paper_has_them() -> None:
    corpus, _ = linked(paper("p", "A. Stone"), replace(ALEX, other_names=(Name.parse("A. Stone"),)))
    assert corpus.papers["p"].byline.authors[0].name.full == "A. Stone"
    assert corpus.people["alex"].spellings == ("A. Stone", "Alex Stone")


def test_it_is_not_in_what_is_wrong_with_a_byline() -> None:
    double = author("double", "Sam Fox", former="Veronika Quill")
    papers = [
        paper("ambiguous", "Veronika Quill"),
        paper("twice", named("Veronika Quill", "alex"), named("Alex Stone", "alex")),
        paper("back", named("Alex Stone", "alex"), named("Veronika Quill", "alex")),
    ]
    corpus, problems = linked(*papers, ALEX, double, all_authors=True)
    assert [problem.code for problem in problems] == ["ambiguous-author"] * 3
    assert problems[0].hint == "add to the entry id: alex or id: double"
    _shows_nothing(repr(problems), repr(corpus.people))


def test_a_spelling_near_it_has_no_warning_that_names_it() -> None:
    _, problems = linked(paper("p", "V. Quill"), ALEX)
    assert problems == ()


def test_editors_and_advisors_have_their_current_names() -> None:
    old = named("Veronika Quill")
    corpus, problems = linked(replace(paper("p", "B Wu"), editors=(old,), advisors=(old,)), ALEX)
    assert {one.name.full for one in (*corpus.papers["p"].editors, *corpus.papers["p"].advisors)} == {"Alex Stone"}
    _shows_nothing(repr(problems), repr(corpus))


def _shows_nothing(*texts: str) -> None:
    assert [secret for secret in SECRETS for text in texts if secret in text.replace("Quillon", "")] == []
