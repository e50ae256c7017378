"""What the profile says of a person."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folders import run_profilegen, write_files
from profilegen.pages.address import ROOT_MARK, completed, mark_of
from profilegen.pages.head import shortened
from profilegen.pages.once import Once
from profilegen.pages.plan import view
from profilegen.pages.views import CardView, ProfileView
from profilegen.values import replace
from sites import composed, site_of, view_of

PEOPLE = ("Ada A", "Bo B", "Cy C", "Di D", "Ed E")
ADA = {"content/authors/ada.yaml": "name: Ada Lovelace\n"}


def profile(root: Path, files: dict[str, str]) -> ProfileView:
    found = view_of(root, ADA | files, "")
    assert isinstance(found, ProfileView)
    return found


def card(root: Path, paper: str, settings: str = "") -> CardView:
    return profile(root, {"content/papers/p.yaml": paper, "profilegen.yaml": settings}).groups[0].cards[0]


def names(view: CardView) -> list[str]:
    return [name.name for name in view.byline.names]


def test_three_names_and_et_al(tmp_path: Path) -> None:
    shown = card(tmp_path, "title: T\nauthors: [Ada Lovelace, B B, C C, D D]\n")
    assert names(shown) == ["Ada Lovelace", "B B", "C C"]
    assert shown.byline.et_al


def test_the_pages_own_person_is_shown_though_further_back(tmp_path: Path) -> None:
    paper = "title: T\nauthors: [B B, C C, D D, E E, Ada Lovelace]\n"
    assert names(card(tmp_path, paper)) == ["B B", "C C", "D D", "Ada Lovelace"]
    assert names(card(tmp_path, paper, "byline: first-three\n")) == ["B B", "C C", "D D"]


def test_names_left_out_make_et_al_whatever_is_shown(tmp_path: Path) -> None:
    shown = card(tmp_path, "title: T\nauthors: [B B, ..., Ada Lovelace, ...]\n")
    assert names(shown) == ["B B", "Ada Lovelace"]
    assert shown.byline.et_al


def test_own_name_links_and_is_set_off(tmp_path: Path) -> None:
    shown = card(tmp_path, "title: T\nauthors: [Ada Lovelace, B B]\n")
    assert [(name.mark, name.url) for name in shown.byline.names] == [(mark_of("ada"), ROOT_MARK), ("", "")]
    text = completed(f'<a{mark_of("ada")} href="{ROOT_MARK}">{mark_of("bo")}', "", "ada")
    assert text == '<a class="self" href="./">'


@given(
    papers=st.lists(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=5, unique=True), min_size=1, max_size=5),
    reported=st.sets(st.sampled_from(PEOPLE)),
    style=st.sampled_from(("first-three", "first-three-and-self")),
)
@settings(max_examples=15, deadline=None)  # each builds a site
def test_what_profiles_share_is_as_if_each_were_made_alone(
    tmp_path_factory: pytest.TempPathFactory, papers: list[list[str]], reported: set[str], style: str
) -> None:
    files = {"profilegen.yaml": f"author_pages: all\nbyline: {style}\n"}
    for at, authors in enumerate(papers):
        kind = ("article", "talk", "book")[at % 3]
        files[f"content/papers/p{at}.yaml"] = (
            f"title: T\nauthors: [{', '.join(authors)}]\ndate: {2020 + at % 2}\ntype: {kind}\ncitations: {at}\n"
        )
    for name in reported:
        numbers = "reported: {citations: 99, source: S, as_of: 2026-01-01}\n"
        files[f"content/authors/{name[0].lower()}.yaml"] = f"name: {name}\n{numbers}"
    site, pages = site_of(tmp_path_factory.mktemp("site"), files)
    profiles = [page for page in pages.values() if page.kind == "author"]
    assert profiles
    for page in profiles:
        assert view(site, page) == view(replace(site, shared=Once([])), page)


@given(st.text(st.sampled_from("ab ,;:\n"), max_size=900))
def test_a_description_is_the_beginning_of_the_text(text: str) -> None:
    plain = " ".join(text.split())
    shown = shortened(text)
    assert shown == plain if len(plain) <= 160 else shown == f"{plain[:160].rsplit(' ', 1)[0].rstrip(',;:')} …"


def test_a_card_is_made_once_for_all_pages_that_show_it_alike(tmp_path: Path) -> None:
    files = {"profilegen.yaml": "author_pages: all\n", "content/papers/p.yaml": "title: T\nauthors: [A A, B B]\n"}
    site, pages = site_of(tmp_path, ADA | files)
    mine, other = (view(site, pages[f"authors/{name}/"]) for name in ("a-a", "b-b"))
    assert isinstance(mine, ProfileView)
    assert isinstance(other, ProfileView)
    assert mine.groups[0].cards[0] is other.groups[0].cards[0]


def test_a_name_may_look_like_what_stands_between_marks() -> None:
    text = f"{mark_of('ada')}ada{mark_of('bo')}{mark_of('ada')}"
    assert completed(text, "", "ada") == ' class="self"ada class="self"'
    assert completed(text, "", "bo") == 'ada class="self"'
    assert completed(text, "", "") == completed(text, "", "cy") == "ada"


def test_two_with_the_same_papers_have_the_same_numbers_unless_others_are_reported(tmp_path: Path) -> None:
    files = {
        "profilegen.yaml": "author_pages: all\n",
        "content/authors/bo.yaml": "name: B B\nreported: {h_index: 7, source: elsewhere, as_of: 2026-01-01}\n",
        "content/papers/p.yaml": "title: T\nauthors: [A A, B B, C C]\ncitations: 3\n",
    }
    write_files(tmp_path, files)
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    values = {}
    for name, page in {"a-a": "authors/a-a/", "bo": "", "c-c": "authors/c-c/"}.items():
        text = (tmp_path / f"output/{page}index.html").read_text(encoding="utf-8")
        values[name] = re.findall(r'<span class="value">([^<]*)</span>', text)
    assert values["a-a"] == values["c-c"] == ["1", "1", "3", *values["a-a"][3:]]
    assert values["bo"] == ["7", *values["a-a"][1:]]


def test_an_author_without_a_page_links_to_the_homepage(tmp_path: Path) -> None:
    files = {
        "content/authors/bo.yaml": "name: B B\nprofile: no\nlinks: {homepage: https://example.org/}\n",
        "content/papers/p.yaml": "title: T\nauthors: [Ada Lovelace, B B]\n",
    }
    other = profile(tmp_path, files).groups[0].cards[0].byline.names[1]
    assert (other.url, other.outside) == ("https://example.org/", True)


def test_badges_stand_in_their_order(tmp_path: Path) -> None:
    links = "links: {project: p/, other: o/, pdf: x.pdf, Code: https://a.example/}"
    shown = card(tmp_path, f"title: T\nauthors: [Ada Lovelace]\n{links}\n")
    assert [(badge.label, badge.url) for badge in shown.badges] == [
        ("Code", "https://a.example/"), ("PDF", f"{ROOT_MARK}papers/p/x.pdf"), ("Project", f"{ROOT_MARK}papers/p/p/"),
    ]  # fmt: skip


def test_scores_have_at_most_one_decimal(tmp_path: Path) -> None:
    for score, text in [("98.7", "98.7"), ("98", "98"), ("98.0", "98"), ("37.75", "37.8"), ("0", "0")]:
        assert card(tmp_path, f"title: T\nauthors: [Ada Lovelace]\nscore: {score}\n").score == text


def test_retracted_papers_are_marked_and_count_nowhere(tmp_path: Path) -> None:
    files = {
        "content/papers/a.yaml": "title: A\nauthors: [Ada Lovelace]\ncitations: 3\n",
        "content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\ncitations: 100\nstatus: retracted\n",
        "content/papers/c.yaml": "title: C\nauthors: [Ada Lovelace]\ntype: talk\n",
        "content/papers/d.yaml": "title: D\nauthors: [Ada Lovelace]\ndraft: true\n",
    }
    shown = profile(tmp_path, files)
    cards = [view for group in shown.groups for view in group.cards]
    assert shown.heading == "1 Paper"
    assert shown.left_out == "Not counted: 1 retracted or withdrawn and 1 of other types."
    assert [view.retracted for view in cards if view.retracted] == ["Retracted"]
    assert {tile.label: tile.text for tile in shown.tiles} == {"h-index": "1", "papers": "1", "citations": "3"}
    assert "d" not in [view.id for view in cards]


def test_a_number_says_over_how_many_papers(tmp_path: Path) -> None:
    files = {
        "content/papers/a.yaml": "title: A\nauthors: [Ada Lovelace]\ncitations: 3\n",
        "content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\n",
    }
    tiles = {tile.name: tile for tile in profile(tmp_path, files).tiles}
    assert tiles["citations"].coverage == "Here it is known for 1 of 2 papers."
    assert tiles["citations"].short_coverage == "1 of 2 papers"
    assert tiles["papers"].coverage == ""


def test_the_h_index_names_its_papers(tmp_path: Path) -> None:
    files = {f"content/papers/p{n}.yaml": f"title: P{n}\nauthors: [Ada Lovelace]\ncitations: {n}\n" for n in range(4)}
    tiles = {tile.name: tile for tile in profile(tmp_path, files).tiles}
    assert tiles["h_index"].text == "2"
    assert [paper.label for paper in tiles["h_index"].core] == ["P3", "P2"]


def test_the_primary_field_is_the_most_frequent(tmp_path: Path) -> None:
    files = {
        f"content/papers/{name}.yaml": f"title: {name}\nauthors: [Ada Lovelace]\ncategory: {category}\n"
        for name, category in [("a", "cs.CL"), ("b", "cs.LG"), ("c", "cs.LG")]
    }
    field = profile(tmp_path, files).field
    assert field is not None
    assert (field.short, field.name, field.url) == ("LG", "Machine Learning", "fields/cs.lg/")


def test_a_former_name_stands_nowhere(tmp_path: Path) -> None:
    files = {
        "content/authors/ada.yaml": "name: Ada Lovelace\nformer_names: [Ada Byron]\n",
        "content/papers/p.yaml": "title: T\nauthors: [Ada Byron, A Byron]\n",
    }
    made = composed(tmp_path, files)
    shown = view_of(tmp_path, files, "")
    assert isinstance(shown, ProfileView)
    assert [name.name for name in shown.groups[0].cards[0].byline.names] == ["Ada Lovelace", "A Byron"]
    assert "Ada Byron" not in repr(made.site)
    assert "Ada Byron" not in repr(made.problems)
