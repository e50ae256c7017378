"""Names without a file, grouped into people."""

from corpus.corpus_records import ORCID_A, ORCID_B, author, linked, named, paper
from profilegen.model.slugs import slug
from profilegen.values import replace


def test_a_name_without_a_file_has_a_page_only_where_all_authors_have() -> None:
    assert linked(paper("p", "A Wu"))[0].people == {}
    person = linked(paper("p", "A Wu"), all_authors=True)[0].people["a-wu"]
    assert (person.author, person.has_page, person.name.full) == (None, True, "A Wu")


def test_names_are_merged_by_their_folded_form_with_the_most_frequent_spelling_first() -> None:
    papers = [paper(str(n), name) for n, name in enumerate(["Jose Gil", "José Gil", "José Gil", "JOSE GIL"])]
    corpus, _ = linked(*papers, all_authors=True)
    (person,) = corpus.people.values()
    assert person.spellings == ("José Gil", "JOSE GIL", "Jose Gil")
    assert corpus.papers_of == {"jose-gil": ("0", "1", "2", "3")}


def test_chinese_names_are_not_merged_by_their_address() -> None:
    corpus, _ = linked(paper("p", "王伟", "李娜"), paper("q", "王伟"), all_authors=True)
    assert len(corpus.people) == 2
    assert corpus.credits["q"][0] == corpus.credits["p"][0] != corpus.credits["p"][1]


def test_one_name_with_two_orcids_is_two_persons_and_a_third_without() -> None:
    papers = [paper("a", named("Jin Lee", orcid=ORCID_A)), paper("b", named("Jin Lee", orcid=ORCID_B))]
    corpus, _ = linked(*papers, paper("c", "Jin Lee"), all_authors=True)
    assert len(corpus.people) == 3
    assert corpus.credits["c"] == ("jin-lee",)
    assert len(linked(papers[0], paper("c", "Jin Lee"), all_authors=True)[0].people) == 1


def test_an_address_never_passes_from_one_name_to_another() -> None:
    alone = linked(paper("p", "Ann O.Neil"), all_authors=True)[0].people
    both = linked(paper("p", "Ann O.Neil", "Ann-O.Neil"), all_authors=True)[0].people
    assert slug("Ann O.Neil") == slug("Ann-O.Neil")
    assert list(alone) == ["ann-o.neil"]
    assert len(both) == 2
    assert "ann-o.neil" not in both


def test_an_unrelated_paper_changes_no_address() -> None:
    papers = [paper("p", "Ann O.Neil", "Ann-O.Neil", "王伟", "Bo Wu")]
    before = linked(*papers, all_authors=True)[0]
    after = linked(*papers, paper("a", "Cy Wu", "李娜"), all_authors=True)[0]
    assert before.credits["p"] == after.credits["p"]


def test_an_author_keeps_the_address_and_a_reserved_one_is_nobodys() -> None:
    corpus, _ = linked(paper("p", "Bo Wu", "Authors"), author("bo-wu", "Another Name"), all_authors=True)
    assert corpus.people["bo-wu"].name.full == "Another Name"
    assert not {"bo-wu", "authors"} & set(corpus.credits["p"])


def test_groups_have_pages_too() -> None:
    corpus, _ = linked(paper("p", named("Gaia Collaboration", group=True)), all_authors=True)
    assert corpus.people["gaia-collaboration"].name.literal


def test_an_author_without_a_profile_is_known_and_has_no_page() -> None:
    corpus, _ = linked(paper("p", "Bo Wu"), replace(author("bo", "Bo Wu"), profile=False), all_authors=True)
    assert (list(corpus.people), corpus.people["bo"].has_page) == (["bo"], False)
