"""Pages onto the disk: written when changed, pruned when gone, the same bytes every time (D2, D5, R)."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profilegen.output import Written, write_site
from profilegen.output.manifest import Listed, read_manifest
from profilegen.output.paths import MANIFEST
from profilegen.output.stage import Stage
from profilegen.problems import Failure

Look = Callable[[Path], dict[str, bytes | str]]
Site = list[tuple[str, bytes]]
OLD = [("index.html", b"home"), ("papers/a/index.html", b"a"), ("papers/b/index.html", b"b"), ("style.css", b"")]


def test_a_first_build_makes_the_folder_and_all_files(tmp_path: Path, tree: Look) -> None:
    output = tmp_path / "public/site"
    written = write_site(output, OLD)
    assert written == Written(4, 0, 0, ("index.html", "papers/a/index.html", "papers/b/index.html", "style.css"))
    found = tree(output)
    assert found.pop(MANIFEST)
    assert found == dict(OLD)


def test_a_site_without_pages_is_one(tmp_path: Path, tree: Look) -> None:
    assert write_site(tmp_path, []) == Written(0, 0, 0, ())
    assert list(tree(tmp_path)) == [MANIFEST]


def test_the_same_build_again_touches_nothing(tmp_path: Path) -> None:
    write_site(tmp_path, OLD)
    before = {path: path.stat() for path in sorted(tmp_path.rglob("*"))}
    time.sleep(0.02)
    assert write_site(tmp_path, OLD) == Written(0, 4, 0, ())
    assert {path: path.stat() for path in sorted(tmp_path.rglob("*"))} == before


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path: Path, tree: Look) -> None:
    write_site(tmp_path, OLD)
    inode = (tmp_path / "papers/a/index.html").stat().st_ino
    new = [("index.html", b"HOME"), ("papers/a/index.html", b"a"), ("papers/c/index.html", b"c"), ("style.css", b"")]
    written = write_site(tmp_path, new)
    assert written == Written(2, 2, 1, ("index.html", "papers/b/index.html", "papers/c/index.html"))
    assert (tmp_path / "papers/a/index.html").stat().st_ino == inode
    assert tree(tmp_path) == {**dict(new), MANIFEST: (tmp_path / MANIFEST).read_bytes()}


@pytest.mark.parametrize("edited", [b"ham", b"HOME", b"home and more", b""])
def test_a_file_of_ours_that_was_edited_is_restored(tmp_path: Path, edited: bytes) -> None:
    write_site(tmp_path, OLD)
    before = (tmp_path / "index.html").stat()
    (tmp_path / "index.html").write_bytes(edited)
    os.utime(tmp_path / "index.html", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert write_site(tmp_path, OLD).changed == ("index.html",)
    assert (tmp_path / "index.html").read_bytes() == b"home"


def test_a_file_of_ours_that_was_removed_is_restored_or_forgotten(tmp_path: Path) -> None:
    write_site(tmp_path, OLD)
    (tmp_path / "index.html").unlink()
    (tmp_path / "style.css").unlink()
    assert write_site(tmp_path, OLD[:-1]) == Written(1, 2, 0, ("index.html",))


def test_a_file_of_ours_that_became_a_link_is_replaced_and_the_link_not_followed(tmp_path: Path) -> None:
    output, victim = tmp_path / "output", tmp_path / "victim"
    victim.write_bytes(b"home")
    write_site(output, OLD)
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(victim)
    write_site(output, [("index.html", b"new"), *OLD[1:]])
    assert not (output / "index.html").is_symlink()
    assert (output / "index.html").read_bytes() == b"new"
    assert victim.read_bytes() == b"home"


def test_a_file_of_ours_that_became_a_pipe_is_replaced(tmp_path: Path) -> None:
    write_site(tmp_path, OLD)
    (tmp_path / "style.css").unlink()
    os.mkfifo(tmp_path / "style.css")
    assert write_site(tmp_path, OLD).changed == ("style.css",)
    assert (tmp_path / "style.css").is_file()


def test_a_page_becomes_a_folder_and_back(tmp_path: Path, tree: Look) -> None:
    flat, deep = [("a", b"page"), ("b", b"b")], [("a/b/index.html", b"page"), ("a/style.css", b"x"), ("b", b"b")]
    for site in (flat, deep, flat, deep):
        write_site(tmp_path, site)
        assert tree(tmp_path) == {**dict(site), MANIFEST: (tmp_path / MANIFEST).read_bytes()}


def test_files_are_copied_and_compared_by_their_bytes(tmp_path: Path) -> None:
    source, output = tmp_path / "slides.pdf", tmp_path / "output"
    source.write_bytes(b"%PDF" * 700_000)
    assert write_site(output, OLD, [("papers/a/slides.pdf", source)]).written == 5
    assert (output / "papers/a/slides.pdf").read_bytes() == source.read_bytes()
    assert write_site(output, OLD, [("papers/a/slides.pdf", source)]) == Written(0, 5, 0, ())
    source.write_bytes(b"%PDF" * 699_999 + b"%pdf")
    assert write_site(output, OLD, [("papers/a/slides.pdf", source)]).changed == ("papers/a/slides.pdf",)
    assert (output / "papers/a/slides.pdf").read_bytes() == source.read_bytes()
    assert write_site(output, OLD).changed == ("papers/a/slides.pdf",)
    assert source.exists()


def test_a_copy_that_cannot_be_read_names_the_source(tmp_path: Path, tree: Look) -> None:
    write_site(tmp_path / "output", OLD)
    before = tree(tmp_path)
    with pytest.raises(Failure, match=r"cannot read .*slides\.pdf: No such file"):
        write_site(tmp_path / "output", [("index.html", b"new")], [("slides.pdf", tmp_path / "slides.pdf")])
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "a/../b", "", "a\0", MANIFEST])
def test_a_path_outside_the_output_is_a_bug(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path for a new file"):
        write_site(tmp_path / "output", [("index.html", b"x"), (path, b"x")])
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_comes_twice_or_is_a_folder_too_is_a_bug(tmp_path: Path, tree: Look) -> None:
    write_site(tmp_path, OLD)
    before = tree(tmp_path)
    with pytest.raises(ValueError, match="not a path for a new file"):
        write_site(tmp_path, [("a", b"x"), ("a", b"x")])
    with pytest.raises(ValueError, match="a file and a folder at once: 'a'"):
        write_site(tmp_path, [("a", b"x"), ("a/b", b"x")])
    assert tree(tmp_path) == before


def test_pages_are_taken_one_at_a_time(tmp_path: Path) -> None:
    taken = []

    def pages() -> Iterator[tuple[str, bytes]]:
        for number in range(3):
            taken.append(len(list(tmp_path.rglob("[0-9].html"))))
            yield f"{number}.html", b"page"

    write_site(tmp_path, pages())
    assert taken == [0, 1, 2]


@pytest.mark.parametrize("error", [RuntimeError("a bug"), OSError("a template"), KeyboardInterrupt()])
@pytest.mark.parametrize("old", [None, OLD])
def test_an_error_of_the_caller_leaves_the_old_site_and_no_litter(
    tmp_path: Path, tree: Look, error: BaseException, old: Site | None
) -> None:
    """E4, D3."""

    def pages() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise error

    output = tmp_path / "public/output"
    if old is not None:
        write_site(output, old)
    before = tree(tmp_path)
    with pytest.raises(type(error)) as raised:
        write_site(output, pages())
    assert raised.value is error
    assert tree(tmp_path) == before


def test_the_umask_changes_neither_bytes_nor_modes(tmp_path: Path, tree: Look) -> None:
    modes = []
    for name, umask in (("open", 0o000), ("usual", 0o022), ("closed", 0o077)):
        before = os.umask(umask)
        try:
            write_site(tmp_path / name, OLD)
        finally:
            os.umask(before)
        folder = tmp_path / name
        found = (folder, *sorted(folder.rglob("*")))
        modes.append([(path.relative_to(folder), stat.S_IMODE(path.stat().st_mode)) for path in found])
    assert modes[0] == modes[1] == modes[2]
    assert {mode for _, mode in modes[0]} == {0o755, 0o644}
    assert tree(tmp_path / "open") == tree(tmp_path / "usual") == tree(tmp_path / "closed")


def test_the_order_of_pages_changes_no_byte(tmp_path: Path, tree: Look) -> None:
    write_site(tmp_path / "one", OLD)
    write_site(tmp_path / "other", reversed(OLD))
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_a_changed_case_of_letters_is_a_new_name(tmp_path: Path, tree: Look) -> None:
    write_site(tmp_path, [("Papers/Slides.pdf", b"1")])
    write_site(tmp_path, [("papers/slides.pdf", b"1")])
    assert tree(tmp_path) == {"papers/slides.pdf": b"1", MANIFEST: (tmp_path / MANIFEST).read_bytes()}


def test_a_disk_that_ignores_case_does_not_make_our_file_a_foreign_one(tmp_path: Path) -> None:
    """Such a disk shows one file under both names, as a hard link does here; the old name goes before the new comes."""
    write_site(tmp_path, [("Slides.pdf", b"1")])
    (tmp_path / "slides.pdf").hardlink_to(tmp_path / "Slides.pdf")
    stage = Stage(tmp_path, Listed(read_manifest(tmp_path)))
    stage.put("slides.pdf", (b"1",))
    moves = [(move.step, move.path) for move in stage.moves()]
    assert moves == [("remove", "Slides.pdf"), ("add", "slides.pdf"), ("replace", MANIFEST)]


segments = st.sampled_from(["a", "b", "index.html"])
paths = st.lists(segments, min_size=1, max_size=3).map("/".join)
sites = st.dictionaries(paths, st.sampled_from([b"", b"1", b"2", b"22"]), max_size=6).map(
    lambda site: {path: site[path] for path in site if not any(other.startswith(f"{path}/") for other in site)}
)
foreign_files = st.dictionaries(st.sampled_from(["CNAME", "a/own", "a/b/own", "b/own"]), st.just(b"mine"), max_size=2)


@settings(max_examples=60)
@given(builds=st.lists(sites, min_size=1, max_size=4), foreign=foreign_files)
def test_the_output_is_the_last_site_and_the_foreign_files_after_any_builds(
    tmp_path_factory: pytest.TempPathFactory, tree: Look, builds: list[dict[str, bytes]], foreign: dict[str, bytes]
) -> None:
    """D2 and D5; where a foreign file is in the way, nothing changes at all."""
    output, clean = tmp_path_factory.mktemp("output"), tmp_path_factory.mktemp("clean")
    write_site(output, [])
    for path, content in foreign.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(content)
    last: dict[str, bytes] = {}
    for site in builds:
        if any(path.startswith(f"{page}/") for page in site for path in foreign):
            with pytest.raises(Failure, match="something else is there"):
                write_site(output, site.items())
        else:
            write_site(output, site.items())
            last = site
    write_site(clean, last.items())
    assert tree(output) == {**tree(clean), **foreign}
