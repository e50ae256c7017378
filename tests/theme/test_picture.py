"""The picture of a person for links: drawn the same each time, with the letters that the font has."""

import json
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from profilegen.build.themed import theme_of
from profilegen.pages.picture import picture_view
from profilegen.problems import Failure
from profilegen.theme.picture import FONT, covered, drawable, png
from sites import composed

SITE = {
    "profilegen.yaml": "url: https://example.org/\nas_of: 2026\n",
    "content/authors/ada.yaml": "name: Ada <Byron>&Co 王 Łukasz\nposition: Analyst\n",
    "content/papers/a.yaml": "title: A\nauthors: [Ada]\n",
}


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_persons_picture_is_a_png_of_the_size_that_is_told(tmp_path: Path) -> None:
    made = composed(tmp_path, SITE)
    assert made.site is not None
    theme = theme_of(tmp_path, made.look)
    (page,) = [page for page in made.pages if page.kind == "picture"]
    picture = theme.print(made.site, page)
    assert (page.address, size(picture)) == ("authors/ada/card.png", (800, 420))
    assert theme.print(made.site, page) == picture


def test_the_picture_is_told_to_those_who_link(tmp_path: Path) -> None:
    made = composed(tmp_path, SITE)
    assert made.site is not None
    home = theme_of(tmp_path, made.look).print(made.site, next(page for page in made.pages if page.address == ""))
    assert b'<meta property="og:image" content="https://example.org/authors/ada/card.png">' in home
    assert b'<meta name="twitter:card" content="summary_large_image">' in home


HOSTILE = '</text><script>alert(1)</script><image href="file:///etc/passwd"/> ]]> "&amp;\' \u2028 <!-- {{ 7 }}'


def test_a_hostile_name_stays_text(tmp_path: Path) -> None:
    files = {
        "profilegen.yaml": f"url: https://example.org/\ntitle: {json.dumps(HOSTILE)}\nas_of: 2026\n",
        "content/authors/ada.yaml": f"name: {json.dumps(HOSTILE[:60])}\nposition: {json.dumps(HOSTILE[40:])}\n",
        "content/papers/a.yaml": "title: A\nauthors: [{literal: A, id: ada}]\n",
    }
    made = composed(tmp_path, files)
    assert made.site is not None
    theme = theme_of(tmp_path, made.look)
    (page,) = [page for page in made.pages if page.kind == "picture"]
    said = theme.render(page, picture_view(made.site, page.address, page.subject))
    drawn = ElementTree.fromstring(said)  # noqa: S314 - our own text
    assert {element.tag.rpartition("}")[2] for element in drawn.iter()} == {"svg", "rect", "text"}
    texts = "".join(element.text or "" for element in drawn.iter() if element.tag.endswith("text"))
    assert "<script>alert(1)</script>" in texts
    assert "<!-- {{ 7 }}" in texts
    assert size(theme.print(made.site, page)) == (800, 420)


def test_a_long_name_takes_two_lines_that_fit(tmp_path: Path) -> None:
    long = "name: Maximiliana Featherstonehaugh de la Vallée Poussin\n"
    made = composed(tmp_path, SITE | {"content/authors/ada.yaml": long})
    assert made.site is not None
    view = picture_view(made.site, "", "ada")
    assert [line.text for line in view.name] == ["Maximiliana Featherstonehaugh", "de la Vallée Poussin"]
    assert view.name[-1].y < 400


def test_what_the_font_has_no_letter_for_is_left_out() -> None:
    assert drawable("<text>Ada 王 Łukasz Ω Ж ế \U0001f600</text>") == "<text>Ada  Łukasz Ω Ж ế </text>"


def test_the_font_has_the_letters_of_three_scripts() -> None:
    assert {*map(ord, "AzÀÿŁłĀžƀΑωЀѿẠỹ–—‘’“”…€™")} <= covered()
    assert FONT.stat().st_size < 200_000
    assert "SIL OPEN FONT LICENSE" in FONT.with_name("OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "<svg", "no picture"])
def test_what_is_no_picture_is_a_failure(text: str) -> None:
    with pytest.raises(Failure, match=r"picture\.svg cannot be drawn"):
        png(text)
