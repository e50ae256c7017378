"""What a change costs: the pages that show it are printed, and no other; told by how often each template was used."""

from pathlib import Path

import pytest

from folders import write_files
from profilegen.build.clock import Clock
from profilegen.build.run import Manner, build
from profilegen.model.dates import PartialDate
from quiet import Quiet

PAPER = "---\ntitle: Paper {n}\nauthors: [Ada Lovelace, Writer {n}]\ndate: 2020\n---\nText {n}.\n"
SITE = {
    "profilegen.yaml": "url: https://example.org/\nauthor_pages: all\nsearch: false\n",
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\nShe programs.\n",
    "content/authors/bo.md": "---\nname: Bo Ek\n---\nHe reads.\n",
    "content/papers/own.md": "---\ntitle: Own\nauthors: [Bo Ek, Di Fu]\ndate: 2021\n---\nMore.\n",
    **{f"content/papers/p{n}.md": PAPER.format(n=n) for n in range(20)},
}


def printed(root: Path) -> dict[str, int]:
    """How many pages for people a build prints, by template."""
    made = build(root, root / "output", Clock(PartialDate(2026, 7, 13)), Manner(workers=1), Quiet())
    assert made.written is not None, made.problems
    return {lap.name: lap.times for lap in made.slow.templates if lap.name.endswith(".html")}


STYLED = SITE | {
    "static/style.css": "p { color: red; }\n",
    "static/logo.svg": "<svg/>\n",
    "templates/author.html": """{% extends "default/author.html" %}
        {% block head %}<link rel="stylesheet" href="{{ frame.root }}{{ assets[ "mine.css" ] }}">{% endblock %}
        """,
    "static/mine.css": "h1 { color: red; }\n",
}


def asking(site: Path, name: str) -> list[Path]:
    """The pages that ask for the static file of that name as it is now."""
    stem, _, ending = name.partition(".")
    (file,) = (site / "output/assets").glob(f"{stem}.*.{ending}")
    return [page for page in sorted((site / "output").rglob("*.html")) if file.name in page.read_text("utf-8")]


def test_a_static_file_that_no_template_asks_for_prints_no_page(tmp_path: Path) -> None:
    site = write_files(tmp_path, STYLED)
    printed(site)
    write_files(site, {"static/logo.svg": "<svg> </svg>\n", "static/fonts/new.woff2": "letters"})
    assert printed(site) == {}
    assert [file.read_text() for file in (site / "output/assets").glob("logo.*")] == ["<svg> </svg>\n"]
    assert len(list((site / "output/assets/fonts").iterdir())) == 1


@pytest.mark.parametrize(("name", "pages"), [("style.css", 47), ("mine.css", 23)])
def test_a_static_file_that_a_template_asks_for_reaches_every_page(tmp_path: Path, name: str, pages: int) -> None:
    site = write_files(tmp_path, STYLED)
    printed(site)
    before = asking(site, name)
    assert len(before) == pages
    write_files(site, {f"static/{name}": "p { color: blue; }\n"})
    printed(site)
    assert asking(site, name) == before


@pytest.mark.parametrize(
    "asking", ["assets[n]", "assets.get('x.css')", r"assets['\x78.css']", "'x.css' in assets", "assets | length"]
)
def test_a_template_that_asks_in_another_way_may_show_any_static_file(tmp_path: Path, asking: str) -> None:
    own = f"{{% set n = 'x.css' %}}{{% if n %}}{{{{ {asking} }}}}{{% endif %}}\n"
    site = write_files(tmp_path, STYLED | {"templates/card.html": own, "static/x.css": ""})
    pages = printed(site)["author.html"]
    write_files(site, {"static/x.css": "p { color: blue; }\n"})
    assert printed(site)["author.html"] == pages


@pytest.mark.parametrize(
    ("file", "text", "touched"),
    [
        ("content/papers/own.md", SITE["content/papers/own.md"].replace("More.", "Less."), {"author": 2, "paper": 1}),
        ("content/authors/bo.md", "---\nname: Bo Ek\n---\nHe writes.\n", {"author": 1}),
        # A new name leads to other places in every index, and stands wherever the byline does.
        (
            "content/authors/bo.md",
            "---\nname: Bo Zander\nother_names: [Bo Ek]\n---\nHe reads.\n",
            {"author": 2, "paper": 1, "people": 1, "papers": 1},
        ),
    ],
    ids=["abstract", "biography", "name"],
)
def test_a_change_prints_the_pages_that_show_it(tmp_path: Path, file: str, text: str, touched: dict[str, int]) -> None:
    site = write_files(tmp_path, SITE)
    assert printed(site)["author.html"] == 23
    assert printed(site) == {}
    write_files(site, {file: text})
    assert printed(site) == {f"{name}.html": times for name, times in touched.items()}
