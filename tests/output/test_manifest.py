"""The manifest: read back as printed, and never trusted further than it can be."""

import json
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.output.manifest import Entry, Listed, print_manifest, read_known, read_manifest, reprinted
from profilegen.output.paths import MANIFEST, is_safe
from profilegen.problems import Failure

ENTRY = {"size": 3, "hash": "0" * 32}
entries = st.builds(Entry, st.integers(0, 2**40), st.binary(min_size=16, max_size=16).map(bytes.hex))
paths = st.text(st.characters(), min_size=1, max_size=20).filter(is_safe)


@given(files=st.dictionaries(paths, entries))
def test_what_is_printed_is_read_back(files: dict[str, Entry], tmp_path_factory: pytest.TempPathFactory) -> None:
    output = tmp_path_factory.mktemp("output")
    (output / MANIFEST).write_bytes(print_manifest(files))
    assert read_manifest(output) == files


@given(files=st.dictionaries(paths, entries))
def test_the_order_of_files_does_not_change_a_byte(files: dict[str, Entry]) -> None:
    assert print_manifest(files) == print_manifest(dict(reversed(files.items())))


@given(files=st.dictionaries(paths, entries, min_size=1, max_size=4), new=st.lists(entries, max_size=3))
def test_a_manifest_that_is_known_is_not_taken_apart_and_printed_anew_by_line(
    files: dict[str, Entry], new: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = tmp_path_factory.mktemp("output")
    (output / MANIFEST).write_bytes(print_manifest(files))
    known = Listed(files, blake2b(print_manifest(files), digest_size=16).hexdigest())
    assert read_known(output, known) is known
    later = files | dict(zip(files, new, strict=False))
    assert reprinted(output, known, later) == print_manifest(later)
    assert reprinted(output, known, {**later, "one/more": later[min(later)]}) in (None, print_manifest(later))
    (output / MANIFEST).write_bytes(print_manifest({}))
    assert read_known(output, known) == Listed({})


def test_a_folder_without_a_manifest_holds_nothing_of_ours(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is damaged"),
        ("[]", "is damaged"),
        ("{}", "is damaged"),
        ("[" * 100_000, "is damaged"),
        ('{"format": 1, "files": {"a": ', "is damaged"),
        ('{"format": 1, "files": []}', "is damaged"),
        ('{"format": 0, "files": {}}', "is damaged"),
        ('{"format": 2, "files": {}}', "was written by a newer profilegen"),
        (json.dumps({"format": 1, "files": {"a": 3}}), r"is damaged: .+ - at `\$\.files"),
        (json.dumps({"format": 1, "files": {"a": {"size": 3}}}), r"is damaged: .+ - at `\$\.files"),
        (json.dumps({"format": 1, "files": {"a": ENTRY | {"size": -1}}}), r"is damaged: .+ - at `\$\.files"),
        (json.dumps({"format": 1, "files": {"a": ENTRY | {"hash": "x"}}}), r"is damaged: .+ - at `\$\.files"),
        (json.dumps({"format": 1, "files": {"../a": ENTRY}}), "names '../a', which is no file of a site"),
        (json.dumps({"format": 1, "files": {"/etc/passwd": ENTRY}}), "names '/etc/passwd'"),
        (json.dumps({"format": 1, "files": {"a\0": ENTRY}}), r"names 'a\\x00'"),
        (json.dumps({"format": 1, "files": {"..\\a": ENTRY}}), r"names '\.\.\\a'"),
    ],
)
def test_a_manifest_that_cannot_be_trusted_is_a_failure(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / MANIFEST).write_text(content)
    with pytest.raises(Failure, match=message) as failure:
        read_manifest(tmp_path)
    assert failure.value.hint


def test_a_manifest_that_is_a_link_or_a_folder_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "folder" / MANIFEST).mkdir(parents=True)
    with pytest.raises(Failure, match="is not a file"):
        read_manifest(tmp_path / "folder")
    (tmp_path / "elsewhere").write_bytes(print_manifest({"a": Entry(3, "0" * 32)}))
    (tmp_path / MANIFEST).symlink_to("elsewhere")
    with pytest.raises(Failure, match="is not a file"):
        read_manifest(tmp_path)
