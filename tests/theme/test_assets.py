"""Static files: under names that change with their bytes, the site's before the theme's."""

import os
import re
from pathlib import Path

import pytest

from folders import run_profilegen, tree, write_files
from profilegen.problems import Failure
from profilegen.theme.assets import fingerprinted
from theme.themed import MINE, PAPER, rendered, themed


def addresses(root: Path, files: dict[str, str]) -> dict[str, str]:
    theme = themed(root, files)
    assert isinstance(theme.environment.globals["assets"], dict) is False
    return {asset.name: asset.address for asset in theme.assets}


def test_a_name_carries_eight_digits_of_the_bytes() -> None:
    assert re.fullmatch(r"assets/style\.[0-9a-f]{8}\.css", fingerprinted("style.css", b"a"))
    assert re.fullmatch(r"assets/a\.b/c\.tar\.[0-9a-f]{8}\.gz", fingerprinted("a.b/c.tar.gz", b"a"))
    assert re.fullmatch(r"assets/a\.b/LICENSE\.[0-9a-f]{8}", fingerprinted("a.b/LICENSE", b"a"))
    assert fingerprinted("style.css", b"a") != fingerprinted("style.css", b"b")


def test_every_asset_is_copied_once_and_found_by_its_plain_name(tmp_path: Path) -> None:
    write_files(tmp_path, PAPER)
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    built = tree(tmp_path / "output")
    for name, content in built.items():
        if name.startswith("assets/"):
            assert name == fingerprinted(re.sub(r"^assets/|\.[0-9a-f]{8}(?=\.[a-z]+$)", "", name), content)
    asked = set(re.findall(r'="(?:\.\./)*(assets/[^"]*)"', b"".join(built.values()).decode("utf-8")))
    assert asked
    assert asked <= set(built)


def test_a_sites_own_file_stands_in_place_of_the_themes_and_further_ones_are_published(tmp_path: Path) -> None:
    own = MINE | {
        "static/style.css": "b {}",
        "static/deep/own.txt": "x",
        "static/.hidden": "x",
        "static/style.css~": "x",
        "themes/mine/static/style.css": "a {}",
        "themes/mine/static/list.js": "1;",
        "templates/paper.html": "{{ assets['style.css'] }}",
    }
    found = addresses(tmp_path, own)
    assert found["style.css"] == fingerprinted("style.css", b"b {}")
    assert found["list.js"] == fingerprinted("list.js", b"1;")
    assert found["deep/own.txt"] == fingerprinted("deep/own.txt", b"x")
    assert not {".hidden", "style.css~"} & set(found)
    assert "favicon.svg" in found
    assert rendered(tmp_path, own) == found["style.css"]


def test_an_unknown_name_is_an_error_with_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=re.escape("'stile.css' (did you mean 'style.css'?)")):
        rendered(tmp_path, {"templates/paper.html": "{{ assets['stile.css'] }}"})


def test_a_link_that_leaves_the_site_is_refused(tmp_path: Path) -> None:
    """N3."""
    secret = write_files(tmp_path, {"secret.txt": "x"}) / "secret.txt"
    site = write_files(tmp_path / "site", {"static/a.txt": "x"})
    (site / "static/key.txt").symlink_to(secret)
    with pytest.raises(Failure, match=r"^static/key\.txt: the link leaves the site"):
        themed(site, {})
    (site / "static/key.txt").unlink()
    (site / "static/a.txt").unlink()
    (site / "static").rmdir()
    (site / "static").symlink_to(tmp_path)
    with pytest.raises(Failure, match=r"^static: the link leaves the site"):
        themed(site, {})


@pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFO")
def test_a_fifo_is_refused(tmp_path: Path) -> None:
    """N3."""
    (tmp_path / "static").mkdir()
    os.mkfifo(tmp_path / "static/pipe")
    with pytest.raises(Failure, match=r"^static/pipe: a FIFO"):
        themed(tmp_path, {})
