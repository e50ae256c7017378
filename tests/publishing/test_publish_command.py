"""`profilegen publish` against real repositories: what is on the branch after it, what is said, the exit codes."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from folders import run_profilegen, tree, write_files
from profilegen.build.run import Manner, build
from profilegen.cli.progress import Teller
from profilegen.problems import OutsideFailure
from profilegen.publishing.publish import Wanted, find_destination, plan, publish
from publishing.repositories import PAGES, Clone
from sites import CLOCK

TOKEN = "ghp_0123456789abcdefghijABCDEFGHIJ"  # noqa: S105 - made up


def state(here: Clone) -> tuple[str, ...]:
    """Everything of the user's repository that publishing must not touch."""
    names = here.git("for-each-ref", "refs/heads", "refs/tags", "refs/stash")
    return (names, here.git("status", "--porcelain"), here.git("diff", "--cached"), here.git("symbolic-ref", "HEAD"))


def test_first_publish(here: Clone) -> None:
    before = state(here)
    said = here.published()
    there = here.there()
    assert {"index.html", "404.html", "papers/a/index.html", ".nojekyll"} <= set(there)
    assert not [path for path in there if path.startswith((".profilegen-manifest", ".profilegen-staging", "content"))]
    assert f'href="{PAGES}papers/' in here.show("404.html")
    assert f'<link rel="canonical" href="{PAGES}papers/a/">' in here.show("papers/a/index.html")
    assert PAGES in said
    assert "https://github.com/Ada/site/settings/pages" in said
    assert "gh-pages, / (root)" in said
    assert state(here) == before
    assert here.git("log", "-1", "--format=%an %s", "gh-pages", cwd=here.bare).startswith("Ada Publish the site as of ")


def test_a_repository_with_longer_hashes_will_do(here: Clone) -> None:
    for folder in (here.bare, here.site / ".git"):
        shutil.rmtree(folder)
    here.git("init", "--quiet", "--bare", "--object-format=sha256", here.bare)
    here.git("init", "--quiet", "--object-format=sha256")
    here.git("remote", "add", "origin", here.bare)
    here.published()
    assert "nothing to publish" in here.published()


def test_later_publish_changes_what_changed_and_nothing_else(here: Clone) -> None:
    here.published()
    first = here.tip()
    write_files(here.site, {"content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\n"})
    (here.site / "content/papers/a.yaml").unlink()
    said = here.published("--message", "A new paper")
    assert "settings/pages" not in said
    assert "papers/b/index.html" in here.there()
    assert "papers/a/index.html" not in here.there()
    assert here.git("log", "--format=%s", "gh-pages", cwd=here.bare).splitlines()[0] == "A new paper"
    assert here.git("rev-parse", "gh-pages^", cwd=here.bare) == first
    assert here.git("diff", "--name-only", "gh-pages^", "gh-pages", "--", "assets", "404.html", cwd=here.bare) == ""


def test_nothing_to_publish(here: Clone) -> None:
    here.published()
    before = here.tip()
    assert "nothing to publish" in here.published()
    assert here.tip() == before


def test_a_dry_run_shows_what_would_change_and_changes_nothing(here: Clone) -> None:
    said = here.published("--dry-run")
    assert "31 added" in said
    assert "assets/" in said
    assert "nothing was published" in said
    assert here.git("for-each-ref", cwd=here.bare) == ""
    here.published()
    before = here.tip()
    write_files(here.site, {"content/papers/a.yaml": "title: New\nauthors: [Ada Lovelace]\n"})
    assert "changed: " in here.published("--dry-run")
    assert here.tip() == before


def test_somebody_else_who_pushed_meanwhile_loses_nothing(here: Clone) -> None:
    here.published()
    write_files(here.site, {"content/papers/a.yaml": "title: New\nauthors: [Ada Lovelace]\n"})
    tree_of_theirs = here.git("rev-parse", "gh-pages^{tree}", cwd=here.bare)
    theirs = here.git("commit-tree", tree_of_theirs, "-p", here.tip(), "-m", "theirs", cwd=here.bare)
    here.hook("pre-push", f'git --git-dir="{here.bare.as_posix()}" update-ref refs/heads/gh-pages {theirs}')
    done = here.publish()
    assert done.code == 4
    assert "somebody else pushed" in done.stderr
    assert "publish again" in done.stderr
    assert here.tip() == theirs
    (here.site / ".git/hooks/pre-push").unlink()
    here.published()
    assert here.git("rev-parse", "gh-pages^", cwd=here.bare) == theirs
    assert "New" in here.show("papers/a/index.html")


