"""Papers that are one, and papers that look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_records import author, codes, linked, paper
from profilegen.corpus.duplicates import title_key
from profilegen.model.paper import Paper, PaperType, Related, Version
from profilegen.problems import Place
from profilegen.values import replace

PREPRINT = replace(paper("pre", "A Wu"), arxiv="2101.00010v2", type=PaperType.PREPRINT)
DOI_OF_ARXIV = replace(PREPRINT, arxiv="", doi="10.48550/arXiv.2101.00010")
ARTICLE = replace(paper("art", "A Wu"), doi="10.1/X", type=PaperType.ARTICLE)
LISTS_PREPRINT = (Version("preprint", arxiv="2101.00010"),)
LISTS_ARTICLE = (Version("published", doi="10.1/x"),)


@pytest.mark.parametrize(
    ("article", "preprint", "versions"),
    [
        (replace(ARTICLE, versions=LISTS_PREPRINT), PREPRINT, {"pre": "art"}),
        (ARTICLE, replace(PREPRINT, versions=LISTS_ARTICLE), {"art": "pre"}),
        (replace(ARTICLE, versions=LISTS_PREPRINT), replace(PREPRINT, versions=LISTS_ARTICLE), {"pre": "art"}),
        (replace(ARTICLE, versions=(Version("published", doi="10.1/x"),)), PREPRINT, {}),
        (replace(ARTICLE, versions=LISTS_PREPRINT), DOI_OF_ARXIV, {"pre": "art"}),
        (replace(ARTICLE, versions=(Version("preprint", doi="10.48550/ARXIV.2101.00010"),)), PREPRINT, {"pre": "art"}),
    ],
)
def test_the_main_paper_lists_the_other_or_is_the_published_one(
    article: Paper, preprint: Paper, versions: dict[str, str]
) -> None:
    assert linked(article, preprint)[0].versions == versions


def test_a_version_keeps_its_page_and_counts_nowhere() -> None:
    one = replace(ARTICLE, versions=LISTS_PREPRINT, categories=("cs.CL",))
    corpus, problems = linked(one, replace(PREPRINT, title=one.title, categories=("cs.CL",)), author("a", "A Wu"))
    assert (list(corpus.papers), corpus.papers_of, corpus.by_category) == (
        ["art", "pre"],
        {"a": ("art",)},
        {"cs.CL": ("art",)},
    )
    assert problems == ()


def test_a_chain_of_versions_has_one_main_paper() -> None:
    middle = replace(PREPRINT, versions=(Version("preprint", doi="10.1/z"),))
    last = replace(paper("z", "A Wu"), doi="10.1/Z")
    corpus, _ = linked(replace(ARTICLE, versions=LISTS_PREPRINT), middle, last)
    assert corpus.versions == {"pre": "art", "z": "art"}


def test_of_two_articles_that_list_one_preprint_both_stay() -> None:
    journal = replace(paper("longer", "A Wu"), doi="10.1/longer", versions=LISTS_PREPRINT)
    corpus, problems = linked(replace(ARTICLE, versions=LISTS_PREPRINT), journal, PREPRINT, author("a", "A Wu"))
    assert (corpus.papers_of, corpus.versions, problems) == ({"a": ("art", "longer")}, {"pre": "art"}, ())


def test_below_papers_that_list_each_other_all_are_versions_of_one() -> None:
    lists_last = (*LISTS_ARTICLE, Version("preprint", doi="10.1/z"))
    last = replace(paper("z", "A Wu"), doi="10.1/Z")
    circle = replace(ARTICLE, versions=LISTS_PREPRINT), replace(PREPRINT, versions=lists_last)
    assert linked(*circle, last)[0].versions == {"pre": "art", "z": "art"}


def test_a_duplicate_is_a_warning_at_the_later_id_once_for_a_pair() -> None:
    twin = replace(
        ARTICLE, id="b", file="content/papers/b.md", doi="10.1/x", places={"doi": Place("content/papers/b.md", 7)}
    )
    _, problems = linked(twin, ARTICLE)
    assert [str(problem).partition(" (")[0] for problem in problems] == [
        "content/papers/b.md:7:1: warning: content/papers/art.md has the same DOI, '10.1/x'"
    ]


@pytest.mark.parametrize(("one", "other"), [("p", "q"), ("q", "p")])
def test_a_related_paper_may_have_the_title_but_not_the_doi(one: str, other: str) -> None:
    relating = replace(paper(one, "A Wu", title="On X"), related=(Related("talk", id=other),))
    related = paper(other, "A Wu", title="On X")
    assert linked(relating, related)[1] == ()
    assert codes(linked(replace(relating, doi="10.1000/1"), replace(related, doi="10.1000/1"))[1]) == ["duplicate-doi"]


def test_versions_of_an_arxiv_paper_have_one_id() -> None:
    _, problems = linked(PREPRINT, replace(paper("q", "A Wu"), arxiv="2101.00010v1"))
    assert codes(problems) == ["duplicate-arxiv"]


def test_the_doi_that_arxiv_gives_is_its_id() -> None:
    other = replace(DOI_OF_ARXIV, id="q", file="content/papers/q.md", places={"doi": Place("content/papers/q.md", 5)})
    _, problems = linked(PREPRINT, other)
    assert [str(problem).partition(" (")[0] for problem in problems] == [
        "content/papers/q.md:5:1: warning: content/papers/pre.md has the same arXiv id, '2101.00010'"
    ]


def test_titles_are_compared_without_case_markup_and_punctuation() -> None:
    _, problems = linked(
        paper("p", "A Wu", title="Learning $k$-{DPPs}: a \\emph{Survey}"),
        paper("q", "A Wu", title="learning K-DPPs – A survey"),
    )
    assert codes(problems) == ["duplicate-title"]
    assert title_key("$\\alpha$-divergence") != title_key("$\\beta$-divergence")
    assert codes(linked(paper("p", "A Wu", title="..."), paper("q", "A Wu", title="?"))[1]) == []


@given(st.text(st.characters(codec="ascii")))
def test_the_key_of_a_title_is_the_same_the_short_way_and_the_long_way(title: str) -> None:
    """A sign that is seen by nobody, and counts for nothing, leads every title the long way."""
    assert title_key(title) == title_key(f"{title}\u200b")
