"""Ids that name other records."""

import pytest

from corpus.corpus_records import author, linked, own_page, paper, records
from profilegen.corpus.linking import link
from profilegen.model.categories import Category
from profilegen.model.paper import Related, Version
from profilegen.model.settings import Home, HomeKind, Settings
from profilegen.problems import Place
from profilegen.values import replace

JIN = author("jin", "Jin Lee")


def test_a_related_id_that_no_paper_has_is_an_error() -> None:
    erratum = replace(paper("p", "A Wu"), related=(Related("erratum", id="wu2020x"), Related("erratum", id="wu2020y")))
    _, problems = linked(erratum, paper("wu2020y", "A Wu"))
    assert [(problem.code, problem.hint) for problem in problems] == [("unknown-record", "did you mean 'wu2020y'?")]


def test_a_selected_paper_exists_and_is_the_authors() -> None:
    _, problems = linked(
        paper("mine", "Jin Lee"), paper("theirs", "A Wu"), replace(JIN, selected=("mine", "theirs", "mime"))
    )
    assert {(problem.code, problem.message) for problem in problems} == {
        ("unknown-record", "the selected paper 'theirs' is not by 'jin'"),
        ("unknown-record", "no paper has the id 'mime'"),
    }


def test_a_selected_version_is_shown_as_its_main_paper() -> None:
    main = replace(paper("main", "Jin Lee"), versions=(Version("preprint", arxiv="2101.00010"),))
    version = replace(paper("pre", "Jin Lee"), arxiv="2101.00010")
    corpus, problems = linked(main, version, replace(JIN, selected=("pre", "main")))
    assert problems == ()
    assert corpus.people["jin"].author == replace(JIN, selected=("main",))


@pytest.mark.parametrize(
    ("home", "good"),
    [
        (Home(HomeKind.PROFILE, "jin"), True),
        (Home(HomeKind.PROFILE, "hidden"), False),
        (Home(HomeKind.PROFILE, "jim"), False),
        (Home(HomeKind.PAGE, "news"), True),
        (Home(HomeKind.PAGE, "new"), False),
        (Home(HomeKind.PAPERS), True),
    ],
)
def test_the_home_is_a_page_that_exists(home: Home, *, good: bool) -> None:
    hidden = replace(author("hidden", "H Wu"), profile=False)
    _, problems = link(records(JIN, hidden, own_page("news"), settings=Settings(home=home)))
    assert [(problem.code, problem.place) for problem in problems] == (
        [] if good else [("unknown-record", Place("profilegen.yaml"))]
    )


def test_a_home_that_has_a_file_and_no_page_says_why() -> None:
    hidden, draft = replace(author("hidden", "H Wu"), profile=False), replace(own_page("news"), draft=True)
    homes = Home(HomeKind.PROFILE, "hidden"), Home(HomeKind.PAGE, "news")
    found = [link(records(hidden, draft, settings=Settings(home=home)))[1] for home in homes]
    assert [(problem.message, problem.hint.partition(":")[0]) for (problem,) in found] == [
        ("the home 'profile hidden' is not shown", "it is a draft, or has 'profile"),
        ("the home 'page news' is not shown", "it is a draft"),
    ]


def test_a_category_is_arxivs_or_declared() -> None:
    one = replace(paper("p", "A Wu"), categories=("cs.LG", "cs.lg", "robots", "mine"))
    settings = Settings(categories={"mine": Category("mine", "M", "Mine")})
    _, problems = link(records(one, settings=settings))
    assert {(problem.code, problem.message, problem.hint) for problem in problems} == {
        ("unknown-category", "the category 'cs.lg' is neither arXiv's nor declared", "did you mean 'cs.LG'?"),
        (
            "unknown-category",
            "the category 'robots' is neither arXiv's nor declared",
            "declare it under categories in profilegen.yaml",
        ),
    }