def test_a_push_between_our_look_and_our_push_loses_nothing(here: Clone) -> None:
    here.published()
    write_files(here.site, {"content/papers/a.yaml": "title: New\nauthors: [Ada Lovelace]\n"})
    assert here.published("--dry-run")
    build(here.site, here.site / "output", CLOCK, Manner(), Teller(silent=True))
    destination = find_destination(here.site, Wanted())
    theirs = here.push_from_elsewhere({"talk.txt": "theirs"})
    with pytest.raises(OutsideFailure, match="somebody else pushed"):
        publish(destination, plan(destination, here.site / "output", Wanted()), "mine")
    assert here.tip() == theirs
    here.published()
    assert (here.show("talk.txt"), "New" in here.show("papers/a/index.html")) == ("theirs", True)


FOREIGN = {"index.html": "theirs", "talks/x.pdf": "slides", "CNAME": "ada.example.org\n"}


def test_a_branch_that_is_not_ours_is_listed_and_left_alone(here: Clone) -> None:
    theirs = here.push_from_elsewhere(FOREIGN)
    for options in ([], ["--dry-run"]):
        done = here.publish(*options)
        assert done.code == 4
        assert "2 files not from profilegen: index.html, talks/x.pdf" in done.stderr
        assert "--adopt keep" in done.stderr
        assert here.tip() == theirs


def test_foreign_files_are_kept_now_and_later(here: Clone) -> None:
    here.push_from_elsewhere(FOREIGN)
    said = here.published("--adopt", "keep")
    assert "https://ada.example.org/" in said
    for _ in range(2):
        assert (here.show("talks/x.pdf"), here.show("CNAME")) == ("slides", "ada.example.org")
        assert "Ada Lovelace" in here.show("index.html")
        assert 'href="https://ada.example.org/' in here.show("404.html")
        write_files(here.site, {"content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\n"})
        here.published()


def test_a_domain_that_is_none_means_nothing(here: Clone) -> None:
    here.push_from_elsewhere({"CNAME": "ada.example.org/><script>\n"})
    assert PAGES in here.published()
    assert f'href="{PAGES}papers/' in here.show("404.html")


def test_foreign_files_are_replaced_but_for_the_domain(here: Clone) -> None:
    here.push_from_elsewhere(FOREIGN)
    here.published("--adopt", "replace")
    assert "talks/x.pdf" not in here.there()
    assert here.show("CNAME") == "ada.example.org"


def test_a_foreign_file_where_a_page_belongs_is_never_lost_unasked(here: Clone) -> None:
    here.published()
    theirs = here.push_from_elsewhere({"papers/b": "a file where a folder of ours would be"})
    write_files(here.site, {"content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\n"})
    done = here.publish()
    assert done.code == 4
    assert "1 file in the place of the site's own: papers/b" in done.stderr
    assert here.tip() == theirs
    here.published("--adopt", "keep")
    assert "papers/b/index.html" in here.there()


def test_a_domain_is_written_once_and_stays(here: Clone) -> None:
    assert "https://ada.example.org/" in here.published("--cname", "ada.example.org")
    write_files(here.site, {"content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\n"})
    here.published()
    assert here.show("CNAME") == "ada.example.org"
    for bad in ("https://ada.example.org/", "ada", "a b.org"):
        assert here.publish("--cname", bad).code == 2


def test_a_dirty_work_tree_is_published_as_it_is_and_left_as_it_is(here: Clone) -> None:
    write_files(here.site, {"content/papers/a.yaml": "title: Changed\nauthors: [Ada Lovelace]\n", "notes.txt": "x"})
    write_files(here.site, {"content/papers/staged.yaml": "title: Staged\nauthors: [Ada Lovelace]\n", "own.csl": ""})
    here.git("add", "content/papers/staged.yaml")
    (here.site / "content/authors/ada.md").write_text("---\nname: Ada Lovelace\n---\nStashed.\n", encoding="utf-8")
    here.git("stash", "push", "--quiet", "content/authors/ada.md")
    before, files = state(here), {name: held for name, held in tree(here.site).items() if name[0] != "."}
    said = here.published()
    assert "3 files here not committed" in said
    assert state(here) == before
    after = tree(here.site)
    assert {name: after[name] for name in files} == files
    assert "Changed" in here.show("papers/a/index.html")


