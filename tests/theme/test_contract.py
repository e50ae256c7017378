"""The README of the default theme says what the code does; `PROFILEGEN_UPDATE=1 pytest tests/theme` renews it."""

import os

import pytest

from folders import CHECKOUT
from profilegen.content.load import load_look
from profilegen.model.theme import CONTRACT, ThemeFolders
from profilegen.pages.plan import VIEWS, template_of
from profilegen.pages.views import CardView, Frame, ProfileView, Tile
from profilegen.theme.assets import static_files
from profilegen.theme.contract import contract, views
from profilegen.theme.find import Layer
from profilegen.values import fields

DEFAULT = CHECKOUT / "themes/default"
README = DEFAULT / "README.md"
MADE = "<!-- From here on made from the code; PROFILEGEN_UPDATE=1 pytest tests/theme/test_contract.py renews it. -->\n"


@pytest.fixture(scope="module")
def reference() -> str:
    look, problems = load_look(CHECKOUT, ThemeFolders({"default": DEFAULT}, DEFAULT))
    assert problems == ()
    return contract(DEFAULT / "templates", sorted(static_files(Layer(DEFAULT, ""))), look)


def test_the_readme_holds_the_contract_of_today(reference: str) -> None:
    text = README.read_text(encoding="utf-8")
    if os.environ.get("PROFILEGEN_UPDATE"):
        README.write_text(text.partition(MADE)[0] + MADE + "\n" + reference, encoding="utf-8")
    assert README.read_text(encoding="utf-8").partition(MADE)[2] == "\n" + reference
    assert f"contract: {CONTRACT}" in text


def test_every_page_and_every_field_is_named(reference: str) -> None:
    assert {Frame, ProfileView, CardView, Tile} <= set(views())
    for kind in VIEWS:
        assert f"| `{template_of(kind)}` | [" in reference
    for view in views():
        own = reference.partition(f"### {view.__name__}\n")[2].partition("\n### ")[0]
        assert all(f"| `{field.name}` | " in own for field in fields(view))
