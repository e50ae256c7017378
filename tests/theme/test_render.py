"""A theme's templates: escaped, strict, and never made from content."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, nodes

from folders import CHECKOUT, run_profilegen, write_files
from profilegen.markup import MATH_CLASSES
from profilegen.pages.plan import VIEWS, template_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Seen

HOSTILE = "<script>alert(1)</script> {{7*7}} {% raw %} \"'&"


def test_the_default_theme_has_a_template_for_every_page() -> None:
    templates = CHECKOUT / "themes/default/templates"
    assert {template_of(kind) for kind in VIEWS} <= {path.name for path in templates.iterdir()}


def test_hostile_text_is_shown_as_typed_on_every_page(tmp_path: Path, page: "Page", seen: "Seen") -> None:
    """X1 and X4, in a real browser."""
    text = HOSTILE.replace('"', '\\"')
    paper = f'title: "{text}"\nauthors: ["{text}", Ada]\nvenue: "{text}"\ntags: ["{text}"]\nawards: ["{text}"]\n'
    write_files(
        tmp_path,
        {
            "profilegen.yaml": f'title: "{text}"\ndescription: "{text}"\nlicense: "{text}"\nauthor_pages: all\n',
            "content/authors/ada.yaml": f'name: Ada\nposition: "{text}"\ninterests: ["{text}"]\n',
            "content/papers/p.yaml": f'{paper}category: "{text}"\nabstract: "{text}"\nnote: "{text}"\n',
        },
    )
    done = run_profilegen("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for path in sorted((tmp_path / "output").rglob("*.html")):
        page.goto(path.as_uri())
        assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0
    page.goto((tmp_path / "output/papers/p/index.html").as_uri())
    assert page.locator("h1").inner_text() == HOSTILE
    assert HOSTILE in page.locator(".about").inner_text()
    assert page.title().startswith(HOSTILE)
    assert (seen.messages, seen.errors, seen.hosts) == ([], [], set())


def test_every_page_has_a_policy_without_inline_script_or_style(tmp_path: Path) -> None:
    """X5."""
    write_files(tmp_path, {"content/papers/a.yaml": "title: A\nauthors: [Ada]\nold_urls: [b/]\n"})
    run_profilegen("build", cwd=tmp_path)
    for path in (tmp_path / "output").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy is not None, path
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]
        assert " style=" not in text
        assert not re.search(
            r"<(?:script|link rel=\"(?:icon|stylesheet)\"|img)[^>]*(?:src|href)=\"(?:https?:)?//", text
        )


def test_the_stylesheet_knows_every_class_of_a_formula() -> None:
    style = (CHECKOUT / "themes/default/static/style.css").read_text(encoding="utf-8")
    for name, declaration in MATH_CLASSES.items():
        assert f".{name} {{ {declaration}; }}" in style


def test_templates_compute_nothing() -> None:
    """No arithmetic, no sorting, no tests of identity: the view is finished. Words are joined, that is all."""
    computing = (nodes.BinExpr, nodes.UnaryExpr, nodes.Test, nodes.Filter)
    for path in (CHECKOUT / "themes/default/templates").glob("*.html"):
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        for found in tree.find_all(computing):
            logic = isinstance(found, (nodes.And, nodes.Or, nodes.Not))
            joined = isinstance(found, nodes.Filter) and found.name == "join"
            assert logic or joined, (path.name, found.lineno, found)