def test_a_branch_that_is_checked_out_must_be_named(here: Clone) -> None:
    here.git("checkout", "--quiet", "-b", "gh-pages")
    done = here.publish()
    assert done.code == 4
    assert "checked out" in done.stderr
    assert here.git("for-each-ref", cwd=here.bare) == ""
    before = state(here)
    here.published("--branch", "gh-pages")
    assert state(here) == before
    assert "index.html" in here.there()


def test_the_default_branch_must_be_named(here: Clone) -> None:
    theirs = here.push_from_elsewhere({"README.md": "x"})
    here.git("symbolic-ref", "HEAD", "refs/heads/gh-pages", cwd=here.bare)
    done = here.publish("--adopt", "keep")
    assert (done.code, "is the default branch" in done.stderr, here.tip()) == (4, True, theirs)
    here.published("--adopt", "keep", "--branch", "gh-pages")
    write_files(here.site, {"content/papers/a.yaml": "title: New\nauthors: [Ada Lovelace]\n"})
    here.published()


def test_without_a_remote_it_says_how_to_get_one(here: Clone) -> None:
    here.git("remote", "remove", "origin")
    done = here.publish()
    assert done.code == 4
    assert "git remote add origin" in done.stderr
    assert not (here.site / "output").exists()


def test_without_a_repository_it_says_how_to_get_one(here: Clone) -> None:
    (here.site / ".git").rename(here.site / "was-git")
    done = here.publish()
    assert (done.code, "git init" in done.stderr) == (4, True)


def test_without_a_site_it_says_so_first(here: Clone) -> None:
    (here.site / "content").rename(here.site / "texts")
    done = here.publish()
    assert (done.code, "there is no folder 'content'" in done.stderr) == (1, True)


def test_several_remotes_are_told_apart(here: Clone) -> None:
    here.git("remote", "rename", "origin", "one")
    here.git("remote", "add", "two", here.bare)
    assert "say which with --remote" in here.publish().stderr
    assert "there is one, two" in here.publish("--remote", "three").stderr
    here.published("--remote", "two")


def test_a_hook_that_fails_stops_it_and_is_heard(here: Clone) -> None:
    here.hook("pre-push", 'echo "not on a Friday" >&2; exit 1')
    done = here.publish()
    assert done.code == 4
    assert "not on a Friday" in done.stderr
    assert here.git("for-each-ref", cwd=here.bare) == ""
    (here.site / ".git/hooks/pre-push").unlink()
    here.published()


