"""The whole corpus, linked from records."""

import pickle
import random

from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_records import ORCID_A, ORCID_B, author, codes, linked, named, own_page, paper, records
from profilegen.corpus.linking import link
from profilegen.model.dates import PartialDate
from profilegen.model.folding import folded_key
from profilegen.model.records import Records
from profilegen.model.settings import Settings
from profilegen.model.slugs import RESERVED, slug
from profilegen.values import replace

TODAY = PartialDate(2026, 11, 23)

POOL = ["Jin Lee", "jin lee", "J. Lee", "José Gil", "Jose Gil", "王伟", "王 Wei", "李 Wei", "Wei", "\u0301", "\u200b"]
NAMES = st.one_of(st.sampled_from(POOL), st.text(min_size=1, max_size=8))
ENTRIES = st.builds(
    named, NAMES, st.sampled_from(["", "", "", "a0", "nobody"]), orcid=st.sampled_from(["", "", ORCID_A, ORCID_B])
)
BYLINES = st.lists(st.lists(st.one_of(st.none(), ENTRIES), min_size=1, max_size=4), max_size=5)
AUTHORS = st.lists(st.tuples(NAMES, st.sampled_from(["", ORCID_A, ORCID_B])), max_size=3)


@st.composite
def sites(draw: st.DrawFn) -> Records:
    papers = [paper(f"p{index}", *byline) for index, byline in enumerate(draw(BYLINES))]
    people = [author(f"a{n}", name, orcid=orcid) for n, (name, orcid) in enumerate(draw(AUTHORS))]
    return records(*papers, *people, settings=Settings(all_authors=draw(st.booleans())))


@given(sites(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(site: Records, order: random.Random) -> None:
    papers, people = list(site.papers), list(site.authors)
    order.shuffle(papers)
    order.shuffle(people)
    one, other = link(site), link(Records(tuple(papers), tuple(people), (), site.settings))
    assert one == other
    assert repr(one) == repr(other)


@given(sites())
def test_every_person_has_an_address_of_its_own_and_every_credit_a_person(site: Records) -> None:
    corpus, _ = link(site)
    assert all(slug(person) == person and person not in RESERVED for person in corpus.people)
    for paper_id, credited in corpus.credits.items():
        assert len(credited) == len(corpus.papers[paper_id].byline.entries)
        assert all(paper_id in corpus.papers_of[person] for person in credited if person is not None)
    assert set(corpus.papers_of) == set(corpus.people)
    assert pickle.loads(pickle.dumps(corpus)) == corpus  # noqa: S301 - our own bytes


@given(sites())
def test_entries_of_one_name_without_more_are_one_person_or_a_problem(site: Records) -> None:
    corpus, problems = link(replace(site, authors=(), settings=Settings(all_authors=True)))
    bare = [
        (folded_key(entry.name.full) or entry.name.full, corpus.credits[paper.id][index])
        for paper in site.papers
        for index, entry in enumerate(paper.byline.entries)
        if entry and not entry.id and not entry.orcid
    ]
    assert len(set(bare)) == len({name for name, _ in bare})
    assert set(codes(problems)) <= {"unknown-record"}


def test_drafts_count_nowhere_unless_asked_for() -> None:
    site = records(
        paper("p", "Jin Lee"),
        replace(paper("q", "A Wu"), draft=True),
        replace(author("jin", "Jin Lee"), draft=True),
        replace(own_page("news"), draft=True),
    )
    corpus, problems = link(site)
    assert (list(corpus.papers), list(corpus.people), list(corpus.pages), problems) == (["p"], [], [], ())
    shown, _ = link(site, drafts=True)
    assert (list(shown.papers), list(shown.people), list(shown.pages)) == (["p", "q"], ["jin"], ["news"])


def test_to_name_a_draft_is_no_mistake() -> None:
    hidden = replace(paper("q", "Jin Lee"), draft=True)
    jin = replace(author("jin", "Jin Lee"), selected=("q", "p"))
    corpus, problems = linked(paper("p", "Jin Lee"), hidden, jin)
    assert problems == ()
    assert corpus.people["jin"].author == replace(jin, selected=("p",))
    assert linked(paper("p", named("A Wu", "jin")), replace(jin, draft=True))[1] == ()


def test_people_stand_in_the_order_of_their_family_names() -> None:
    corpus, _ = linked(paper("p", "Zoe Abel", "Émile Bär", "Ada Bar", "Ludwig van Beek"), all_authors=True)
    assert [person.name.full for person in corpus.people.values()] == [
        "Zoe Abel", "Ada Bar", "Émile Bär", "Ludwig van Beek",
    ]  # fmt: skip


def test_a_paper_stands_under_each_of_its_categories() -> None:
    corpus, _ = linked(
        replace(paper("p", "A Wu"), categories=("cs.LG", "cs.CL")), replace(paper("q", "A Wu"), categories=("cs.CL",))
    )
    assert corpus.by_category == {"cs.CL": ("p", "q"), "cs.LG": ("p",)}


def test_two_records_of_one_page_are_an_error_that_names_both_files() -> None:
    """N2."""
    _, problems = linked(author("Bo", "Bo Wu"), author("bo", "Bo Li"))
    assert [str(problem) for problem in problems] == [
        (
            "content/authors/bo.md:1:1: error: the page 'authors/bo/' is also that of content/authors/Bo.md "
            "(rename one of the two files) [shared-page]"
        )
    ]
    twins = (paper("p", "A Wu"), replace(paper("p", "A Wu", "B Wu"), file="content/papers/old/p.md"))
    corpus, problems = linked(*twins)
    assert (codes(problems), list(corpus.papers)) == (["duplicate-id"], ["p"])


def test_pages_of_the_site_are_nobodys() -> None:
    _, problems = linked(own_page("papers"), own_page("news"), paper("index", "A Wu"))
    assert [(problem.code, problem.place.path) for problem in problems] == [
        ("reserved-name", "content/pages/papers.md"),
        ("reserved-name", "content/papers/index.md"),
    ]
