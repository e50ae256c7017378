"""Bytes to text: encodings, line ends, limits, and files that are none."""

import os
from pathlib import Path

import pytest

from profilegen.content.source import SIZE_LIMIT, Source, read_source
from profilegen.problems import Place, Problem


def read(tmp_path: Path, raw: bytes) -> Source | Problem:
    path = tmp_path / "a.md"
    path.write_bytes(raw)
    return read_source(path, "content/a.md")


def refused(tmp_path: Path, raw: bytes) -> Problem:
    found = read(tmp_path, raw)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize("raw", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\r\nb\n", b"a\nb\r"])
def test_e5_any_line_end_and_a_byte_order_mark_are_read(tmp_path: Path, raw: bytes) -> None:
    assert read(tmp_path, raw) == Source("content/a.md", "a\nb\n")


def test_e1_other_separators_are_text(tmp_path: Path) -> None:
    text = "a\x85b\u2028c\u2029d\te"
    assert read(tmp_path, text.encode()) == Source("content/a.md", text)


def test_e5_bytes_that_are_not_utf8_have_an_offset_and_a_place(tmp_path: Path) -> None:
    found = refused(tmp_path, "ä\r\né: ".encode() + b"\xe9t\xe9")
    assert (found.code, found.place) == ("bad-encoding", Place("content/a.md", 2, 4))
    assert "0xe9 at offset 8" in found.message
    assert "Latin-1" in found.hint


def test_the_offset_counts_the_byte_order_mark_and_the_column_does_not(tmp_path: Path) -> None:
    found = refused(tmp_path, b"\xef\xbb\xbfab\xff")
    assert found.place == Place("content/a.md", 1, 3)
    assert "0xff at offset 5" in found.message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_named(tmp_path: Path, encoding: str) -> None:
    assert "UTF-16" in refused(tmp_path, "\ufefftitle: A".encode(encoding)).hint


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x80", "\x9f", "\ufeff", "\ufffe", "\uffff"]
)
def test_characters_that_may_not_stand_in_a_file(tmp_path: Path, character: str) -> None:
    found = refused(tmp_path, f"a\r\nbc{character}\n".encode())
    assert (found.code, found.place) == ("bad-character", Place("content/a.md", 2, 3))
    assert f"U+{ord(character):04X}" in found.message


def test_e6_the_limit_is_five_megabytes(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, b"a" * SIZE_LIMIT), Source)
    found = refused(tmp_path, b"a" * (SIZE_LIMIT + 1))
    assert found.code == "file-too-large"
    assert "5,000,001" in found.message


def test_a_missing_file_has_the_reason_of_the_system(tmp_path: Path) -> None:
    found = read_source(tmp_path / "none.md", "none.md")
    assert isinstance(found, Problem)
    assert str(found) == "none.md:1:1: error: the file cannot be read: No such file or directory [unreadable-file]"


def test_a_folder_and_an_impossible_name_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "a\0b"):
        found = read_source(path, "a.md")
        assert isinstance(found, Problem)
        assert found.code == "unreadable-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFOs")
def test_n3_a_fifo_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    found = read_source(tmp_path / "a.md", "a.md")
    assert isinstance(found, Problem)
    assert found.code == "refused-file"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="only Linux has files whose size is 0 and that say more")
def test_a_file_is_read_to_its_end_whatever_its_size_is_said_to_be() -> None:
    source = read_source("/proc/version", "version")
    assert isinstance(source, Source)
    assert source.text == Path("/proc/version").read_text(encoding="utf-8")
