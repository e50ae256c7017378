"""Bylines linked to authors: by id, ORCID, name and folded name."""

import pytest

from corpus.corpus_records import ORCID_A, ORCID_B, author, codes, linked, named, paper
from profilegen.model.author import Author
from profilegen.model.names import Name
from profilegen.model.paper import Contributor
from profilegen.problems import Place
from profilegen.values import replace

JIN = author("jin-lee", "Jin Lee")


@pytest.mark.parametrize(
    "written",
    [
        "Jin Lee",
        "jin  lee",
        "Lee, Jin",
        "J. Lee",
        named("Somebody Else", "jin-lee"),
        named("Jin-Ho Chang", orcid=ORCID_A),
        named("J. L.", orcid=ORCID_A),
        named("이진", orcid=ORCID_A),
    ],
)
def test_an_entry_is_linked_by_name_other_name_id_or_orcid(written: str | Contributor) -> None:
    corpus, problems = linked(paper("p", written), author("jin-lee", "Jin Lee", other="J. Lee", orcid=ORCID_A))
    assert corpus.credits == {"p": ("jin-lee",)}
    assert corpus.papers_of == {"jin-lee": ("p",)}
    assert problems == ()


def test_an_id_comes_before_an_orcid_and_an_orcid_before_a_name() -> None:
    ana, bo, cy = author("ana", "Ana Wu"), author("bo", "Bo Wu", orcid=ORCID_A), author("cy", "Cy Wu")
    byline = (named("Cy Wu", "ana", orcid=ORCID_A), named("Cy Wu", orcid=ORCID_A))
    assert linked(paper("p", *byline), ana, bo, cy)[0].credits["p"] == ("ana", "bo")


def test_diacritics_alone_link_with_a_note_that_has_the_line_to_add() -> None:
    corpus, problems = linked(paper("p", "Jose Garcia"), author("garcia", "José García"))
    assert corpus.credits["p"] == ("garcia",)
    assert [str(problem) for problem in problems] == [
        (
            "content/papers/p.md:3:5: note: 'Jose Garcia' is linked to 'garcia', 'José García': diacritics differ "
            '(add "other_names: [Jose Garcia]" to content/authors/garcia.md) [folded-name]'
        )
    ]


def test_two_candidates_are_an_error_that_shows_how_to_say_which() -> None:
    corpus, problems = linked(paper("p", "Jin Lee"), JIN, author("jin-lee-2", "Jin Lee"))
    assert corpus.credits["p"] == (None,)
    assert [str(problem) for problem in problems] == [
        (
            "content/papers/p.md:3:5: error: 'Jin Lee' is the name of 2 authors: 'jin-lee' and 'jin-lee-2' "
            "(write {given: Jin, family: Lee, id: jin-lee} or id: jin-lee-2) [ambiguous-author]"
        )
    ]


def test_two_names_that_fold_to_one_are_ambiguous_for_a_third_spelling_and_clear_for_their_own() -> None:
    corpus, problems = linked(
        paper("p", "Jose Gil"), paper("q", "José Gil"), author("a", "José Gil"), author("b", "Josè Gil")
    )
    assert corpus.credits == {"p": (None,), "q": ("a",)}
    assert codes(problems) == ["ambiguous-author"]


def test_an_orcid_decides_between_two_of_one_name() -> None:
    one, other = author("one", "Jin Lee", orcid=ORCID_A), author("other", "Jin Lee")
    corpus, problems = linked(paper("p", named("Jin Lee", orcid=ORCID_B)), one, other)
    assert (corpus.credits["p"], problems) == (("other",), ())


def test_two_different_orcids_never_link() -> None:
    corpus, problems = linked(paper("p", named("Jin Lee", orcid=ORCID_B)), replace(JIN, orcid=ORCID_A))
    assert (corpus.credits["p"], problems) == ((None,), ())


def test_bylines_with_two_orcids_and_an_author_without_one_are_an_error_at_the_author() -> None:
    papers = (
        paper("p", named("Jin Lee", orcid=ORCID_A)),
        paper("q", named("Jin Lee", orcid=ORCID_B)),
        paper("r", "Jin Lee"),
    )
    _, problems = linked(*papers, JIN)
    assert [str(problem) for problem in problems] == [
        (
            "content/authors/jin-lee.md:1:1: error: bylines with two ORCIDs are linked to 'jin-lee', who has none: "
            f"{ORCID_A} in content/papers/p.md, {ORCID_B} in content/papers/q.md "
            f"(add the one that is theirs, as in orcid: {ORCID_A}) [orcid-conflict]"
        )
    ]
    corpus, problems = linked(*papers, replace(JIN, orcid=ORCID_A))
    assert (corpus.papers_of, problems) == ({"jin-lee": ("p", "r")}, ())
    assert linked(papers[0], papers[2], JIN)[1] == ()


