"""A full disk, a folder that may not be written, a limit on a file's size: real ones, and the old site stays (D3)."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from profilegen.output import write_site
from profilegen.problems import Failure

Look = Callable[[Path], dict[str, bytes | str]]
OLD = [("index.html", b"home"), ("papers/a/index.html", b"a"), ("papers/b/index.html", b"b")]
NEW = [("index.html", b"new"), ("papers/b/index.html", b"new"), ("papers/c/index.html", b"new")]
NOBODY = 65534
SCRIPT = """
import json, os, resource, sys
from pathlib import Path
from profilegen.output import check_target, write_site
from profilegen.problems import Failure

output, pages, limit = Path(sys.argv[1]), json.loads(sys.argv[2]), int(sys.argv[3])
user = int(sys.argv[4])
if user:
    os.setgid(user)
    os.setuid(user)
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    check_target(output, Path("/nowhere"), ())
    write_site(output, ((path, content.encode()) for path, content in pages))
except Failure as failure:
    print(json.dumps([failure.message, failure.hint]))
else:
    print(json.dumps(["", ""]))
"""
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="the tools for this are Linux's")


@pytest.fixture
def roomy() -> Iterator[Path]:
    """A folder that another user can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def write_elsewhere(
    output: Path, pages: list[tuple[str, bytes]], environment: dict[str, str], *, limit: int = 0, user: int = 0
) -> tuple[str, str]:
    """The message and hint of a build in a process with a limit on the size of files, or as another user."""
    given = json.dumps([(path, content.decode()) for path, content in pages])
    command = [sys.executable, "-c", SCRIPT, str(output), given, str(limit), str(user)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    message, hint = json.loads(ended.stdout)
    return message, hint


@needs_linux
@pytest.mark.parametrize(("closed", "mode"), [(".", 0o555), ("papers/b", 0o555), (".", 0o000), ("papers", 0o000)])
def test_no_permission_leaves_the_old_site(
    roomy: Path, tree: Look, environment: dict[str, str], closed: str, mode: int
) -> None:
    output = roomy / "output"
    write_site(output, OLD)
    user = NOBODY if os.getuid() == 0 else 0
    if user:
        for path in (roomy, output, *output.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    before = tree(roomy)
    (output / closed).chmod(mode)
    message, hint = write_elsewhere(output, NEW, environment, user=user)
    (output / closed).chmod(0o755)
    assert str((output / closed).resolve()) in message
    assert message.endswith(": Permission denied")
    assert hint
    assert tree(roomy) == before
    assert write_elsewhere(output, NEW, environment, user=user) == ("", "")


def test_an_output_below_a_file_is_a_failure(tmp_path: Path, tree: Look) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(Failure, match=r"cannot write .*file/site: Not a directory"):
        write_site(tmp_path / "file/site/output", NEW)
    assert tree(tmp_path) == {"file": b"mine"}


@needs_linux
@pytest.mark.parametrize("closed", [".", "index.html", "papers/b", "papers/a/index.html"])
def test_what_may_not_be_changed_even_by_root_leaves_the_old_site(tmp_path: Path, tree: Look, closed: str) -> None:
    output = tmp_path / "output"
    write_site(output, OLD)
    before = tree(output)
    frozen = output / closed
    if (
        not shutil.which("chattr")
        or subprocess.run(["chattr", "+i", frozen], capture_output=True, check=False).returncode
    ):
        pytest.skip("files cannot be made immutable here")
    try:
        with pytest.raises(Failure, match=r"cannot write .*Operation not permitted"):
            write_site(output, NEW)
    finally:
        subprocess.run(["chattr", "-i", frozen], check=True)
    assert tree(output) == before
    write_site(output, NEW)
    assert (output / "index.html").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="a file's size cannot be limited here")
def test_a_page_larger_than_the_disk_takes_leaves_the_old_site(
    tmp_path: Path, tree: Look, environment: dict[str, str]
) -> None:
    write_site(tmp_path / "output", OLD)
    before = tree(tmp_path)
    large = [*NEW, ("papers/large/index.html", b"x" * 50_000)]
    message, hint = write_elsewhere(tmp_path / "output", large, environment, limit=20_000)
    assert message == f"cannot write {tmp_path.resolve()}/output/papers/large/index.html: File too large"
    assert hint == "the site is as it was"
    assert tree(tmp_path) == before


@needs_linux
def test_a_full_disk_of_any_size_leaves_the_old_site(tmp_path: Path, environment: dict[str, str]) -> None:
    """In a mount namespace of its own, so that nothing stays mounted; `full_disk.py` asserts."""
    isolated = ["unshare", "--mount", "--map-root-user"]
    mount = [*isolated, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if not shutil.which("unshare") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    command = [*isolated, sys.executable, str(Path(__file__).with_name("full_disk.py")), str(tmp_path)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr == ""
    failed, written = (int(count) for count in ended.stdout.split())
    assert failed > 10
    assert written > 2
