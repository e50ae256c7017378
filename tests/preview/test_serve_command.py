"""`profilegen serve` as a command: its port, its end, drafts, and a system that does not tell of changes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from folders import run_profilegen, write_files
from preview.serving import SITE, previewed, until

DRAFT = "---\ntitle: Not Yet\nauthors: [Ada Lovelace]\ndraft: true\n---\nText.\n"


def test_a_taken_port_moves_on_to_the_next_and_says_so(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewed(root, "--port", str(port)) as running:
            assert running.port > port
            assert f"port {port} is taken: this is {running.port}" in running.lines
            assert running.ask("/").status == 200


def test_ctrl_c_ends_it_at_once_with_streams_open_and_the_code_of_an_interrupt(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE)
    with previewed(root) as running, running.events("") as events:
        next(events)
        began = time.monotonic()
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(10) == 130
        assert time.monotonic() - began < 2
        until(lambda: bool(running.lines) and running.lines[-1] == "interrupted", "the last line")


def test_drafts_are_shown_only_when_they_are_asked_for(tmp_path: Path) -> None:
    root = write_files(tmp_path, {**SITE, "content/papers/draft.md": DRAFT})
    with previewed(root) as running:
        assert running.ask("/papers/draft/").status == 404
    with previewed(root, "--drafts") as running:
        assert running.ask("/papers/draft/").status == 200


def test_a_folder_without_content_is_a_failure_that_says_what_to_do(tmp_path: Path) -> None:
    done = run_profilegen("serve", tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no folder 'content'" in done.stderr


def test_an_address_of_another_machine_is_a_failure(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE)
    done = run_profilegen("serve", "--host", "192.0.2.1", "--port", "0", cwd=root)
    assert done.returncode == 1
    assert "cannot listen at 192.0.2.1" in done.stderr


def test_p1_a_host_that_was_given_is_answered(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE)
    with previewed(root, "--host", "127.0.0.2") as running:
        own = f"127.0.0.2:{running.port}"
        with socket.create_connection(("127.0.0.2", running.port), timeout=5) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n".encode())
            assert connection.recv(100).startswith(b"HTTP/1.1 200")


def test_p3_where_the_system_does_not_tell_of_changes_the_files_are_looked_at(tmp_path: Path) -> None:
    limited = ("unshare", "-Ur", "sh", "-c", 'echo 0 > /proc/sys/user/max_inotify_instances && exec "$@"', "sh")
    if shutil.which("unshare") is None or subprocess.run([*limited, "true"], check=False).returncode:
        pytest.skip("needs Linux and a user name space of its own, to lower the limit of inotify")
    root = write_files(tmp_path, SITE)
    with previewed(root, wrapper=limited) as running:
        assert any("the system does not tell of changes" in line for line in running.lines)
        for number in range(3):
            text = f"Found {number}."
            write_files(root, {"content/papers/engine.md": SITE["content/papers/engine.md"] + text})
            until(lambda text=text: text in running.ask("/papers/engine/").text, text, 10)  # type: ignore[misc]


@pytest.mark.skipif(sys.platform != "linux", reason="a browser is opened by xdg-open on Linux alone")
def test_open_opens_the_address_in_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_files(tmp_path / "site", SITE)
    asked, opener = tmp_path / "asked", tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" >> "{asked}"\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with previewed(root, "--open") as running:
        until(asked.exists, "the browser")
        until(lambda: asked.read_text(encoding="utf-8") == f"{running.address}\n", "the address")


@pytest.mark.parametrize("heavy", ["starlette", "uvicorn", "watchdog", "anyio"])
def test_help_imports_no_server(heavy: str) -> None:
    code = f"import sys, profilegen.cli; sys.exit({heavy!r} in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ)
