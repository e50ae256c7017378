"""Links of built pages: where they lead, and what is wrong with those that lead nowhere."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import write_files
from profilegen.publishing.files import site_files
from profilegen.publishing.limits import case_problems
from profilegen.publishing.links import Target, link_problems, links_of, target_of

URL = "https://ada.github.io/site/"


@pytest.mark.parametrize(
    ("page", "address", "target"),
    [
        ("index.html", "papers/a/", Target("papers/a", "")),
        ("papers/a/index.html", "../../", Target("", "")),
        ("papers/a/index.html", "../b/#x", Target("papers/b", "x")),
        ("papers/a/index.html", "#x", Target("papers/a/index.html", "x")),
        ("papers/a/index.html", "?q=1", Target("papers/a/index.html", "")),
        ("papers/a/index.html", "../../../x", Target("../x", "")),
        ("papers/a/index.html", "a%20b.pdf", Target("papers/a/a b.pdf", "")),
        ("404.html", URL, Target("", "")),
        ("papers/a/index.html", f"{URL}papers/", Target("papers", "")),
        ("papers/a/index.html", "/site/papers/", Target("papers", "")),
        ("papers/a/index.html", "/papers/", None),
        ("index.html", "https://example.org/", None),
        ("index.html", "mailto:a@b.org", None),
        ("index.html", "//example.org/", None),
    ],
)
def test_a_link_means_a_path_of_the_site_or_leads_out(page: str, address: str, target: Target | None) -> None:
    assert target_of(page, address, URL) == target


def found(folder: Path, **pages: str) -> list[str]:
    root = write_files(folder, {f"{name}/index.html": text for name, text in pages.items()})
    return [str(one) for one in link_problems(site_files(root), URL, "output")]


def test_good_links_are_no_problem(tmp_path: Path) -> None:
    page = '<p id="x">&amp; href="nowhere" <a href="../b/#y">b</a> <a href=#x>x</a><a href="">top</a> <img src="p.png">'
    write_files(tmp_path, {"a/p.png": "", "b/c.html": ""})
    other = "<p id=y>a</p><a href='c'>without its ending</a><a href='../a'>without its slash</a>"
    assert found(tmp_path, a=page, b=other) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ('<a href="../c/">', "broken-link"),
        ("<a href='c'>", "broken-link"),
        ("<IMG SRC=p.png>", "broken-link"),
        ('<link rel="x" href="/site/x.css">', "broken-link"),
        ('<a href="../../out/">', "broken-link"),
        ('<a href="http://[example.org/">', "broken-link"),
        ('<a href="#&#110;one">', "missing-fragment"),
        ('<a href="../b/#none">', "missing-fragment"),
        ('<a href="http://localhost:8000/">', "local-address"),
        ('<a href="https://127.0.0.1/">', "local-address"),
        ('<img src="//[::1]:80/a">', "local-address"),
    ],
)
def test_a_bad_link_is_found_at_its_place(tmp_path: Path, link: str, code: str) -> None:
    (only,) = found(tmp_path, a=f"<p>\n {link}", b="")
    assert only.startswith("output/a/index.html:2:2: error: the link ")
    assert only.endswith(f"[{code}]")


def test_other_hosts_with_a_like_name_are_no_problem(tmp_path: Path) -> None:
    links = "".join(
        f'<a href="https://{host}/">' for host in ("localhost.example.org", "127.0.0.1.nip.io", "mylocalhost")
    )
    assert found(tmp_path, a=links) == []


TEXTS = st.sampled_from(["words", ' href="', " src='", '"', "'", " href=x ", "&lt;a href=", " = "])
ATTRIBUTES = st.sampled_from(
    ['href="a"', "href='b'", "href=c", 'title="x href=\'y"', "id=q", "HREF='&quot;d'", "src=e"]
)
TAGS = st.lists(ATTRIBUTES, max_size=3).map(lambda attributes: f"<a {' '.join(attributes)}>")


@given(st.lists(TEXTS | TAGS, max_size=12))
def test_the_quick_look_sees_every_link_that_a_reader_of_html_sees(pieces: list[str]) -> None:
    from profilegen.publishing.links import _LINK, _values

    text = "".join(pieces)
    assert {one.address for one in links_of(text)} <= set(_values(_LINK, text))


def test_paths_that_differ_in_case_alone_are_a_problem() -> None:
    (only,) = case_problems(["a/b.html", "A/b.html", "a/c.html"], "output")
    assert str(only).startswith("output/a/b.html:1:1: error: on some disks the file is also output/A/b.html")


def test_files_of_the_build_itself_and_links_are_not_the_sites(tmp_path: Path) -> None:
    write_files(
        tmp_path, {".profilegen-manifest.json": "", ".git/x": "", "a/b.html": "", ".well-known/x": "", "CNAME": "x"}
    )
    if os.name != "nt":
        (tmp_path / "link").symlink_to(tmp_path / "a")
    assert list(site_files(tmp_path)) == [".well-known/x", "CNAME", "a/b.html"]