def test_without_a_name_for_the_commit_it_says_how_to_set_one(here: Clone) -> None:
    Path(os.environ["GIT_CONFIG_GLOBAL"]).write_text("[user]\n\tuseConfigOnly = true\n", encoding="utf-8")
    done = here.publish()
    assert (done.code, "git config --global user.email" in done.stderr) == (4, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_half_way_it_leaves_nothing_and_the_next_one_goes_through(here: Clone) -> None:
    before = state(here)
    here.hook("pre-push", f'touch "{here.site}/pushing"; sleep 30')
    running = subprocess.Popen([sys.executable, "-m", "profilegen", "publish"], cwd=here.site, start_new_session=True)
    end = time.monotonic() + 60
    while not (here.site / "pushing").exists() and time.monotonic() < end:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(timeout=30)
    (here.site / "pushing").unlink()
    (here.site / ".git/hooks/pre-push").unlink()
    assert here.git("for-each-ref", cwd=here.bare) == ""
    assert state(here) == before
    here.published()
    assert "index.html" in here.there()
    assert here.git("fsck", "--strict", cwd=here.bare) == ""


class _Gate(BaseHTTPRequestHandler):
    """A host that lets in whoever has the token, and has git's own program answer."""

    clone: Clone

    def do_GET(self) -> None:
        import base64

        known = base64.b64encode(f"ada:{TOKEN}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {known}":
            self.send_response(401)
            self.send_header("WWW-Authenticate", "Basic")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._answer()

    do_POST = do_GET  # noqa: N815 - what the server calls

    def _answer(self) -> None:
        path, _, query = self.path.partition("?")
        env = {
            **os.environ,
            "GIT_PROJECT_ROOT": str(self.clone.elsewhere),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "REMOTE_USER": "ada",
        }
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        done = subprocess.run(["git", "http-backend"], env=env, input=body, capture_output=True, check=True)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        self.send_response(200)
        for line in head.decode().splitlines():
            name, _, value = line.partition(": ")
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def host(here: Clone) -> Iterator[str]:
    handler = type("Gate", (_Gate,), {"clone": here})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_token_in_the_address_of_the_remote_is_never_printed(here: Clone, host: str) -> None:
    def said(address: str, code: int) -> str:
        here.git("remote", "set-url", "origin", address)
        done = here.publish()
        assert done.code == code, done.stderr
        return done.stdout + done.stderr

    good = said(f"http://ada:{TOKEN}@{host}/Ada/site.git", 0)
    assert f"http://{host}/Ada/site.git" in good
    assert "index.html" in here.there()
    refused = said(f"http://ada:{TOKEN}x@{host}/Ada/site.git", 4)
    nobody = said(f"http://{TOKEN}@127.0.0.1:1/Ada/site.git", 4)
    assert "cannot be reached" in refused
    assert TOKEN not in good + refused + nobody
    here.hook("pre-push", 'echo "pushing to $2" >&2; exit 1')
    write_files(here.site, {"content/papers/b.yaml": "title: B\nauthors: [Ada Lovelace]\n"})
    hooked = said(f"http://ada:{TOKEN}@{host}/Ada/site.git", 4)
    assert f"pushing to http://{host}" in hooked
    assert TOKEN not in hooked


def test_wrong_content_publishes_nothing(here: Clone) -> None:
    write_files(here.site, {"content/papers/b.yaml": "titel: B\n"})
    done = here.publish()
    assert done.code == 1
    assert "not published" in done.stderr
    assert here.git("for-each-ref", cwd=here.bare) == ""


def test_samples_are_never_published(here: Clone) -> None:
    write_files(here.site, {"content/papers/a.yaml": "title: A\nauthors: [Ada Lovelace]\nsample: yes\n"})
    done = here.publish()
    assert done.code == 1
    assert "content/papers/a.yaml:1:1: error: this is a sample, and it would be published" in done.stderr
    assert here.git("for-each-ref", cwd=here.bare) == ""


def test_a_sample_that_is_meant_is_published_and_a_draft_never_is(here: Clone) -> None:
    sample = "title: A\nauthors: [Ada Lovelace]\nsample: yes\naccept: [sample-paper]\n"
    draft = "title: B\nauthors: [Ada Lovelace]\ndraft: yes\n"
    write_files(here.site, {"content/papers/a.yaml": sample, "content/papers/b.yaml": draft})
    here.published()
    assert [path for path in here.there() if path.startswith("papers/")] == ["papers/a/index.html", "papers/index.html"]


def test_links_that_lead_nowhere_publish_nothing(here: Clone) -> None:
    links = "[a](papers/none/) [b](#nothing) [c](http://localhost:8000/) [d](../../papers/a/)"
    text = f"---\nname: Ada Lovelace\n---\n{links}\n"
    write_files(here.site, {"content/authors/ada.md": text})
    done = here.publish()
    assert done.code == 1
    for code in ("broken-link", "missing-fragment", "local-address"):
        assert f"[{code}]" in done.stderr
    assert done.stderr.count("output/index.html:") == 3


def test_an_address_in_the_settings_that_is_not_the_pages_is_said(here: Clone) -> None:
    write_files(here.site, {"profilegen.yaml": "url: https://other.example.org/\n"})
    assert "profilegen.yaml says that the site is at https://other.example.org/" in here.published()
    assert 'href="https://other.example.org/' in here.show("404.html")


def test_what_is_built_can_be_checked_without_publishing(here: Clone) -> None:
    """As the workflow does that `init --github` writes."""
    text = "---\nname: Ada Lovelace\n---\n[a](papers/none/)\n"
    write_files(here.site, {"content/authors/ada.md": text})
    write_files(here.site, {"content/papers/a.yaml": "title: A\nauthors: [Ada Lovelace]\nsample: yes\n"})
    unbuilt = run_profilegen("check", "--built", cwd=here.site)
    assert (unbuilt.returncode, "build it first" in unbuilt.stderr) == (1, True)
    assert run_profilegen("build", cwd=here.site).returncode == 0
    done = run_profilegen("check", "--built", "--format", "github", cwd=here.site)
    assert done.returncode == 1
    assert "::error file=content/papers/a.yaml,line=1,col=1,title=public-sample::" in done.stdout
    assert "::error file=output/index.html,line=" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("delay", [0.2, 0.35, 0.5, 0.65])
def test_killed_at_any_time_it_leaves_the_repository_as_it_was(here: Clone, delay: float) -> None:
    before = state(here)
    running = subprocess.Popen([sys.executable, "-m", "profilegen", "publish"], cwd=here.site, start_new_session=True)
    with suppress(subprocess.TimeoutExpired):
        running.wait(delay)
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait(30)
    assert state(here) == before
    here.published()
    assert "index.html" in here.there()
