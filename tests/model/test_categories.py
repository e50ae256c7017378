"""Categories: arXiv's table, declared ones before it, and what becomes of an unknown id."""

import pickle

import pytest

from profilegen.model.categories import ARXIV, Category, category, known


@pytest.mark.parametrize(
    ("category_id", "short", "name"),
    [
        ("cs.LG", "LG", "Machine Learning"),
        ("cs.CL", "CL", "Computation and Language"),
        ("math.AG", "AG", "Algebraic Geometry"),
        ("hep-th", "hep-th", "High Energy Physics - Theory"),
        ("math-ph", "math-ph", "Mathematical Physics"),
        ("cond-mat.str-el", "str-el", "Strongly Correlated Electrons"),
        ("cond-mat.soft", "soft", "Soft Condensed Matter"),
        ("physics.optics", "optics", "Optics"),
        ("q-fin.EC", "EC", "Economics"),
        ("astro-ph", "astro-ph", "Astrophysics"),
    ],
)
def test_an_arxiv_category_has_its_short_form_and_name(category_id: str, short: str, name: str) -> None:
    assert category(category_id, {}) == Category(category_id, short, name)
    assert known(category_id, {})


def test_the_table_has_every_category_open_today_and_the_closed_archives() -> None:
    closed = {archive for archive in ARXIV if "." not in archive} - {
        *("gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nucl-ex", "nucl-th", "quant-ph"),
    }
    assert len(closed) == 21
    assert len(ARXIV) - len(closed) == 155


def test_every_subject_within_an_archive_is_shown_without_it() -> None:
    long = [entry for entry in ARXIV.values() if "." in entry.short or not entry.id.endswith(entry.short)]
    assert long == []


@pytest.mark.parametrize(
    ("alias", "original"),
    [
        ("cs.NA", "math.NA"),
        ("cs.SY", "eess.SY"),
        ("math.IT", "cs.IT"),
        ("math.MP", "math-ph"),
        ("stat.TH", "math.ST"),
    ],
)
def test_an_alias_has_the_name_of_what_it_stands_for(alias: str, original: str) -> None:
    assert ARXIV[alias].name == ARXIV[original].name


def test_a_declared_category_comes_before_arxivs() -> None:
    ours = Category("cs.LG", "ML", "Learning machines")
    assert category("cs.LG", {"cs.LG": ours}) == ours


def test_a_declared_category_is_known_and_others_are_not() -> None:
    declared = {"optics-lab": Category("optics-lab", "Opt", "Optics laboratory")}
    assert known("optics-lab", declared)
    assert not known("optics-lab", {})
    assert not known("cs.lg", declared)


@pytest.mark.parametrize(
    ("category_id", "short"),
    [
        ("cs.ZZ", "ZZ"),
        ("q-geo.AB", "AB"),
        ("physics.new-ph", "new-ph"),
        ("Machine Learning", "Machine Learning"),
        ("node.js", "node.js"),
        ("cs.LG.", "cs.LG."),
        ("cs.LG\n", "cs.LG\n"),
        (".LG", ".LG"),
        ("", ""),
    ],
)
def test_an_unknown_category_is_named_by_its_id_and_shortened_only_in_arxivs_form(category_id: str, short: str) -> None:
    assert category(category_id, {}) == Category(category_id, short, category_id)


def test_a_category_crosses_to_a_worker() -> None:
    assert pickle.loads(pickle.dumps(ARXIV["cs.LG"])) == ARXIV["cs.LG"]  # noqa: S301 - our own bytes
