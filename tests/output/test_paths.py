"""Which paths the output takes (N1)."""

import pytest

from profilegen.output.paths import ancestors, is_safe, parent


@pytest.mark.parametrize("path", ["index.html", "papers/a/index.html", ".nojekyll", ".well-known/x", "a..b/...", "ä/é"])
def test_a_relative_path_is_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "/", "/etc/passwd", "a/", "a//b", "./a", "a/./b", "../a", "a/..", "a/../../b", "a\0b", "a\\b"),
        *(".profilegen-manifest.json", ".Profilegen-Staging/1", "..\\a", "ä/\udc80"),
    ],
)
def test_a_path_that_leaves_the_output_or_means_our_own_files_is_not(path: str) -> None:
    assert not is_safe(path)


def test_the_folders_above_a_file_come_from_the_outside_in() -> None:
    assert list(ancestors("a/b/c.html")) == ["a", "a/b"]
    assert parent("a/b/c.html") == "a/b"
    assert list(ancestors("c.html")) == []
    assert parent("c.html") == ""
