"""Addresses and relative links."""

import pytest

from profilegen.pages import address


@pytest.mark.parametrize(
    ("at", "file", "root"),
    [
        ("", "index.html", ""),
        ("papers/", "papers/index.html", "../"),
        ("papers/x/", "papers/x/index.html", "../../"),
        ("404.html", "404.html", ""),
        ("old/page.html", "old/page.html", "../"),
    ],
)
def test_a_page_has_a_file_and_a_way_to_the_root(at: str, file: str, root: str) -> None:
    assert address.file_of(at) == file
    assert address.root_from(at) == root


@pytest.mark.parametrize(
    ("target", "from_deep", "from_home"),
    [
        ("slides.pdf", "../../papers/x/slides.pdf", "papers/x/slides.pdf"),
        ("files/a.pdf?v=1#p2", "../../papers/x/files/a.pdf?v=1#p2", "papers/x/files/a.pdf?v=1#p2"),
        ("../y/", "../../papers/y/", "papers/y/"),
        ("/teaching/", "../../teaching/", "teaching/"),
        ("/", "../../", ""),
        ("../../../../etc/passwd", "../../etc/passwd", "etc/passwd"),
        ("#results", "#results", "#results"),
        ("https://example.org/a/", "https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_an_address_in_a_record_means_the_files_beside_it(target: str, from_deep: str, from_home: str) -> None:
    held = address.beside("papers/x", target)
    assert address.placed(held, "../../") == from_deep
    assert address.placed(held, "") == from_home


def test_a_link_to_the_root_from_the_root_is_no_empty_link() -> None:
    assert address.link("", address.HOME) == "./"
    assert address.placed(f'<a href="{address.beside("papers/x", "/")}">', "") == '<a href="./">'
