"""The order of papers and the date of the site."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_records import author, codes, own_page, paper, records
from profilegen.corpus.dating import UNDATED
from profilegen.corpus.linking import link
from profilegen.corpus.order import papers_in_order
from profilegen.model.author import Reported
from profilegen.model.dates import PartialDate
from profilegen.model.paper import Citations, Imprint, Paper, PaperType, Rating, Version
from profilegen.model.settings import Settings, SortKey
from profilegen.model.text import Text
from profilegen.values import replace

TODAY = PartialDate(2026, 11, 23)


def dated(paper_id: str, date: str) -> Paper:
    return replace(paper(paper_id, "A Wu"), date=PartialDate.parse(date) if date else None)


def test_papers_stand_by_weight_then_newest_first_then_by_id() -> None:
    papers = [
        dated("a", ""),
        dated("b", "2024"),
        dated("c", "2024-05"),
        dated("d", "2024-05-01"),
        dated("e", "2024-05"),
    ]
    heavy = replace(dated("z", ""), weight=Fraction(2)), replace(dated("y", "2020"), weight=Fraction(-1))
    ordered = papers_in_order([*papers, *heavy], Settings().sort)
    assert "".join(paper.id for paper in ordered) == "yzdceba"


FULL = Paper(
    id="full",
    file="full.md",
    title=Text("Zebra"),
    byline=paper("x", "A Wu").byline,
    date=PartialDate(2020),
    type=PaperType.ARTICLE,
    imprint=Imprint(venue="ICML"),
    citations=Citations(3),
    ratings={"score": Rating("score", Fraction(1))},
    weight=Fraction(1),
)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("field", ["weight", "date", "citations", "score", "venue"])
def test_without_a_value_a_paper_is_last_in_either_direction(field: str, *, descending: bool) -> None:
    papers = [paper("a", "A Wu"), FULL]
    assert [one.id for one in papers_in_order(papers, (SortKey(field, descending),))] == ["full", "a"]


@pytest.mark.parametrize(("field", "first"), [("title", "a"), ("id", "a"), ("type", "full"), ("unheard-of", "a")])
def test_title_id_and_type_sort_too(field: str, first: str) -> None:
    other = replace(paper("a", "A Wu", title="élan"), type=PaperType.THESIS_PHD)
    assert papers_in_order([FULL, other], (SortKey(field),))[0].id == first


@given(st.permutations([dated(name, date) for name, date in zip("abcdef", ["2020", "", "2021-03"] * 2, strict=True)]))
def test_the_order_is_total(papers: list[Paper]) -> None:
    assert "".join(paper.id for paper in papers_in_order(papers, Settings().sort)) == "cfadbe"


def test_own_pages_stand_by_weight() -> None:
    corpus, _ = link(records(own_page("a"), own_page("b"), replace(own_page("c"), weight=Fraction(1))))
    assert list(corpus.pages) == ["c", "a", "b"]


def test_the_sites_date_is_set_else_the_epochs_else_the_newest_in_the_content() -> None:
    site = records(dated("p", "2024-05"), dated("q", "2023"))
    assert link(site)[0].as_of == PartialDate(2024, 5)
    assert link(site, epoch=1_700_000_000)[0].as_of == PartialDate(2023, 11, 14)
    fixed = replace(site, settings=Settings(as_of=PartialDate(2022)))
    assert link(fixed, epoch=1_700_000_000)[0].as_of == PartialDate(2022)
    assert link(records())[0].as_of == UNDATED


def test_numbers_have_dates_that_count() -> None:
    reported = {"h_index": Reported(Fraction(4), "me", as_of=PartialDate(2025, 2))}
    site = records(dated("p", "2024"), replace(author("a", "A Wu"), reported=reported))
    assert link(site)[0].as_of == PartialDate(2025, 2)
    cited = replace(dated("p", "2024"), citations=Citations(1, as_of=PartialDate(2025, 6)))
    assert link(records(cited))[0].as_of == PartialDate(2025, 6)


def test_a_date_in_the_future_is_a_warning_and_not_the_sites() -> None:
    """E7."""
    corpus, problems = link(records(dated("p", "2027"), dated("q", "2026")), today=TODAY)
    assert (corpus.as_of, codes(problems)) == (PartialDate(2026), ["future-date"])


def test_every_date_in_the_future_is_a_warning_once_for_a_record_and_day() -> None:
    """E7."""
    late, plain = PartialDate(2027), dated("p", "2020")
    papers = (
        replace(plain, dates={"accepted": late}),
        replace(plain, added=late, updated=late),
        replace(plain, updated=late),
        replace(plain, versions=(Version("preprint", arxiv="2101.00010", date=late),)),
        replace(plain, ratings={"score": Rating("score", Fraction(1), as_of=late)}),
        replace(plain, citations=Citations(1, as_of=late)),
    )
    reported = {name: Reported(Fraction(4), "me", as_of=late) for name in ("h_index", "citations")}
    wu = author("a", "A Wu")
    sites = [*map(records, papers), records(replace(wu, reported=reported)), records(replace(wu, died=late))]
    assert [codes(link(site, today=TODAY)[1]) for site in sites] == [["future-date"]] * 8


def test_a_build_a_year_later_has_the_same_corpus() -> None:
    site = records(dated("p", "2026-11-23"), dated("q", "2020"))
    assert link(site, today=TODAY) == link(site, today=PartialDate(2027, 11, 23))