def test_an_orcid_that_links_another_name_is_a_warning() -> None:
    """Beside the one whose ORCID was taken by mistake, who then is somebody else."""
    corpus, problems = linked(paper("p", named("Ana Wu", orcid=ORCID_A), "Jin Lee"), replace(JIN, orcid=ORCID_A))
    assert corpus.credits["p"] == ("jin-lee", None)
    assert [str(problem) for problem in problems] == [
        (
            "content/papers/p.md:3:5: warning: 'Ana Wu' is linked by the ORCID to 'jin-lee', 'Jin Lee', and shares no "
            "word "
            'with it (correct the ORCID, or add "other_names: [Ana Wu]" to content/authors/jin-lee.md) [orcid-name]'
        )
    ]


def test_an_id_with_another_orcid_is_an_error() -> None:
    corpus, problems = linked(paper("p", named("Jin Lee", "jin-lee", orcid=ORCID_B)), replace(JIN, orcid=ORCID_A))
    assert (corpus.credits["p"], codes(problems)) == ((None,), ["orcid-conflict"])


def test_an_unknown_id_is_an_error_with_the_nearest_one_and_is_not_linked_by_name() -> None:
    corpus, problems = linked(paper("p", named("Jin Lee", "jin-le")), JIN, all_authors=True)
    assert corpus.credits["p"] == (None,)
    assert [(problem.code, problem.hint) for problem in problems] == [("unknown-record", "did you mean 'jin-lee'?")]


def test_authors_left_out_are_nobody() -> None:
    corpus, problems = linked(paper("p", "Jin Lee", None, "A Wu", None), JIN, all_authors=True)
    assert (corpus.credits["p"], problems) == (("jin-lee", None, "a-wu", None), ())


def test_a_group_links_to_a_group_of_its_name_or_by_id_alone() -> None:
    group = Author(id="gaia", file="content/authors/gaia.md", name=Name.group("Gaia Team"))
    person = author("team", "Atlas Team")
    entries: tuple[Contributor | str, ...] = (
        named("Gaia Team", group=True),
        named("Atlas Team", group=True),
        named("ATLAS", "team", group=True),
        "Gaia Team",
    )
    corpus, _ = linked(*(paper(f"p{index}", entry) for index, entry in enumerate(entries)), group, person)
    assert corpus.credits == {"p0": ("gaia",), "p1": (None,), "p2": ("team",), "p3": ("gaia",)}


def test_a_group_that_a_paper_writes_as_a_person_is_printed_as_the_group() -> None:
    group = Author(id="gaia", file="content/authors/gaia.md", name=Name.group("Gaia Team"))
    corpus, _ = linked(replace(paper("p", "Gaia team", "A Wu"), editors=(named("Gaia Team"),)), group)
    printed = corpus.papers["p"]
    assert [entry.name for entry in printed.byline.authors] == [Name.group("Gaia team"), Name.parse("A Wu")]
    assert printed.editors[0].name == Name.group("Gaia Team")


def test_an_author_who_stands_twice_is_an_error_and_has_the_paper_once() -> None:
    corpus, problems = linked(paper("p", "Jin Lee", "Lee, Jin"), JIN)
    assert [(problem.code, problem.place) for problem in problems] == [
        ("ambiguous-author", Place("content/papers/p.md", 4, 5))
    ]
    assert corpus.papers_of["jin-lee"] == ("p",)


def test_beside_the_one_who_is_meant_the_bare_name_is_somebody_else() -> None:
    corpus, problems = linked(paper("p", "Jin Lee", named("Jin Lee", "jin-lee")), JIN, all_authors=True)
    other, meant = corpus.credits["p"]
    assert (meant, problems) == ("jin-lee", ())
    assert other is not None
    assert other.startswith("jin-lee-")
    assert corpus.people[other].author is None


def test_one_orcid_in_two_files_is_an_error() -> None:
    _, problems = linked(author("a", "A Wu", orcid=ORCID_A), author("b", "B Wu", orcid=ORCID_A))
    assert [(problem.code, problem.place.path) for problem in problems] == [("duplicate-orcid", "content/authors/b.md")]
